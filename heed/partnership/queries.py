"""What may be known of people and partnerships. Every answer stays inside one
partnership: two of them in one installation see nothing of each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from heed import clock
from heed.partnership.grants import why_may_not_grant
from heed.partnership.models import (
    BankHolidayChange,
    Invitation,
    Organisation,
    Partnership,
    Person,
    RoleHeld,
    SecondFactorReset,
    StandingInterest,
)
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.partnership.tokens import hash_of
from heed.rulebook.counting import CountingPolicy, Trigger
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import BUSINESS_UNIT
from heed.rulebook.working_days import Holidays
from heed.vault.blind import name_parts
from heed.vault.queries import row_ids_matching


def partnership_for_intake(slug: str = "") -> Partnership:
    """The partnership of this short name, or the only one that there is; raises
    Partnership.DoesNotExist, or MultipleObjectsReturned where it must be named."""
    return Partnership.objects.get(**({"slug": slug} if slug else {}))


def people_of(partnership: Partnership) -> QuerySet[Person]:
    """Everybody who holds, or has held, a role in the partnership, by name."""
    return (
        Person.objects.filter(roles__partnership=partnership)
        .select_related("organisation")
        .distinct()
    )


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """What people are called, by their ids."""
    found = Person.objects.filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): name for pk, name in found}


def person_of(partnership: Partnership, public_id) -> Person:
    """A person of the partnership; raises Person.DoesNotExist for any other."""
    return people_of(partnership).get(public_id=public_id)


def roles_in(partnership: Partnership, on: date) -> QuerySet[RoleHeld]:
    """Every role held in the partnership on a day, by those who may sign in."""
    return (
        RoleHeld.objects.on(on)
        .filter(partnership=partnership, person__is_active=True)
        .select_related("person", "organisation", "alternate_for__person")
    )


def roles_of(person: Person, partnership: Partnership, on: date) -> QuerySet[RoleHeld]:
    """The roles that a person holds in a partnership on a day; none once disabled."""
    return roles_in(partnership, on).filter(person=person)


def holds_any(
    person: Person, partnership: Partnership | None, roles: Iterable[Role], on: date
) -> bool:
    """Whether a person holds one of these roles on a day, in a partnership or any."""
    wanted, here = set(roles), partnership and partnership.pk
    held = roles_everywhere(person, on)
    return any(role in wanted and here in {None, where} for where, role in held)


def units_of(person: Person, *, at: datetime) -> QuerySet[Partnership]:
    """The partnerships in whose business unit a person works today; none while cases
    are closed to the account."""
    return Partnership.objects.filter(pk__in=ids_of_units(person, at=at))


def ids_of_units(person: Person, *, at: datetime) -> tuple[UUID, ...]:
    """The same by their ids."""
    if standing_lock(person, at):
        return ()
    held = roles_everywhere(person, clock.london_date(at))
    return tuple(sorted({where for where, role in held if role in BUSINESS_UNIT}))


@asked_once
def seats_everywhere(person: Person, on: date) -> set[tuple[UUID, str, str]]:
    """Every role that a person holds on a day, with the partnership and the seat of
    each; none once the account is disabled."""
    found = _seats(person=person.pk, on=on)
    return {(where, role, seat or "") for where, role, seat in found}


@Prepared
def _seats(*, person, on):
    held = RoleHeld.objects.on(on).of_the_able().filter(person=person).order_by()
    return held.values_list("partnership_id", "role", "seat")


def roles_everywhere(person: Person, on: date) -> set[tuple[UUID, str]]:
    """The same without the seats."""
    return {(where, role) for where, role, _ in seats_everywhere(person, on)}


def role_names_of(person: Person, partnership: Partnership, on: date) -> set[str]:
    """Which roles a person holds in a partnership on a day; none once disabled."""
    held = roles_everywhere(person, on)
    return {role for where, role in held if where == partnership.pk}


def role_held_of(partnership: Partnership, public_id) -> RoleHeld:
    """A role held in the partnership; raises RoleHeld.DoesNotExist for any other."""
    return RoleHeld.objects.select_related("person", "organisation").get(
        partnership=partnership, public_id=public_id
    )


@dataclass(frozen=True)
class PartnerSeat:
    """One statutory partner's seat: who sits on it, and who steps in."""

    seat: Seat
    holders: tuple[RoleHeld, ...]
    alternates: tuple[RoleHeld, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who may act for this seat, holders first."""
        return tuple(held.person for held in (*self.holders, *self.alternates))


def partners_of(partnership: Partnership, on: date) -> tuple[PartnerSeat, ...]:
    """The three statutory partners' delegates and their alternates on a day.

    A seat that nobody holds is there, empty, so that its emptiness is seen.
    """
    delegates = list(roles_in(partnership, on).filter(role=Role.DELEGATED_PARTNER))
    return tuple(
        PartnerSeat(
            seat=seat,
            holders=tuple(
                held
                for held in delegates
                if held.seat == seat and held.alternate_for_id is None
            ),
            alternates=tuple(
                held
                for held in delegates
                if held.seat == seat and held.alternate_for_id is not None
            ),
        )
        for seat in Seat
    )


def people_with(
    partnership: Partnership,
    roles: Iterable[Role],
    on: date,
    *,
    seat: Seat | None = None,
) -> QuerySet[Person]:
    """The people who hold one of these roles in a partnership on a day, by name; with
    a seat, those who sit on it."""
    holders = roles_in(partnership, on).filter(role__in=list(roles))
    if seat:
        holders = holders.filter(seat=seat)
    return Person.objects.filter(id__in=holders.values("person_id"))


def deputies_of(person: Person, partnership: Partnership, on: date) -> list[Person]:
    """Who steps in for this person in the partnership on a day, earliest first."""
    return [
        held.person
        for held in roles_in(partnership, on).filter(alternate_for__person=person)
    ]


def partnerships_of(person: Person, on: date) -> QuerySet[Partnership]:
    """The partnerships in which a person holds a role on a day."""
    held = RoleHeld.objects.on(on).filter(person=person)
    return Partnership.objects.filter(id__in=held.values("partnership_id"))


def other_partnerships(partnership: Partnership) -> QuerySet[Partnership]:
    """The other areas that keep their cases in this same Heed."""
    return Partnership.objects.exclude(pk=partnership.pk).order_by("name")


def organisations_of(
    partnership: Partnership, on: date | None = None
) -> QuerySet[Organisation]:
    """The agencies of a partnership: those of a day, or all that it ever had."""
    agencies = Organisation.objects.filter(partnership=partnership)
    if on is None:
        return agencies
    return agencies.filter(
        Q(active_to__isnull=True) | Q(active_to__gt=on), active_from__lte=on
    )


def known_domains(partnership: Partnership) -> list[str]:
    """The mail domains that are known of the agencies of a partnership."""
    every = Organisation.objects.filter(partnership=partnership)
    return sorted({*chain.from_iterable(every.values_list("mail_domains", flat=True))})


def organisation_of(partnership: Partnership, public_id) -> Organisation:
    """An agency of the partnership; raises Organisation.DoesNotExist for any other."""
    return organisations_of(partnership).get(public_id=public_id)


def invitations_seen_by(
    person: Person, partnership: Partnership, *, on: date, at: datetime
) -> QuerySet[Invitation]:
    """Invitations of a partnership that may still be accepted, newest first, of the
    people whom somebody may see listed."""
    found = Invitation.objects.filter(
        partnership=partnership,
        accepted_at__isnull=True,
        withdrawn_at__isnull=True,
        expires_at__gt=at,
    ).select_related("organisation")
    return _seen_by(person, found, partnership, on)


def invitation_shown_to(person: Person, public_id, *, on: date) -> Invitation:
    """An invitation, and with it its code, for those who may give what it offers;
    DoesNotExist for anybody else.
    """
    invitation = Invitation.objects.select_related("organisation", "partnership").get(
        partnership=person.partnership, public_id=public_id
    )
    refusal = why_may_not_grant(
        person,
        Role(invitation.role),
        partnership=invitation.partnership,
        organisation=invitation.organisation,
        on=on,
    )
    if refusal:
        raise Invitation.DoesNotExist
    return invitation


@asked_once
def bank_holiday_changes(partnership: Partnership) -> list[BankHolidayChange]:
    """What a partnership has changed in its bank holidays; the latest word a day."""
    changes = _changes_of_bank_holidays(partnership=partnership.pk)
    return list({change.day: change for change in changes}.values())


@Prepared
def _changes_of_bank_holidays(*, partnership):
    changes = BankHolidayChange.objects.filter(partnership=partnership)
    return changes.select_related("changed_by").order_by("day", "changed_at")


@asked_once
def holidays_for(partnership: Partnership) -> Holidays:
    """The bank holidays of England and Wales, with this partnership's own changes."""
    changes = bank_holiday_changes(partnership)
    return Holidays(
        added={c.day: c.reason for c in changes if c.is_holiday},
        removed=frozenset(c.day for c in changes if not c.is_holiday),
    )


def counting_policy(partnership: Partnership) -> CountingPolicy:
    """How a partnership counts the fifteen working days of a rapid review."""
    return CountingPolicy(
        include_trigger=partnership.rr_day_counting
        == Partnership.DayCounting.INCLUDE_TRIGGER,
        trigger=Trigger(partnership.rr_trigger),
    )


def people_close_to(
    partnership: Partnership, names: Iterable[str], on: date
) -> dict[Person, set[str]]:
    """People of the partnership who may be close to a case in which these names occur,
    and why: "name" for a family name of their own, else the kind of interest declared.
    """
    close: dict[Person, set[str]] = {}
    parts = set().union(*(name_parts(name) for name in names))
    for person in people_with(partnership, Role, on):
        if name_parts(person.name.split()[-1]) & parts:
            close.setdefault(person, set()).add("name")
    matching = set().union(
        *(row_ids_matching(partnership.pk, "name", part) for part in parts)
    )
    declared = StandingInterest.objects.filter(
        partnership=partnership, id__in=matching, withdrawn_at__isnull=True
    )
    for interest in declared.select_related("person"):
        close.setdefault(interest.person, set()).add(interest.kind)
    return close


def interests_of(
    person: Person, partnership: Partnership
) -> QuerySet[StandingInterest]:
    """What a person has declared to a partnership and not withdrawn."""
    return StandingInterest.objects.filter(
        person=person, partnership=partnership, withdrawn_at__isnull=True
    ).select_related("partnership")


@asked_once
def standing_lock(person: Person, at: datetime) -> SecondFactorReset | None:
    """The reset second factor for which cases are closed to a person now, if any."""
    return next(iter(_locks(person=person.pk, at=at)), None)


@Prepared
def _locks(*, person, at):
    locks = SecondFactorReset.objects.filter(person=person, lifted_at__isnull=True)
    return locks.filter(locked_until__gt=at).order_by("pk")[:1]


def lock_of(partnership: Partnership, public_id, at: datetime) -> SecondFactorReset:
    """A lock that stands on a person of the partnership; DoesNotExist otherwise."""
    return locks_of(partnership, at).get(public_id=public_id)


def invitation_behind(token: str) -> Invitation | None:
    """The invitation that a link leads to, whatever has become of it."""
    return (
        Invitation.objects.filter(token_hash=hash_of(token))
        .select_related("partnership", "organisation", "invited_by")
        .first()
    )


def locks_of(partnership: Partnership, at: datetime) -> QuerySet[SecondFactorReset]:
    """The locks that stand on accounts of a partnership, newest first."""
    return SecondFactorReset.objects.filter(
        person__in=people_of(partnership),
        lifted_at__isnull=True,
        locked_until__gt=at,
    ).select_related("person", "reset_by")


def roles_ever(person: Person, partnership: Partnership, on: date) -> list[RoleHeld]:
    """Every role that a person held, holds or will hold in a partnership; `is_over`
    says which have ended by a day.
    """
    held = RoleHeld.objects.filter(person=person, partnership=partnership)
    roles = list(held.select_related("organisation", "alternate_for__person"))
    for role in roles:
        role.is_over = role.ends_on is not None and role.ends_on <= on
    return roles


def people_seen_by(person: Person, partnership: Partnership, on: date):
    """The people of a partnership whom somebody may see listed: the business unit,
    administrators and auditors all of them, a safeguarding lead her own organisation's.
    """
    return _seen_by(person, people_of(partnership), partnership, on)


def _seen_by(person: Person, rows: QuerySet, partnership: Partnership, on: date):
    everybody = {Role.MANAGER, Role.COORDINATOR, Role.AUDITOR}
    if holds_any(person, partnership, everybody | {Role.SYSTEM_ADMINISTRATOR}, on):
        return rows
    leads = roles_of(person, partnership, on).filter(role=Role.SAFEGUARDING_LEAD)
    return rows.filter(organisation__in=leads.values("organisation"))


def same_body(held: RoleHeld) -> QuerySet[Person]:
    """Those who may be named alternates for a role: people of the same organisation,
    or for a statutory partner of any organisation of that seat.
    """
    theirs = Q(organisation=held.organisation)
    if held.seat:
        theirs |= Q(organisation__seat=held.seat)
    people = (
        people_of(held.partnership).filter(is_active=True).exclude(pk=held.person_id)
    )
    return people.filter(theirs, organisation__partnership=held.partnership)


def with_roles(people, partnership: Partnership, on: date) -> list[Person]:
    """These people, each with the roles held in the partnership on a day (`.held`)."""
    held = RoleHeld.objects.on(on).filter(partnership=partnership)
    return list(people.prefetch_related(Prefetch("roles", held, to_attr="held")))
