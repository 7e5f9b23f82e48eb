"""Who may give whom which role, and who may not hold what."""

from datetime import timedelta

import pytest

from heed import clock
from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.partnership.actions import (
    disable_person,
    enable_person,
    end_role,
    grant_role,
    name_alternate,
)
from heed.partnership.models import RoleHeld
from heed.partnership.queries import (
    deputies_of,
    partners_of,
    people_of,
    roles_of,
)
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import SEES_NO_CASE, WITHOUT_ACCOUNT
from tests.partnership.factories import (
    a_partnership,
    a_person,
    also,
    an_organisation,
)

pytestmark = pytest.mark.django_db
NOW = clock.now()
TODAY = clock.london_date(NOW)
HELD = sorted(set(Role) - WITHOUT_ACCOUNT)
CASEWORK = sorted(set(HELD) - SEES_NO_CASE)


def seat_for(role):
    seated = {Role.DELEGATED_PARTNER, Role.LEAD_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER}
    return Seat.LOCAL_AUTHORITY if role in seated else None


def grant(person, role, *, by, **more):
    return grant_role(
        person,
        partnership=by.partnership,
        role=role,
        seat=seat_for(role),
        by=by,
        at=NOW,
        **more,
    )


@pytest.mark.parametrize("role", HELD)
def test_only_those_who_run_the_partnership_give_roles(role):
    giver = a_person(role)
    newcomer = a_person(Role.RAPID_REVIEW_MEMBER, partnership=giver.partnership)

    if role == Role.MANAGER:
        grant(newcomer, Role.FAMILY_CONTACT, by=giver)
    else:
        with pytest.raises(Refused, match="You may not give this role"):
            grant(newcomer, Role.FAMILY_CONTACT, by=giver)
        assert Entry.objects.filter(what="grant_role", result="refused").exists()


@pytest.mark.parametrize("role", CASEWORK)
def test_a_system_administrator_gives_nobody_a_role_in_casework(role):
    administrator = a_person(Role.SYSTEM_ADMINISTRATOR)
    newcomer = a_person(Role.MANAGER, partnership=administrator.partnership)

    with pytest.raises(Refused) as refusal:
        grant(newcomer, role, by=administrator)

    assert refusal.value.code == "not_yours"


@pytest.mark.parametrize("role", CASEWORK)
def test_a_system_administrator_holds_no_role_in_casework_anywhere(role):
    administrator = a_person(Role.SYSTEM_ADMINISTRATOR)
    here = a_person(Role.MANAGER, partnership=administrator.partnership)
    elsewhere = a_person(Role.MANAGER)

    for manager in (here, elsewhere):
        with pytest.raises(Refused, match="never sees a case"):
            grant(administrator, role, by=manager)


@pytest.mark.parametrize("role", CASEWORK)
def test_nobody_in_casework_becomes_a_system_administrator(role):
    person = a_person(role)
    manager = a_person(Role.MANAGER, partnership=person.partnership)

    with pytest.raises(Refused, match="never sees a case"):
        grant(person, Role.SYSTEM_ADMINISTRATOR, by=manager)


def test_nobody_gives_a_role_to_themselves():
    manager = a_person(Role.MANAGER)

    with pytest.raises(Refused, match="Nobody gives a role to themselves"):
        grant(manager, Role.COORDINATOR, by=manager)


def test_a_role_of_another_partnership_gives_nothing_here():
    manager_elsewhere = a_person(Role.MANAGER)
    person = a_person(Role.COORDINATOR)

    with pytest.raises(Refused, match="You may not give this role"):
        grant_role(
            person,
            partnership=person.partnership,
            role=Role.RAPID_REVIEW_MEMBER,
            by=manager_elsewhere,
            at=NOW,
        )


def test_an_organisation_of_another_partnership_is_not_lent():
    manager = a_person(Role.MANAGER)
    foreign = an_organisation(a_partnership())
    person = a_person(Role.COORDINATOR, partnership=manager.partnership)

    with pytest.raises(Refused, match="not one of yours"):
        grant(person, Role.FAMILY_CONTACT, by=manager, organisation=foreign)


def test_a_role_held_already_is_not_given_twice():
    manager = a_person(Role.MANAGER)
    person = a_person(Role.COORDINATOR, partnership=manager.partnership)

    with pytest.raises(Refused, match="holds this role already"):
        grant(person, Role.COORDINATOR, by=manager)


@pytest.mark.parametrize(
    ("held", "given", "why"),
    [
        (Role.DELEGATED_PARTNER, Role.COORDINATOR, "prepare decisions and take them"),
        (Role.COORDINATOR, Role.LEAD_PARTNER, "prepare decisions and take them"),
    ],
)
def test_a_grant_that_makes_decisions_harder_warns_first(held, given, why):
    person = a_person(held)
    manager = a_person(Role.MANAGER, partnership=person.partnership)

    with pytest.raises(Refused, match=why) as refusal:
        grant(person, given, by=manager)
    assert refusal.value.code == "warning"
    grant(person, given, by=manager, despite_warnings=True)

    entry = Entry.objects.filter(what="grant_role", result="done").last()
    assert entry.reason_code == "despite_warnings"


def test_one_person_for_two_statutory_partners_warns():
    person = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE)
    manager = a_person(Role.MANAGER, partnership=person.partnership)

    with pytest.raises(Refused, match="two statutory partners"):
        grant_role(
            person,
            partnership=person.partnership,
            role=Role.DELEGATED_PARTNER,
            seat=Seat.ICB,
            by=manager,
            at=NOW,
        )


def test_the_last_manager_stays():
    manager = a_person(Role.MANAGER)
    held = RoleHeld.objects.get(person=manager)

    for leave in (
        lambda: end_role(held, by=manager, at=NOW),
        lambda: disable_person(manager, by=SystemActor("tests"), at=NOW),
    ):
        with pytest.raises(Refused, match="last manager") as refusal:
            leave()
        assert refusal.value.code == "last_manager"


def test_a_manager_who_leaves_next_month_does_not_count_as_staying():
    manager = a_person(Role.MANAGER)
    leaving = a_person(Role.COORDINATOR, partnership=manager.partnership)
    also(leaving, Role.MANAGER, ends_on=TODAY + timedelta(days=30))

    with pytest.raises(Refused, match="last manager"):
        end_role(manager.roles.get(), by=manager, at=NOW)


def test_a_manager_may_leave_once_another_stays():
    manager = a_person(Role.MANAGER)
    other = a_person(Role.MANAGER, partnership=manager.partnership)

    end_role(manager.roles.get(), by=other, at=NOW)

    assert not roles_of(manager, manager.partnership, TODAY)
    held = manager.roles.get()
    assert (held.ended_by, held.ended_at) == (other, NOW)


def test_ending_a_role_never_lengthens_it():
    manager = a_person(Role.MANAGER)
    person = a_person(Role.COORDINATOR, partnership=manager.partnership)
    tomorrow = TODAY + timedelta(days=1)
    held = also(person, Role.FAMILY_CONTACT, ends_on=tomorrow)

    end_role(held, ends_on=TODAY + timedelta(days=90), by=manager, at=NOW)

    assert held.ends_on == tomorrow


def test_a_role_counts_from_its_first_day_to_the_day_before_it_ends():
    person = a_person(Role.COORDINATOR)
    held = also(
        person,
        Role.FAMILY_CONTACT,
        starts_on=TODAY + timedelta(days=2),
        ends_on=TODAY + timedelta(days=4),
    )

    days = [TODAY + timedelta(days=number) for number in range(6)]
    counted = [
        roles_of(person, person.partnership, day)
        .filter(role=Role.FAMILY_CONTACT)
        .exists()
        for day in days
    ]
    assert counted == [False, False, True, True, False, False]
    assert counted == [held.held_on(day) for day in days]


def test_a_closed_account_holds_nothing_and_opens_again_as_it_was():
    person = a_person(Role.COORDINATOR)
    manager = a_person(Role.MANAGER, partnership=person.partnership)

    disable_person(person, by=manager, at=NOW)
    assert not roles_of(person, person.partnership, TODAY)
    assert person in people_of(person.partnership)
    enable_person(person, by=manager, at=NOW)

    assert roles_of(person, person.partnership, TODAY).get().role == Role.COORDINATOR


def test_a_manager_does_not_close_an_account_that_another_partnership_uses():
    person = a_person(Role.COORDINATOR)
    manager = a_person(Role.MANAGER, partnership=person.partnership)
    also(person, Role.RAPID_REVIEW_MEMBER, partnership=a_partnership())

    with pytest.raises(Refused, match="every partnership of this person"):
        disable_person(person, by=manager, at=NOW)


# Alternates


def test_each_partner_has_a_seat_and_an_empty_one_is_seen():
    partnership = a_partnership()
    police = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE, partnership=partnership)

    seats = {each.seat: each for each in partners_of(partnership, TODAY)}

    assert set(seats) == set(Seat)
    assert seats[Seat.POLICE].people == (police,)
    assert seats[Seat.ICB].people == ()


def test_an_alternate_of_the_same_body_steps_in():
    partner = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE)
    deputy = a_person(
        Role.RAPID_REVIEW_MEMBER,
        partnership=partner.partnership,
        organisation=partner.organisation,
    )

    name_alternate(partner.roles.get(), person=deputy, by=partner, at=NOW)

    seats = {each.seat: each for each in partners_of(partner.partnership, TODAY)}
    assert seats[Seat.POLICE].people == (partner, deputy)
    assert deputies_of(partner, partner.partnership, TODAY) == [deputy]


def test_nobody_of_another_body_steps_in():
    partner = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE)
    other = a_person(Role.PRACTITIONER, partnership=partner.partnership)

    with pytest.raises(Refused, match="same organisation"):
        name_alternate(partner.roles.get(), person=other, by=partner, at=NOW)


def test_nobody_names_an_alternate_for_somebody_else_s_role():
    partner = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE)
    other = a_person(
        Role.RAPID_REVIEW_MEMBER,
        partnership=partner.partnership,
        organisation=partner.organisation,
    )

    with pytest.raises(Refused, match="Only the holder or the manager"):
        name_alternate(partner.roles.get(), person=other, by=other, at=NOW)


def test_a_coordinator_has_no_alternate_and_an_alternate_none_either():
    manager = a_person(Role.MANAGER)
    coordinator = a_person(Role.COORDINATOR, partnership=manager.partnership)
    with pytest.raises(Refused, match="Nobody steps in"):
        name_alternate(coordinator.roles.get(), person=manager, by=manager, at=NOW)

    lead = a_person(Role.SAFEGUARDING_LEAD, partnership=manager.partnership)
    deputy, third = (
        a_person(
            Role.PRACTITIONER,
            partnership=manager.partnership,
            organisation=lead.organisation,
        )
        for _ in range(2)
    )
    alternate = name_alternate(lead.roles.get(), person=deputy, by=lead, at=NOW)
    with pytest.raises(Refused, match="stands in for a holder"):
        name_alternate(alternate, person=third, by=manager, at=NOW)
