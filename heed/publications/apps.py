"""Publication."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.publications"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import show_panel
        from heed.publications import pages
        from heed.publications.offers import offer_all
        from heed.rulebook.process.stages import PUBLIC, PUBLISHING
        from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

        open_originals("response", to=BUSINESS_UNIT | PARTNERS)
        offer_all()
        show_panel(
            "Publication",
            "publications/panel.html",
            pages.panel,
            weight=45,
            about=PUBLISHING | PUBLIC,
        )
