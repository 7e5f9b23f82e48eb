"""Rapid reviews."""

from django.apps import AppConfig


class RapidReviewsConfig(AppConfig):
    """Offers its steps and its panels on the case page."""

    name = "heed.rapid_reviews"

    def ready(self):
        from heed.cases.offers import offer, show_panel
        from heed.rapid_reviews import pages
        from heed.rulebook import process

        offer(process.OPEN_RAPID_REVIEW, "open_rapid_review", weight=20)
        offer(process.OPEN_LOCAL_RAPID_REVIEW, "open_local_rapid_review", weight=80)
        offer(process.ASK_AGENCY, "ask_agency", weight=21)
        offer(process.WRITE_RAPID_REVIEW, "rapid_review_parts", weight=22)
        offer(process.HOLD_MEETING, "hold_meeting", weight=23)
        offer(process.WEIGH_CRITERIA, "weigh_criteria", weight=24)
        offer(process.PROPOSE_DECISION, "propose_decision", weight=25)
        offer(
            process.CONFIRM_DECISION,
            "confirm_decision",
            when=pages.decision_waits,
            weight=5,
        )
        offer(process.SEND_TO_PANEL, "send_to_panel", when=pages.is_opened, weight=27)
        offer(
            process.RECORD_PANEL_ANSWER,
            "record_panel_answer",
            when=pages.was_sent,
            weight=28,
        )
        offer(process.RECONSIDER, "reconsider", weight=29)
        offer(process.REOPEN_RAPID_REVIEW, "reopen_rapid_review", weight=30)
        offer(process.CLOSE_WITHOUT_REVIEW, "close_without_review", weight=31)
        offer(process.RECORD_TOLD, "record_told", weight=70)
        show_panel(
            "Who has answered", "rapid_reviews/who.html", pages.who_panel, weight=30
        )
        show_panel(
            "Rapid review", "rapid_reviews/panel.html", pages.review_panel, weight=31
        )
