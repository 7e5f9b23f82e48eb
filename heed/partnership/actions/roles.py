"""How roles are given, ended and stood in for."""

from datetime import date, datetime

from heed import clock
from heed.partnership.grants import (
    belongs,
    is_last_manager,
    may_name_alternate,
    warnings_about,
    why_may_not_grant,
    why_not_hold,
)
from heed.partnership.models import Organisation, Partnership, Person, RoleHeld
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.partnership.sessions import end_sessions_of
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import HAS_AN_ALTERNATE


def grant_role(
    person: Person,
    *,
    partnership: Partnership,
    role: Role,
    seat: Seat | None = None,
    organisation: Organisation | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    despite_warnings: bool = False,
    by,
    at: datetime,
) -> RoleHeld:
    """Give a person a role from `starts_on` (today) until `ends_on`, the first day
    without it. Her sessions end, so that she begins anew with the role.

    Raises Refused: to oneself, by someone who may not, any role beside a system
    administrator's, an organisation of another partnership, a role already held; and
    with what a grant would make harder (code "warning") until that is accepted.
    """
    with on_record(
        "grant_role", by=by, at=at, partnership=partnership, subject=person, role=role
    ) as entry:
        on = clock.london_date(at)
        organisation = organisation or _home(person, partnership)
        refusal = why_may_not_grant(
            by, role, partnership=partnership, organisation=organisation, on=on
        )
        if refusal:
            raise Refused(refusal, code="not_yours")
        warnings = warnings_about(
            person, role, partnership=partnership, seat=seat, on=starts_on or on
        )
        if warnings and by.actor_kind == "person":
            if not despite_warnings:
                raise Refused(" ".join(warnings), code="warning")
            entry.reason_code = "despite_warnings"
        entry.subject = held = give(
            person,
            partnership=partnership,
            role=role,
            seat=seat,
            organisation=organisation,
            starts_on=starts_on or on,
            ends_on=ends_on,
            by=by,
            at=at,
        )
    return held


def end_role(held: RoleHeld, *, by, at: datetime, ends_on: date | None = None) -> None:
    """End a role today, or on `ends_on`, the first day without it; sessions end too.

    Raises Refused for the last manager and for anybody who may not give the role.
    """
    with on_record(
        "end_role",
        by=by,
        at=at,
        partnership=held.partnership,
        subject=held,
        role=held.role,
    ):
        on = clock.london_date(at)
        _may_end(held, by=by, on=on)
        # Never later than it would have ended: that would be a grant.
        asked = min(ends_on or on, held.ends_on or date.max)
        held.ends_on = max(held.starts_on, asked)
        update_fields = ["ends_on"]
        if by.actor_kind == "person":
            held.ended_by, held.ended_at = by, at
            update_fields += ["ended_by", "ended_at"]
        held.save(update_fields=update_fields)
        end_sessions_of(held.person)


def name_alternate(
    held: RoleHeld,
    *,
    person: Person,
    starts_on: date | None = None,
    ends_on: date | None = None,
    by,
    at: datetime,
) -> RoleHeld:
    """Name somebody of the same body who steps in on absence or conflict; the holder
    of the role or the manager may. Raises Refused for somebody of another body.
    """
    with on_record(
        "name_alternate",
        by=by,
        at=at,
        partnership=held.partnership,
        subject=held,
        role=held.role,
    ) as entry:
        on = clock.london_date(at)
        _may_name_alternate(held, person, by=by, on=on)
        entry.subject = alternate = give(
            person,
            partnership=held.partnership,
            role=Role(held.role),
            seat=held.seat,
            organisation=person.organisation,
            starts_on=starts_on or on,
            ends_on=ends_on,
            alternate_for=held,
            by=by,
            at=at,
        )
    return alternate


def say_away(held: RoleHeld, *, back_on: date | None, by, at: datetime) -> None:
    """Say that a safeguarding lead is away, and when they are back (None: they are);
    the lead or the manager may. Meanwhile drafts go to who steps in."""
    with on_record(
        "say_away",
        by=by,
        at=at,
        partnership=held.partnership,
        subject=held,
        role=held.role,
    ):
        on = clock.london_date(at)
        if not may_name_alternate(by, held, on):
            raise Refused(
                "Only the holder or the manager may do this.", code="not_yours"
            )
        if held.role != Role.SAFEGUARDING_LEAD or not held.held_on(on):
            raise Refused("This is for a safeguarding lead.", code="not_a_lead")
        if back_on and back_on <= on:
            raise Refused(
                "The first day back is a day to come. Leave it empty to be back now.",
                code="back_already",
            )
        held.back_on = back_on
        held.save(update_fields=["back_on"])


def give(
    person: Person,
    *,
    partnership: Partnership,
    role: Role,
    seat,
    organisation: Organisation | None,
    starts_on: date,
    ends_on: date | None,
    by,
    at: datetime,
    alternate_for: RoleHeld | None = None,
) -> RoleHeld:
    """Write a role that may be held, whoever gives it; part of a larger action.

    Raises Refused if this person may not hold it.
    """
    if refusal := why_not_hold(
        person, role, partnership=partnership, by=by, on=starts_on
    ):
        raise Refused(refusal, code="may_not_hold")
    if not belongs(organisation, partnership):
        raise Refused("That organisation is not one of yours.", code="elsewhere")
    standing = RoleHeld.objects.not_over_by(starts_on).filter(
        person=person, partnership=partnership, role=role, seat=seat or None
    )
    if standing.exists():
        raise Refused(f"{person.name} holds this role already.", code="held_already")
    if ends_on and ends_on <= starts_on:
        raise Refused("A role ends after it begins.", code="ends_too_early")
    held = RoleHeld.objects.create(
        person=person,
        partnership=partnership,
        role=role,
        seat=seat or None,
        organisation=organisation,
        alternate_for=alternate_for,
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by=by if by.actor_kind == "person" else None,
        granted_at=at,
    )
    end_sessions_of(person)
    return held


def _home(person, partnership):
    home = person.organisation
    return home if home and home.partnership_id == partnership.pk else None


def _may_end(held, *, by, on):
    refusal = why_may_not_grant(
        by,
        Role(held.role),
        partnership=held.partnership,
        organisation=held.organisation,
        on=on,
    )
    if refusal:
        raise Refused("You may not end this role.", code="not_yours")
    if is_last_manager(held, on):
        raise Refused(
            "This is the partnership's last manager. Make somebody else a manager "
            "first.",
            code="last_manager",
        )


def _may_name_alternate(held, person, *, by, on):
    if not may_name_alternate(by, held, on):
        raise Refused("Only the holder or the manager may do this.", code="not_yours")
    if held.alternate_for_id or not held.held_on(on):
        raise Refused("An alternate stands in for a holder.", code="not_a_holder")
    if held.role not in HAS_AN_ALTERNATE:
        raise Refused("Nobody steps in for this role.", code="no_alternate")
    if person.pk == held.person_id:
        raise Refused("Somebody else has to step in.", code="same_person")
    if not _same_body(held, person):
        raise Refused(
            "An alternate comes from the same organisation, or for a statutory "
            "partner from the same body.",
            code="another_body",
        )


def _same_body(held, person):
    home = person.organisation
    if home is None or home.partnership_id != held.partnership_id:
        return False
    return home == held.organisation or bool(held.seat and home.seat == held.seat)
