"""Who signs in through her organisation alone shows there, and afresh, that it is she:
its own word on when she did is what counts."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

from heed.partnership.queries import people_of
from heed.rulebook.language import Role
from tests.partnership.factories import a_person
from tests.partnership.test_identity_providers import (
    LOGIN,
    comes_in,
    council,
    is_in,
    signs_in_there,
)

__all__ = ["council"]
pytestmark = pytest.mark.django_db
GRAVE = "/people/invite/"
ASKED = f"/account/shown-again/elsewhere/?next={GRAVE.replace('/', '%2F')}"


def a_manager_of_the_council():
    person = a_person(Role.MANAGER, second_factor=False)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    SocialAccount.objects.create(user=person, provider="quillshire", uid="q-0042")
    return person


def minutes_ago(minutes):
    return int(time.time()) - 60 * minutes


def is_sent_there(client):
    """Press the button; returns what the provider is asked."""
    sent = client.post(ASKED)
    return {name: said[0] for name, said in parse_qs(urlsplit(sent.url).query).items()}


def comes_back(client, council, **claims):
    asked = is_sent_there(client)
    council.claims = {"sub": "q-0042", **claims}
    return client.get(
        f"{LOGIN}callback/", {"state": asked["state"], "code": "once again"}
    )


def test_that_the_provider_knew_her_already_is_not_enough(client, council):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"], auth_time=minutes_ago(90))

    assert is_in(client)
    assert client.get(GRAVE).url == ASKED
    page = client.get(ASKED).content.decode()
    assert "Sign in again at Quillshire Council" in page


def test_who_has_just_signed_in_there_is_not_asked(client, council):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"], auth_time=minutes_ago(1))
    assert client.get(GRAVE).status_code == 200


def test_she_is_sent_to_sign_in_anew_and_comes_back(client, council):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])

    asked = is_sent_there(client)
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    back = comes_back(client, council, amr=["mfa"], auth_time=minutes_ago(0))

    assert back.url == GRAVE
    assert client.get(GRAVE).status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"amr": ["mfa"]},
        {"amr": ["mfa"], "auth_time": minutes_ago(6)},
        {"amr": ["mfa"], "auth_time": minutes_ago(-60)},
        {"amr": ["mfa"], "auth_time": True},
        {"amr": ["mfa"], "auth_time": "now"},
        {"amr": ["pwd"], "auth_time": minutes_ago(0)},
    ],
)
def test_without_its_word_that_she_just_did_nothing_opens(client, council, claims):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])

    back = comes_back(client, council, **claims)

    assert client.get(GRAVE).url == ASKED
    assert "Nothing has been done" in client.get(back.url).content.decode()
    assert is_in(client)


def test_somebody_else_s_word_opens_nothing(client, council):
    a_manager_of_the_council()
    other = a_person(Role.COORDINATOR)
    SocialAccount.objects.create(user=other, provider="quillshire", uid="q-0043")
    signs_in_there(client, council, amr=["mfa"])

    now = {"amr": ["mfa"], "auth_time": minutes_ago(0)}
    comes_back(client, council, sub="q-0043", **now)

    assert client.get(GRAVE).url == ASKED
    assert is_in(client)


@pytest.mark.parametrize(
    "way", ["mfa_activate_totp", "mfa_add_webauthn", "socialaccount_connections"]
)
def test_nobody_adds_a_way_of_her_own_at_a_desk_left_open(client, council, way):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])

    assert client.get(reverse(way)).url.startswith("/account/shown-again/elsewhere/")


def test_nor_another_account_of_a_provider(client, council):
    person = a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])

    council.claims = {"sub": "q-0666", "auth_time": minutes_ago(0), "amr": ["mfa"]}
    asked = client.post(f"{LOGIN}?process=connect")
    state = parse_qs(urlsplit(asked.url).query)["state"][0]
    back = client.get(f"{LOGIN}callback/", {"state": state, "code": "once"})

    assert back.url.startswith("/account/shown-again/elsewhere/")
    assert [a.uid for a in SocialAccount.objects.filter(user=person)] == ["q-0042"]


def test_where_no_provider_is_known_any_more_nothing_opens(client, council, settings):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}

    assert client.get(GRAVE).url == ASKED
    assert "no longer known here" in client.post(ASKED).content.decode()


def test_who_has_just_joined_may_set_up_a_second_step_of_her_own(client, council):
    invitation, _answer = comes_in(client, council, amr=["mfa"])

    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    person = people_of(invitation.partnership).get()
    assert not Authenticator.objects.filter(user=person).exists()


def test_the_way_back_stays_on_this_desk(client, council):
    a_manager_of_the_council()
    signs_in_there(client, council, amr=["mfa"])

    council.claims = {"sub": "q-0042", "amr": ["mfa"], "auth_time": minutes_ago(0)}
    sent = client.post("/account/shown-again/elsewhere/?next=https://evil.example/")
    state = parse_qs(urlsplit(sent.url).query)["state"][0]
    back = client.get(f"{LOGIN}callback/", {"state": state, "code": "once"})
    assert back.url == reverse("account")
