"""The notice of a death in which no abuse or neglect is known or suspected: of a child
in care, or of a young person who left it. No rapid review is owed."""

from datetime import date, datetime

from heed.cases.deadlines import is_past_due, running_deadline
from heed.cases.models import Case
from heed.cases.steps import Seen, carrying_out
from heed.incidents.actions.beginning import begin_if_new, begun_by, keep_days
from heed.incidents.actions.copies import (
    keep_copy_as_known,
    keep_copy_from_outside,
    keep_or_await_copy,
)
from heed.incidents.actions.notifying import keep_notification
from heed.incidents.gaps import (
    name_missing_reference,
    name_what_a_notice_skipped,
)
from heed.incidents.models import Notification
from heed.incidents.national_form import Sending
from heed.incidents.sending import day_of_sending
from heed.rulebook import process
from heed.rulebook.clocks import (
    CARE_LEAVER_DEATH_TOLD,
    LOOKED_AFTER_DEATH_TOLD,
    NOTIFICATION_DUE,
)


def record_notification_of_death(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    reasons: str,
    late_reason: str = "",
    copy=None,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Record the notice of a looked-after child's or care leaver's death in which no
    abuse or neglect is known or suspected. The copy that the national system gave is
    kept, or else all that was known here when it was sent."""
    sent_on = day_of_sending(sent_at, at=at)
    with carrying_out(
        process.RECORD_NOTIFICATION_OF_DEATH,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=reasons,
        seen=seen,
    ) as it:
        name_missing_reference(it, national_reference, at=at)
        _say_why_late(it, late_reason, sent_on)
        kept = keep_copy_from_outside(it, copy, by=by, at=at)
        sent = Sending(sent_at, late_reason)
        kept = kept or keep_copy_as_known(it, sent=sent, by=by, at=at)
        return keep_notification(
            it,
            kind=Notification.Kind.DEATH,
            sent_at=sent_at,
            national_reference=national_reference,
            late_reason=late_reason or None,
            copy=kept,
            by=by,
            at=at,
        )


def begin_with_death_notice(
    partnership, *, sent_at: datetime, by, at, seen: Seen | None = None, **facts
) -> Notification:
    """Begin a case with the notice of a death that the local authority sent outside
    Heed."""
    case = begun_by(partnership, "notification", sent_at, by=by, at=at)
    return log_outside_death_notice(
        case, sent_at=sent_at, by=by, at=at, seen=seen, **facts
    )


def log_outside_death_notice(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    reasons: str,
    late_reason: str = "",
    copy=None,
    happened_on=None,
    happened_until=None,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Log the notice of a death that was sent outside Heed, with the time it was sent
    as stated. No rapid review opens and no fifteen days run; what was skipped follows
    as open items and blocks nothing."""
    sent_on = day_of_sending(sent_at, at=at)
    with carrying_out(
        process.LOG_OUTSIDE_DEATH_NOTICE,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=reasons,
        seen=seen,
    ) as it:
        begin_if_new(it, by=by, at=at)
        keep_days(it, happened_on, happened_until, by=by, at=at)
        name_what_a_notice_skipped(it, at=at)
        name_missing_reference(it, national_reference, at=at)
        _say_why_late(it, late_reason, sent_on)
        return keep_notification(
            it,
            kind=Notification.Kind.DEATH,
            sent_at=sent_at,
            national_reference=national_reference,
            late_reason=late_reason or None,
            made_outside=True,
            copy=keep_or_await_copy(it, copy, by=by, at=at),
            by=by,
            at=at,
        )


def _say_why_late(case: Case, reason: str, sent_on: date) -> None:
    """Keep why it was late with each clock that it ends too late, inside the step.
    Where nobody says so, that is a named gap of the clock."""
    for clock in (NOTIFICATION_DUE, LOOKED_AFTER_DEATH_TOLD, CARE_LEAVER_DEATH_TOLD):
        if reason and is_past_due(case, clock, sent_on):
            running = running_deadline(case, clock)
            running.late_reason = reason
            running.save(update_fields=["late_reason"])
