"""Who of the business unit has an interest in a referral, before there is a case."""

from heed.cases.actions.interests import keep_out_from_the_first
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals import letters
from heed.referrals.models import Referral, ReferralInterest
from heed.referrals.queries import split_apart
from heed.rulebook import process


def step_back(
    referral: Referral, *, details: str, by, at, seen: Seen | None = None
) -> ReferralInterest:
    """Say that one has, or may have, an interest in a referral. It is closed to oneself
    from now on, whatever one's role, and so is the case that comes of it. So is what
    was split off it, or of which it was split off."""
    with carrying_out(
        process.STEP_BACK_FROM_REFERRAL, referral, by=by, at=at, seen=seen
    ) as it:
        if it.case_id:
            raise Refused("A case holds this referral now. Say it there.")
        kept = _declared(it, details, by=by, at=at)
        for other in split_apart(it):
            _close(other, details, by=by, at=at)
        link = letters.on_referral(it)
        letters.tell_business_unit("stepped_back", about=it, link=link, by=by, at=at)
    return kept


def _close(other: Referral, details: str, *, by, at) -> None:
    """Close to somebody what came out of the same paper too, or its case."""
    if not other.interests.filter(person=by).exists():
        _declared(other, details, by=by, at=at)
    if other.case:
        case = Case.objects.select_for_update().get(pk=other.case_id)
        said = {"details": details or None, "declared_at": at}
        keep_out_from_the_first(case, by, **said, by=by, at=at)


def _declared(it: Referral, details: str, *, by, at) -> ReferralInterest:
    return ReferralInterest.objects.create(
        data_key_id=it.data_key_id,
        partnership_id=it.partnership_id,
        referral=it,
        person=by,
        declared_at=at,
        details=details or None,
    )


def carry_over(case: Case, referral: Referral, *, by, at) -> None:
    """Keep who stepped back from a referral out of the case that takes it in, inside
    that step. Whether they stay out is then decided as in every case."""
    for kept in referral.interests.select_related("person"):
        keep_out_from_the_first(
            case,
            kept.person,
            details=kept.details,
            declared_at=kept.declared_at,
            by=by,
            at=at,
        )
