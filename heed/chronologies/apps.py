"""Chronologies."""

from django.apps import AppConfig


class ChronologiesConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.chronologies"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import offer, show_panel
        from heed.chronologies import queries
        from heed.chronologies.pages.composite import panel
        from heed.partnership.views.keeping import keep_too
        from heed.rulebook import process
        from heed.rulebook.process.stages import IN_RAPID_REVIEW, REVIEWING
        from heed.rulebook.roles import BUSINESS_UNIT

        # The file as it was sent holds what is restricted too.
        read = queries.reads_all_rows_of
        open_originals("chronology", to=BUSINESS_UNIT, only_if=read)
        offer(
            process.BRING_IN_CHRONOLOGY,
            "bring_in_chronology",
            weight=24,
            first_at=IN_RAPID_REVIEW | REVIEWING,
        )
        keep_too("form_for_agencies", "The chronology form that agencies fill in")
        keep_too("gap_days", "After how many days a gap in a chronology is told")
        show_panel(
            "Chronology",
            "chronologies/panel.html",
            panel,
            weight=32,
            about=IN_RAPID_REVIEW | REVIEWING,
        )
