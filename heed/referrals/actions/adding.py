"""What comes after a referral was sent: more information, or that it is taken back."""

from heed.cases.gaps import name_gap
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals import letters
from heed.referrals.actions.drafting import keep_paper
from heed.referrals.models import AddedInformation, Referral
from heed.referrals.queries import taken_out_of
from heed.referrals.queries.one import LOOK_AT
from heed.rulebook import process

ADDED = "added"
CAME_LATER = (
    "Something was added to {reference}, from which this was split off. Look there "
    "whether it is about this one."
)


def add_information(
    referral: Referral,
    *,
    words: str,
    by,
    at,
    files=(),
    email=None,
    seen: Seen | None = None,
) -> AddedInformation:
    """Add to a referral what became known later, beside what was said first. What its
    sender was asked, also about what was taken out of it, is answered by that; by what
    a program wrote, nothing is."""
    from_a_program = bool(email and email.automatic)
    step = process.KEEP_AUTOMATIC_EMAIL if from_a_program else process.ADD_INFORMATION
    with carrying_out(step, referral, by=by, at=at, seen=seen) as it:
        if it.is_draft:
            raise Refused("This has not been sent yet. Change it where it is written.")
        added = AddedInformation.objects.create(
            data_key_id=it.data_key_id,
            partnership_id=it.partnership_id,
            referral=it,
            email=email,
            added_at=at,
            added_by=by.actor_name,
            words=words or None,
        )
        for file in files:
            keep_paper(it, file=file, purpose=ADDED, by=by, at=at)
        letters.tell_business_unit(
            "information_added",
            about=it,
            link=letters.on_referral(it),
            once=str(added.pk),
            by=by,
            at=at,
        )
        _name_what_came(it, added, by=by, at=at)
        if not from_a_program:
            _is_answered(it)
    return added


def _is_answered(it: Referral) -> None:
    for part in [it, *taken_out_of(it)]:
        if part.asked_at:
            part.asked_at = None
            part.save(update_fields=["asked_at"])


def _name_what_came(it: Referral, added: AddedInformation, *, by, at) -> None:
    """Its sender knows the first reference alone: what comes to that may be about what
    was taken out of it, and whoever works with that must look."""
    words = CAME_LATER.format(reference=it.reference)
    for part in taken_out_of(it):
        stands_in = _stands_in(part)
        if stands_in == _stands_in(it):
            continue
        name_gap(stands_in, kind=f"{LOOK_AT}{it.reference}", label=words, at=at)
        letters.tell_business_unit(
            "information_added",
            about=part,
            link=letters.on_referral(part),
            once=str(added.pk),
            by=by,
            at=at,
        )


def _stands_in(referral: Referral):
    """Where a referral is considered: its case, what it was joined to, or itself."""
    return referral.case or referral.joined_to or referral


def withdraw_referral(
    referral: Referral, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Note that a referrer takes a referral back, and what they say. Consideration goes
    on: a child may need it all the same."""
    with carrying_out(
        process.WITHDRAW_REFERRAL, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        letters.tell_business_unit(
            "information_added",
            about=it,
            link=letters.on_referral(it),
            once=f"withdrawn:{at.isoformat()}",
            by=by,
            at=at,
        )
    return it
