"""The partners consider an incident, and the local authority decides."""

from datetime import datetime

from heed import clock
from heed.cases.access import able_on_the_list, people_to_tell
from heed.cases.actions import raise_open_item
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import worked_out
from heed.cases.gaps import fill_gap, name_gap
from heed.cases.models import Case, Child, DecisionSheet, OpenItem
from heed.cases.sheets import keep_sheet
from heed.cases.steps import Refused, Seen, carrying_out, was_met_before
from heed.cases.telling import tell
from heed.incidents.gaps import (
    LACKING,
    STILL_OPEN,
    gap_of_sheet,
    name_each_not_weighed,
    name_when_to_look_again,
    name_why_late,
)
from heed.incidents.models import Awareness, NotificationDecision, PartnerView
from heed.incidents.queries import (
    conclusion_for,
    disagrees_with,
    dissent_from,
    notification_that_counts,
    what_stands_on_notifying,
    who_disagrees,
)
from heed.referrals.letters import tell_referrer
from heed.referrals.queries import referrals_of_case
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, PARTNERS_TOLD
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Role, Seat, Stage
from heed.rulebook.outcomes import NotificationDecision as Outcome

TOLD_TO_REFERRERS = {
    Outcome.DO_NOT_NOTIFY: "not_taken_further",
    Outcome.OTHER_LEARNING: "learned_from_otherwise",
}
STILL_TO_BE_TOLD = {Stage.UNDER_CONSIDERATION, Stage.NOTIFICATION_DECIDED}


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
        aware_on = clock.london_date(aware_at)
        if sent := notification_that_counts(it, aware_on=aware_on):
            for clock_ in (NOTIFICATION_DUE, PARTNERS_TOLD):
                was_met_before(it, clock_, on=clock.london_date(sent.sent_at))
            _ask_why_late(it, sent, aware_on, at=at)
        return Awareness.objects.create(
            **belonging_to(it),
            aware_at=aware_at,
            confirmed_at=at,
            confirmed_by=by.actor_name,
            basis=basis,
        )


def _ask_why_late(case: Case, sent, aware_on, *, at) -> None:
    """Only now is it known by when the notification was due."""
    due = worked_out(NOTIFICATION_DUE, case.partnership, aware_on)
    if due and clock.london_date(sent.sent_at) > due.due_on and not sent.late_reason:
        name_why_late(case, at=at)


def weigh_notification(
    child: Child,
    *,
    answers: dict,
    look_again_on=None,
    by,
    at,
    seen: Seen | None = None,
) -> DecisionSheet:
    """Work through, for one child, whether the Panel is to be notified (DR-1). What is
    not known is looked at again; on which day, is a named gap until it is said."""
    with carrying_out(process.WEIGH_NOTIFICATION, child, by=by, at=at, seen=seen) as it:
        for kind in ("dr_1", gap_of_sheet(it)):
            fill_gap(it.case, kind=kind, by=by, at=at)
        kept = keep_sheet(
            it.case,
            record=DR_1,
            answers=answers,
            child=it,
            look_again_on=look_again_on,
            by=by,
            at=at,
        )
        name_when_to_look_again(it, kept, by=by, at=at)
        name_each_not_weighed(it.case, at=at)
        return kept


def give_view_on_notification(
    case: Case, *, view: str, reasons: str, by, at, seen: Seen | None = None
) -> PartnerView:
    """Give one's own body's view on notifying. Each partner speaks for one body. One
    that is against what was decided already is told to the scrutineer."""
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
        _tell_of_later_dissent(it, seat, view, by=by, at=at)
        given = PartnerView.objects.create(
            **belonging_to(it),
            seat=seat,
            person=by,
            view=view,
            given_at=at,
            reasons=reasons,
        )
        seats = PartnerView.objects.filter(case=it).values_list("seat", flat=True)
        if set(seats) >= set(Seat):
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
            name_gap(it, kind="dr_1", label=STILL_OPEN["dr_1"], at=at)
        else:
            name_each_not_weighed(it, at=at)
        _tell_scrutineers(it, dissenting, by=by, at=at)
        _tell_referrers(it, outcome, by=by, at=at)
        return NotificationDecision.objects.create(
            **belonging_to(it),
            outcome=outcome,
            decided_at=at,
            decided_by=by.actor_name,
            concluded=concluded.duty if concluded else "",
            dissenting=dissenting,
            reasons=reasons,
        )


def _tell_of_later_dissent(case, seat, view, *, by, at):
    """Once: who had disagreed before is known already."""
    stands = what_stands_on_notifying(case)
    if stands and disagrees_with(stands, view) and seat not in who_disagrees(case):
        _tell_scrutineers(case, [seat], by=by, at=at)


def _tell_scrutineers(case, dissenting, *, by, at):
    if not dissenting:
        return
    people = people_to_tell(case, [Role.SCRUTINEER], at=at)
    tell("partners_disagree", people, case, by=by, at=at)


def _tell_referrers(case, outcome, *, by, at):
    """Tell each referrer who may be written to, in neutral words, that the Panel is not
    notified. Who was told so already is not told again, nor is anybody once it was."""
    letter = TOLD_TO_REFERRERS.get(outcome)
    if letter is None or case.stage not in STILL_TO_BE_TOLD:
        return
    for referral in referrals_of_case(case):
        tell_referrer(letter, about=referral, once=at.isoformat(), by=by, at=at)


def tell_partners(case: Case, *, by, at, seen: Seen | None = None) -> None:
    """Record that the safeguarding partners of the area were told, and send each of
    them the reference."""
    with carrying_out(process.TELL_PARTNERS, case, by=by, at=at, seen=seen) as it:
        people = able_on_the_list(it, [Role.DELEGATED_PARTNER], at=at)
        tell("partners_told", people, it, by=by, at=at)


def record_looked_after_death(
    subject: Case | Child, *, aware_on, by, at, seen: Seen | None = None
) -> None:
    """Record that a child in care has died, whatever the cause. Five working days run
    from the day on which the local authority knew."""
    _record_death(
        process.RECORD_LOOKED_AFTER_DEATH,
        subject,
        aware_on=aware_on,
        by=by,
        at=at,
        seen=seen,
    )


def record_care_leaver_death(
    subject: Case | Child, *, aware_on, by, at, seen: Seen | None = None
) -> None:
    """Record that a care-experienced young person has died. Five working days run from
    the day on which the local authority knew."""
    _record_death(
        process.RECORD_CARE_LEAVER_DEATH,
        subject,
        aware_on=aware_on,
        by=by,
        at=at,
        seen=seen,
    )


def _record_death(step, subject, *, aware_on, by, at, seen):
    with carrying_out(step, subject, by=by, at=at, effective_on=aware_on, seen=seen):
        pass


def begin_other_learning(
    case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Case:
    """Go on to learn from it in another way than by a practice review, and say how."""
    with carrying_out(
        process.BEGIN_OTHER_LEARNING, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        return it


def note_open_item(
    case: Case, *, lacks: str, by, at, seen: Seen | None = None
) -> OpenItem:
    """Note something that nobody knows yet of an incident. It stands on the case,
    blocks nothing, and stays open until somebody answers."""
    label = LACKING[lacks]
    return raise_open_item(case, kind=lacks, label=label, by=by, at=at, seen=seen)
