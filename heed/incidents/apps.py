"""Considering an incident, and notifying the Panel."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.incidents"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import show_panel
        from heed.incidents import offers, pages
        from heed.incidents.models import AS_KNOWN, FROM_OUTSIDE
        from heed.rulebook.process.stages import CONSIDERING, NOTIFIED_ONLY
        from heed.rulebook.roles import READS_THE_NATIONAL_FORM

        for purpose in (FROM_OUTSIDE, AS_KNOWN):
            open_originals(purpose, to=READS_THE_NATIONAL_FORM)
        offers.offer_all()
        offers.offer_beginnings()
        show_panel(
            "Consideration and notification",
            "incidents/panel.html",
            pages.panel,
            weight=20,
            about=CONSIDERING | NOTIFIED_ONLY,
        )
