"""With names off nobody whom the case knows is called by name, whoever typed it; and a
paper by pseudonym says how many places may still name somebody."""

import pytest

from heed.cases.actions import name_family_member
from heed.deidentify import register_of
from heed.papers.read_docx import read_docx
from heed.papers.submission import lists_of
from heed.rapid_reviews.actions import hold_meeting, log_answer, write_part
from heed.rapid_reviews.may_remain import places_in, said
from heed.rapid_reviews.minutes import the_minutes
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.pack import may_remain, pack_of
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.walked import walked_once

NOBODY = register_of([])


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Her uncle Jake Holloway drove.", ["Jake Holloway"]),
        ("Her mother rang. Child 1 was seen by Mother 1.", []),
        ("Dr Tamsin Reddle rang.", ["Dr Tamsin Reddle"]),
        ("NHS number 943 476 5919.", ["943 476 5919"]),
        ("He lives at 4 Larch Row.", ["4 Larch Row"]),
        ("Nothing was known on Monday.", []),
    ],
)
def test_whom_no_register_knows_is_found_by_what_stands_beside(words, places):
    assert places_in(words, NOBODY) == places


def test_how_many_are_said_in_words():
    assert said(1) == "1 place may still name somebody."
    assert said(2) == "2 places may still name somebody."


@walked_once
def a_review_with_an_answer():
    """An agency's free words name the mother, an uncle and a doctor."""
    review, people = a_rapid_review()
    name_family_member(
        review.case,
        relationship="mother",
        name="May Ostrander",
        by=people["coordinator"],
        at=NOON,
    )
    request, _ = a_request(review, people)
    log_answer(
        request,
        kind="summary",
        author="A. Nurse",
        came_by="telephone",
        summary="May Ostrander came with Lumi.",
        learning="Her uncle Jake Holloway was not asked.",
        by=people["coordinator"],
        at=NOON,
    )
    write_part(
        review,
        part="facts",
        words="May Ostrander told Dr Tamsin Reddle of her brother Joss.",
        by=people["coordinator"],
        at=NOON,
    )
    return review, people, request


pytestmark = pytest.mark.django_db


def test_page_one_says_where_somebody_may_still_be_named():
    review, *_ = a_review_with_an_answer()
    kept = RapidReview.objects.get(pk=review.pk)

    gaps = [(g.part, g.words) for g in pack_of(kept, at=NOON).gaps]
    first = str(lists_of(pack_of(kept, at=NOON)))
    remain = may_remain(kept, at=NOON)

    assert ("facts", "2 places may still name somebody.") in gaps
    assert "2 places may still name somebody." in first
    assert remain["What happened"] == ["Dr Tamsin Reddle", "Joss"]
    kept.named = True
    assert not any("may still name" in gap.words for gap in pack_of(kept, at=NOON).gaps)


def test_a_paper_that_could_not_be_looked_through_is_not_made(monkeypatch):
    review, *_ = a_review_with_an_answer()
    monkeypatch.setattr("heed.rapid_reviews.may_remain.scan_text", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):  # the door names that it is not made
        pack_of(RapidReview.objects.get(pk=review.pk), at=NOON)


def test_an_agencys_words_call_nobody_by_name_until_names_are_on(client):
    review, people, request = a_review_with_an_answer()
    case = review.case
    with it_is(NOON):
        desk = signed_in(client, people["coordinator"])
        paths = (
            f"/requests/{request.public_id}/",
            f"/cases/{case.public_id}/rapid-review/screen/",
        )
        off = [desk.get(path).text for path in paths]
        names = desk.get(f"/cases/{case.public_id}/rapid-review/submission/names/").text
        desk.post(f"/cases/{case.public_id}/names/", {"names": "on"})
        on = [desk.get(path).text for path in paths]

    for page in off:
        assert "Mother 1 came with Child 1." in page
        assert "May Ostrander" not in page
        assert "Whom the case does not know may still stand here by name" in page
    assert "“Dr Tamsin Reddle”" in names
    for page in on:
        assert "May Ostrander came with Lumi." in page


@pytest.mark.parametrize("names_on", [True, False])
def test_the_minutes_obey_the_switch(names_on, client):
    review, people, _ = a_review_with_an_answer()
    held = hold_meeting(
        review.case,
        held_on=NOON.date(),
        attended=["A. Nurse"],
        apologies="The neighbour of May Ostrander.",
        interests="A. Nurse is an aunt of May Ostrander.",
        minutes="May Ostrander is to be told.",
        by=people["coordinator"],
        at=NOON,
    )

    told = str(read_docx(the_minutes(held, names_on=names_on)))

    with it_is(NOON):
        desk = signed_in(client, people["coordinator"])
        if names_on:
            desk.post(f"/cases/{review.case.public_id}/names/", {"names": "on"})
        page = desk.get(f"/meetings/{held.public_id}/").text
    for shown in (told, page):
        assert ("May Ostrander" in shown) is names_on
        for words in ("Mother 1 is to be told.", "aunt of Mother 1", "of Mother 1."):
            assert (words in shown) is not names_on
