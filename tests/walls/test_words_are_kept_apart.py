"""F30: where words of people stand in a line with ours, nothing in them turns the line
around. Of each kind of page that has such lines, one that shows the case in which every
sealed field has words."""

import pytest
from django.urls import reverse

from tests.isolated import not_kept_apart
from tests.walls.addresses import every_address
from tests.walls.asking import all_held

pytestmark = pytest.mark.django_db(databases=["default", "library"])
WORDS = "Planted"
PAGES = [
    "accept_change",
    "action",
    "agency_request",
    "answer_on_publication",
    "assure_impact",
    "case",
    "children",
    "decide_on_publication",
    "event",
    "family",
    "family_letter",
    "interests",
    "learning",
    "raise_safety_action",
    "recommendation",
    "report_changes",
]
# Whole sentences, which are put together before the page is.
SENTENCES = (
    "Missing: Nobody has asked",
    "Read this out by telephone",
    "Planted, 11 March",
)


def shown(world, name: str) -> str:
    (address,) = [each for each in every_address() if each.name == name]
    held = [h for h in all_held(address, world) if h.case_id == world.planted.pk]
    answers = (world.browsers["manager"].get(each.path) for each in held)
    return next((a.content.decode() for a in answers if a.status_code == 200), "")


@pytest.fixture
def names_on(world):
    address = reverse("case_names", args=[world.planted.public_id])
    world.browsers["manager"].post(address, {"names": "on"})


def test_no_line_of_ours_is_turned_around_by_words_of_people(world, names_on):
    pages = {name: shown(world, name) for name in PAGES}
    lines = {
        (name, line)
        for name, page in pages.items()
        for line in not_kept_apart(page, WORDS)
        if not line.startswith(SENTENCES)
    }

    assert lines == set()
    assert sum(WORDS in page for page in pages.values()) >= 12


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>Planted</p>", []),
        ("<p>By <bdi>Planted</bdi>, 3 March</p>", []),
        ("<p>By Planted, 3 March</p>", ["By Planted, 3 March"]),
        ("<li>3. <a>Planted</a><br>x</li>", ["3. Planted"]),
        ("<p>Seen.<br>Planted<br>Seen.</p>", []),
        ("<title>Of Planted</title><option>Of Planted", []),
    ],
)
def test_what_is_kept_apart_is_told_from_what_is_not(page, found):
    assert not_kept_apart(page, WORDS) == found
