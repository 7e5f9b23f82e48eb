"""A referral that tells of two incidents becomes two, and perhaps one again. What was
sent is kept whole beside it; both count from the day on which it came."""

from collections.abc import Collection, Mapping

from django.db import transaction

from heed import clock
from heed.audit.actors import SystemActor
from heed.cases.actions import allot_reference
from heed.cases.deadlines import running_deadline
from heed.cases.gaps import name_gap
from heed.cases.models import OpenItem
from heed.cases.steps import Refused, Seen, carrying_out, then_take, would_be_taken
from heed.referrals.actions.checking import fill_what_is_said
from heed.referrals.actions.indexing import index_referral
from heed.referrals.actions.moving import (
    Copies,
    Papers,
    Rows,
    share_added,
    share_papers,
)
from heed.referrals.models import (
    Checked,
    ChildAtRisk,
    Referral,
    Referrer,
    SplitOff,
)
from heed.referrals.queries.checked import first_known_day, reading_of
from heed.referrals.queries.one import said_in
from heed.referrals.splitting import (
    BOTH,
    GOES,
    STAYS,
    Said,
    item_in,
    parts_of,
    split,
)
from heed.referrals.understanding import missing_from
from heed.rulebook import process
from heed.rulebook.clocks import TRIAGE
from heed.rulebook.language import Stage
from heed.vault.actions import new_data_key, wrap_under
from heed.vault.models import DataKey

WITH_THE_FIRST = SystemActor("acknowledgement")
NOTHING_APART = (
    "As chosen, both would say the same. Say of one child or one part at least that "
    "it belongs to one of them alone."
)
NOTHING_LEFT = "As chosen, one of them would say nothing. Leave something in each."
SPLIT_SINCE = (
    "{reference} was split again since. Put that together first, then these two."
)
IS_JOINED = (
    "{one} is joined to {other}. Take {one} out again first, then split. You can join "
    "it again afterwards, to the one that it belongs to."
)
ITSELF = ("email", "begun_at", "risk_now", "channel")
WHEN = ("received_at", "considered_at", "stated_on")
OF_THE_ORGANISATION = ("organisation", "drafted_by", "lead", "handed_over_at")
OF_ITS_SENDER = ("lead_decision", "agency", "agency_kind", "agency_settled_at")
SHARED = (*ITSELF, *WHEN, *OF_THE_ORGANISATION, *OF_ITS_SENDER)


def split_referral(
    referral: Referral,
    *,
    parts: Mapping[str, str],
    papers: Mapping[str, str],
    added: Mapping[str, str],
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Referral:
    """Take a second incident out of a referral, into one of its own. Of each part, each
    paper and each thing that was added somebody says whether it stays, goes, or stands
    in both; what nobody speaks of stands in both. Gives the new one."""
    asked = {"by": by, "at": at, "reasons": reasons, "seen": seen}
    key, copies = None, {}
    if would_be_taken(process.SPLIT_REFERRAL, referral, **asked):
        key, copies = _copied(referral, papers, by=by, at=at)
    with carrying_out(
        process.SPLIT_REFERRAL, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if it.case_id:
            raise Refused("A case holds this referral. Put things right in the case.")
        _must_stand_alone(it)
        answered = _answered_before(it)
        here, there = _in_two(it, {**parts})
        taken = _refer(it, there, key, reasons=reasons, by=by, at=at)
        _keep_what_it_was(it, taken, here, there, by=by, at=at)
        _share_checked(it, taken, here, there)
        share_papers(it, taken, papers, copies, by=by, at=at)
        share_added(it, taken, added, by=by, at=at)
        it.answers, it.reading, it.withheld = here.answers, here.reading, here.withheld
        it.save(update_fields=WHAT_IT_SAYS)
        for each in (it, taken):
            index_referral(each, by=by, at=at)
            _name_what_is_missing(each, it, answered, at=at)
    return taken


WHAT_IT_SAYS = ["answers", "reading", "withheld"]


def _must_stand_alone(it: Referral) -> None:
    """What is joined shares who stepped back and which addresses are withheld: taken
    apart as well, one of them would lack what the other knows."""
    if joined := Referral.objects.filter(joined_to=it).first():
        raise Refused(IS_JOINED.format(one=joined.reference, other=it.reference))


def _in_two(it: Referral, parts: Mapping[str, str]) -> tuple[Said, Said]:
    said = said_in(it)
    where = {parts.get(part.name, BOTH) for part in parts_of(said)}
    if where <= {BOTH}:
        raise Refused(NOTHING_APART)
    if where in ({STAYS}, {GOES}):
        raise Refused(NOTHING_LEFT)
    return split(said, parts)


def _copied(referral: Referral, chosen, *, by, at) -> tuple[DataKey | None, Copies]:
    """The key of the new one, and the papers that it gets, sealed under it."""
    papers = Papers.that_go(referral, chosen)
    if not papers:
        return None, {}
    with transaction.atomic():
        key = _new_key(referral, by=by, at=at)
    return key, Papers.copied(papers, key)


def _new_key(it: Referral, *, by, at) -> DataKey:
    whose = {"partnership_id": it.partnership_id, "purpose": "referral"}
    return new_data_key(**whose, by=by, at=at)


def _refer(
    it: Referral, there: Said, key: DataKey | None, *, reasons: str, by, at
) -> Referral:
    """The new one: under a key and a reference of its own, from the same sender, and
    counted from the same day. The sender was answered with the first."""
    running = running_deadline(it, TRIAGE)
    came = it.stated_on or clock.london_date(it.received_at)
    taken = Referral(
        data_key=key or _new_key(it, by=by, at=at),
        partnership=it.partnership,
        stage=Stage.CONCERN,
        answers=there.answers,
        reading=there.reading,
        withheld=there.withheld,
        **{name: getattr(it, name) for name in SHARED},
    )
    on = running.counted_from_on if running else came
    with carrying_out(process.REFER, taken, by=by, at=at, effective_on=on) as new:
        new.reference = allot_reference(it.partnership, by=by, at=at)
        new.save(force_insert=True)
        then_take(new, process.SPLIT_REFERRAL, by=by, at=at, reasons=reasons)
        then_take(new, process.ACKNOWLEDGE_REFERRAL, by=WITH_THE_FIRST, at=at)
        _share_sender(it, new, by=by, at=at)
        _share_risk(it, new)
        _share_interests(it, new)
    return new


def _share_sender(it: Referral, new: Referral, *, by, at) -> None:
    if it.email:
        wrap_under(it.email.data_key, parent_key=new.data_key, by=by, at=at)
    kept = Referrer.objects.get(referral=it)
    key = new_data_key(
        partnership_id=it.partnership_id, purpose="referrer", by=by, at=at
    )
    wrap_under(key, parent_key=new.data_key, by=by, at=at)
    Referrer.objects.create(
        data_key=key,
        partnership_id=it.partnership_id,
        referral=new,
        withheld=kept.withheld,
        may_be_written_to=kept.may_be_written_to,
        identity=kept.identity,
    )


def _share_risk(it: Referral, new: Referral) -> None:
    """Whether a child is at risk stands on both until it is answered on each; where
    it was answered, the answer does."""
    if kept := ChildAtRisk.objects.filter(referral=it).first():
        Rows.again(kept, new, OF_A_RISK)


def _share_interests(it: Referral, new: Referral) -> None:
    for kept in it.interests.all():
        Rows.again(kept, new, ("person", "declared_at", "details"))


OF_A_RISK = (
    "raised_at",
    "confirmed_at",
    "confirmed_by",
    "answer",
    "told_at",
    "told",
    "outcome",
)
OF_A_CHECK = ("item", "answer", "said_at", "said_by", "read", "said")


def _keep_what_it_was(it: Referral, taken: Referral, here, there, *, by, at) -> None:
    said = said_in(it)
    SplitOff.objects.create(
        data_key_id=it.data_key_id,
        partnership_id=it.partnership_id,
        referral=it,
        taken=taken,
        split_at=at,
        split_by=by.actor_name,
        earliest_on=first_known_day(it),
        before={
            "answers": said.answers,
            "reading": said.reading,
            "withheld": said.withheld,
            "here": dict(here.renamed),
            "there": dict(there.renamed),
        },
    )


def _share_checked(it: Referral, taken: Referral, here: Said, there: Said) -> None:
    """What people said of what was understood goes with the thing of which they said
    it."""
    for kept in Checked.objects.filter(referral=it):
        in_it, in_taken = (item_in(half.renamed, kept.item) for half in (here, there))
        if in_it and in_taken:
            Rows.again(kept, taken, OF_A_CHECK, item=in_taken)
        elif in_taken:
            Rows.over(kept, taken, OF_A_CHECK, item=in_taken)
        if in_it and in_it != kept.item:
            kept.item = in_it
            kept.save(update_fields=["item"])


def _answered_before(it: Referral) -> set[str]:
    """The kinds of what was missing and was answered: neither lacks it again."""
    missing = missing_from(reading_of(it), Referrer.objects.get(referral=it).identity)
    still = OpenItem.objects.filter(spine_id=it.pk, answered_at=None)
    return set(missing) - {item.kind for item in still}


def _name_what_is_missing(
    each: Referral, first: Referral, answered: Collection[str], *, at
) -> None:
    identity = Referrer.objects.get(referral=each).identity
    missing = missing_from(reading_of(each), identity)
    of_lead = OpenItem.objects.filter(spine_id=first.pk, kind="referral.lead")
    for item in of_lead.filter(answered_at=None):
        missing |= {item.kind: item.label}
    for kind in missing.keys() - answered:
        name_gap(each, kind=kind, label=missing[kind], at=at)


# One again


def say_it_whole(first: Referral, taken: Referral, *, reasons: str, by, at) -> None:
    """Put together again what was split, inside the step that joins the two: the first
    says what it said before, with what people put right since in either. It is a step
    of the first too: who had its page open before does not press on it as it was."""
    kept = SplitOff.objects.select_for_update().filter(
        referral=first, taken=taken, back_at=None
    )
    if not (row := kept.first()):
        return
    _must_be_the_last(row, first, taken)
    before = row.before
    with carrying_out(
        process.PUT_TOGETHER_AGAIN, first, by=by, at=at, reasons=reasons
    ) as it:
        it.answers, it.reading = before["answers"], before["reading"]
        it.withheld = before["withheld"]
        it.save(update_fields=WHAT_IT_SAYS)
        row.back_at = at
        row.save(update_fields=["back_at"])
        _bring_back_checked(it, taken, before)
        fill_what_is_said(it, by=by, at=at)
        index_referral(it, by=by, at=at)


def _must_be_the_last(row: SplitOff, first: Referral, taken: Referral) -> None:
    later = SplitOff.objects.filter(back_at=None, split_at__gte=row.split_at)
    for each in (first, taken):
        if later.filter(referral=each).exclude(pk=row.pk).exists():
            raise Refused(SPLIT_SINCE.format(reference=each.reference))


def _bring_back_checked(first: Referral, taken: Referral, before: dict) -> None:
    """What people said since of what stood in the first one, and of what stood in the
    other. Of what stood in both the later word counts."""
    was_here = {now: name for name, now in before["here"].items()}
    for kept in Checked.objects.filter(referral=first):
        item = item_in(was_here, kept.item)
        if item and item != kept.item:
            kept.item = item
            kept.save(update_fields=["item"])
    was_there = {now: name for name, now in before["there"].items()}
    known = {
        (each.item, each.said_at, each.answer, each.said)
        for each in Checked.objects.filter(referral=first)
    }
    for kept in Checked.objects.filter(referral=taken):
        item = item_in(was_there, kept.item)
        if item and (item, kept.said_at, kept.answer, kept.said) not in known:
            Rows.again(kept, first, OF_A_CHECK, item=item)
