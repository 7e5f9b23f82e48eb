"""Each page of people and partnerships: who sees it, and what it says."""

import pytest
from django.urls import reverse

from heed import clock
from heed.partnership.actions import reset_second_factor
from heed.partnership.models import Invitation
from heed.partnership.queries import organisations_of, roles_of
from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.partnership.factories import (
    a_partnership,
    a_person,
    an_organisation,
    letters_kept,
    signed_in,
)

pytestmark = pytest.mark.django_db
BUSINESS_UNIT = {Role.MANAGER, Role.COORDINATOR}
SEE_PEOPLE = BUSINESS_UNIT | {
    Role.AUDITOR,
    Role.SYSTEM_ADMINISTRATOR,
    Role.SAFEGUARDING_LEAD,
}
INVITE = {Role.MANAGER, Role.SYSTEM_ADMINISTRATOR, Role.SAFEGUARDING_LEAD}
RUN = {Role.MANAGER, Role.SYSTEM_ADMINISTRATOR}
COLLEAGUES = RUN | {
    Role.COORDINATOR,
    Role.DELEGATED_PARTNER,
    Role.SAFEGUARDING_LEAD,
}
EVERYBODY = set(Role) - WITHOUT_ACCOUNT
OPEN_TO = {
    "account": EVERYBODY,
    "bank_holidays": BUSINESS_UNIT,
    "invite": INVITE,
    "interests": EVERYBODY,
    "show_again_elsewhere": EVERYBODY,
    "shown_again": EVERYBODY,
    "locks": COLLEAGUES,
    "mfa_index": EVERYBODY,
    "mfa_list_webauthn": EVERYBODY,
    "new_organisation": BUSINESS_UNIT,
    "organisations": BUSINESS_UNIT,
    "partnership": {Role.MANAGER},
    "people": SEE_PEOPLE,
    "usersessions_list": EVERYBODY,
}


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_each_page_opens_for_its_roles_and_is_missing_for_all_others(client, role):
    signed_in(client, a_person(role))

    opened = {name for name in OPEN_TO if client.get(reverse(name)).status_code == 200}
    missing = {name for name in OPEN_TO if client.get(reverse(name)).status_code == 404}

    assert opened == {name for name, roles in OPEN_TO.items() if role in roles}
    assert missing == set(OPEN_TO) - opened


@pytest.mark.parametrize("name", sorted(OPEN_TO))
def test_a_stranger_is_asked_to_sign_in_and_comes_back(client, name):
    response = client.get(reverse(name))

    assert response.status_code == 302
    assert response.url.startswith(f"{reverse('account_login')}?next=")


def test_a_page_that_one_may_not_open_answers_like_one_that_is_not_there(client):
    signed_in(client, a_person(Role.PRACTITIONER))

    forbidden = client.get(reverse("partnership"))
    missing = client.get("/no-such-page/")

    assert forbidden.status_code == missing.status_code == 404
    assert _without_the_token(forbidden) == _without_the_token(missing)


def _without_the_token(response):
    return [line for line in response.content.splitlines() if b"csrf" not in line]


def test_the_manager_reads_the_code_out_and_may_withdraw(client):
    manager = a_person(Role.MANAGER)
    signed_in(client, manager)
    unit = organisations_of(manager.partnership).first()
    asked = {
        "name": "Oriel Vantongeren",
        "email": "oriel@qht.quillshire.example",
        "role": "coordinator",
        "organisation": str(unit.public_id),
    }
    with letters_kept() as letters:
        warned = client.post(reverse("invite"), asked)
        sent = client.post(reverse("invite"), {**asked, "new_domain_confirmed": "on"})

    assert "has no address at qht.quillshire.example yet" in warned.content.decode()
    page = client.get(sent.url).content.decode()
    assert "Read this out by telephone" in page
    assert [letter.to for letter in letters] == ["oriel@qht.quillshire.example"]
    invitation = Invitation.objects.get(email=asked["email"])
    client.post(reverse("withdraw_invitation", args=[invitation.public_id]))
    assert "can no longer be used" in client.get(sent.url).content.decode()


def test_a_lead_sees_the_invitations_of_her_own_organisation_alone(client):
    partnership = a_partnership()
    manager = a_person(Role.MANAGER, partnership=partnership)
    lead = a_person(Role.SAFEGUARDING_LEAD, partnership=partnership)
    signed_in(client, manager)
    offered = {"role": "practitioner", "new_domain_confirmed": "on"}
    for name, body in (("Oriel", manager.organisation), ("Tamsin", lead.organisation)):
        asked = {
            "name": f"{name} Vantongeren",
            "email": f"{name}@quillshire.example",
            "organisation": str(body.public_id),
        }
        with letters_kept():
            client.post(reverse("invite"), offered | asked)

    unit = client.get(reverse("people")).content.decode()
    hers = signed_in(client, lead).get(reverse("people")).content.decode()
    assert "Oriel Vantongeren" in unit
    assert "Tamsin Vantongeren" in unit
    assert "Tamsin Vantongeren" in hers
    assert "Oriel Vantongeren" not in hers


def test_an_administrator_does_not_see_the_code_of_a_case_role(client):
    partnership = a_partnership()
    manager = a_person(Role.MANAGER, partnership=partnership)
    signed_in(client, manager)
    with letters_kept():
        sent = client.post(
            reverse("invite"),
            {"name": "A", "email": "a@quillshire.example", "role": "manager"},
        )
    assert client.get(sent.url).status_code == 200

    administrator = a_person(Role.SYSTEM_ADMINISTRATOR, partnership=partnership)
    assert signed_in(client, administrator).get(sent.url).status_code == 404


def test_a_manager_gives_ends_and_passes_on_roles_from_the_pages(client):
    manager = a_person(Role.MANAGER)
    partnership = manager.partnership
    lead = a_person(Role.SAFEGUARDING_LEAD, partnership=partnership)
    deputy = a_person(
        Role.PRACTITIONER, partnership=partnership, organisation=lead.organisation
    )
    signed_in(client, manager)
    page = client.get(reverse("person", args=[deputy.public_id])).content.decode()
    assert deputy.email in page

    client.post(
        reverse("give_role", args=[deputy.public_id]),
        {"role": "rapid_review_member", "starts_on-day": ""},
    )
    held = _role(lead, Role.SAFEGUARDING_LEAD)
    client.post(
        reverse("alternate", args=[held.public_id]), {"person": str(deputy.public_id)}
    )
    client.post(reverse("end_role", args=[_role(deputy, "practitioner").public_id]))

    today = clock.london_date(clock.now())
    roles = {held.role for held in roles_of(deputy, partnership, today)}
    assert roles == {"rapid_review_member", "safeguarding_lead"}


def test_a_warning_is_read_before_the_role_is_given(client):
    manager = a_person(Role.MANAGER)
    partner = a_person(Role.DELEGATED_PARTNER, partnership=manager.partnership)
    signed_in(client, manager)
    address = reverse("give_role", args=[partner.public_id])

    warned = client.post(address, {"role": "coordinator"}).content.decode()
    given = client.post(address, {"role": "coordinator", "despite_warnings": "on"})

    assert "prepare decisions and take them" in warned
    assert given.status_code == 302


def test_the_business_unit_keeps_organisations_and_the_calendar(client):
    manager = a_person(Role.MANAGER)
    signed_in(client, manager)
    client.post(
        reverse("new_organisation"),
        {
            "name": "Saltern Quay Homes",
            "code": "HSG",
            "kind": "housing",
            "active_from-day": "1",
            "active_from-month": "4",
            "active_from-year": "2024",
            "mail_domains": "hsg.quillshire.example",
        },
    )
    homes = organisations_of(manager.partnership).get(code="HSG")
    address = reverse("organisation", args=[homes.public_id])
    assert "hsg.quillshire.example" in client.get(address).content.decode()
    client.post(address, {"name": "Saltern Homes", "telephone": "01632 960123"})
    leaves = reverse("end_organisation", args=[homes.public_id])
    client.post(leaves, {f"active_to-{p}": v for p, v in _parts(31, 3, 2026)})
    client.post(
        reverse("bank_holidays"),
        {
            **{f"day-{part}": value for part, value in _parts(8, 5, 2026)},
            "is_holiday": "yes",
            "reason": "Day of mourning",
        },
    )

    page = client.get(reverse("organisations")).content.decode()
    assert "Saltern Homes" in page
    assert "31 March 2026" in page
    assert "Day of mourning" in client.get(reverse("bank_holidays")).content.decode()


def test_the_manager_changes_how_the_partnership_works(client):
    manager = a_person(Role.MANAGER)
    signed_in(client, manager)
    form = client.get(reverse("partnership")).context["form"]
    answers = {name: form[name].value() or "" for name in form.fields}
    answers["independent_first_views"] = "on"

    response = client.post(
        reverse("partnership"), {**answers, "front_door_telephone": "01632 960001"}
    )

    assert response.status_code == 302
    manager.partnership.refresh_from_db()
    assert manager.partnership.front_door_telephone == "01632 960001"
    assert manager.partnership.independent_first_views


def test_a_reset_second_step_closes_cases_until_two_others_have_met_the_person(client):
    partnership = a_partnership()
    manager = a_person(Role.MANAGER, partnership=partnership)
    others = [a_person(Role.COORDINATOR, partnership=partnership) for _ in range(2)]
    owner = a_person(Role.SAFEGUARDING_LEAD, partnership=partnership)
    with letters_kept() as letters:
        signed_in(client, manager).post(
            reverse("reset_second_factor", args=[owner.public_id]),
            {"reason": "Lost her phone"},
        )
    assert {letter.to for letter in letters} == {owner.email, manager.email}
    owner.refresh_from_db()
    page = signed_in(client, owner).get(reverse("closed_for_now")).content.decode()
    assert "Cases are closed to you for now" in page

    lock = owner.second_factor_resets.get()
    for colleague in others:
        locks = signed_in(client, colleague).get(reverse("locks")).content.decode()
        assert owner.name in locks
        client.post(reverse("met", args=[lock.public_id]))

    page = signed_in(client, owner).get(reverse("closed_for_now")).content.decode()
    assert "They are open again" in page


def test_a_refusal_outside_a_form_is_a_page_with_its_reason(client):
    manager = a_person(Role.MANAGER)
    owner = a_person(Role.COORDINATOR, partnership=manager.partnership)
    with letters_kept():
        lock = reset_second_factor(
            owner,
            partnership=manager.partnership,
            reason="Lost",
            by=manager,
            at=clock.now(),
        )

    refused = signed_in(client, manager).post(reverse("met", args=[lock.public_id]))

    assert refused.status_code == 409
    assert "Two others have to have met the person." in refused.content.decode()


def test_somebody_declares_and_withdraws_an_interest(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)

    client.post(reverse("interests"), {"kind": "family_name", "words": "Marchwinter"})
    assert "Marchwinter" in client.get(reverse("interests")).content.decode()
    interest = person.standing_interests.get()
    client.post(reverse("withdraw_interest", args=[interest.pk]))

    assert "Marchwinter" not in client.get(reverse("interests")).content.decode()


def test_a_person_of_two_partnerships_changes_desks(client):
    elsewhere = a_partnership()
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)
    address = reverse("choose_partnership", args=[elsewhere.public_id])
    assert client.post(address).status_code == 404

    from tests.partnership.factories import also

    also(person, Role.RAPID_REVIEW_MEMBER, partnership=elsewhere)
    signed_in(client, person)
    assert elsewhere.name in client.get(reverse("account")).content.decode()
    client.post(address)

    person.refresh_from_db()
    assert person.partnership == elsewhere
    # There she is no coordinator.
    assert client.get(reverse("people")).status_code == 404


def test_rows_of_another_partnership_are_not_there(client):
    manager = a_person(Role.MANAGER)
    stranger = a_person(Role.MANAGER)
    agency = an_organisation(stranger.partnership)
    role = _role(stranger, Role.MANAGER)
    signed_in(client, manager)
    addresses = [
        reverse("person", args=[stranger.public_id]),
        reverse("give_role", args=[stranger.public_id]),
        reverse("reset_second_factor", args=[stranger.public_id]),
        reverse("end_role", args=[role.public_id]),
        reverse("alternate", args=[role.public_id]),
        reverse("organisation", args=[agency.public_id]),
        reverse("end_organisation", args=[agency.public_id]),
    ]

    assert {client.get(address).status_code for address in addresses} == {404}
    assert stranger.name not in client.get(reverse("people")).content.decode()
    posts = [reverse("disable_person", args=[stranger.public_id])]
    assert {client.post(address).status_code for address in posts} == {404}


def _role(person, role):
    today = clock.london_date(clock.now())
    return roles_of(person, person.partnership, today).get(role=role)


def _parts(day, month, year):
    return [("day", str(day)), ("month", str(month)), ("year", str(year))]
