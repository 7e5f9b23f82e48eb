"""Learning."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.learning"

    def ready(self):
        from heed.cases.offers import offer, show_panel
        from heed.chronologies.findings import rests_on_rows
        from heed.learning import pages, resting
        from heed.learning.actions.briefing import (
            confirm_with_report,
            release_with_report,
            withdraw_with_report,
        )
        from heed.learning.lacking import texts_of_briefings, what_goes_with_report
        from heed.learning.made import made_with_report
        from heed.learning.queries import titles_of_public_briefings
        from heed.partnership.views.keeping import keep_too
        from heed.publications.beside import Beside, goes_with_the_report
        from heed.rulebook import process
        from heed.rulebook.process.stages import AFTERWARDS, PUBLIC

        now = {"first_at": PUBLIC | AFTERWARDS}
        offer(process.MAKE_RECOMMENDATION, "make_recommendation", weight=46, **now)
        offer(process.PLAN_ACTION, "plan_action", weight=47, **now)
        offer(process.MAKE_BRIEFING, "make_briefing", weight=48, **now)
        offer(process.OPEN_ACTIONS, "open_actions", weight=50)
        offer(process.ASSURE_IMPACT, "assure_impact", weight=51)
        offer(process.CLOSE_CASE, "close_case", weight=52)
        offer(process.ARCHIVE_CASE, "archive_case", weight=53)
        offer(process.REOPEN, "reopen_case", weight=95, first_at=())
        rests_on_rows(resting.KIND, label="a recommendation", told=resting.told)
        keep_too(
            "public_library",
            "What stands in the public library beside the reports of cases",
        )
        keep_too("earlier_reviews", "Earlier reviews that wait for a second person")
        goes_with_the_report(
            Beside(
                titles=titles_of_public_briefings,
                withdraw=withdraw_with_report,
                confirm=confirm_with_report,
                with_report=what_goes_with_report,
                made=made_with_report,
                release=release_with_report,
                texts=texts_of_briefings,
            )
        )
        show_panel(
            "Learning", "learning/panel.html", pages.panel, weight=50, about=AFTERWARDS
        )
