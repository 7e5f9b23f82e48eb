"""Signing in takes two steps, tells a stranger nothing, and stays on this desk."""

import re

import pytest
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.audit.models import Entry
from heed.partnership.actions import disable_person
from heed.partnership.adapters import is_local_path
from heed.rulebook.language import Role
from tests.partnership.factories import (
    HEED,
    PASSWORD,
    a_person,
    letters_kept,
    signed_in,
)

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


@pytest.fixture(autouse=True)
def _nobody_has_guessed_yet():
    cache.clear()


def code_for(secret):
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def by_password(client, person, password=PASSWORD, **more):
    asked = {"login": getattr(person, "email", person), "password": password, **more}
    return client.post(LOGIN, asked)


def test_password_and_app_together_sign_in(client):
    person = a_person(Role.COORDINATOR)

    first = by_password(client, person, next="/account/")
    assert first.url == reverse("mfa_authenticate")
    assert client.get("/account/").status_code == 302
    second = client.post(first.url, {"code": code_for(person.totp_secret)})

    assert second.url == "/account/"
    assert client.get("/account/").status_code == 200
    assert Entry.objects.filter(what="sign_in", result="done").count() == 1


def test_a_code_works_once(client):
    person = a_person(Role.COORDINATOR)
    code = code_for(person.totp_secret)
    by_password(client, person)
    client.post(reverse("mfa_authenticate"), {"code": code})

    other = Client()
    by_password(other, person)
    again = other.post(reverse("mfa_authenticate"), {"code": code})

    assert "This code is not right" in again.content.decode()


def test_codes_are_not_guessed(client):
    person = a_person(Role.COORDINATOR)
    by_password(client, person)

    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    right = client.post(
        reverse("mfa_authenticate"), {"code": code_for(person.totp_secret)}
    )

    assert "Too many attempts" in right.content.decode()


def test_the_second_step_cannot_be_skipped_by_its_address(client):
    person = a_person(Role.COORDINATOR)
    by_password(client, person)

    for name in (
        "account",
        "people",
        "mfa_index",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
    ):
        assert client.get(reverse(name)).url.startswith(LOGIN), name


def test_a_second_step_is_set_up_before_anything_else(client):
    person = a_person(Role.COORDINATOR, second_factor=False)
    by_password(client, person)
    assert client.get("/account/").url == reverse("mfa_index")
    assert "Set up a second step" in client.get("/account/2fa/").content.decode()

    app = reverse("mfa_activate_totp")
    assert client.get(app).url.startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(app).content.decode()
    secret = re.search(r"secret\">([A-Z2-7]{32})<", page)[1]
    picture = client.get(reverse("totp_picture"))
    assert picture["Content-Type"] == "image/svg+xml"
    assert "data:" not in page
    done = client.post(app, {"code": code_for(secret)})

    assert done.url == reverse("mfa_view_recovery_codes")
    assert client.get(done.url).content.decode().count("<code>") == 10
    # The session has not shown the second step yet.
    asked = client.get("/account/")
    assert asked.url.startswith(reverse("mfa_reauthenticate"))
    shown = client.post(asked.url, {"code": code_for(secret)})
    assert shown.url == "/account/"
    assert client.get("/account/").status_code == 200


def test_nobody_sees_the_square_of_somebody_else(client):
    person = a_person(Role.COORDINATOR, second_factor=False)
    signed_in(client, person, second_factor=False)

    assert client.get(reverse("totp_picture")).status_code == 404
    assert Client().get(reverse("totp_picture")).url.startswith(LOGIN)


def test_the_secrets_of_a_second_step_are_sealed_where_they_are_kept(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)

    kept = str(Authenticator.objects.get(user=person).data)

    assert person.totp_secret not in kept
    assert "heed1." in kept


def test_the_only_second_step_cannot_be_taken_away(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    page = client.post(reverse("mfa_deactivate_totp")).content.decode()

    assert "This is your only second step" in page
    assert Authenticator.objects.filter(user=person, type="totp").exists()


def test_a_recovery_code_lets_one_in_once(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    with letters_kept() as letters:
        client.post(reverse("mfa_generate_recovery_codes"))
    code = re.search(
        r"<code>(\d+)</code>",
        client.get(reverse("mfa_view_recovery_codes")).content.decode(),
    )[1]

    for expected in (302, 200):
        somewhere = Client()
        by_password(somewhere, person)
        response = somewhere.post(reverse("mfa_authenticate"), {"code": code})
        assert response.status_code == expected
    # Nothing is committed within a test, so the letter waits for the commit.
    assert letters == []


# Nothing is told to a stranger


def _answers(address, *posts):
    seen = set()
    for post in posts:
        response = Client().post(address, post)
        body = response.content.decode().replace(post.get("login", "!"), "…")
        body = re.sub(r'value="[A-Za-z0-9]{64}"', "", body)
        seen.add((response.status_code, response.get("Location"), body))
    return seen


def test_a_wrong_password_and_an_unknown_address_are_answered_alike():
    person, closed = a_person(Role.COORDINATOR), a_person(Role.COORDINATOR)
    disable_person(closed, by=HEED, at=clock.now())

    answers = _answers(
        LOGIN,
        {"login": person.email, "password": "wrong"},
        {"login": "nobody@quillshire.example", "password": "wrong"},
        {"login": closed.email, "password": "wrong"},
        {"login": closed.email, "password": PASSWORD},
    )

    assert len(answers) == 1


def test_a_forgotten_password_is_answered_alike_for_everybody():
    person = a_person(Role.COORDINATOR)
    unready = a_person(Role.COORDINATOR, second_factor=False)

    with letters_kept() as letters:
        answers = _answers(
            reverse("account_reset_password"),
            {"email": person.email},
            {"email": unready.email},
            {"email": "nobody@quillshire.example"},
            {"email": person.email.replace("quillshire", "qu\u0456llshire")},
        )

    assert len(answers) == 1
    assert [letter.to for letter in letters] == [person.email, unready.email]
    assert "/account/password/reset/key/" in letters[0].text
    # Without a second factor, a mailbox alone would be enough.
    assert "/account/password/reset/key/" not in letters[1].text
    assert Entry.objects.filter(what="ask_password_reset").count() == 4


def test_a_reset_link_is_for_this_desk_and_takes_the_second_step_all_the_same(client):
    person = a_person(Role.COORDINATOR)
    with letters_kept() as letters:
        client.post(
            reverse("account_reset_password"),
            {"email": person.email},
            headers={"x-forwarded-host": "evil.example"},
        )
    link = re.search(r"http://localhost:8000(\S+)", letters[0].text)[1]

    form = client.get(link).url
    with letters_kept() as notices:
        done = client.post(
            form,
            {
                "password1": "a heron over Marrowby",
                "password2": "a heron over Marrowby",
            },
        )
    assert done.url == reverse("account_reset_password_from_key_done")
    assert notices[0].subject == "How you sign in to Heed was changed"

    signing_in = by_password(client, person, "a heron over Marrowby")
    assert signing_in.url == reverse("mfa_authenticate")
    # The link works once.
    assert "no longer works" in Client().get(link).content.decode()


def test_changing_the_password_ends_all_other_sessions(client):
    person = a_person(Role.COORDINATOR)
    elsewhere = signed_in(Client(), person)
    signed_in(client, person)
    with letters_kept():
        client.post(
            reverse("account_change_password"),
            {
                "oldpassword": PASSWORD,
                "password1": "a heron over Marrowby",
                "password2": "a heron over Marrowby",
            },
        )

    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_guesses_from_elsewhere_do_not_lock_out_a_known_browser(client):
    person = a_person(Role.COORDINATOR)
    by_password(client, person)
    client.post(reverse("mfa_authenticate"), {"code": code_for(person.totp_secret)})
    client.post(reverse("account_logout"))

    stranger = Client(REMOTE_ADDR="10.9.9.9")
    for _ in range(6):
        last = by_password(stranger, person, "a guess")
    assert "Too many attempts" in last.content.decode()
    assert by_password(stranger, person).status_code == 200

    assert by_password(client, person).url == reverse("mfa_authenticate")


def test_a_new_session_gets_a_new_id(client):
    person = a_person(Role.COORDINATOR)
    client.get(LOGIN)
    by_password(client, person)
    before = client.session.session_key
    client.post(reverse("mfa_authenticate"), {"code": code_for(person.totp_secret)})

    assert client.session.session_key != before


def test_leaving_is_a_post_and_ends_the_session(client):
    signed_in(client, a_person(Role.COORDINATOR))
    stolen = client.cookies["heed"].value

    assert "Do you want to sign out?" in client.get("/account/logout/").content.decode()
    assert client.get("/account/").status_code == 200
    answer = client.post("/account/logout/")
    assert answer.url == LOGIN
    assert answer["Clear-Site-Data"] == '"cache", "storage"'

    client.cookies["heed"] = stolen
    assert client.get("/account/").status_code == 302


def test_a_form_from_elsewhere_is_refused():
    person = a_person(Role.COORDINATOR)
    strict = signed_in(Client(enforce_csrf_checks=True), person)

    for name in ("account_login", "account_logout", "stay_signed_in", "interests"):
        assert strict.post(reverse(name)).status_code == 403


ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "https:///evil.example",
    "http://localhost@evil.example",
    "javascript:alert(1)",
    "/\tevil.example",
    "/\n/evil.example",
    "///evil.example",
    "evil.example",
    "\u2028//evil.example",
    "/\u0000",
    "",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_in_never_leads_elsewhere(client, address):
    assert not is_local_path(address)
    person = a_person(Role.COORDINATOR)

    by_password(client, person, next=address)
    done = client.post(
        reverse("mfa_authenticate"), {"code": code_for(person.totp_secret)}
    )

    assert done.url == "/"


def test_signing_in_leads_back_to_a_page_of_the_desk():
    assert is_local_path("/cases/4f2d/?tab=people")


def test_records_of_one_person_are_nothing_to_another(client):
    person, other = a_person(Role.COORDINATOR), a_person(Role.COORDINATOR)
    signed_in(client, person)

    request = client.get("/account/").wsgi_request

    assert get_authentication_records(request, person)
    assert get_authentication_records(request, other) == []
