"""Before the gravest acts somebody shows again that it is she: at a desk that was left
open nobody else opens an address, publishes, or lets somebody in."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import get_resolver, include, path, reverse

from heed.demo.signing_in import become
from heed.partnership.policies import (
    POLICIES_OF_OTHERS,
    for_case,
    for_roles,
    for_signed_in,
    shown_afresh,
)
from heed.partnership.sessions import way_to_show_again
from heed.rulebook.language import Role
from tests.partnership.factories import PASSWORD, a_person, signed_in
from tests.partnership.test_signing_in import code_for

RECORDS = "account_authentication_methods"
ASKED = {
    "address_request",
    "advance_copy",
    "agree_to_remove",
    "agreed_address",
    "alternate",
    "approve_briefing",
    "arrange_release",
    "disable_person",
    "download_briefing",
    "earlier_review",
    "enable_person",
    "end_role",
    "for_own_site",
    "give_role",
    "grant_access",
    "invite",
    "lift_exclusion",
    "meeting_minutes",
    "met",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "own_briefing",
    "protected_address",
    "publish",
    "publish_correction",
    "publish_elsewhere",
    "publish_improvements",
    "remove_published",
    "reset_second_factor",
    "socialaccount_connections",
    "submission_json",
    "submission_pack",
    "submission_pdf",
    "waiting_pages",
    "withdraw_briefing",
    "withdraw_earlier_review",
    "withdraw_published",
    "withheld_address",
}


@shown_afresh
@for_case
def grave(request):
    return HttpResponse(f"done: {request.POST.get('reason', '')}")


@shown_afresh
@for_roles(Role.MANAGER)
def grave_for_managers(request):
    return HttpResponse("done")


urlpatterns = [
    path("managers/", grave_for_managers),
    path("", include("heed.partnership.urls")),
    path("", for_signed_in(lambda request: HttpResponse("home")), name="home"),
    path("grave/", grave, name="grave"),
]
in_this_house = override_settings(ROOT_URLCONF=__name__)
pytestmark = pytest.mark.django_db


def signed_in_six_minutes_ago(client, person):
    signed_in(client, person, stays_fresh=False)
    session = client.session
    for record in session[RECORDS]:
        record["at"] -= 360
    session.save()
    return client


@in_this_house
def test_who_has_just_signed_in_is_not_asked(client):
    signed_in(client, a_person(), stays_fresh=False)
    assert client.get("/grave/").status_code == 200


@in_this_house
def test_after_five_minutes_the_second_step_is_shown_again_and_leads_back(client):
    person = a_person()
    signed_in_six_minutes_ago(client, person)

    asked = client.get("/grave/?about=1")
    assert asked.url == f"{reverse('mfa_reauthenticate')}?next=%2Fgrave%2F%3Fabout%3D1"
    assert client.get(asked.url).status_code == 200
    answer = {"code": code_for(person.totp_secret), "next": "/grave/?about=1"}
    assert client.post(reverse("mfa_reauthenticate"), answer).url == "/grave/?about=1"
    assert client.get("/grave/?about=1").status_code == 200


@in_this_house
def test_what_was_typed_waits_in_the_page_and_nothing_is_done(client):
    person = a_person()
    signed_in_six_minutes_ago(client, person)
    typed = {"reason": 'He asked:\n"why?"', "who": ["one", "two"]}

    kept = client.post("/grave/", typed)

    assert kept.status_code == 403
    page = kept.content.decode()
    assert "done:" not in page
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    waiting = [(name, value) for name, value in fields if name in typed]
    assert waiting == [
        ("reason", "He asked:\n&quot;why?&quot;"),
        ("who", "one"),
        ("who", "two"),
    ]
    shown = reverse("shown_again")
    assert f"{reverse('mfa_reauthenticate')}?next={shown.replace('/', '%2F')}" in page

    answer = {"code": code_for(person.totp_secret), "next": shown}
    came_back = client.post(reverse("mfa_reauthenticate"), answer, follow=True)
    assert "press “Go on”" in came_back.content.decode()
    done = client.post("/grave/", typed).content.decode()
    assert done == 'done: He asked:\n"why?"'


@in_this_house
def test_a_password_is_another_way(client):
    signed_in_six_minutes_ago(client, a_person())
    page = client.get(reverse("mfa_reauthenticate")).content.decode()
    assert reverse("account_reauthenticate") in page

    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get("/grave/").status_code == 200


def test_everybody_is_led_to_what_they_have():
    assert way_to_show_again(a_person()) == "mfa_reauthenticate"
    without = a_person(second_factor=False)
    assert way_to_show_again(without) == "account_reauthenticate"


@in_this_house
def test_who_may_not_open_the_page_learns_nothing_of_it(client):
    signed_in_six_minutes_ago(client, a_person())
    assert client.get("/managers/").status_code == 404


@in_this_house
def test_people_of_the_demonstration_have_nothing_to_show(client):
    person = a_person(Role.MANAGER)
    request = RequestFactory().get("/")
    request.session, request.user = client.session, AnonymousUser()
    become(request, person)
    for record in request.session[RECORDS]:
        record["at"] -= 360
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key

    assert client.get("/grave/").status_code == 200


def test_it_is_asked_before_the_gravest_acts():
    found = {
        pattern.name
        for pattern in _patterns(get_resolver("heed.config.urls_desk"))
        if _asks(getattr(pattern.callback, "policy", None))
    }
    found |= {name for name, policy in POLICIES_OF_OTHERS.items() if _asks(policy)}
    assert found == ASKED


def _asks(policy):
    return policy is not None and policy.fresh


def _patterns(resolver):
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from _patterns(each)
        else:
            yield each
