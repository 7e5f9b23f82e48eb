"""Staff home."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Shows what waits."""

    name = "heed.desk"

    def ready(self):
        from heed.audit.sentences import name_what
        from heed.desk.record_words import NAMES

        name_what(NAMES)
