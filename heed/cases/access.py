"""Who somebody is to a case. The one authorisation function stands here."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from heed import clock
from heed.cases.models import AccessGrant, Case, Exclusion
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.partnership.queries import (
    people_with,
    roles_in,
    roles_of,
    seats_everywhere,
)
from heed.rulebook.language import Role, Seat, Step
from heed.rulebook.process import STAGES
from heed.rulebook.roles import PARTNERS
from heed.ui.sentences import lowered


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


@asked_once
def standings_of(by, subject, *, at) -> set[Standing]:
    """Every role that this actor holds in front of this case, referral or row of a
    case, today."""
    spine = subject.spine
    if by.actor_kind != "person":
        return {Standing(role) for role in WITHOUT_ACCOUNT[by.actor_kind]}
    if not isinstance(spine, Case) or spine._state.adding:
        closed = not spine._state.adding and spine.is_closed_to(by)
        return set() if closed else _held_by(by, at=at).get(spine.partnership_id, set())
    on_the_list = standings_in([spine], by, at=at)[spine.pk]
    return on_the_list | _standings_on_the_row(by, subject, at=at)


def _held_by(person, *, at) -> dict[UUID, set[Standing]]:
    """The roles that somebody holds today, by partnership."""
    held: dict[UUID, set[Standing]] = {}
    for where, role, seat in seats_everywhere(person, clock.london_date(at)):
        held.setdefault(where, set()).add(Standing(Role(role), seat))
    return held


def _standings_on_the_row(person, subject, *, at) -> set[Standing]:
    """The roles in which a row is open to somebody who need not be on the case's list:
    an action to its owner. A row whose model says nothing is open to nobody so; and
    none is to somebody who holds no role in the partnership any more."""
    open_to, case = getattr(subject, "open_to", None), subject.spine
    where = getattr(subject, "opens_in", case.partnership_id)
    if open_to is None or where not in _held_by(person, at=at):
        return set()
    if is_excluded(person, case):
        return set()
    return {Standing(role) for role in open_to(person, at=at)}


def standings_in(cases, person, *, at) -> dict[UUID, set[Standing]]:
    """The same in each of these cases, by its id: two looks, however many they are."""
    held, granted = _held_by(person, at=at), places_of(person, cases, at=at)
    return {
        case.pk: held.get(case.partnership_id, set()) & granted[case.pk]
        for case in cases
    }


def places_of(person, cases, *, at) -> dict[UUID, set[Standing]]:
    """By case, the places that somebody has on its list today; none where a conflict
    of interest keeps them from it."""
    places: dict[UUID, set[Standing]] = {case.pk: set() for case in cases}
    if not places:
        return places
    who = {"person": person.pk, "today": clock.london_date(at)}
    for case_id, role, seat in _places(cases=tuple(places), **who):
        places[case_id].add(Standing(Role(role), seat or ""))
    return places


@Prepared
def _places(*, cases: tuple, person, today):
    excluded = Exclusion.objects.filter(
        case=OuterRef("case"), person=person, lifted_at=None
    )
    grants = _granted_on(today).filter(
        ~Exists(excluded), person=person, case__id__in=cases
    )
    return grants.order_by().values_list("case_id", "role", "seat")


def is_excluded(person, case) -> bool:
    """Whether a conflict of interest keeps this person from this case."""
    return Exclusion.objects.filter(case=case, person=person, lifted_at=None).exists()


def grants_on(case, *, at):
    """The places on a case's list that are taken today."""
    return _granted_today(at).filter(case=case)


def granted_to(person, *, at):
    """The places on lists of cases that somebody has today."""
    return _granted_today(at).filter(person=person).order_by()


def _granted_today(at):
    return _granted_on(clock.london_date(at))


def _granted_on(today):
    return AccessGrant.objects.filter(revoked_at=None, starts_on__lte=today).filter(
        Q(ends_on=None) | Q(ends_on__gte=today)
    )


def bodies_granted_to(by, case, *, at) -> set | None:
    """The organisations whose people somebody puts on a case's list: a partner their
    own; None for the manager, who puts anybody there."""
    if Role.MANAGER in {standing.role for standing in standings_of(by, case, at=at)}:
        return None
    held = roles_of(by, case.partnership, on=clock.london_date(at))
    own = held.filter(role__in=PARTNERS, organisation__isnull=False)
    return set(own.values_list("organisation_id", flat=True))


def is_closed_to(case_id: UUID, address: str) -> bool:
    """Whether whoever has this address is kept from a case. The outbox asks it at the
    moment of sending."""
    kept_out = Exclusion.objects.filter(case_id=case_id, lifted_at=None)
    addresses = kept_out.values_list("person__email", flat=True)
    return address.strip().casefold() in {each.casefold() for each in addresses}


def excluded_from(case) -> set:
    """The ids of the people whom a conflict of interest keeps from a case."""
    excluded = Exclusion.objects.filter(case=case, lifted_at=None)
    return set(excluded.values_list("person_id", flat=True))


def able_to_take(step: Step, case, *, at) -> list:
    """The people on the list of a case who may take this step in it today."""
    seats = {step.seat} if step.seat else None
    return able_on_the_list(case, step.by, seats=seats, at=at)


def able_on_the_list(case, roles, *, at, seats=None) -> list:
    """The people who may act in one of these roles in a case today: on its list, still
    holding the role, and not excluded. With seats, only who sits on one of them."""
    if not roles:
        return []
    wanted, today = frozenset(roles), clock.london_date(at)
    listed = {*_named(wanted, frozenset(seats or ()), case=case.pk, today=today)}
    if not listed:
        return []
    able = {
        each.person_id: each.person
        for each in _holders(wanted, partnership=case.partnership_id, today=today)
        if (each.person_id, each.role) in listed
    }
    return sorted(able.values(), key=lambda person: person.name)


@Prepared
def _named(roles: frozenset, seats: frozenset, *, case, today):
    """Who stands on the list of a case in which of these roles, and is not excluded."""
    excluded = Exclusion.objects.filter(case=case, lifted_at=None).values("person_id")
    named = _granted_on(today).filter(case=case, role__in=roles)
    if seats:
        named = named.filter(seat__in=seats)
    named = named.exclude(person__in=excluded).order_by()
    return named.values_list("person_id", "role")


@Prepared
def _holders(roles: frozenset, *, partnership, today):
    held = roles_in(partnership, on=today).filter(role__in=roles)
    return held.select_related(None).select_related("person")


def people_to_tell(case, roles, *, at, seat: Seat | None = None) -> list:
    """The people of the partnership who hold one of these roles today, on the case's
    list or not, but for those whom a conflict of interest keeps from the case. Only for
    what must reach somebody: a child at risk, partners who disagree."""
    people = people_with(case.partnership, roles, on=clock.london_date(at), seat=seat)
    return list(people.exclude(pk__in=excluded_from(case)))


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
        return f"Only {_anyone_of(step.by)} may do this: {lowered(step.name)}."
    if standing_for(step, subject, by, at=at, standings=standings) is None:
        seat = Seat(step.seat).replace("_", " ")
        return f"Only the {seat} may do this: {lowered(step.name)}."
    stage = subject.spine.stage
    if stage not in step.at:
        return (
            f"“{step.name}” cannot be done while the case is at "
            f"“{STAGES[stage].label}”."
        )
    return None


@cache
def _anyone_of(roles: frozenset[Role]) -> str:
    names = sorted("a " + role.replace("_", " ") for role in roles)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
