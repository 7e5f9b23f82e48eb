"""A rapid review opens: in the same moment as the Panel is notified, or by itself."""

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.incidents.queries import standing_notification
from heed.rapid_reviews.models import RapidReview
from heed.rulebook import process

NO_NOTIFICATION = (
    "No notification stands. Once one is recorded, the rapid review opens by itself."
)


def open_rapid_review(case: Case, *, by, at, seen: Seen | None = None) -> RapidReview:
    """Open the rapid review that a standing notification asks for, where it did not
    open by itself. Its fifteen working days run from the time of sending."""
    standing = standing_notification(case)
    sent_on = clock.london_date(standing.sent_at) if standing else None
    step = process.OPEN_RAPID_REVIEW
    with carrying_out(step, case, by=by, at=at, effective_on=sent_on, seen=seen) as it:
        if standing is None:
            raise Refused(NO_NOTIFICATION)
        return open_as_owed(it, by=by, at=at)


def open_local_rapid_review(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> RapidReview:
    """Open a rapid review that no statute asks for, and say why."""
    with carrying_out(
        process.OPEN_LOCAL_RAPID_REVIEW, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        return _opened(it, at=at, without_statute=True)


def open_as_owed(case: Case, *, by, at) -> RapidReview:
    """Open the rapid review inside the step that records a notification. One that was
    open already goes on; if nothing asked for it, the notification asks for it now."""
    kept = _opened(case, at=at)
    if kept.without_statute:
        kept.without_statute = False
        kept.save(update_fields=["without_statute"])
    return kept


def _opened(case: Case, *, at, without_statute=False) -> RapidReview:
    kept, _ = RapidReview.objects.get_or_create(
        case=case,
        defaults={
            **belonging_to(case),
            "opened_at": at,
            "without_statute": without_statute,
            "parts": {},
        },
    )
    return kept
