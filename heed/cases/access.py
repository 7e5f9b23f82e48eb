"""Who somebody is to a case. The one authorisation function stands here."""

from dataclasses import dataclass

from django.db.models import Q

from heed import clock
from heed.cases.models import AccessGrant, Case, Exclusion
from heed.partnership.queries import roles_of
from heed.rulebook.language import Role, Seat, Step
from heed.rulebook.process import STAGES


@dataclass(frozen=True)
class Standing:
    """A role that somebody holds in front of a case, and the seat it sits on."""

    role: Role
    seat: str = ""


WITHOUT_ACCOUNT = {
    "anonymous_referrer": (Role.PUBLIC, Role.REFERRER),
    "link_holder": (Role.AGENCY_CONTRIBUTOR,),
    "system": (Role.SYSTEM,),
}


def standings_of(by, subject, *, at) -> set[Standing]:
    """Every role that this actor holds in front of this case, referral or row of a
    case, today."""
    spine = subject.spine
    if by.actor_kind != "person":
        return {Standing(role) for role in WITHOUT_ACCOUNT[by.actor_kind]}
    today = clock.london_date(at)
    held = {
        Standing(Role(held.role), held.seat or "")
        for held in roles_of(by, spine.partnership, on=today)
    }
    if not isinstance(spine, Case) or spine._state.adding:
        return held
    granted = {
        Standing(Role(grant.role), grant.seat)
        for grant in AccessGrant.objects.filter(
            case=spine, person=by, revoked_at=None, starts_on__lte=today
        ).filter(Q(ends_on=None) | Q(ends_on__gte=today))
    }
    if is_excluded(by, spine):
        return set()
    return (held & granted) | _standings_on_the_row(by, subject, at=at)


def _standings_on_the_row(person, subject, *, at) -> set[Standing]:
    """The roles in which a row is open to somebody who need not be on the case's list:
    an action to its owner. A row whose model says nothing is open to nobody so."""
    open_to = getattr(subject, "open_to", None)
    return {Standing(role) for role in open_to(person, at=at)} if open_to else set()


def is_excluded(person, case) -> bool:
    """Whether a conflict of interest keeps this person from this case."""
    return Exclusion.objects.filter(case=case, person=person, lifted_at=None).exists()


def standing_for(
    step: Step, subject, by, *, at, standings: set[Standing] | None = None
) -> Standing | None:
    """The standing in which this actor may take this step, if any. Who asks of many
    steps at once asks for the actor's standings once, and hands them over."""
    if standings is None:
        standings = standings_of(by, subject, at=at)
    for standing in sorted(standings, key=lambda s: s.role):
        if standing.role in step.by and step.seat in {None, standing.seat or None}:
            return standing
    return None


def why_not(
    step: Step, subject, by, *, at, standings: set[Standing] | None = None
) -> str | None:
    """Why this actor may not take this step now, as a sentence; None if they may.

    The person is asked about before the stage, so that a refusal tells a stranger
    nothing about where the case is."""
    if standings is None:
        standings = standings_of(by, subject, at=at)
    if not step.by & {s.role for s in standings}:
        return f"Only {_anyone_of(step.by)} may do this: {step.name.lower()}."
    if standing_for(step, subject, by, at=at, standings=standings) is None:
        seat = Seat(step.seat).replace("_", " ")
        return f"Only the {seat} may do this: {step.name.lower()}."
    stage = subject.spine.stage
    if stage not in step.at:
        return (
            f"“{step.name}” cannot be done while the case is at "
            f"“{STAGES[stage].label}”."
        )
    return None


def _anyone_of(roles: frozenset[Role]) -> str:
    names = sorted("a " + role.replace("_", " ") for role in roles)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
