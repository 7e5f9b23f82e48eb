"""Who acts where somebody must not: an alternate of the same body, so that nobody is
left unable to act."""

from heed import clock
from heed.cases.access import (
    able_on_the_list,
    excluded_from,
    grants_on,
    standing_for,
)
from heed.cases.models import AccessGrant, Case, Exclusion
from heed.partnership.models import RoleHeld
from heed.partnership.queries import roles_in
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.roles import BUSINESS_UNIT, HOLDS_A_SEAT, PARTNERS

# Roles in which somebody must always be able to act in a case.
NEVER_EMPTY = HOLDS_A_SEAT | {Role.MANAGER}


def stand_ins(case: Case, person, *, at) -> list[tuple[AccessGrant, list[RoleHeld]]]:
    """For each place that this person has on a case's list: who of the same body could
    act there, named alternates first."""
    out = {*excluded_from(case), person.pk}
    held = [
        each
        for each in roles_in(case.partnership, on=clock.london_date(at))
        if each.person_id not in out
    ]
    return [
        (grant, _in_order([each for each in held if _acts_for(each, grant)], person))
        for grant in grants_on(case, at=at)
        .filter(person=person)
        .select_related("person")
    ]


def _acts_for(held: RoleHeld, grant: AccessGrant) -> bool:
    if grant.seat:
        as_delegate = held.role in PARTNERS and grant.role in PARTNERS
        return held.seat == grant.seat and (held.role == grant.role or as_delegate)
    if held.role != grant.role:
        return False
    home = grant.person.organisation_id
    return grant.role in BUSINESS_UNIT or (home and held.organisation_id == home)


def _in_order(could: list[RoleHeld], person) -> list[RoleHeld]:
    def place(held):
        named = held.alternate_for and held.alternate_for.person_id == person.pk
        return (not named, held.role == Role.LEAD_PARTNER, held.person.name)

    return sorted(could, key=place)


def deciders(case: Case, person, *, at) -> list:
    """Who is asked first about an interest that this person declared: the managers on
    the case's list; the partners, where it is the only manager's own."""
    for roles in ({Role.MANAGER}, PARTNERS):
        able = able_on_the_list(case, roles, at=at)
        if others := [each for each in able if each.pk != person.pk]:
            return others
    return []


def second_deciders(exclusion: Exclusion, *, at) -> list:
    """Who may be the second to let somebody in, after the first: never the first again,
    never somebody of the same body. The managers after a partner; the partners after a
    manager, or of other bodies where no manager may decide."""
    first, seat = exclusion.proposed_by_id, exclusion.proposed_seat
    others = [
        (judge, own)
        for judge, own in _judges(exclusion.case, exclusion.person, at=at)
        if judge.pk != first and own != seat
    ]
    managers = [judge for judge, own in others if not own]
    return managers or [judge for judge, _ in others]


def _judges(case: Case, about, *, at) -> list[tuple]:
    """Everybody on a case's list who decides on the interests of others than
    themselves, each with the seat for which they would decide: none for a manager."""
    step, found = process.DECIDE_ON_INTEREST, []
    for person in able_on_the_list(case, step.by, at=at):
        standing = standing_for(step, case, person, at=at)
        if standing and person.pk != about.pk:
            found.append((person, standing.seat))
    return found
