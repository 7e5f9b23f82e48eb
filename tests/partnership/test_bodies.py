"""Partnerships, walled off from each other; their agencies and their calendar."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from heed import clock
from heed.audit.models import Entry
from heed.partnership.actions import (
    add_organisation,
    amend_bank_holiday,
    amend_organisation,
    amend_partnership,
    declare_interest,
    end_organisation,
    found_partnership,
    withdraw_interest,
    work_in,
)
from heed.partnership.models import Organisation, RoleHeld
from heed.partnership.queries import (
    counting_policy,
    holidays_for,
    interests_of,
    organisations_of,
    people_close_to,
    people_of,
    people_with,
    roles_in,
)
from heed.partnership.refusals import Refused
from heed.rulebook.counting import Trigger
from heed.rulebook.language import Role, Seat
from heed.rulebook.working_days import is_working_day
from tests.partnership.factories import (
    HEED,
    a_partnership,
    a_person,
    an_organisation,
    signed_in,
)

pytestmark = pytest.mark.django_db
NOW = clock.now()
TODAY = clock.london_date(NOW)


def test_two_partnerships_see_nothing_of_each_other():
    ours, theirs = a_partnership(), a_partnership()
    for partnership in (ours, theirs):
        for role in (Role.MANAGER, Role.DELEGATED_PARTNER):
            a_person(role, partnership=partnership)

    for one, other in ((ours, theirs), (theirs, ours)):
        assert {p.partnership for p in people_of(one)} == {one}
        assert {held.partnership for held in roles_in(one, TODAY)} == {one}
        assert {agency.partnership for agency in organisations_of(one)} == {one}
        assert not set(people_with(one, Role, TODAY)) & set(people_of(other))


def test_only_the_command_line_founds_a_partnership():
    with pytest.raises(Refused, match="command line"):
        found_partnership(
            slug="x", name="X", short_name="X", by=a_person(Role.MANAGER), at=NOW
        )


def test_a_partnership_covers_areas_and_counts_as_the_nation_does_unless_it_says():
    partnership = a_partnership(
        rr_day_counting="include_trigger", rr_trigger="la_aware"
    )

    policy = counting_policy(partnership)

    assert [area.name for area in partnership.areas.all()]
    assert (policy.include_trigger, policy.trigger) == (True, Trigger.LA_AWARE)
    assert counting_policy(a_partnership()).trigger == Trigger.SIN_SENT


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DELEGATED_PARTNER])
def test_only_the_manager_changes_how_a_partnership_works(role):
    person = a_person(role)

    with pytest.raises(Refused, match="Only the partnership's manager"):
        amend_partnership(
            person.partnership, choices={"site": "own_site"}, by=person, at=NOW
        )


def test_nothing_else_of_a_partnership_is_changed_by_the_way():
    manager = a_person(Role.MANAGER)

    with pytest.raises(ValueError, match="slug"):
        amend_partnership(
            manager.partnership, choices={"slug": "other"}, by=manager, at=NOW
        )


def test_an_agency_joins_is_kept_and_leaves():
    manager = a_person(Role.MANAGER)
    homes = add_organisation(
        manager.partnership,
        code="HSG",
        name="Saltern Quay Homes",
        kind=Organisation.Kind.HOUSING,
        active_from=date(2024, 4, 1),
        by=manager,
        at=NOW,
    )
    amend_organisation(
        homes, lines={"mail_domains": ["@HSG.example", ""]}, by=manager, at=NOW
    )
    end_organisation(homes, active_to=date(2026, 4, 1), by=manager, at=NOW)

    assert homes.mail_domains == ["hsg.example"]
    assert homes in organisations_of(manager.partnership, date(2026, 3, 31))
    assert homes not in organisations_of(manager.partnership, date(2026, 4, 1))
    assert not homes.active_on(date(2024, 3, 31))
    assert homes.last_day == date(2026, 3, 31)
    assert Entry.objects.filter(what="end_organisation", result="done").exists()


def test_an_agency_does_not_end_before_it_began_nor_take_another_s_code():
    agency = an_organisation(a_partnership())
    with pytest.raises(Refused, match="before it began"):
        end_organisation(agency, active_to=date(1999, 1, 1), by=HEED, at=NOW)
    with pytest.raises(Refused, match="is taken"):
        add_organisation(
            agency.partnership,
            code=agency.code,
            name="Again",
            kind="housing",
            active_from=TODAY,
            by=HEED,
            at=NOW,
        )


def test_a_school_is_no_statutory_partner():
    with pytest.raises(Refused, match="kind of its seat"):
        an_organisation(a_partnership(), Organisation.Kind.SCHOOL, seat=Seat.POLICE)


def test_outsiders_change_no_agency():
    person = a_person(Role.SAFEGUARDING_LEAD)

    with pytest.raises(Refused, match="Only the business unit"):
        amend_organisation(
            person.organisation, lines={"name": "Ours"}, by=person, at=NOW
        )


def test_the_latest_word_on_a_bank_holiday_counts_and_only_here():
    manager = a_person(Role.MANAGER)
    mourning, christmas = date(2026, 5, 8), date(2026, 12, 25)

    def change(day, is_holiday, reason="Proclaimed"):
        amend_bank_holiday(
            manager.partnership,
            day=day,
            is_holiday=is_holiday,
            reason=reason,
            by=manager,
            at=clock.now(),
        )

    change(mourning, True)
    change(christmas, False)
    change(christmas, True)
    change(christmas, False)

    ours, theirs = holidays_for(manager.partnership), holidays_for(a_partnership())
    assert not is_working_day(mourning, ours)
    assert ours.name_of(mourning) == "Proclaimed"
    assert is_working_day(christmas, ours)
    assert is_working_day(mourning, theirs)
    assert not is_working_day(christmas, theirs)


@pytest.mark.parametrize("role", [Role.DELEGATED_PARTNER, Role.SYSTEM_ADMINISTRATOR])
def test_only_the_business_unit_changes_the_calendar(role):
    person = a_person(role)

    with pytest.raises(Refused, match="Only the business unit"):
        amend_bank_holiday(
            person.partnership,
            day=TODAY,
            is_holiday=True,
            reason="No",
            by=person,
            at=NOW,
        )


def test_nobody_works_where_they_hold_no_role():
    with pytest.raises(Refused, match="no role there"):
        work_in(a_partnership(), by=a_person(Role.MANAGER), at=NOW)


# Interests


def test_a_family_name_that_is_close_to_somebody_is_noticed():
    person = a_person(Role.COORDINATOR, name="Mabry Pellowick")
    partner = a_person(
        Role.DELEGATED_PARTNER, name="R. Thackthorpe", partnership=person.partnership
    )
    interest = declare_interest(
        partnership=person.partnership,
        kind="family_name",
        words="Ostrander-Vale",
        by=person,
        at=NOW,
    )

    def close(*names):
        return people_close_to(person.partnership, names, TODAY)

    assert close("Lumi OSTRANDER") == {person: {"family_name"}}
    assert close("Ivo Thackthorpe") == {partner: {"name"}}
    assert close("Tobiah Marchwinter") == {}
    withdraw_interest(interest, by=person, at=NOW)
    assert close("Lumi Ostrander-Vale") == {}
    assert not interests_of(person, person.partnership)


def test_an_interest_is_sealed_and_only_its_owner_withdraws_it():
    person = a_person(Role.COORDINATOR)
    interest = declare_interest(
        partnership=person.partnership,
        kind="employer",
        words="Saltern Quay Homes",
        by=person,
        at=NOW,
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM partnership_standinginterest")
        assert b"Saltern" not in repr(cursor.fetchall()).encode()
    with pytest.raises(Refused, match="Only whoever declared it"):
        withdraw_interest(interest, by=a_person(Role.MANAGER), at=NOW)


# What the tables themselves refuse


def _refused(**changed):
    person = a_person(Role.COORDINATOR)
    row = {
        "person": person,
        "partnership": person.partnership,
        "role": Role.COORDINATOR,
        "starts_on": TODAY,
        "granted_at": NOW,
        **changed,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(**row)


def test_a_partner_s_role_has_its_seat_and_no_other_role_has_one():
    _refused(role=Role.DELEGATED_PARTNER)
    _refused(role=Role.LOCAL_AUTHORITY_NOTIFIER, seat=Seat.POLICE)
    _refused(role=Role.COORDINATOR, seat=Seat.POLICE)


def test_a_role_ends_after_it_begins_by_somebody_at_some_time():
    person = a_person(Role.MANAGER)
    _refused(ends_on=date(2000, 1, 1))
    _refused(ended_by=person)
    _refused(ended_at=NOW)
    _refused(person=person, granted_by=person)


def test_an_agency_sits_on_the_seat_of_its_kind():
    partnership = a_partnership()
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(
            partnership=partnership,
            code="X",
            name="X",
            kind="school",
            seat=Seat.POLICE,
            active_from=TODAY,
        )


def test_a_look_alike_becomes_known_only_when_somebody_confirms_it(client):
    manager = a_person(Role.MANAGER)
    trust = an_organisation(manager.partnership, name="The trust")
    lines = {"mail_domains": ["hospitals.quillshire.example"]}
    amend_organisation(trust, lines=lines, by=manager, at=NOW)
    signed_in(client, manager)
    page = reverse("organisation", args=[trust.public_id])
    typed = {
        "name": "The trust",
        "mail_domains": "hospitals.quillshire.example\nhospitals.quilshire.example",
    }

    asked = client.post(page, typed).content.decode()

    assert "looks like hospitals.quillshire.example, and is another address" in asked
    assert "hospitals.quilshire.example" in asked  # nothing that was typed is lost
    trust.refresh_from_db()
    assert trust.mail_domains == lines["mail_domains"]
    contact = {**typed, "mail_domains": lines["mail_domains"][0]}
    contact |= {"contact_address": "lead@hospitals.quilshire.example"}
    assert "is another address" in client.post(page, contact).content.decode()

    client.post(page, typed | {"domains_confirmed": "on"})
    trust.refresh_from_db()
    assert len(trust.mail_domains) == 2
