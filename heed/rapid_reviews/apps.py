"""Rapid reviews."""

from django.apps import AppConfig


class RapidReviewsConfig(AppConfig):
    """Offers its steps and its panels on the case page."""

    name = "heed.rapid_reviews"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.history import seal_reasons_while
        from heed.cases.offers import show_panel
        from heed.incidents.opening import begins_when_notified
        from heed.rapid_reviews import pages, queries
        from heed.rapid_reviews.actions.opening import open_as_owed
        from heed.rulebook import process
        from heed.rulebook.process.stages import AT_THE_PANEL, IN_RAPID_REVIEW
        from heed.rulebook.roles import READS_THE_CASE

        for purpose in ("as_sent", "proof", "letter"):
            open_originals(purpose, to=READS_THE_CASE)
        begins_when_notified(open_as_owed)
        seal_reasons_while(process.GIVE_VIEW_ON_REVIEW, queries.views_are_sealed)
        self._offer_the_review()
        self._offer_the_decision()
        self._offer_the_panel()
        show_panel(
            "Who has answered",
            "rapid_reviews/who.html",
            pages.who_panel,
            weight=30,
            about=IN_RAPID_REVIEW,
        )
        show_panel(
            "Rapid review",
            "rapid_reviews/panel.html",
            pages.review_panel,
            weight=31,
            about=IN_RAPID_REVIEW | AT_THE_PANEL,
        )
        show_panel(
            "Scrutiny", "rapid_reviews/scrutiny.html", pages.scrutiny_panel, weight=90
        )

    def _offer_the_review(self):
        from heed.cases.offers import offer
        from heed.incidents.pages import is_notified
        from heed.rapid_reviews import pages
        from heed.rulebook import process
        from heed.rulebook.language import Stage
        from heed.rulebook.process.stages import IN_RAPID_REVIEW, REVIEWING

        now = {"first_at": IN_RAPID_REVIEW}
        owed = {"when": is_notified}
        offer(process.OPEN_RAPID_REVIEW, "open_rapid_review", weight=20, **owed)
        offer(
            process.OPEN_LOCAL_RAPID_REVIEW,
            "open_local_rapid_review",
            weight=80,
            first_at=(),
        )
        offer(
            process.ASK_AGENCY,
            "ask_agency",
            weight=21,
            first_at=IN_RAPID_REVIEW | REVIEWING,
        )
        offer(
            process.WRITE_RAPID_REVIEW,
            "rapid_review_parts",
            when=pages.is_opened,
            weight=22,
            first_at=IN_RAPID_REVIEW | {Stage.PANEL_RESPONDED},
        )
        offer(process.HOLD_MEETING, "hold_meeting", weight=23, **now)
        offer(process.WEIGH_CRITERIA, "weigh_criteria", weight=24)

    def _offer_the_decision(self):
        from heed.cases.offers import offer
        from heed.rapid_reviews import pages
        from heed.rulebook import process
        from heed.rulebook.language import Stage
        from heed.rulebook.process.stages import IN_RAPID_REVIEW

        now = {"first_at": IN_RAPID_REVIEW}
        offer(process.GIVE_VIEW_ON_REVIEW, "view_on_review", weight=25, **now)
        offer(process.COMMENT_AS_SCRUTINEER, "comment_on_case", weight=7)
        offer(
            process.PROPOSE_DECISION,
            "propose_decision",
            when=pages.is_undecided,
            weight=25,
        )
        offer(
            process.PROPOSE_DECISION,
            "propose_decision",
            label="Put a decision before the partners again",
            when=pages.is_decided,
            weight=29,
            first_at={Stage.PANEL_RESPONDED},
        )
        offer(
            process.CONFIRM_DECISION,
            "confirm_decision",
            when=pages.decision_waits,
            weight=5,
        )

    def _offer_the_panel(self):
        from heed.cases.offers import offer
        from heed.rapid_reviews import pages
        from heed.rulebook import process
        from heed.rulebook.process.stages import AT_THE_PANEL, IN_RAPID_REVIEW

        offer(
            process.SEND_TO_PANEL,
            "send_to_panel",
            when=pages.is_opened,
            weight=27,
            first_at=IN_RAPID_REVIEW,
        )
        offer(
            process.RECORD_PANEL_ANSWER,
            "record_panel_answer",
            when=pages.was_sent,
            weight=28,
            first_at=AT_THE_PANEL,
        )
        offer(process.REOPEN_RAPID_REVIEW, "reopen_rapid_review", weight=30)
        offer(
            process.CLOSE_WITHOUT_REVIEW,
            "close_without_review",
            when=pages.ends_without_review,
            weight=31,
        )
        offer(process.RECORD_TOLD, "record_told", weight=70)
