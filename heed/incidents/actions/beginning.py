"""A case may begin anywhere the world begins it: with a notification that was made
outside Heed, or with an enquiry by the Panel or Ofsted."""

from heed import clock
from heed.cases.actions import (
    allot_reference,
    begin_case,
    keep_incident_days,
    new_case,
    note_earliest_awareness,
)
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import is_past_due, running_deadline
from heed.cases.gaps import name_gap
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.incidents.actions.copies import (
    keep_copy_from_outside,
    keep_or_await_copy,
    put_with_partners,
)
from heed.incidents.actions.notifying import keep_notification
from heed.incidents.gaps import (
    STILL_OPEN,
    name_missing_reference,
    name_what_was_skipped,
    name_why_late,
)
from heed.incidents.models import Awareness, Enquiry, Notification
from heed.incidents.opening import begin_what_is_owed
from heed.incidents.sending import day_of_sending
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.language import Stage

ASKED_LATER = "An enquiry cannot have been made in the future."


def begin_with_outside_notification(
    partnership,
    *,
    sent_at,
    national_reference: str,
    copy=None,
    copied_on=None,
    happened_on=None,
    happened_until=None,
    late_reason: str = "",
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Begin a case with the notification that the local authority made outside Heed."""
    case = begun_by(partnership, "notification", sent_at, by=by, at=at)
    return log_outside_notification(
        case,
        sent_at=sent_at,
        national_reference=national_reference,
        copy=copy,
        copied_on=copied_on,
        happened_on=happened_on,
        happened_until=happened_until,
        late_reason=late_reason,
        by=by,
        at=at,
        seen=seen,
    )


def log_outside_notification(
    case: Case,
    *,
    sent_at,
    national_reference: str,
    copy=None,
    copied_on=None,
    happened_on=None,
    happened_until=None,
    late_reason: str = "",
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Log a notification made outside Heed, with the time it was sent as stated. The
    rapid review opens at once; what was skipped follows as open items and blocks
    nothing."""
    sent_on = day_of_sending(sent_at, at=at)
    with carrying_out(
        process.LOG_OUTSIDE_NOTIFICATION,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=late_reason or None,
        seen=seen,
    ) as it:
        begin_if_new(it, by=by, at=at)
        keep_days(it, happened_on, happened_until, by=by, at=at)
        name_what_was_skipped(it, at=at)
        if not late_reason and is_past_due(it, NOTIFICATION_DUE, sent_on):
            name_why_late(it, at=at)
        name_missing_reference(it, national_reference, at=at)
        begin_what_is_owed(it, by=by, at=at)
        kept = keep_or_await_copy(it, copy, by=by, at=at)
        copied = {"sent_on": sent_on, "since": copied_on}
        told_at = put_with_partners(it, kept, **copied, by=by, at=at)
        return keep_notification(
            it,
            sent_at=sent_at,
            national_reference=national_reference,
            made_outside=True,
            partners_told_at=told_at,
            late_reason=late_reason or None,
            copy=kept,
            by=by,
            at=at,
        )


def begin_with_enquiry(
    partnership,
    *,
    asked_by: str,
    asked_at,
    words: str,
    copy=None,
    by,
    at,
    seen: Seen | None = None,
) -> Enquiry:
    """Begin a case with an enquiry by the Panel or Ofsted."""
    case = begun_by(partnership, "enquiry", asked_at, by=by, at=at)
    return log_enquiry(
        case,
        asked_by=asked_by,
        asked_at=asked_at,
        words=words,
        copy=copy,
        by=by,
        at=at,
        seen=seen,
    )


def log_enquiry(
    case: Case,
    *,
    asked_by: str,
    asked_at,
    words: str,
    copy=None,
    by,
    at,
    seen: Seen | None = None,
) -> Enquiry:
    """Log what the Panel or Ofsted asks, with the time at which they asked as stated.
    While nobody has confirmed when the local authority became aware, the earliest date
    for a notification is shown from then."""
    if asked_at > at:
        raise Refused(ASKED_LATER)
    asked_on, step = clock.london_date(asked_at), process.LOG_ENQUIRY
    with carrying_out(step, case, by=by, at=at, effective_on=asked_on, seen=seen) as it:
        begin_if_new(it, by=by, at=at)
        kept = Enquiry.objects.create(
            **belonging_to(it),
            asked_by=asked_by,
            asked_at=asked_at,
            recorded_at=at,
            recorded_by=by.actor_name,
            words=words or None,
            copy=keep_copy_from_outside(it, copy, by=by, at=at),
        )
        _show_earliest_date(it, asked_on, by=by, at=at)
    return kept


def begun_by(partnership, began_with, happened_at, *, by, at) -> Case:
    """A case that begins with something outside; it is kept inside the first step."""
    return new_case(
        partnership=partnership,
        reference="",
        began_with=began_with,
        happened_on=clock.london_date(happened_at),
        by=by,
        at=at,
    )


def begin_if_new(case: Case, *, by, at) -> None:
    """Begin a case inside the step that logs what it begins with."""
    if case._state.adding:
        case.reference = allot_reference(case.partnership, by=by, at=at)
        begin_case(case, stage=Stage.CONCERN, by=by, at=at)


def keep_days(case: Case, first, last, *, by, at) -> None:
    """Keep when it happened, where that is said."""
    if first:
        keep_incident_days(case, first=first, last=last, by=by, at=at)


def _show_earliest_date(case: Case, asked_on, *, by, at) -> None:
    notified = Notification.objects.filter(case=case, withdrawn_at=None).exists()
    if notified or Awareness.objects.filter(case=case).exists():
        return
    name_gap(case, kind="awareness", label=STILL_OPEN["awareness"], at=at)
    running = running_deadline(case, NOTIFICATION_DUE)
    if running is None or asked_on < running.counted_from_on:
        note_earliest_awareness(case, on=asked_on, by=by, at=at)
