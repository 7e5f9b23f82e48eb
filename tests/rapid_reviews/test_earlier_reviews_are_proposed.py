"""Reviews that were published here before, on the themes of this one, are proposed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from heed.library import actions as library
from heed.rapid_reviews.actions import choose_themes, write_part
from heed.rapid_reviews.queries import earlier_reviews_of
from tests.cases.factories import NOON, it_is
from tests.library.making import a_bundle, a_card
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db(databases=["default", "library"])
FATHERS = "Fathers, partners and men not seen"
VOICE = "The child’s voice and daily life"


def in_the_library(review):
    """Two reports and a briefing of the area, and a report of another."""
    here, there = review.partnership.slug, "elsewhere"
    for slug in (here, there):
        library.receive_publisher(a_card(slug=slug), at=NOON)
    for publisher, title, kind, themes in (
        (here, "Goldcrest", "report", (FATHERS, VOICE)),
        (here, "Dabchick", "report", ("Neglect",)),
        (here, "Goldcrest in brief", "briefing", (FATHERS,)),
        (there, "Wren", "report", (FATHERS,)),
    ):
        said = {"title": title, "kind": kind, "themes": themes}
        where = {"publisher": publisher, "slug": title.lower().replace(" ", "-")}
        library.receive(a_bundle(publication_id=uuid4(), **said, **where), at=NOON)


def page_of(client, person, name, review, *more):
    with it_is(NOON):
        path = reverse(name, args=[review.case.public_id, *more])
        return signed_in(client, person).get(path).content.decode()


def test_earlier_reviews_of_the_same_theme_are_proposed(client):
    review, people = a_rapid_review()
    in_the_library(review)
    assert earlier_reviews_of(review) == []
    by = {"by": people["coordinator"], "at": NOON}

    review = choose_themes(review, themes=["B05", "C09"], **by)

    assert [found.title for found in earlier_reviews_of(review)] == ["Goldcrest"]
    shown = page_of(client, people["coordinator"], "meeting_screen", review)
    assert "Goldcrest" in shown
    assert "Dabchick" not in shown
    assert "Themes: Recording; Fathers, partners and men not seen." in shown


def test_they_begin_the_part_that_tells_of_them_until_somebody_has_written_it(client):
    review, people = a_rapid_review()
    in_the_library(review)
    by = {"by": people["coordinator"], "at": NOON}
    review = choose_themes(review, themes=["B05"], **by)
    person, part = people["coordinator"], "earlier_reviews"

    begun = page_of(client, person, "rapid_review_part", review, part)
    assert f"Goldcrest: {FATHERS}" in begun

    write_part(review, part=part, words="Goldcrest found the same.", **by)
    again = page_of(client, person, "rapid_review_part", review, part)
    assert "Goldcrest found the same." in again
    assert f"Goldcrest: {FATHERS}" not in again
