"""What is done when an incident is considered, and when the Panel is notified."""

from datetime import datetime

from heed import clock
from heed.cases.actions import allot_reference, begin_case, new_case
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import running_deadline
from heed.cases.gaps import fill_gap, name_gap
from heed.cases.models import Case, Child, DecisionSheet
from heed.cases.sheets import keep_sheet
from heed.cases.steps import Refused, Seen, carrying_out, was_met_before
from heed.correspondence.actions import post
from heed.incidents.models import (
    Awareness,
    Notification,
    NotificationDecision,
    PartnerView,
)
from heed.incidents.queries import (
    conclusion_for,
    dissent_from,
    standing_notification,
)
from heed.partnership.queries import people_with
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, PARTNERS_TOLD
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Role, Stage

SIN = Notification.Kind.SERIOUS_INCIDENT
STILL_OPEN_AFTER_OUTSIDE_NOTIFICATION = {
    "dr_1": "The working sheet on whether to notify (DR-1) is not filled in.",
    "partner_views": "The views of the three partners are not recorded.",
    "awareness": "Nobody has confirmed when the local authority became aware.",
}


def settle_awareness(
    case: Case, *, aware_at: datetime, basis: str, by, at, seen: Seen | None = None
) -> Awareness:
    """Confirm when the local authority became aware; five working days run from it."""
    if aware_at > at:
        raise Refused("The local authority cannot have become aware in the future.")
    with carrying_out(
        process.SETTLE_AWARENESS,
        case,
        by=by,
        at=at,
        effective_on=clock.london_date(aware_at),
        reasons=basis,
        seen=seen,
    ) as it:
        fill_gap(it, kind="awareness", by=by, at=at)
        if sent := standing_notification(it):
            for clock_ in (NOTIFICATION_DUE, PARTNERS_TOLD):
                was_met_before(it, clock_, on=clock.london_date(sent.sent_at))
        return Awareness.objects.create(
            **belonging_to(it),
            aware_at=aware_at,
            confirmed_at=at,
            confirmed_by=by.actor_name,
            basis=basis,
        )


def weigh_notification(
    child: Child, *, answers: dict, by, at, seen: Seen | None = None
) -> DecisionSheet:
    """Work through, for one child, whether the Panel is to be notified (DR-1)."""
    with carrying_out(process.WEIGH_NOTIFICATION, child, by=by, at=at, seen=seen) as it:
        fill_gap(it.case, kind="dr_1", by=by, at=at)
        return keep_sheet(it.case, record=DR_1, answers=answers, child=it, by=by, at=at)


def give_view_on_notification(
    case: Case, *, view: str, reasons: str, by, at, seen: Seen | None = None
) -> PartnerView:
    """Give one's own body's view on notifying. Each partner speaks for one body."""
    with carrying_out(
        process.GIVE_VIEW_ON_NOTIFICATION,
        case,
        by=by,
        at=at,
        outcome="",
        reasons=reasons,
        seen=seen,
    ) as it:
        seat = it.acting_for
        given = PartnerView.objects.create(
            **belonging_to(it),
            seat=seat,
            person=by,
            view=view,
            given_at=at,
            reasons=reasons,
        )
        seats = PartnerView.objects.filter(case=it).values_list("seat", flat=True)
        if len(set(seats)) == 3:  # noqa: PLR2004 - three statutory partners
            fill_gap(it, kind="partner_views", by=by, at=at)
    return given


def decide_on_notification(
    case: Case, *, outcome: str, reasons: str, by, at, seen: Seen | None = None
) -> NotificationDecision:
    """Decide whether to notify the Panel: the local authority's decision alone, with
    the partners who disagree recorded beside it."""
    with carrying_out(
        process.DECIDE_ON_NOTIFICATION,
        case,
        by=by,
        at=at,
        outcome=outcome,
        reasons=reasons,
        seen=seen,
    ) as it:
        dissenting = dissent_from(it, outcome)
        concluded = conclusion_for(it)
        if concluded is None:
            name_gap(it, kind="dr_1", label=_OPEN["dr_1"], at=at)
        _tell_scrutineers(it, dissenting, by=by, at=at)
        return NotificationDecision.objects.create(
            **belonging_to(it),
            outcome=outcome,
            decided_at=at,
            decided_by=by.actor_name,
            concluded=concluded.duty if concluded else "",
            dissenting=dissenting,
            reasons=reasons,
        )


_OPEN = STILL_OPEN_AFTER_OUTSIDE_NOTIFICATION


def _tell_scrutineers(case, dissenting, *, by, at):
    if not dissenting:
        return
    today = clock.london_date(at)
    for person in people_with(case.partnership, [Role.SCRUTINEER], on=today):
        post(
            "partners_disagree",
            to=person.email,
            partnership=case.partnership,
            fields={"reference": case.reference},
            once=f"dissent:{case.pk}:{person.pk}:{at.isoformat()}",
            by=by,
            at=at,
        )


def record_notification(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    late_reason: str,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Record that the serious incident notification was sent. Fifteen working days run
    from then. Nothing stops it: what is missing becomes a named gap."""
    return _keep_notification(
        process.RECORD_NOTIFICATION,
        case,
        sent_at=sent_at,
        national_reference=national_reference,
        late_reason=late_reason,
        outside=False,
        by=by,
        at=at,
        seen=seen,
    )


def log_outside_notification(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Log a notification made outside Heed, with the time it was sent as stated. What
    it skipped follows as open items and blocks nothing."""
    return _keep_notification(
        process.LOG_OUTSIDE_NOTIFICATION,
        case,
        sent_at=sent_at,
        national_reference=national_reference,
        late_reason=None,
        outside=True,
        by=by,
        at=at,
        seen=seen,
    )


def begin_with_outside_notification(
    partnership,
    *,
    sent_at: datetime,
    national_reference: str,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Begin a case with the notification that the local authority made outside Heed."""
    case = new_case(
        partnership=partnership,
        reference="",
        began_with="notification",
        happened_on=clock.london_date(sent_at),
        by=by,
        at=at,
    )
    return log_outside_notification(
        case,
        sent_at=sent_at,
        national_reference=national_reference,
        by=by,
        at=at,
        seen=seen,
    )


def _keep_notification(
    step, case, *, sent_at, national_reference, late_reason, outside, by, at, seen
):
    if sent_at > at:
        raise Refused("A notification cannot have been sent in the future.")
    sent_on = clock.london_date(sent_at)
    late = _is_late(case, sent_on)
    with carrying_out(
        step,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=(late_reason or "") if late and not outside else late_reason or None,
        seen=seen,
    ) as it:
        if it._state.adding:
            it.reference = allot_reference(it.partnership, by=by, at=at)
            begin_case(it, stage=Stage.CONCERN, by=by, at=at)
        _name_what_is_missing(it, national_reference, outside=outside, at=at)
        return Notification.objects.create(
            **belonging_to(it),
            kind=SIN,
            national_reference=national_reference,
            sent_at=sent_at,
            recorded_at=at,
            recorded_by=by.actor_name,
            made_outside=outside,
            late_reason=late_reason or None,
        )


def _is_late(case, sent_on) -> bool:
    running = None if case._state.adding else running_deadline(case, NOTIFICATION_DUE)
    return bool(running and running.due_on and sent_on > running.due_on)


def _name_what_is_missing(case, national_reference, *, outside, at):
    missing = dict(_OPEN) if outside else {}
    if Awareness.objects.filter(case=case).exists():
        missing.pop("awareness", None)
    if DecisionSheet.objects.filter(case=case, record=DR_1.slug).exists():
        missing.pop("dr_1", None)
    if not national_reference:
        missing["national_reference"] = "The notification's reference is not recorded."
    for kind, words in missing.items():
        name_gap(case, kind=kind, label=words, at=at)


def record_notification_of_death(
    case: Case,
    *,
    sent_at: datetime,
    national_reference: str,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Record the notice of a looked-after child's or care leaver's death in which no
    abuse or neglect is known or suspected. No rapid review is owed."""
    with carrying_out(
        process.RECORD_NOTIFICATION_OF_DEATH,
        case,
        by=by,
        at=at,
        effective_on=clock.london_date(sent_at),
        reasons=reasons,
        seen=seen,
    ) as it:
        return Notification.objects.create(
            **belonging_to(it),
            kind=Notification.Kind.DEATH,
            national_reference=national_reference,
            sent_at=sent_at,
            recorded_at=at,
            recorded_by=by.actor_name,
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
    the Panel was told."""
    with carrying_out(
        process.WITHDRAW_NOTIFICATION,
        notification,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        it.withdrawn_at, it.panel_told_on = at, panel_told_on
        it.withdrawn_because = reasons
        it.save(update_fields=["withdrawn_at", "panel_told_on", "withdrawn_because"])
    return it


def tell_partners(case: Case, *, by, at, seen: Seen | None = None) -> None:
    """Record that the safeguarding partners of the area were told, and send each of
    them the reference."""
    with carrying_out(process.TELL_PARTNERS, case, by=by, at=at, seen=seen) as it:
        today = clock.london_date(at)
        for person in people_with(it.partnership, [Role.DELEGATED_PARTNER], on=today):
            post(
                "partners_told",
                to=person.email,
                partnership=it.partnership,
                fields={"reference": it.reference},
                once=f"partners-told:{it.pk}:{person.pk}",
                by=by,
                at=at,
            )
