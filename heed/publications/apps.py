"""Publication."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.publications"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import show_panel
        from heed.cases.sharing import leads_on_when_shared, shows_when_shared
        from heed.documents.actions import CASE_OF, MAY_OPEN
        from heed.partnership.actions.own_pages import NAMES_SOMEBODY
        from heed.publications import earlier_files, pages
        from heed.publications.earlier import named_on_a_page
        from heed.publications.joining import rows_shared
        from heed.publications.offers import offer_all
        from heed.publications.pages.states import joint_to_answer
        from heed.rulebook.process.stages import PUBLIC, PUBLISHING
        from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS
        from heed.rulebook.sharing import Part

        open_originals("response", to=BUSINESS_UNIT | PARTNERS)
        MAY_OPEN[earlier_files.OWNER] = earlier_files.may_open_of_earlier
        CASE_OF[earlier_files.OWNER] = earlier_files.of_no_case
        shows_when_shared(Part.PUBLICATION, rows_shared)
        leads_on_when_shared(joint_to_answer)
        if named_on_a_page not in NAMES_SOMEBODY:
            NAMES_SOMEBODY.append(named_on_a_page)
        offer_all()
        show_panel(
            "Publication",
            "publications/panel.html",
            pages.panel,
            weight=45,
            about=PUBLISHING | PUBLIC,
        )
