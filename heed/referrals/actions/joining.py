"""It proves that two are about the same child and incident, or that they are not."""

from heed import clock
from heed.cases.actions import (
    adopt,
    give_back,
    keep_incident_days,
    note_earliest_awareness,
)
from heed.cases.deadlines import running_deadline
from heed.cases.gaps import name_gap
from heed.cases.models import Case, Deadline
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals.actions.interests import carry_over
from heed.referrals.actions.risk import hand_to_case
from heed.referrals.actions.splitting import say_it_whole
from heed.referrals.actions.withheld import keep_apart
from heed.referrals.models import ChildAtRisk, Referral, SplitOff
from heed.referrals.queries.checked import first_known_day, reading_of
from heed.referrals.understanding import days_of
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, TRIAGE
from heed.rulebook.language import Stage

JOINED = "joined"
EARLIER = (
    "A referral that was joined speaks of an earlier day than that on which the local "
    "authority is said to have become aware. Is that day still right?"
)
HELD_ALREADY = "A case holds this referral already."
WAS_SET_ASIDE = (
    "{reference} was set aside: joined to it, this one would be decided by nobody. Ask "
    "to look at {reference} again first."
)
TAKEN_OUT_OF = "{taken} was taken out of {first}. Join {taken} to {first} instead."


def join_to_case(
    referral: Referral, case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Join a referral to a case that is about the same child and incident. What it says
    stays as it is, both histories and receipts are kept, and the earliest awareness
    counts."""
    with carrying_out(
        process.MERGE_CASE, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if it.case_id:
            raise Refused(HELD_ALREADY)
        if case.partnership_id != it.partnership_id:
            raise Refused("A referral is joined to a case of its own partnership.")
        take_in(Case.objects.select_for_update().get(pk=case.pk), it, by=by, at=at)
        _end_triage(case, it, at=at)
    return it


def join_to_referral(
    referral: Referral,
    other: Referral,
    *,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Referral:
    """Join a referral to another that no case holds yet. They go on together: a case
    that takes in the one takes in both. Each keeps its receipt and its history. What
    had been split off says again, in the first, what it said there."""
    with carrying_out(
        process.MERGE_CASE, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if it.case_id:
            raise Refused(HELD_ALREADY)
        kept = Referral.objects.select_for_update().get(pk=other.pk)
        come = [it, *Referral.objects.filter(joined_to=it)]
        for each in come:
            _may_take(kept, each)
            each.joined_to = kept
            each.save(update_fields=["joined_to"])
        _end_triage(it, it, at=at)
        for each in come:
            say_it_whole(kept, each, reasons=reasons, by=by, at=at)
    return it


def _may_take(other: Referral, referral: Referral) -> None:
    if other.pk == referral.pk or other.partnership_id != referral.partnership_id:
        raise Refused("A referral is joined to another one of its own partnership.")
    if other.is_draft or other.stage == Stage.MERGED:
        raise Refused(f"{other.reference} has itself been joined to another.")
    if other.case_id:
        raise Refused(f"A case holds {other.reference}. Join this one to that case.")
    if other.stage == Stage.NOT_PURSUED:
        raise Refused(WAS_SET_ASIDE.format(reference=other.reference))
    if SplitOff.objects.filter(referral=referral, taken=other, back_at=None).exists():
        raise Refused(
            TAKEN_OUT_OF.format(taken=other.reference, first=referral.reference)
        )


def separate(
    referral: Referral, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Take a referral out of what it was joined to: it stands by itself again, with
    what came with it. Its clocks ran on meanwhile, as if it had never been joined."""
    if referral.case_id is None:
        return _let_go(referral, reasons=reasons, by=by, at=at, seen=seen)
    with carrying_out(
        process.SEPARATE_REFERRAL, referral.case, by=by, at=at, reasons=reasons
    ):
        return _let_go(referral, reasons=reasons, by=by, at=at, seen=seen)


def _let_go(referral, *, reasons, by, at, seen):
    with carrying_out(
        process.SEPARATE_REFERRAL, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        stand_alone(it, by=by, at=at)
    return it


def stand_alone(it: Referral, *, by, at) -> None:
    """Let a referral stand by itself again, inside what separates it."""
    if it.case_id:
        held = give_back(it.case, it, by=by, at=at)
        _take_back_risk(it, since=held.since)
    it.case = it.joined_to = None
    it.save(update_fields=["case", "joined_to"])
    ended = Deadline.objects.filter(spine_id=it.pk, ended_because=JOINED)
    for deadline in ended:
        deadline.met_on, deadline.ended_because = None, ""
        deadline.save(update_fields=["met_on", "ended_because"])


def _take_back_risk(referral: Referral, *, since) -> None:
    """A risk that became an action of a case stands on its own referral again, when
    that leaves the case. The action of the case stays too: a child may need it."""
    kept = ChildAtRisk.objects.filter(referral=referral, confirmed_at=since).first()
    if kept and not kept.outcome:
        kept.confirmed_at, kept.confirmed_by = None, ""
        kept.save(update_fields=["confirmed_at", "confirmed_by"])


def take_in(case: Case, it: Referral, *, by, at) -> None:
    """Put a referral into a case, and those that were joined to it, inside a step."""
    for each in [it, *Referral.objects.filter(joined_to=it)]:
        adopt(case, each, by=by, at=at)
        each.case = case
        each.save(update_fields=["case"])
        hand_to_case(each, case, by=by, at=at)
        keep_apart(case, each, by=by, at=at)
        carry_over(case, each, by=by, at=at)
        _note_awareness(case, each, by=by, at=at)
        _note_when(case, each, by=by, at=at)


def _end_triage(spine, referral: Referral, *, at) -> None:
    own = Deadline.objects.filter(
        clock=TRIAGE.slug,
        met_on=None,
        spine_id=spine.pk,
        data_key_id=referral.data_key_id,
    )
    for deadline in own:
        deadline.met_on, deadline.ended_because = clock.london_date(at), JOINED
        deadline.save(update_fields=["met_on", "ended_because"])


def _note_awareness(case: Case, it: Referral, *, by, at) -> None:
    earliest = first_known_day(it)
    running = running_deadline(case, NOTIFICATION_DUE)
    if met := _notified_in(case):
        if earliest < met.counted_from_on:
            name_gap(case, kind="awareness.earlier", label=EARLIER, at=at)
    elif running is None or earliest < running.counted_from_on:
        note_earliest_awareness(case, on=earliest, by=by, at=at)


def _notified_in(case: Case) -> Deadline | None:
    """The clock of the notification, once that was sent: it does not run anew."""
    kept = Deadline.objects.filter(case=case, clock=NOTIFICATION_DUE.slug)
    return kept.filter(superseded_at=None).exclude(met_on=None).last()


def _note_when(case: Case, it: Referral, *, by, at) -> None:
    """When it happened, as the first referral says that can be understood. A day after
    the referral is a mistake, and left to a person."""
    days = days_of((reading_of(it).get("incident") or {}).get("date"))
    received_on = it.stated_on or clock.london_date(it.received_at)
    if days and case.happened_on is None and days[0] <= received_on:
        keep_incident_days(case, first=days[0], last=days[1], by=by, at=at)
