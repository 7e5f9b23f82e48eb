"""Coming in with a passkey, and how the pages look, in a real browser."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from heed import clock
from heed.partnership.actions import reset_second_factor
from heed.partnership.models import Person
from heed.partnership.tokens import code_of
from heed.rulebook.language import Role
from tests.browser import check, chromium, open_page, wide_and_narrow
from tests.looking import a_desk
from tests.partnership.factories import (
    PASSWORD,
    a_partnership,
    a_person,
    also,
    letters_kept,
    signed_in,
)
from tests.partnership.test_invitations import invite

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
OPEN_PAGES = (
    "account_inactive",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "invitation_join",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
)
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def desk():
    """The desk on a port of this machine, over the database of the test."""
    cache.clear()
    with letters_kept(), a_desk() as address:
        yield address


def may_keep_passkeys(page):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def press(page, name):
    page.get_by_role("button", name=name).click()


def comes_in_by_the_link_and_the_code(page, desk, token, code):
    page.goto(desk + reverse("invitation", args=[token]))
    check(page, "invitation-code")
    page.get_by_label("Code").fill(code)
    press(page, "Continue")
    check(page, "invitation-join")
    page.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    press(page, "Open my account")


def sets_up_a_passkey(page, desk):
    check(page, "second-step-to-set-up")
    press(page, "Add a passkey or security key")
    check(page, "passkey-add")
    press(page, "Add it")
    page.wait_for_url("**/recovery-codes/")
    check(page, "recovery-codes")
    page.goto(f"{desk}/account/")
    check(page, "passkey-shown-once-more")
    press(page, "Use your passkey")
    page.wait_for_url("**/account/")
    check(page, "account")


def signs_in_with_the_passkey(page, desk):
    page.goto(f"{desk}/account/")
    check(page, "sign-in")
    press(page, "Sign in with a passkey")
    page.wait_for_url(lambda url: "/login/" not in url)
    page.goto(f"{desk}/account/2fa/webauthn/")
    assert page.get_by_text("My passkey (passkey)").is_visible()
    check(page, "passkeys")


def test_somebody_invited_comes_in_and_signs_in_with_a_passkey(desk):
    invitation, token = invite(name="Oriel Vantongeren")
    code = code_of(invitation)

    with chromium() as browser, open_page(browser) as page:
        may_keep_passkeys(page)
        comes_in_by_the_link_and_the_code(page, desk, token, code)
        sets_up_a_passkey(page, desk)
        press(page, "Sign out")
        signs_in_with_the_passkey(page, desk)

    person = Person.objects.get(email=invitation.email)
    assert person.check_password(PASSWORD)


def test_a_passkey_that_is_not_used_is_said_in_words(desk):
    with chromium() as browser, open_page(browser) as page:
        may_keep_passkeys(page)
        page.goto(f"{desk}/account/login/")
        press(page, "Sign in with a passkey")
        page.get_by_text("The passkey was not used").wait_for()
        check(page, "passkey-not-used")


def test_without_script_one_signs_in_with_password_and_app(desk):
    with chromium() as browser, open_page(browser, script=False) as page:
        page.goto(f"{desk}/account/login/")

        passkey = page.get_by_role("button", name="Sign in with a passkey")
        assert not passkey.is_visible()
        assert page.get_by_role("button", name="Sign in with a password").is_visible()


def a_full_partnership():
    """Sunniva Thackthorpe's partnership, with something on every page."""
    partnership = a_partnership("Quillshire Safeguarding Children Partnership")
    sunniva = a_person(
        Role.MANAGER, partnership=partnership, name="Sunniva Thackthorpe"
    )
    oriel = a_person(
        Role.SAFEGUARDING_LEAD, partnership=partnership, name="Oriel Vantongeren"
    )
    a_person(Role.DELEGATED_PARTNER, partnership=partnership, name="D. Farrowdene")
    also(sunniva, Role.RAPID_REVIEW_MEMBER, partnership=a_partnership("Brackenholt"))
    invited, _token = invite(
        partnership=partnership, email="zephan@quillshire.example", name="Zephan"
    )
    reset_second_factor(
        oriel,
        partnership=partnership,
        reason="Lost her phone",
        by=a_person(Role.SYSTEM_ADMINISTRATOR, partnership=partnership),
        at=clock.now(),
    )
    held = oriel.roles.get()
    agency = oriel.organisation
    return sunniva, {
        "account": (),
        "account_change_password": (),
        "account_logout": (),
        "alternate": (held.public_id,),
        "away": (held.public_id,),
        "bank_holidays": (),
        "closed_for_now": (),
        "end_organisation": (agency.public_id,),
        "end_role": (held.public_id,),
        "give_role": (oriel.public_id,),
        "interests": (),
        "invitation_sent": (invited.public_id,),
        "invite": (),
        "locks": (),
        "mfa_index": (),
        "new_organisation": (),
        "organisation": (agency.public_id,),
        "organisations": (),
        "partnership": (),
        "people": (),
        "person": (oriel.public_id,),
        "reset_second_factor": (oriel.public_id,),
        "shown_again": (),
        "socialaccount_connections": (),
        "usersessions_list": (),
    }


def test_each_page_is_accessible_and_no_wider_than_its_window(desk, client):
    sunniva, pages = a_full_partnership()
    signed_in(client, sunniva)
    cookie = {"name": "heed", "value": client.cookies["heed"].value, "url": desk}
    addresses = {name: reverse(name, args=args) for name, args in pages.items()}

    with chromium() as browser, open_page(browser) as page:
        page.context.add_cookies([cookie])
        for name, address in addresses.items():
            look_at(page, desk + address, name)


def test_each_open_page_is_accessible_and_no_wider_than_its_window(desk):
    with chromium() as browser, open_page(browser) as page:
        for name in OPEN_PAGES:
            look_at(page, desk + reverse(name), name)
        page.goto(desk + reverse("account_login"))
        page.get_by_label("Email address").fill("nobody@quillshire.example")
        page.get_by_label("Password", exact=True).fill("wrong")
        press(page, "Sign in with a password")
        check(page, "partnership-sign-in-refused")


def look_at(page, address, name):
    page.goto(address)
    assert page.url == address
    wide_and_narrow(page, f"partnership-{name}")
