"""Who is put on a case's list, who is taken off, and who steps in for somebody."""

from heed import clock
from heed.cases.access import bodies_granted_to, grants_on, is_excluded
from heed.cases.belonging import belonging_to
from heed.cases.gaps import fill_gap, gap_of_place, name_gap
from heed.cases.models import AccessGrant, Case
from heed.cases.standing_in import NEVER_EMPTY, stand_ins
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.partnership.queries import roles_of
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.roles import ROLES, SEATS, STAYS_WHEN_CLOSED

STEPS_IN = "Steps in because of a conflict of interest"


def grant_access(
    case: Case,
    *,
    person,
    role: Role,
    by,
    at,
    seat="",
    starts_on=None,
    ends_on=None,
    seen: Seen | None = None,
) -> AccessGrant:
    """Put a person on the case's access list in a role that they hold, and tell them:
    they declare whether they have an interest before they open it. Nobody grants access
    to themselves, and nobody excluded is let in."""
    with carrying_out(process.GRANT_ACCESS, case, by=by, at=at, seen=seen) as it:
        if person.pk == getattr(by, "pk", None):
            raise Refused("Nobody can put themselves on the list of a case.")
        if is_excluded(person, it):
            raise Refused(
                f"{person.actor_name} is excluded from this case by a conflict of "
                "interest. That beats every role."
            )
        today = clock.london_date(at)
        held = roles_of(person, it.partnership, on=today).filter(role=role)
        _may_be_put(held, person, it, by=by, at=at)
        grant = _put_on_the_list(
            it,
            person,
            role,
            seat,
            starts_on=starts_on or today,
            ends_on=ends_on,
            granted_at=at,
            granted_by=by.actor_name,
        )
        somebody_can_act(it, grant, by=by, at=at)
        tell("on_the_list", [person], it, by=by, at=at)
    return grant


def _may_be_put(held, person, case: Case, *, by, at) -> None:
    if not held:
        raise Refused(f"{person.actor_name} does not hold this role here.")
    bodies = bodies_granted_to(by, case, at=at)
    if bodies is not None and not held.filter(organisation__in=bodies).exists():
        raise Refused(
            f"{person.actor_name} is not of your organisation. A partner puts their "
            "own people on the list of a case; ask the manager for anybody else."
        )


def _put_on_the_list(case, person, role, seat, **dates) -> AccessGrant:
    place = {"case": case, "person": person, "role": role, "seat": seat or ""}
    for before in AccessGrant.objects.filter(**place, revoked_at=None):
        before.revoked_at = dates["granted_at"]
        before.save(update_fields=["revoked_at"])
    return AccessGrant.objects.create(**belonging_to(case) | place, **dates)


def revoke_access(
    grant: AccessGrant, *, reason: str, by, at, seen: Seen | None = None
) -> AccessGrant:
    """Take a person off the list; it holds from their next request on."""
    with carrying_out(
        process.REVOKE_ACCESS, grant, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.revoked_at = at
        it.save(update_fields=["revoked_at"])
    return it


def leave_when_closed(case: Case, *, aftercare_until, by, at) -> None:
    """Take everybody off the list whom a closed case does not need, inside the step
    that closes it. A lead reviewer stays until the aftercare that was agreed is over.
    """
    if aftercare_until and aftercare_until < clock.london_date(at):
        raise Refused("The aftercare that was agreed ends on a day to come, or today.")
    places = AccessGrant.objects.filter(case=case, revoked_at=None)
    for grant in places.exclude(role__in=STAYS_WHEN_CLOSED):
        if aftercare_until and grant.role == Role.LEAD_REVIEWER:
            grant.ends_on = aftercare_until
        else:
            grant.revoked_at = at
        grant.save(update_fields=["ends_on", "revoked_at"])


def step_in(case: Case, person, *, by, at, chosen=None) -> None:
    """Let somebody of the same body act in place of a person who must not, inside a
    step that is being carried out. Where there is nobody, a named gap says so."""
    found = stand_ins(case, person, at=at)
    if chosen is not None:
        found = [
            (grant, [held for held in could if held.person_id == chosen.pk])
            for grant, could in found
        ]
        if not any(could for _, could in found):
            raise Refused(
                f"{chosen.actor_name} is not of the same body. Name an alternate first."
            )
    for grant, could in found:
        if could:
            _let_act(case, grant, could, by=by, at=at)
        elif grant.role in NEVER_EMPTY and chosen is None:
            _nobody_can_act(case, grant, at=at)


def _let_act(case, grant, could, *, by, at) -> None:
    listed = set(grants_on(case, at=at).values_list("person_id", "role", "seat"))
    able = [
        held for held in could if (held.person_id, held.role, held.seat or "") in listed
    ]
    if not able and (grant.role in NEVER_EMPTY or len(could) == 1):
        first = could[0]
        _put_on_the_list(
            case,
            first.person,
            first.role,
            first.seat,
            starts_on=clock.london_date(at),
            granted_at=at,
            granted_by=STEPS_IN,
        )
        able = [first]
    tell("you_step_in", [held.person for held in able], case, by=by, at=at)


def somebody_can_act(case: Case, grant: AccessGrant, *, by, at) -> None:
    """Close the gap that nobody could act in this place, inside a step."""
    fill_gap(case, kind=gap_of_place(grant), by=by, at=at)


def _nobody_can_act(case, grant, *, at) -> None:
    who = SEATS.get(grant.seat) or ROLES[Role(grant.role)].label
    name_gap(
        case,
        kind=gap_of_place(grant),
        label=f"Nobody can act here as: {who}. Name an alternate of the same body.",
        at=at,
    )
