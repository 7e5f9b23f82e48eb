"""The spine of the casework."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Registers the tables that nothing may change."""

    name = "heed.cases"

    def ready(self):
        from heed.audit.append_only import keep_append_only

        keep_append_only("cases.StepTaken")
        from heed.cases.interests import has_open_declarations
        from heed.cases.offers import offer
        from heed.rulebook import process

        offer(
            process.DECIDE_ON_INTEREST,
            "case_interests",
            when=has_open_declarations,
            weight=4,
        )
