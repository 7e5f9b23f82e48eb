"""The list and the search of a desk with many referrals: pages, and as many questions
for ten as for a thousand."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heed.audit.models import Entry
from heed.desk.waiting import my_work
from heed.referrals.actions import step_back
from heed.referrals.models import Referral
from heed.referrals.queries import found_by, page_of_waiting
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db


@walked_once
def a_desk():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return a_referral(partnership), the_people(partnership)


def many_like(referral, count):
    """More rows of the same, without walking to each."""
    rows = []
    for number in range(count):
        copy = Referral.objects.get(pk=referral.pk)
        copy.pk = copy.id = uuid4()
        copy.public_id = uuid4().hex
        copy.reference = f"Q-25-{number + 1:05}"
        copy.resume_hash = copy.session_hash = ""
        rows.append(copy)
    Referral.objects.bulk_create(rows)


def questions(ask):
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_a_referral_is_found_by_reference_name_or_sound():
    referral, people = a_desk()
    for words in (
        referral.reference.lower(),
        "Tobiah",
        "Marchwynter",
        "tobiah marchwinter",
    ):
        assert found_by(people["coordinator"], words, at=NOON) == [referral], words
    assert found_by(people["coordinator"], "Ostrander", at=NOON) == []
    assert found_by(people["coordinator"], "...", at=NOON) == []


def test_who_stepped_back_and_who_is_elsewhere_find_nothing():
    referral, people = a_desk()
    step_back(referral, details="", by=people["coordinator"], at=NOON)
    assert found_by(people["coordinator"], "Tobiah", at=NOON) == []
    assert found_by(people["police"], "Tobiah", at=NOON) == []
    assert found_by(people["manager"], "Tobiah", at=NOON) == [referral]


def test_a_name_that_is_looked_for_stands_in_no_address():
    _referral, people = a_desk()
    browser = signed_in(Client(), people["coordinator"])
    page = browser.post(reverse("find_referral"), {"words": "Tobiah"})
    assert page.status_code == 200
    assert "1 found" in page.content.decode()
    looked = Entry.objects.get(what="search_referrals")
    assert looked.actor_id == str(people["coordinator"].pk)
    assert "Tobiah" not in looked.canonical


def test_the_list_asks_no_more_of_many_than_of_few():
    referral, people = a_desk()
    browser = signed_in(Client(), people["manager"])

    def ask():
        assert browser.get(reverse("referrals")).status_code == 200

    ask()
    few = questions(ask)
    many_like(referral, 300)
    assert questions(ask) == few
    page = page_of_waiting(people["manager"], 2, at=NOON)
    assert (len(page), page.paginator.count) == (50, 301)


def test_of_many_my_work_names_the_first_and_says_how_many_more_wait():
    referral, people = a_desk()
    many_like(referral, 60)

    work = my_work(people["manager"], at=NOON)

    named = [each for each in work if each.what.startswith("Read this referral")]
    (rest,) = [each for each in work if each.what == "Read more referrals"]
    assert (len(named), rest.about) == (50, "11 more")
    assert rest.url == reverse("referrals")
