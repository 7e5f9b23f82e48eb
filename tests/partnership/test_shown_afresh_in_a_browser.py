"""What was typed waits in a page of its own until somebody has shown that it is she."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from heed import clock
from heed.cases.models import AccessGrant
from heed.rulebook.language import Role
from tests.browser import DESKTOP, PHONE, check, chromium, open_page, picture
from tests.cases.factories import a_case_with_people
from tests.partnership.factories import a_person, signed_in
from tests.partnership.test_in_a_browser import desk, press
from tests.partnership.test_shown_afresh import RECORDS
from tests.partnership.test_signing_in import code_for

__all__ = ["desk"]
pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def session_of(person, desk, *, seconds_ago=0) -> list[dict]:
    """The cookie of a session whose person showed so long ago that it is she."""
    client = signed_in(Client(), person, stays_fresh=False)
    session = client.session
    for record in session[RECORDS]:
        record["at"] -= seconds_ago
    session.save()
    return [{"name": "heed", "value": client.cookies["heed"].value, "url": desk}]


def test_nothing_typed_is_lost_where_it_took_longer_than_five_minutes(desk):
    case, people = a_case_with_people(at=clock.now())
    scrutineer = a_person(
        Role.SCRUTINEER, partnership=case.partnership, name="Petra Ashgrove"
    )
    role = str(scrutineer.roles.get().pk)
    fresh = session_of(people["manager"], desk)
    old = session_of(people["manager"], desk, seconds_ago=360)

    with chromium() as browser, open_page(browser) as page:
        page.context.add_cookies(fresh)
        page.goto(f"{desk}/cases/{case.public_id}/access/add/")
        page.get_by_label("Who, and in which role?").select_option(role)
        page.context.add_cookies(old)
        page.locator("main form button").last.click()
        page.set_viewport_size({"width": DESKTOP, "height": 900})
        picture(page, f"partnership-show-again-{DESKTOP}")
        page.set_viewport_size({"width": PHONE, "height": 900})
        check(page, "partnership-show-again")
        with page.expect_popup() as opened:
            page.get_by_role("link", name="Show that it is you").click()
        other = opened.value
        other.get_by_label("Code").fill(code_for(people["manager"].totp_secret))
        press(other, "Continue")
        other.get_by_role("heading", name="You have shown that it is you").wait_for()
        press(page, "Go on")

    assert AccessGrant.objects.filter(case=case, person=scrutineer).exists()


def test_who_signs_in_through_her_organisation_is_sent_there(desk, settings):
    app = {
        "provider_id": "quillshire",
        "name": "Quillshire Council",
        "client_id": "heed",
        "secret": "for tests",
        "settings": {"server_url": "http://127.0.0.1:1"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    person = a_person(Role.MANAGER)
    SocialAccount.objects.create(user=person, provider="quillshire", uid="q-0042")
    session = session_of(person, desk)

    with chromium() as browser, open_page(browser, width=PHONE) as page:
        page.context.add_cookies(session)
        page.goto(f"{desk}/account/shown-again/elsewhere/?next=%2Faccount%2F&refused=1")
        check(page, "partnership-show-again-elsewhere")
