"""Staff home."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Shows what waits."""

    name = "heed.desk"

    def ready(self):
        from heed.audit.sentences import name_people_with, name_reasons, name_what
        from heed.desk.record_words import NAMES, REASONS
        from heed.partnership.queries import names_of

        name_what(NAMES)
        name_reasons(REASONS)
        name_people_with(names_of)
