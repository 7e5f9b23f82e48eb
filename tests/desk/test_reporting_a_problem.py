"""Anybody may report a problem with a published page: it waits for a person, starts no
process in the request and becomes nothing by itself."""

import re

import pytest
from django.urls import reverse

from heed.correspondence import actions, reading
from heed.correspondence.models import IncomingEmail, IncomingState, OutgoingEmail
from heed.referrals.models import Referral
from tests.partnership.factories import a_partnership
from tests.referrals.factories import ABOUT_PIPIT

pytestmark = pytest.mark.django_db(databases=["default", "library"])
SAID = {
    "page": "/p/quillshire/publications/goldcrest-2026/",
    "words": "The page names a street.",
    "email": "neighbour@marrowby.example",
}


def report(client, **changes):
    return client.post(reverse("report_problem"), SAID | changes)


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def no_process(monkeypatch):
    def started(*_):
        raise AssertionError("A process was started in the request.")

    monkeypatch.setattr(reading, "take_apart_in_child", started)
    monkeypatch.setattr(actions, "opened_email", started)


def test_a_report_waits_for_a_person_and_no_process_reads_it(client, no_process):
    a_partnership()

    assert report(client).status_code == 200

    email = IncomingEmail.objects.get()
    assert email.state == IncomingState.WAITING
    assert email.sender == SAID["email"]
    assert SAID["words"] in email.body
    assert SAID["page"] in email.body
    assert "reports a problem" in email.why


def test_a_report_becomes_no_referral_and_no_letter_goes_to_what_was_typed(client):
    a_partnership()
    form = "\n".join(f"{key}: {value}" for key, value in ABOUT_PIPIT.items())

    report(client, words=form)

    assert not Referral.objects.exists()
    assert not OutgoingEmail.objects.exists()


def test_pressed_twice_it_waits_once(client):
    a_partnership()
    report(client)
    report(client)

    states = IncomingEmail.objects.order_by("arrived_at").values_list(
        "state", flat=True
    )
    assert sorted(states) == ["duplicate", "waiting"]


def test_where_no_address_says_whose_page_it_is_somebody_is_asked(client):
    quillshire, marrowby = a_partnership(), a_partnership("Marrowby Partnership")
    asked = report(client, page="The report on Goldcrest")
    assert "goes to nobody else" in words(asked)
    assert SAID["words"] in words(asked)
    assert not IncomingEmail.objects.exists()

    chosen = str(marrowby.public_id)
    report(client, page="The report on Goldcrest", whose=chosen)
    report(client, page=f"/p/{quillshire.slug}/publications/goldcrest-2026/")
    found = {each.partnership_id for each in IncomingEmail.objects.all()}
    assert found == {marrowby.pk, quillshire.pk}


def test_after_ten_in_an_hour_from_one_address_what_was_typed_stays(client):
    a_partnership()
    for number in range(10):
        report(client, words=f"Wrong {number}.")

    answer = report(client, words="One more.")

    assert "too many reports" in words(answer)
    assert "One more." in words(answer)
    assert IncomingEmail.objects.count() == 10
