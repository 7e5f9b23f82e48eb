"""No address without a policy, and nobody beyond the door that a session opens."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import URLPattern, get_resolver, include, path, reverse

from heed import clock
from heed.partnership import middleware
from heed.partnership.actions import disable_person, reset_second_factor
from heed.partnership.models import SecondFactorReset
from heed.partnership.policies import (
    POLICIES_OF_OTHERS,
    Door,
    for_case,
    for_roles,
    for_signed_in,
    open_to_anyone,
    policy_of,
)
from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.partnership.factories import (
    HEED,
    a_partnership,
    a_person,
    also,
    letters_kept,
    signed_in,
)

HELD = sorted(set(Role) - WITHOUT_ACCOUNT)


def a_view():
    return lambda request: HttpResponse("seen")


open_page = open_to_anyone(reason="a test")(a_view())
own_page = for_signed_in(a_view())
case_page = for_case(a_view())
managers_page = for_roles(Role.MANAGER)(a_view())
reviewers_case = for_case(Role.LEAD_REVIEWER)(a_view())

urlpatterns = [
    path("", include("heed.partnership.urls")),
    path("", for_signed_in(a_view()), name="home"),
    path("test/unmarked/", a_view()),
    path("test/open/", open_page),
    path("test/own/", own_page),
    path("test/case/", case_page),
    path("test/managers/", managers_page),
    path("test/reviewers/", reviewers_case),
]
handler404 = "heed.config.errors.not_found"
in_this_house = override_settings(ROOT_URLCONF=__name__)
pytestmark = pytest.mark.django_db


def test_every_address_of_this_app_has_a_policy():
    unguarded = [
        pattern.name
        for pattern in get_resolver("heed.partnership.urls").url_patterns
        if isinstance(pattern, URLPattern) and not hasattr(pattern.callback, "policy")
    ]
    assert unguarded == []


def test_the_table_for_allauth_names_real_addresses():
    names = set(get_resolver("allauth.urls").reverse_dict)
    assert set(POLICIES_OF_OTHERS) <= names


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_email",
        "account_set_password",
        "account_confirm_login_code",
        "account_email_verification_sent",
        "socialaccount_signup",
    ],
)
def test_nobody_signs_up_or_changes_their_address(client, name):
    for person in (None, a_person(Role.MANAGER)):
        if person:
            signed_in(client, person)
        assert client.get(reverse(name)).status_code == 404
        assert client.post(reverse(name)).status_code == 404


@in_this_house
@pytest.mark.parametrize("role", HELD)
def test_a_view_without_a_policy_is_missing_for_everybody(client, role):
    assert client.get("/test/unmarked/").status_code == 404
    assert signed_in(client, a_person(role)).get("/test/unmarked/").status_code == 404


@in_this_house
@pytest.mark.parametrize("role", HELD)
def test_a_role_opens_its_pages_and_no_other_role_does(client, role):
    signed_in(client, a_person(role))

    assert client.get("/test/open/").status_code == 200
    assert client.get("/test/own/").status_code == 200
    assert client.get("/test/case/").status_code == 200
    expected = 200 if role == Role.MANAGER else 404
    assert client.get("/test/managers/").status_code == expected
    expected = 200 if role == Role.LEAD_REVIEWER else 404
    assert client.get("/test/reviewers/").status_code == expected


@in_this_house
@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_the_method_makes_no_difference(client, method):
    signed_in(client, a_person(Role.COORDINATOR))

    assert getattr(client, method)("/test/managers/").status_code == 404
    assert getattr(client, method)("/test/unmarked/").status_code == 404


@in_this_house
@pytest.mark.parametrize("method", ["put", "delete", "options"])
def test_a_method_that_the_desk_does_not_know_is_refused_wherever_it_is_sent(
    client, method
):
    signed_in(client, a_person(Role.COORDINATOR))

    for where in ("/test/managers/", "/test/unmarked/", "/no/such/page/"):
        assert getattr(client, method)(where).status_code == 405


@in_this_house
def test_a_manager_elsewhere_is_none_here(client):
    person = a_person(Role.COORDINATOR)
    elsewhere = a_partnership()
    also(person, Role.MANAGER, partnership=elsewhere)
    signed_in(client, person)

    assert client.get("/test/managers/").status_code == 404


@in_this_house
def test_a_case_page_asks_for_its_role_in_any_partnership(client):
    person = a_person(Role.COORDINATOR)
    also(person, Role.LEAD_REVIEWER, partnership=a_partnership())
    signed_in(client, person)

    assert client.get("/test/reviewers/").status_code == 200


@in_this_house
@pytest.mark.parametrize("page", ["own", "case", "managers"])
def test_without_a_session_one_is_asked_to_sign_in(client, page):
    response = client.get(f"/test/{page}/")

    assert response.status_code == 302
    assert response.url == f"/account/login/?next=%2Ftest%2F{page}%2F"
    assert client.post(f"/test/{page}/").url == "/account/login/"


@in_this_house
@pytest.mark.parametrize("role", HELD)
def test_without_a_second_factor_one_is_sent_to_set_it_up(client, role):
    signed_in(client, a_person(role, second_factor=False), second_factor=False)

    for page in ("own", "case", "managers"):
        assert client.get(f"/test/{page}/").url == reverse("mfa_index")
    assert client.get("/test/open/").status_code == 200


@in_this_house
def test_a_session_without_its_second_factor_opens_nothing(client):
    signed_in(client, a_person(Role.MANAGER), second_factor=False)

    for page in ("own", "case", "managers"):
        response = client.get(f"/test/{page}/")
        assert response.url.startswith(reverse("mfa_reauthenticate"))


@in_this_house
def test_a_reset_closes_cases_but_not_the_account(client):
    manager = a_person(Role.MANAGER)
    person = a_person(Role.COORDINATOR, partnership=manager.partnership)
    with letters_kept():
        reset_second_factor(
            person,
            partnership=manager.partnership,
            reason="Lost",
            by=manager,
            at=clock.now(),
        )
    signed_in(client, person)

    assert client.get("/test/case/").url == reverse("closed_for_now")
    assert client.get("/test/own/").status_code == 200

    SecondFactorReset.objects.update(
        reset_at=clock.now() - timedelta(hours=25),
        locked_until=clock.now() - timedelta(hours=1),
    )
    assert client.get("/test/case/").status_code == 200


@in_this_house
def test_a_role_that_changes_ends_the_session_at_the_next_request(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)
    assert client.get("/test/own/").status_code == 200

    also(person, Role.FAMILY_CONTACT)

    assert client.get("/test/own/").url.startswith("/account/login/")


@in_this_house
def test_a_closed_account_ends_the_session_at_the_next_request(client):
    person = a_person(Role.COORDINATOR)
    signed_in(client, person)

    disable_person(person, by=HEED, at=clock.now())

    assert client.get("/test/own/").url.startswith("/account/login/")


def _later(monkeypatch, seconds):
    moment = clock.real_now() + timedelta(seconds=seconds)
    monkeypatch.setattr(middleware.clock, "real_now", lambda: moment)


@in_this_house
@pytest.mark.parametrize(("idle", "signed_out"), [(14 * 60, False), (15 * 61, True)])
def test_a_session_ends_when_nothing_happens_for_fifteen_minutes(
    client, monkeypatch, idle, signed_out
):
    signed_in(client, a_person(Role.COORDINATOR))
    client.get("/test/own/")

    _later(monkeypatch, idle)
    response = client.get("/test/own/")

    assert (response.status_code == 302) == signed_out
    if signed_out:
        assert "timed_out=1" in response.url
        assert "You were signed out" in client.get(response.url).content.decode()
        assert client.get("/test/own/").status_code == 302


@in_this_house
def test_a_session_ends_after_eight_hours_however_busy(client, monkeypatch):
    signed_in(client, a_person(Role.COORDINATOR))
    client.get("/test/own/")
    for minutes in range(10, 480, 10):
        _later(monkeypatch, minutes * 60)
        assert client.get("/test/own/").status_code == 200
        monkeypatch.undo()

    _later(monkeypatch, 8 * 3600 + 1)
    assert client.get("/test/own/").status_code == 302


def test_one_key_press_keeps_the_session(client):
    signed_in(client, a_person(Role.COORDINATOR))

    assert client.post(reverse("stay_signed_in")).status_code == 204


def test_a_policy_is_read_from_the_view_or_from_the_table():
    resolve = get_resolver().resolve

    assert policy_of(resolve(reverse("account_login"))).door == Door.OPEN
    assert policy_of(resolve(reverse("people"))).door == Door.ROLE
    assert policy_of(resolve(reverse("account_signup"))) is None


def test_for_roles_without_roles_is_a_mistake():
    with pytest.raises(TypeError):
        for_roles()
