"""Local reviews."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.reviews"

    def ready(self):
        from heed.cases.files import open_originals
        from heed.cases.offers import offer, show_panel
        from heed.chronologies.findings import rests_on_rows
        from heed.rapid_reviews.queries import decided_on_a_local_review
        from heed.reviews import findings, pages
        from heed.rulebook import process
        from heed.rulebook.language import Role
        from heed.rulebook.process.stages import REVIEWING
        from heed.rulebook.roles import BUSINESS_UNIT

        rests_on_rows(findings.KIND, label="a finding", told=findings.told)
        open_originals("report", to=BUSINESS_UNIT | {Role.LEAD_REVIEWER})

        offer(
            process.START_LOCAL_REVIEW,
            "start_local_review",
            when=decided_on_a_local_review,
            weight=32,
        )
        offer(process.PROPOSE_REVIEWER, "propose_reviewer", weight=33)
        offer(
            process.TELL_OF_REVIEWER,
            "tell_of_reviewer",
            when=pages.name_is_to_tell,
            weight=36,
        )
        offer(process.REQUEST_FROM_REVIEWER, "request_from_reviewer", weight=39)
        offer(process.AGREE_TERMS, "agree_terms", weight=37)
        offer(process.INVITE_TO_EVENT, "plan_event", weight=38)
        offer(process.NOTE_MONITORING, "note_monitoring", weight=39)
        offer(process.RECORD_NATIONAL_REPORT, "record_national_report", weight=58)
        offer(
            process.REMOVE_NATIONAL_REPORT,
            "remove_national_report",
            when=pages.has_national_report,
            weight=93,
            first_at=(),
        )
        self._offer_the_report()
        show_panel(
            "Local review",
            "reviews/panel.html",
            pages.panel,
            weight=40,
            about=REVIEWING,
        )

    def _offer_the_report(self):
        from heed.cases.offers import offer
        from heed.reviews import pages, queries
        from heed.rulebook import process

        offer(process.LODGE_DRAFT, "lodge_draft", weight=40)
        offer(process.WRITE_FINDING, "review_findings", weight=41)
        offer(process.WRITE_PORTRAIT, "write_portrait", weight=41)
        offer(
            process.COMMENT_ON_ACCURACY,
            "report",
            label="Read the draft and comment on it",
            when=pages.has_report,
            weight=42,
        )
        offer(
            process.ACCEPT_CHANGE,
            "report_changes",
            label="Changes to your report",
            when=pages.has_waiting_changes,
            weight=4,
        )
        offer(process.QUALITY_ASSURE, "quality_assure", weight=44)
        offer(
            process.CONFIRM_REPORT,
            "confirm_report",
            when=queries.waits_for_signatures,
            weight=6,
        )
