"""Who referred reads their own words; what was made of them since is for the desk."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.documents.models import Document
from heed.referrals.actions import (
    add_information,
    decide_as_lead,
    open_case,
    set_aside,
)
from heed.referrals.models import Referral
from heed.rulebook.outcomes import LeadDecision
from tests.cases.factories import the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_draft_in_the_tray, staff_of
from tests.walls.addresses import every_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return clock.now()


@pytest.fixture
def here(now):
    partnership = a_partnership(reference_prefix="Q", at=now)
    people = staff_of(partnership, at=now) | the_people(partnership, at=now)
    return people | {"partnership": partnership}


def browser_of(person):
    return signed_in(Client(), person)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def referred_by_the_hospital(here, at) -> Referral:
    draft = a_draft_in_the_tray(here["nurse"], at=at)
    decide_as_lead(
        draft, outcome=LeadDecision.REFER, reasons="Old burns.", by=here["lead"], at=at
    )
    draft.refresh_from_db()
    return draft


def of_a_referral_at_the_desk():
    return [
        address
        for address in every_address()
        if address.route.startswith("referrals/{}")
    ]


@pytest.mark.parametrize("who", ["nurse", "lead"])
def test_no_page_of_the_desk_opens_to_who_referred(here, now, who):
    referral = referred_by_the_hospital(here, now)
    open_case(referral, by=here["coordinator"], at=now)
    browser = browser_of(here[who])

    assert len(of_a_referral_at_the_desk()) > 15
    for address in of_a_referral_at_the_desk():
        path = address.at(referral.public_id, *["none"] * (len(address.parameters) - 1))
        assert browser.get(path).status_code == 404, path
        assert browser.post(path).status_code == 404, path


@pytest.mark.parametrize("who", ["nurse", "lead"])
def test_who_referred_reads_nothing_of_what_others_wrote_or_sent_since(here, now, who):
    referral = referred_by_the_hospital(here, now)
    intelligence = SimpleUploadedFile("intelligence.txt", b"About the stepfather.")
    add_information(
        referral,
        words="What the police know.",
        files=[intelligence],
        by=here["coordinator"],
        at=now,
    )
    set_aside(referral, reasons="A known hoaxer.", by=here["manager"], at=now)
    browser = browser_of(here[who])
    added = Document.objects.get(owner_id=referral.pk, purpose="added")

    page = text(browser.get(reverse("draft", args=[referral.public_id])))

    assert "boathouse" in page
    assert "hoaxer" not in page
    assert "What the police know." not in page
    of_file = reverse("document", args=[added.public_id])
    assert browser.get(of_file).status_code == 404
    assert browser_of(here["coordinator"]).get(of_file).status_code == 200
