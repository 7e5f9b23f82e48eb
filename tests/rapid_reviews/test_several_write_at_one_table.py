"""Several people write parts of one rapid review at once: only who writes the same part
is overtaken, and then both texts are shown."""

import re

import pytest
from django.urls import reverse

from heed.rapid_reviews.actions import write_part
from heed.rapid_reviews.models import RapidReview
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db
MEANWHILE = "Two services held half of it."
TYPED = "Three services held a third of it."


def begun(client, review, person, part="learning"):
    """Somebody opens the page of a part: its address, and what the page carries."""
    path = reverse("rapid_review_part", args=[review.case.public_id, part])
    with it_is(NOON):
        page = signed_in(client, person).get(path).content.decode()
    return path, {"seen_version": version_on(page)}


def version_on(page):
    return re.search(r'name="seen_version" value="(\d+)"', page)[1]


def sent(client, path, carried, words):
    with it_is(NOON):
        return client.post(path, carried | {"words": words})


def kept(part="learning"):
    return (RapidReview.objects.get().parts or {}).get(part)


def test_who_writes_another_part_overtakes_nobody(client):
    review, people = a_rapid_review()
    path, carried = begun(client, review, people["manager"])
    by = {"by": people["coordinator"], "at": NOON}
    write_part(review, part="facts", words="A fall.", **by)

    assert sent(client, path, carried, TYPED).status_code == 302
    assert (kept(), kept("facts")) == (TYPED, "A fall.")


def test_who_writes_the_same_part_is_shown_both_texts_and_decides(client):
    review, people = a_rapid_review()
    path, carried = begun(client, review, people["manager"])
    by = {"by": people["coordinator"], "at": NOON}
    write_part(review, part="learning", words=MEANWHILE, **by)

    page = sent(client, path, carried, TYPED).content.decode()
    assert MEANWHILE in page
    assert TYPED in page
    assert kept() == MEANWHILE

    again = {"seen_version": version_on(page)}
    assert sent(client, path, again, TYPED).status_code == 302
    assert kept() == TYPED
