"""Staff home."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Shows what waits."""

    name = "heed.desk"

    def ready(self):
        from heed.audit.sentences import name_people_with, name_reasons, name_what
        from heed.correspondence.offers import ABOUT
        from heed.desk.record_words import NAMES, REASONS
        from heed.desk.reported import about_reported_page
        from heed.partnership.queries import names_of

        ABOUT.append(about_reported_page)
        name_what(NAMES)
        name_reasons(REASONS)
        name_people_with(names_of)
