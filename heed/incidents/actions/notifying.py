"""The Panel is notified; a notification is withdrawn."""

from datetime import date, datetime

from heed.cases.belonging import belonging_to
from heed.cases.deadlines import is_past_due
from heed.cases.models import Case
from heed.cases.steps import Seen, carrying_out, must_have_been
from heed.incidents.actions.copies import (
    keep_copy_as_known,
    keep_copy_from_outside,
    put_with_partners,
)
from heed.incidents.gaps import name_missing_reference, name_untold_withdrawal
from heed.incidents.models import Notification
from heed.incidents.national_form import Sending
from heed.incidents.opening import begin_what_is_owed
from heed.incidents.sending import day_of_sending
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE


def record_notification(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    late_reason: str,
    copy=None,
    copied_on: date | None = None,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Record that the serious incident notification was sent. The rapid review opens in
    the same moment; fifteen working days run from the time of sending. Nothing stops
    it: what is missing becomes a named gap. The copy that the national system gave is
    kept, or else all that was known here when it was sent."""
    sent_on = day_of_sending(sent_at, at=at)
    late = is_past_due(case, NOTIFICATION_DUE, sent_on)
    with carrying_out(
        process.RECORD_NOTIFICATION,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=late_reason if late else late_reason or None,
        seen=seen,
    ) as it:
        name_missing_reference(it, national_reference, at=at)
        begin_what_is_owed(it, by=by, at=at)
        kept = keep_copy_from_outside(it, copy, by=by, at=at)
        sent = Sending(sent_at, late_reason)
        kept = kept or keep_copy_as_known(it, sent=sent, by=by, at=at)
        copied = {"sent_on": sent_on, "since": copied_on}
        told_at = put_with_partners(it, kept, **copied, by=by, at=at)
        return keep_notification(
            it,
            sent_at=sent_at,
            national_reference=national_reference,
            late_reason=late_reason or None,
            copy=kept,
            partners_told_at=told_at,
            by=by,
            at=at,
        )


def keep_notification(case: Case, *, sent_at, by, at, **facts) -> Notification:
    """Keep a notification inside the step that records it: when it was sent, as stated,
    and when and by whom that was recorded."""
    kind = facts.pop("kind", Notification.Kind.SERIOUS_INCIDENT)
    return Notification.objects.create(
        **belonging_to(case),
        kind=kind,
        sent_at=sent_at,
        recorded_at=at,
        recorded_by=by.actor_name,
        **facts,
    )


def withdraw_notification(
    notification: Notification,
    *,
    reasons: str,
    panel_told_on,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Withdraw a notification because the criteria proved not to be met, and say when
    the Panel was told; that nobody has said so is a named gap."""
    with carrying_out(
        process.WITHDRAW_NOTIFICATION,
        notification,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        must_have_been(panel_told_on, at=at, what="The Panel cannot have been told")
        if panel_told_on is None:
            name_untold_withdrawal(it.case, at=at)
        it.withdrawn_at, it.panel_told_on = at, panel_told_on
        it.withdrawn_because = reasons
        it.save(update_fields=["withdrawn_at", "panel_told_on", "withdrawn_because"])
    return it
