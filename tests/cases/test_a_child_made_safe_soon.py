"""By when a child is made safe: a year that was mistyped is asked about, and nothing that
was typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.cases.models import SafetyAction
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.incidents.asking import browser_of, moment, press, text

pytestmark = pytest.mark.django_db
ASKED = {"what": "See the younger ones at home.", "owner_organisation": "The council"}
FAR = moment("due_at", NOON + timedelta(days=400))
MEANT = "although it is more than a month off"


@pytest.fixture
def desk():
    case, people = a_case_with_people()
    with it_is(NOON):
        page = reverse("raise_safety_action", args=[case.public_id])
        yield browser_of(people["coordinator"]), page


def test_a_day_of_this_week_is_not_asked_about(desk):
    client, page = desk
    assert MEANT not in text(client.get(page))

    press(client, page, **ASKED, **moment("due_at", NOON + timedelta(days=1)))

    assert SafetyAction.objects.count() == 1


def test_a_day_far_off_is_asked_about_and_taken_when_it_is_meant(desk):
    client, page = desk

    asked = text(press(client, page, **ASKED, **FAR))
    assert not SafetyAction.objects.exists()
    assert "more than a month off" in asked
    assert MEANT in asked
    assert ASKED["what"] in asked

    press(client, page, **ASKED, **FAR, far_off="on")
    assert SafetyAction.objects.get().what == ASKED["what"]
