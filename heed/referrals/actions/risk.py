"""A child is, or may be, at risk now. The desk is told at once, also of a draft."""

from django.db import transaction
from django.urls import reverse

from heed.cases.actions.opening import belonging_to
from heed.cases.models import SafetyAction
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals.letters import tell_business_unit
from heed.referrals.models import ChildAtRisk, Referral
from heed.rulebook import process

ASKED_FOR = (
    "A referral says that a child is, or may be, at risk now. Make sure that those who "
    "can make the child safe know, and say what they did."
)


def say_child_at_risk(
    referral: Referral, *, by, at, seen: Seen | None = None
) -> ChildAtRisk:
    """Tell the business unit at once that a child is or may be at risk; said once, it
    stands until somebody confirms it."""
    if kept := ChildAtRisk.objects.filter(referral=referral).first():
        return kept
    with carrying_out(
        process.RAISE_SAFETY_ACTION, referral, by=by, at=at, seen=seen
    ) as it:
        return keep_child_at_risk(it, by=by, at=at)


def keep_child_at_risk(referral: Referral, *, by, at) -> ChildAtRisk:
    """Keep what must be confirmed, and write to the business unit, inside a step."""
    kept = ChildAtRisk.objects.create(
        data_key_id=referral.data_key_id,
        partnership_id=referral.partnership_id,
        referral=referral,
        raised_at=at,
    )
    link = reverse("child_at_risk", args=[kept.public_id])
    tell_business_unit("child_at_risk", about=referral, link=link, by=by, at=at)
    return kept


def confirm_child_safe(
    at_risk: ChildAtRisk,
    *,
    outcome: str,
    answer: str = ChildAtRisk.Answer.YES,
    told: str = "",
    told_at=None,
    by,
    at,
    seen: Seen | None = None,
) -> ChildAtRisk:
    """Answer whether a child is at risk now: who was told, when, and what they did; or
    how it is known that none is."""
    with carrying_out(
        process.CONFIRM_SAFETY_ACTION,
        at_risk.referral,
        by=by,
        at=at,
        reasons=outcome,
        seen=seen,
    ):
        kept = ChildAtRisk.objects.select_for_update().get(pk=at_risk.pk)
        if kept.confirmed_at:
            raise Refused(f"{kept.confirmed_by} has confirmed this already.")
        if told_at and told_at > at:
            raise Refused("They cannot have been told in the future.")
        kept.confirmed_at, kept.confirmed_by = at, by.actor_name
        kept.answer, kept.outcome = answer, outcome or None
        kept.told, kept.told_at = told or None, told_at
        kept.save(update_fields=ANSWERED)
    return kept


ANSWERED = ["confirmed_at", "confirmed_by", "answer", "told", "told_at", "outcome"]


def hand_to_case(referral: Referral, case, *, by, at) -> None:
    """Make an action for safety of the case out of a risk that nobody has confirmed,
    so that it stands at the top of each of its pages."""
    open_one = ChildAtRisk.objects.filter(referral=referral, confirmed_at=None).first()
    if open_one is None:
        return
    with transaction.atomic():
        SafetyAction.objects.create(
            **belonging_to(case),
            what=ASKED_FOR,
            owner_organisation="Children’s social care",
            due_at=open_one.raised_at,
            raised_at=open_one.raised_at,
            raised_by="The referral",
        )
        open_one.confirmed_at = at
        open_one.confirmed_by = f"{by.actor_name}, who made it an action of the case"
        open_one.save(update_fields=["confirmed_at", "confirmed_by"])
