"""Who may give whom which role, and what a grant would spoil. One rule for the page
that asks and for the action that acts.
"""

from datetime import date
from uuid import UUID

from heed.partnership.models import Organisation, Partnership, Person, RoleHeld
from heed.rulebook.language import Role
from heed.rulebook.roles import (
    BUSINESS_UNIT,
    PARTNERS,
    SEES_NO_CASE,
    WITHOUT_ACCOUNT,
    excluded_by,
)

CAN_BE_HELD = [role for role in Role if role not in WITHOUT_ACCOUNT]
MAY_GRANT = {
    Role.MANAGER: set(CAN_BE_HELD),
    Role.SYSTEM_ADMINISTRATOR: SEES_NO_CASE,
    Role.SAFEGUARDING_LEAD: {Role.PRACTITIONER},
}


def why_may_not_grant(
    by, role: Role, *, partnership: Partnership, organisation, on: date
) -> str | None:
    """Why this actor may not give this role in this partnership; None if she may."""
    if role in WITHOUT_ACCOUNT:
        return "This role belongs to people without an account."
    if by.actor_kind == "system":
        return None
    for held in _held(by, partnership, on):
        if role not in MAY_GRANT.get(Role(held.role), ()):
            continue
        if held.role != Role.SAFEGUARDING_LEAD or held.organisation == organisation:
            return None
    return "You may not give this role. The partnership's manager may."


def why_not_hold(
    person: Person, role: Role, *, partnership: Partnership, by, on: date
) -> str | None:
    """Why this person may not hold this role, whoever gives it; None if she may."""
    if by.actor_kind == "person" and by.pk == person.pk:
        return "Nobody gives a role to themselves. Ask another manager."
    here, elsewhere = _roles_from(person, partnership, on)
    excluded = excluded_by(role, here)
    if not excluded:
        excluded = excluded_by(role, elsewhere)
        excluded = excluded if excluded and excluded.anywhere else None
    if not excluded:
        return None
    where = "in any partnership" if excluded.anywhere else "here"
    return f"{person.name} holds a role that rules this one out {where}. {excluded.why}"


def warnings_about(
    person: Person, role: Role, *, partnership: Partnership, seat, on: date
) -> list[str]:
    """What a grant would make harder, as sentences; it may be given all the same."""
    here, _elsewhere = _roles_from(person, partnership, on)
    together = here | {role}
    warnings = []
    if together & PARTNERS and together & BUSINESS_UNIT:
        warnings.append(
            f"{person.name} would both prepare decisions and take them. "
            "Nobody approves their own work: an alternate will have to."
        )
    if seat and _other_seats(person, partnership, seat, on):
        warnings.append(
            f"{person.name} would act for two statutory partners. "
            "A decision needs three different people."
        )
    return warnings


def is_last_manager(held: RoleHeld, on: date) -> bool:
    """Whether the partnership would be left without a manager who stays."""
    if held.role != Role.MANAGER or not held.held_on(on):
        return False
    others = RoleHeld.objects.on(on).of_the_able().exclude(person=held.person)
    return not others.filter(
        partnership=held.partnership, role=Role.MANAGER, ends_on__isnull=True
    ).exists()


def manages(by, partnership: Partnership, on: date, *roles: Role) -> bool:
    """Whether this actor holds one of these roles (manager, if none is named)."""
    if by.actor_kind == "system":
        return True
    wanted = roles or (Role.MANAGER,)
    return any(held.role in wanted for held in _held(by, partnership, on))


def may_name_alternate(by, held: RoleHeld, on: date) -> bool:
    """Whether this actor says who steps in for a role: its holder or the manager."""
    return may_say_for(by, held.person_id, held.partnership, on)


def may_say_for(by, person_id: UUID, partnership: Partnership, on: date) -> bool:
    """Whether this actor says who steps in for somebody, and when she is away: she
    herself, or the manager."""
    own = by.actor_kind == "person" and by.pk == person_id
    return own or manages(by, partnership, on)


def roles_to_give(by, partnership: Partnership, on: date) -> list[Role]:
    """The roles that this actor may give in a partnership, in the rulebook's order."""
    held = {
        Role(role) for role in _held(by, partnership, on).values_list("role", flat=True)
    }
    may = set().union(*(MAY_GRANT.get(role, set()) for role in held))
    return [role for role in CAN_BE_HELD if role in may]


def belongs(organisation: Organisation | None, partnership: Partnership) -> bool:
    """Whether the organisation is none, or one of this partnership."""
    return organisation is None or organisation.partnership_id == partnership.pk


def _held(by, partnership, on):
    if by.actor_kind != "person":
        return RoleHeld.objects.none()
    held = RoleHeld.objects.on(on).of_the_able().select_related("organisation")
    return held.filter(partnership=partnership, person_id=by.pk)


def _roles_from(person, partnership, on):
    """The roles held from a day on: in this partnership, and in all others."""
    here, elsewhere = set(), set()
    for held in RoleHeld.objects.not_over_by(on).filter(person=person):
        one = here if held.partnership_id == partnership.pk else elsewhere
        one.add(Role(held.role))
    return here, elsewhere


def _other_seats(person, partnership, seat, on):
    held = RoleHeld.objects.not_over_by(on).filter(
        person=person, partnership=partnership, seat__isnull=False
    )
    return held.exclude(seat=seat).exists()
