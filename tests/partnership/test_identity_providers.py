"""Signing in through one's organisation: only where known, never by e-mail."""

import json
import re
from base64 import urlsafe_b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.urls import reverse

from heed.partnership.models import Person
from heed.partnership.queries import people_of
from heed.partnership.tokens import code_of
from heed.rulebook.language import Role
from tests.partnership.factories import (
    PASSWORD,
    a_person,
    letters_kept,
    signed_in,
)
from tests.partnership.test_invitations import invite

pytestmark = pytest.mark.django_db
LOGIN = "/account/oidc/quillshire/login/"


class Council(BaseHTTPRequestHandler):
    """The council's identity provider: it says whatever `claims` holds."""

    claims: dict = {}

    def do_GET(self):
        here = f"http://127.0.0.1:{self.server.server_port}"
        self._answer(
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/authorise",
                "token_endpoint": f"{here}/token",
                "userinfo_endpoint": f"{here}/who",
                "jwks_uri": f"{here}/keys",
            }
            if "well-known" in self.path
            else self.claims
        )

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        here = f"http://127.0.0.1:{self.server.server_port}"
        claims = {"iss": here, "aud": "heed", "exp": 9_999_999_999, "iat": 1}
        self._answer(
            {
                "access_token": "of no use elsewhere",
                "token_type": "Bearer",
                "id_token": _token({**claims, **self.claims}),
            }
        )

    def _answer(self, what):
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


def _token(claims):
    parts = ({"alg": "RS256", "kid": "1", "typ": "JWT"}, claims)
    head, body = (
        urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in parts
    )
    return f"{head}.{body}.{'A' * 342}"


@pytest.fixture
def council(settings):
    """A provider of this machine, known in the settings."""
    cache.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Council)
    Thread(target=server.serve_forever, daemon=True).start()
    app = {
        "provider_id": "quillshire",
        "name": "Quillshire Council",
        "client_id": "heed",
        "secret": "for tests",
        "settings": {
            "server_url": f"http://127.0.0.1:{server.server_port}",
            "second_factor_acr": ["strong"],
        },
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    with letters_kept():
        yield Council
    server.shutdown()
    server.server_close()


def signs_in_there(client, council, **claims):
    """Go to the provider and come back with what it says; returns the last answer."""
    council.claims = {"sub": "q-0042", "email": "oriel@quillshire.example", **claims}
    asked = client.post(f"{LOGIN}?process=login")
    state = parse_qs(urlsplit(asked.url).query)["state"][0]
    return client.get(f"{LOGIN}callback/", {"state": state, "code": "once"})


def is_in(client):
    return client.get("/account/").status_code == 200


def comes_in(client, council, **claims):
    invitation, token = invite()
    client.post(reverse("invitation", args=[token]), {"code": code_of(invitation)})
    page = client.get(reverse("invitation_join")).content.decode()
    assert "sign in through Quillshire Council" in page
    return invitation, signs_in_there(client, council, **claims)


def test_an_unknown_provider_is_missing(client, council):
    assert client.post("/account/oidc/elsewhere/login/").status_code == 404


def test_a_stranger_vouched_for_stays_a_stranger(client, council):
    answer = signs_in_there(client, council, amr=["mfa"])

    assert "You need an invitation" in answer.content.decode()
    assert not Person.objects.exists()
    assert not is_in(client)


def test_the_same_address_is_not_the_same_person(client, council):
    person = a_person(Role.MANAGER, email="oriel@quillshire.example")

    answer = signs_in_there(client, council, amr=["mfa"], email_verified=True)

    assert "You need an invitation" in answer.content.decode()
    assert not SocialAccount.objects.filter(user=person).exists()
    assert not is_in(client)


def test_an_invitation_links_the_provider_s_own_identifier(client, council):
    invitation, _answer = comes_in(client, council, amr=["pwd", "mfa"])

    person = people_of(invitation.partnership).get()
    assert SocialAccount.objects.get().uid == "q-0042"
    assert (person.email, person.has_usable_password()) == (invitation.email, False)
    # The second factor was asserted: no other is asked for.
    assert is_in(client)
    assert not Authenticator.objects.exists()


def test_a_second_factor_that_is_not_asserted_is_set_up_here(client, council):
    comes_in(client, council, amr=["pwd"])

    assert client.get("/account/").url == reverse("mfa_index")


@pytest.mark.parametrize(
    ("claims", "enough"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"acr": "strong"}, True),
        ({"amr": ["pwd", "otp"]}, False),
        ({"acr": "weak"}, False),
        ({}, False),
    ],
)
def test_only_what_the_provider_asserts_counts(client, council, claims, enough):
    person = a_person(Role.COORDINATOR)
    SocialAccount.objects.create(user=person, provider="quillshire", uid="q-0042")

    signs_in_there(client, council, **claims)

    assert is_in(client) == enough
    if not enough:
        # Her own second step is asked for.
        assert client.get("/account/").url.startswith("/account/login/")
        assert client.get(reverse("mfa_authenticate")).status_code == 200


def test_another_identifier_with_the_same_address_stays_outside(client, council):
    person = a_person(Role.COORDINATOR, email="oriel@quillshire.example")
    SocialAccount.objects.create(user=person, provider="quillshire", uid="q-0042")

    signs_in_there(client, council, sub="q-9999", amr=["mfa"])

    assert not is_in(client)


def test_somebody_signed_in_adds_the_provider_after_showing_who_she_is(client, council):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)
    page = client.get(reverse("socialaccount_connections"))
    if page.status_code == 302:
        client.post(page.url, {"password": PASSWORD})
        page = client.get(reverse("socialaccount_connections"))
    assert "Add Quillshire Council" in page.content.decode()

    council.claims = {"sub": "q-0042"}
    asked = client.post(f"{LOGIN}?process=connect")
    state = re.search(r"state=([^&]+)", asked.url)[1]
    back = client.get(f"{LOGIN}callback/", {"state": state, "code": "once"})
    if "reauthenticate" in back.url:
        client.post(back.url, {"password": PASSWORD})

    assert SocialAccount.objects.get(uid="q-0042").user == person
