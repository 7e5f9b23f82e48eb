"""Publication."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.publications"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import show_panel
        from heed.documents.actions import CASE_OF, MAY_OPEN
        from heed.publications import earlier_files, pages
        from heed.publications.offers import offer_all
        from heed.rulebook.process.stages import PUBLIC, PUBLISHING
        from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

        open_originals("response", to=BUSINESS_UNIT | PARTNERS)
        MAY_OPEN[earlier_files.OWNER] = earlier_files.may_open_of_earlier
        CASE_OF[earlier_files.OWNER] = earlier_files.of_no_case
        offer_all()
        show_panel(
            "Publication",
            "publications/panel.html",
            pages.panel,
            weight=45,
            about=PUBLISHING | PUBLIC,
        )
