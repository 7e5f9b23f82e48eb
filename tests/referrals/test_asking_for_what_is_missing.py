"""A referrer is asked for a list of what is missing."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.models import StepTaken
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import ABOUT_PIPIT, a_referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    without = {k: v for k, v in ABOUT_PIPIT.items() if k != "incident.date"}
    referral = a_referral(partnership, answers=without)
    browser = signed_in(Client(), the_people(partnership)["coordinator"])
    return browser, reverse("return_referral", args=[referral.public_id])


def test_the_gaps_that_are_named_are_offered_and_asked_for_as_a_list(asked):
    browser, where = asked
    assert "When it happened is not said." in browser.get(where).content.decode()

    browser.post(where, {"gaps": ["referral.when"], "words": "And which school?"})

    said = StepTaken.objects.get(step="return_for_information").reasons
    assert said == "– When it happened is not said.\nAnd which school?"


def test_something_has_to_be_asked(asked):
    browser, where = asked
    assert "Say what is missing." in browser.post(where, {}).content.decode()
    assert not StepTaken.objects.filter(step="return_for_information").exists()
