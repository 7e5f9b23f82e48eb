"""While first views are sealed, nobody but the giver reads one where it would stand if it
were open, and no letter and no feed holds a word of it. That no other page, download or
list of a case does is asked with all of them (test_walls.py)."""

import pytest
from django.urls import reverse

from heed.correspondence.models import OutgoingEmail
from heed.correspondence.sending import message_of
from heed.correspondence.writing import all_letters
from heed.desk.actions import make_calendar_feed
from heed.rapid_reviews.actions import open_views
from tests.cases.factories import NOON
from tests.walls.asking import answer
from tests.walls.world import a_sealed_view

pytestmark = pytest.mark.django_db(databases=["default", "library"])

WORDS = "quokkaviews"
READERS = ["manager", "coordinator", "police", "local_authority", "scrutineer", "icb"]


def who_reads_it(world, path: str) -> set[str]:
    got = {name: answer(world.browsers[name], "GET", path) for name in READERS}
    assert {each.status_code for each in got.values()} == {200}
    return {name for name, each in got.items() if WORDS in each.text}


@pytest.mark.parametrize("where", ["", "history/"])
def test_where_it_would_stand_the_giver_alone_reads_it_until_it_is_opened(world, where):
    case = a_sealed_view(world, words=WORDS)
    path = f"/cases/{case.public_id}/{where}"
    assert who_reads_it(world, path) == {"icb"}

    open_views(case, reason="Time.", by=world.insiders["police"], at=NOON)

    assert who_reads_it(world, path) == set(READERS)


def test_no_letter_and_no_feed_holds_it(world):
    a_sealed_view(world, words=WORDS)
    known = {letter.slug for letter in all_letters()}
    letters = OutgoingEmail.objects.filter(letter__in=known)
    assert letters
    assert not any(WORDS in message_of(each).as_string() for each in letters)
    secret = make_calendar_feed(by=world.insiders["police"], at=NOON)
    feed = world.browsers["nobody"].get(reverse("calendar", args=[secret]))
    assert b"BEGIN:VEVENT" in feed.content
    assert WORDS.encode() not in feed.content
