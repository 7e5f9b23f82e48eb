"""From which agency a referral came is recorded, so that results can be looked at."""

from heed import clock
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals.models import Referral
from heed.referrals.queries.agencies import CameFrom, as_it_says, meant_by
from heed.rulebook import process

KNOWN_ALREADY = "It was drafted with an account of {name}. That is where it came from."
CODED = ["agency", "agency_kind", "agency_settled_at"]


def say_where_it_came_from(
    referral: Referral, *, came_from: str, by, at, seen: Seen | None = None
) -> Referral:
    """Record the agency of the directory from which a referral came, or what sort of
    sender it was; nothing, where it is not known."""
    with carrying_out(
        process.SAY_WHERE_IT_CAME_FROM, referral, by=by, at=at, seen=seen
    ) as it:
        if it.organisation:
            raise Refused(KNOWN_ALREADY.format(name=it.organisation.name))
        code_agency(it, came_from=came_from, by=by, at=at)
    return it


def code_agency(it: Referral, *, came_from: str, by, at) -> None:
    """Keep what a person says of where a referral came from, inside a step."""
    _keep(it, meant_by(came_from, it.partnership), settled_at=at)


def code_as_it_says(it: Referral, identity: dict, *, by, at) -> None:
    """Keep where a referral says that it came from, until a person says. Inside a
    step."""
    if not it.organisation:
        said = as_it_says(it, identity, on=clock.london_date(at))
        _keep(it, said, settled_at=None)


def _keep(it: Referral, said: CameFrom, *, settled_at) -> None:
    it.agency, it.agency_kind = said.agency, said.kind
    it.agency_settled_at = settled_at
    it.save(update_fields=CODED)
