"""Every address of the desk has a policy, and the open ones are a short list."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from heed.partnership.policies import Door, policy_of
from tests.walls.addresses import every_address

# Open to anyone, by name. A new one stands here because somebody thought about it.
OPEN = {
    "account_inactive": "this is how people sign in",
    "account_login": "this is how people sign in",
    "account_logout": "leaving is always possible; it is a POST",
    "account_reset_password": "somebody who forgot her password",
    "account_reset_password_done": "somebody who forgot her password",
    "account_reset_password_from_key": "somebody who forgot her password",
    "account_reset_password_from_key_done": "somebody who forgot her password",
    "content_security_report": (
        "a browser reports by itself; it stores nothing but a log line"
    ),
    "mfa_authenticate": "this is how people sign in",
    "mfa_login_webauthn": "this is how people sign in",
    "openid_connect_callback": "this is how people sign in",
    "openid_connect_login": "this is how people sign in",
    "report_problem": "anybody may report a problem with a published page",
    "socialaccount_login_cancelled": "this is how people sign in",
    "socialaccount_login_error": "this is how people sign in",
    **dict.fromkeys(
        ["invitation", "invitation_join"],
        "somebody invited has no account yet; the link and the code guard it",
    ),
    **dict.fromkeys(
        [
            *("answer", "answer_decline", "answer_tasks", "answer_part"),
            *("answer_page", "answer_page_of", "answer_drop", "answer_check"),
            *("answer_papers", "answer_understood", "answer_take_back"),
            *("answer_form", "answer_open_form", "answer_empty_chronology"),
            "answer_collated",
        ],
        "an agency has no account; the link and a code by telephone open it",
    ),
    "pass_request_on": (
        "an agency has no account; it names one of its own, and reads nothing"
    ),
    "row_question": (
        "an agency has no account; the link and a code by telephone open it"
    ),
    "own_account": (
        "a practitioner has no account; the link and a code by telephone open it"
    ),
    "calendar": "calendar programs cannot sign in; the secret address opens it",
    **dict.fromkeys(
        [
            "refer",
            "refer_add",
            "refer_check",
            "refer_come_back_later",
            "refer_drop",
            "refer_leave",
            "refer_page",
            "refer_page_of",
            "refer_papers",
            "refer_privacy",
            "refer_receipt",
            "refer_closed",
            "refer_resume",
            "refer_stay",
            "refer_section",
            "refer_status",
            "refer_take_back",
            "refer_tasks",
            "refer_to",
            "refer_odt_form",
            "refer_pdf_form",
            "refer_word_form",
        ],
        "anyone may refer a child, without an account",
    ),
}

# Doors of allauth that Heed keeps shut: nobody signs up, changes their address or
# signs in by a code sent by e-mail. Its old addresses of `social/` only redirect.
SHUT = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_set_password",
    "account_signup",
    "socialaccount_signup",
    None,
}

BEFORE_THE_SECOND_FACTOR = {
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_download_recovery_codes",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
    "totp_picture",
}

urlpatterns = [path("forgotten/", lambda request: HttpResponse("seen"))]
handler404 = "heed.config.errors.not_found"


def policies():
    for address in every_address():
        match = SimpleNamespace(func=address.view, view_name=address.name)
        yield address, policy_of(match)


def test_every_view_of_heed_carries_a_policy():
    forgotten = [
        f"{address.route} ({address.view.__module__})"
        for address, policy in policies()
        if policy is None and not address.is_of_allauth
    ]
    assert forgotten == []


def test_of_allauth_only_the_doors_that_we_keep_shut_have_none():
    assert {
        address.name
        for address, policy in policies()
        if policy is None and address.is_of_allauth
    } == SHUT


def test_the_open_addresses_are_these_and_no_others():
    found = {
        address.name: policy.reason
        for address, policy in policies()
        if policy and policy.door is Door.OPEN
    }
    assert found == OPEN


def test_before_the_second_factor_there_are_only_the_pages_that_set_it_up():
    assert {
        address.name
        for address, policy in policies()
        if policy and policy.before_second_factor
    } == BEFORE_THE_SECOND_FACTOR


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "head", "put", "options"])
def test_a_view_that_somebody_forgot_to_guard_is_not_there(method):
    with override_settings(ROOT_URLCONF=__name__):
        answer = getattr(Client(), method)("/forgotten/")
    assert answer.status_code in {404, 405}
    assert b"seen" not in answer.content
