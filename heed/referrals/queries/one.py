"""One referral, and what stands beside it."""

from django.db.models import Count, OuterRef, Q, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404

from heed.cases.kept import has_any
from heed.cases.models import Case, Deadline, OpenItem, StepTaken
from heed.cases.queries import ShownDeadline, shown
from heed.correspondence.models import IncomingEmail
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.partnership.queries import units_of
from heed.referrals.models import (
    AddedInformation,
    Channel,
    ChildAtRisk,
    Referral,
    Referrer,
    SplitOff,
)
from heed.referrals.splitting import Said
from heed.rulebook import process
from heed.rulebook.clocks import ACKNOWLEDGEMENT


def _one(found, public_id: str) -> Referral:
    beside = ("partnership", "organisation", "drafted_by", "lead", "case", "email")
    return get_object_or_404(found.select_related(*beside), public_id=public_id)


def received_for(person, public_id: str, *, at) -> Referral:
    """The referral at this address, once it is received, for who may read it at the
    desk, with what others added and decided; else Http404."""
    found = _one(Referral.objects.at_the_desk_of(person, at=at), public_id)
    if found.is_draft:
        raise Http404
    return found


def draft_in_organisation(person, public_id: str, *, at) -> Referral:
    """A draft, or what became of it, for its writer and the leads of the organisation
    in which it was written; else Http404."""
    found = Referral.objects.in_the_organisation_of(person, at=at)
    return _one(found, public_id)


def own_draft(person, public_id: str, *, at) -> Referral:
    """A draft that this person is writing and has not sent on; else Http404."""
    found = draft_in_organisation(person, public_id, at=at)
    if not found.is_draft or found.drafted_by_id != person.pk or found.is_typed_in:
        raise Http404
    return found


def typed_draft(person, public_id: str, *, at) -> Referral:
    """A referral that the business unit is typing in; else Http404."""
    found = _one(Referral.objects.at_the_desk_of(person, at=at), public_id)
    if not found.is_draft or not found.is_typed_in:
        raise Http404
    return found


def referrer_of(referral: Referral) -> Referrer | None:
    """Who sent a referral, unopened."""
    return Referrer.objects.filter(referral=referral).defer("identity").first()


def at_risk_of(referral: Referral) -> ChildAtRisk | None:
    """Whether somebody said that a child is or may be at risk, and who confirmed it."""
    return ChildAtRisk.objects.filter(referral=referral).first()


def open_risk_of(referral: Referral) -> ChildAtRisk | None:
    """A risk that was said in a referral, or in one joined to it, and that nobody has
    answered yet."""
    either = Q(referral=referral) | Q(referral__joined_to=referral)
    return ChildAtRisk.objects.filter(either, confirmed_at=None).first()


def child_at_risk_for(person, public_id: str, *, at) -> ChildAtRisk:
    """A risk that was said, also in a draft, for the business unit; else Http404."""
    found = ChildAtRisk.objects.filter(
        referral__case=None, partnership__in=units_of(person, at=at)
    ).select_related("referral", "referral__partnership")
    found = found.exclude(referral__in=Referral.objects.closed_to(person))
    return get_object_or_404(found, public_id=public_id)


def added_to(referral: Referral) -> list[AddedInformation]:
    """What was added to a referral after it was sent, in order."""
    return list(
        AddedInformation.objects.filter(referral=referral).select_related("email")
    )


def open_items_of_referral(referral: Referral) -> list[OpenItem]:
    """What a referral does not say and nobody has answered yet."""
    spine = referral.case_id or referral.pk
    return list(OpenItem.objects.filter(spine_id=spine, answered_at=None))


LOOK_AT = "split.added."


def gaps_to_ask_about(referral: Referral) -> list[OpenItem]:
    """What a referrer can be asked for: not what the business unit must look at."""
    found = open_items_of_referral(referral)
    return [item for item in found if not item.kind.startswith(LOOK_AT)]


def deadlines_of_referral(referral: Referral, *, at) -> list[ShownDeadline]:
    """The clocks of a referral that run or ran."""
    kept = Deadline.objects.filter(spine_id=referral.pk, superseded_at=None)
    kept = kept.select_related("partnership").prefetch_related("extensions")
    return [shown(deadline, at=at) for deadline in kept]


def unanswered(referral: Referral):
    """The clock by which a referrer is to be answered, while nobody has; also in the
    case that took the referral in."""
    return Deadline.objects.filter(
        clock=ACKNOWLEDGEMENT.slug,
        data_key_id=referral.data_key_id,
        met_on=None,
        superseded_at=None,
    )


def last_question(referral: Referral) -> StepTaken | None:
    """What the business unit, or the lead, asked last, and when."""
    asked = Q(step=process.RETURN_FOR_INFORMATION.slug) | Q(
        step=process.LEAD_DECIDES_TO_REFER.slug
    )
    return StepTaken.objects.filter(asked, spine_id=referral.pk).last()


def referral_of_reference(partnership, reference: str) -> Referral | None:
    """The referral of a partnership with this reference, if there is one."""
    found = Referral.objects.filter(partnership=partnership, reference=reference)
    return found.first()


def received_after(pk, *, at_most: int) -> list:
    """The ids of referrals that were received, in their order, after this one; None
    begins with the first."""
    found = Referral.objects.exclude(received_at=None).order_by("pk")
    found = found.filter(pk__gt=pk) if pk else found
    return list(found.values_list("pk", flat=True)[:at_most])


@asked_once
def referrals_of_case(case: Case) -> list[Referral]:
    """The referrals that a case began with or took in, in the order of arrival."""
    if not has_any(Referral, case):
        return []
    found = _referrals_of(case=case.pk)
    for referral in found:
        referral.case = case
    return found


@Prepared
def _referrals_of(*, case):
    added = AddedInformation.objects.filter(referral=OuterRef("pk")).order_by()
    counted = added.values("referral").annotate(count=Count("pk")).values("count")
    marked = Referral.objects.filter(case=case).annotate(additions=Subquery(counted))
    return marked.select_related("organisation").order_by("received_at", "reference")


def joined_to(referral: Referral) -> list[Referral]:
    """The referrals that were joined to this one, and the one it was joined to."""
    both = Q(joined_to=referral) | Q(pk=referral.joined_to_id)
    return list(Referral.objects.filter(both))


def said_in(referral: Referral) -> Said:
    """What a referral says, as it is taken apart."""
    return Said(
        referral.answers,
        referral.reading or {},
        referral.withheld or {},
        unsaid=flags_unsaid(referral),
    )


SAYS_NOTHING_NEW = frozenset({"public_referrer"})
NOT_ASKED_ON_A_SCREEN = frozenset({"unsigned", "referral_date_missing"})


def flags_unsaid(referral: Referral) -> frozenset[str]:
    """The doubts that always are so of a form on a screen, and that no page says."""
    if referral.channel in {Channel.PORTAL, Channel.ORGANISATION}:
        return SAYS_NOTHING_NEW | NOT_ASKED_ON_A_SCREEN
    return SAYS_NOTHING_NEW


def splits_of(referral: Referral, person, *, at) -> list[SplitOff]:
    """What was taken out of a referral, and what it was taken out of, of what this
    person may read."""
    mine = Referral.objects.at_the_desk_of(person, at=at)
    both = Q(referral=referral, taken__in=mine) | Q(taken=referral, referral__in=mine)
    found = SplitOff.objects.filter(both, back_at=None).defer("before")
    return list(found.select_related("referral__case", "taken__case"))


def split_of(referral: Referral, person, public_id: str, *, at) -> SplitOff:
    """What a referral said before it was split, or what it was taken out of did, for
    who may read both; else Http404."""
    for each in splits_of(referral, person, at=at):
        if each.public_id == public_id:
            return each
    raise Http404


def case_opened_from(referral: Referral) -> Case | None:
    """The case that holds a referral now."""
    return Case.objects.filter(referrals=referral).first()


def case_opened_by(person, once: str) -> Case | None:
    """The case that this person opened by this very page; None for any other page."""
    taken = StepTaken.objects.filter(
        step=process.OPEN_CASE.slug, once=once or None, by_id=str(person.pk)
    ).first()
    return taken.case if taken and once else None


def referral_made_by(person, once: str) -> Referral | None:
    """The referral that this person made of an email by this very page; None for any
    other page."""
    taken = StepTaken.objects.filter(
        step=process.REFER.slug, once=once or None, by_id=str(person.pk)
    ).first()
    return Referral.objects.get(pk=taken.spine_id) if taken and once else None


def readable_reference(person, reference: str, *, at) -> Referral | None:
    """The received referral with this reference, if this person may read it."""
    found = Referral.objects.at_the_desk_of(person, at=at).filter(
        reference=reference.strip().upper()
    )
    return found.exclude(reference="").first()


@asked_once
def emails_of_referral(referral: Referral) -> list[IncomingEmail]:
    """The emails from which a referral was made, or that were put with it."""
    came = Q(pk=referral.email_id) | Q(
        pk__in=AddedInformation.objects.filter(referral=referral).values("email")
    )
    found = IncomingEmail.objects.filter(came).order_by("arrived_at")
    return list(found.prefetch_related("copies"))
