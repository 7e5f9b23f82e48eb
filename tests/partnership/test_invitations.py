"""Nobody signs up. Somebody is invited: one address, one use, seven days, one code."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from heed import clock
from heed.audit.models import Entry
from heed.partnership.actions import (
    accept_invitation,
    invite_person,
    withdraw_invitation,
)
from heed.partnership.addresses import domain_of, normal_address
from heed.partnership.models import Invitation, Person
from heed.partnership.queries import roles_of
from heed.partnership.refusals import Refused
from heed.partnership.tokens import LETTERS, code_of, hash_of, is_its_code
from heed.rulebook.language import Role
from tests.partnership.factories import (
    HEED,
    PASSWORD,
    a_partnership,
    a_person,
    an_organisation,
    letters_kept,
    signed_in,
)

NOW = clock.now()
TODAY = clock.london_date(NOW)


def invite(*, at=NOW, by=HEED, **more):
    asked = {
        "partnership": more.pop("partnership", None) or a_partnership(),
        "email": "oriel@quillshire.example",
        "name": "Oriel Vantongeren",
        "role": Role.COORDINATOR,
        **more,
    }
    with letters_kept() as letters:
        invitation, token = invite_person(by=by, at=at, **asked)
    invitation.letters = letters
    return invitation, token


def accept(invitation, *, at=NOW, code=None, **more):
    return accept_invitation(
        invitation, code=code or code_of(invitation), password=PASSWORD, at=at, **more
    )


@pytest.mark.django_db
def test_the_link_and_the_code_together_bring_somebody_in():
    invitation, _token = invite()

    person = accept(invitation)

    held = roles_of(person, invitation.partnership, TODAY).get()
    assert (held.role, person.email) == (Role.COORDINATOR, "oriel@quillshire.example")
    assert person.check_password(PASSWORD)
    assert Entry.objects.filter(what="accept_invitation", result="done").count() == 1


@pytest.mark.django_db
def test_an_invitation_works_once():
    invitation, _token = invite()
    person = accept(invitation)

    for somebody in (None, person):
        with pytest.raises(Refused, match="can no longer be used"):
            accept(invitation, by=somebody)


@pytest.mark.django_db
def test_an_invitation_works_for_seven_days():
    invitation, _token = invite()

    with pytest.raises(Refused, match="can no longer be used"):
        accept(invitation, at=NOW + timedelta(days=7))
    accept(invitation, at=NOW + timedelta(days=7, seconds=-1))


@pytest.mark.django_db
def test_a_withdrawn_invitation_is_dead():
    manager = a_person(Role.MANAGER)
    invitation, _token = invite(partnership=manager.partnership)

    withdraw_invitation(invitation, by=manager, at=NOW)

    with pytest.raises(Refused, match="can no longer be used"):
        accept(invitation)


@pytest.mark.django_db
def test_the_fifth_wrong_code_closes_the_invitation():
    invitation, _token = invite()

    for _ in range(5):
        with pytest.raises(Refused, match="not the code"):
            accept(invitation, code="0000-0000")

    with pytest.raises(Refused, match="can no longer be used"):
        accept(invitation)
    assert not Person.objects.exists()
    assert Entry.objects.filter(what="accept_invitation", result="refused").count() == 6


@pytest.mark.django_db
def test_another_mailbox_cannot_take_it_up():
    invitation, _token = invite()
    other = a_person(Role.COORDINATOR)

    with pytest.raises(Refused, match="another address"):
        accept(invitation, by=other)


@pytest.mark.django_db
def test_somebody_known_signs_in_to_take_another_role():
    person = a_person(Role.COORDINATOR)
    invitation, _token = invite(email=person.email, role=Role.RAPID_REVIEW_MEMBER)

    with pytest.raises(Refused, match="Sign in first"):
        accept(invitation)
    accept(invitation, by=person)

    assert roles_of(person, invitation.partnership, TODAY).get().role == (
        Role.RAPID_REVIEW_MEMBER
    )


@pytest.mark.django_db
def test_an_administrator_does_not_come_by_a_case_role_by_invitation():
    administrator = a_person(Role.SYSTEM_ADMINISTRATOR)
    invitation, _token = invite(email=administrator.email, role=Role.MANAGER)

    with pytest.raises(Refused, match="never sees a case"):
        accept(invitation, by=administrator)


@pytest.mark.django_db
def test_a_new_mail_domain_is_confirmed_once():
    agency = an_organisation(a_partnership(), mail_domains=["qht.quillshire.example"])
    asked = {
        "partnership": agency.partnership,
        "organisation": agency,
        "role": Role.PRACTITIONER,
        "email": "oriel@qht.quilshire.example",
    }

    with pytest.raises(Refused, match="letter by letter") as refusal:
        invite(**asked)
    assert refusal.value.code == "new_mail_domain"
    invite(**asked, new_domain_confirmed=True)
    invite(**asked)

    agency.refresh_from_db()
    assert "qht.quilshire.example" in agency.mail_domains


@pytest.mark.django_db
def test_the_letter_has_the_link_and_never_the_code():
    invitation, token = invite()

    (letter,) = invitation.letters

    assert letter.to == invitation.email
    assert token in letter.text
    assert code_of(invitation) not in letter.text
    assert code_of(invitation).replace("-", "") not in letter.text


@pytest.mark.django_db
def test_the_database_keeps_neither_the_link_nor_the_code():
    invitation, token = invite()

    kept = str(Invitation.objects.filter(pk=invitation.pk).values().get())

    assert token not in kept
    assert code_of(invitation) not in kept
    assert hash_of(token) in kept


@pytest.mark.django_db
def test_nobody_without_the_right_invites():
    coordinator = a_person(Role.COORDINATOR)

    with pytest.raises(Refused, match="may not give this role"):
        invite(partnership=coordinator.partnership, by=coordinator)


@pytest.mark.django_db
def test_a_safeguarding_lead_invites_practitioners_of_her_own_organisation_only():
    lead = a_person(Role.SAFEGUARDING_LEAD)
    other = an_organisation(lead.partnership)
    asked = {"partnership": lead.partnership, "role": Role.PRACTITIONER, "by": lead}

    invite(**asked, organisation=lead.organisation)

    with pytest.raises(Refused, match="may not give this role"):
        invite(**asked, organisation=other)


# The pages


@pytest.mark.django_db
def test_the_page_of_the_link_tells_nothing_before_the_code(client):
    invitation, token = invite()

    page = client.get(reverse("invitation", args=[token])).content.decode()

    for word in (invitation.name, invitation.partnership.name, invitation.email):
        assert word not in page


@pytest.mark.django_db
def test_a_link_that_never_was_answers_like_one_that_is_over(client):
    invitation, token = invite()
    accept(invitation)

    over = client.get(reverse("invitation", args=[token]))
    never = client.get(reverse("invitation", args=["x" * 43]))

    assert over.status_code == never.status_code == 404
    assert over.content == never.content


@pytest.mark.django_db
def test_somebody_comes_in_by_the_pages_and_must_set_up_a_second_step(client):
    invitation, token = invite()

    wrong = client.post(reverse("invitation", args=[token]), {"code": "1234-5678"})
    assert "not the code" in wrong.content.decode()
    client.post(reverse("invitation", args=[token]), {"code": code_of(invitation)})
    page = client.get(reverse("invitation_join")).content.decode()
    assert invitation.partnership.name in page
    short = client.post(reverse("invitation_join"), {"password": "short"})
    assert "too short" in short.content.decode()
    joined = client.post(reverse("invitation_join"), {"password": PASSWORD})

    assert joined.url == reverse("mfa_index")
    assert client.get(reverse("account")).url == reverse("mfa_index")


@pytest.mark.django_db
def test_somebody_known_takes_the_role_on_the_page(client):
    person = a_person(Role.COORDINATOR)
    invitation, token = invite(email=person.email, role=Role.RAPID_REVIEW_MEMBER)
    signed_in(client, person)

    client.post(reverse("invitation", args=[token]), {"code": code_of(invitation)})
    assert "Another role" in client.get(reverse("invitation_join")).content.decode()
    taken = client.post(reverse("invitation_join"))

    assert taken.url == reverse("account")
    assert client.get(reverse("account")).status_code == 200


@pytest.mark.django_db
def test_somebody_else_s_session_does_not_take_the_role(client):
    invitation, token = invite()
    signed_in(client, a_person(Role.COORDINATOR))

    client.post(reverse("invitation", args=[token]), {"code": code_of(invitation)})
    page = client.post(reverse("invitation_join")).content.decode()

    assert "for somebody else" in page
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


# Addresses and codes

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)


@given(WORDS)
def test_an_address_has_one_spelling(local):
    once = normal_address(f"{local}@quillshire.example")

    assert normal_address(once) == once


@pytest.mark.parametrize(
    "typed",
    [
        "ORIEL@Quillshire.Example",
        " oriel@quillshire.example ",
        "ｏｒｉｅｌ@quillshire.example",
        "oriel@QUILLſHIRE.example",
    ],
)
def test_addresses_that_one_would_take_for_the_same_are_the_same(typed):
    assert normal_address(typed) == "oriel@quillshire.example"
    assert domain_of(typed) == "quillshire.example"


@pytest.mark.django_db
def test_two_spellings_of_an_address_are_one_person():
    person = a_person(Role.COORDINATOR, email="Oriel@Quillshire.Example")

    assert person.email == "oriel@quillshire.example"
    assert Person.objects.get(email="ＯＲＩＥＬ@quillshire.example") == person


@given(token=st.text(min_size=1), spaces=st.sampled_from(["", " ", "-"]))
def test_a_code_is_eight_letters_that_may_be_typed_loosely(token, spaces):
    invitation = Invitation(token_hash=hash_of(token))
    code = code_of(invitation)
    plain = code.replace("-", "")

    assert len(plain) == 8
    assert set(plain) <= set(LETTERS)
    assert is_its_code(invitation, spaces.join(plain.lower()))
    assert not is_its_code(invitation, plain[:-1])
