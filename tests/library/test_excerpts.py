"""Which passage of a publication is shown, and what of it."""

import re

import pytest

from heed.library.search import search
from heed.papers import blocks
from heed.papers.injuries import tells_of_injury
from tests.library.test_searching import a_report, titles

pytestmark = pytest.mark.django_db(databases=["library"])

LONG = "Nothing of note was said about that day in any record. " * 12


def a_paper(*parts):
    made = []
    for heading, text in parts:
        made += [blocks.heading(2, heading), blocks.paragraph(text)]
    return blocks.document(*made)


def the_hit(question):
    (hit,) = search(question).hits
    return hit


def test_the_passage_with_the_rarest_word_and_the_others_beside_it_is_shown():
    paper = a_paper(
        ("First", "The school knew. The school wrote. The school called."),
        ("Second", "Bruises were seen."),
        ("Third", "Bruises were seen at school."),
    )
    a_report("Three", paper=paper)

    assert the_hit("school bruises").heading == "Third"


def test_of_passages_that_tell_as_much_that_which_has_it_most_often_is_shown():
    paper = a_paper(("First", "One visit."), ("Second", "A visit, and another visit."))
    a_report("Two", paper=paper)

    assert the_hit("visit").heading == "Second"


def test_an_excerpt_begins_with_a_sentence_where_there_is_room():
    a_report("Long", f"{LONG}The nurse visited the family. {LONG}")

    words = the_hit("nurse").excerpt

    assert words.startswith("…\u00a0The <mark>nurse</mark> visited the family.")
    assert words.endswith("\u00a0…")


def test_an_excerpt_holds_as_many_of_the_words_as_fit_into_it():
    a_report("Long", f"A nurse. {LONG} The nurse met the teacher. {LONG}"[:1_400])

    assert (
        "<mark>nurse</mark> met the <mark>teacher</mark>"
        in the_hit("nurse teacher").excerpt
    )


def test_a_phrase_is_marked_whole_and_not_across_a_heading():
    paper = a_paper(
        ("Home", "Visits were short. A home visit was planned, at home."),
    )
    a_report("Phrase", paper=paper)

    assert "<mark>home</mark> <mark>visit</mark> was" in the_hit('"home visit"').excerpt
    assert "<mark>Visits</mark> were" not in the_hit('"home visit"').excerpt


def test_where_just_the_heading_answers_the_passage_is_shown_from_its_beginning():
    a_report("Headed", paper=a_paper(("Neglect", "The house was cold.")))

    hit = the_hit("neglect")

    assert (hit.heading, hit.excerpt) == ("Neglect", "The house was cold.")


def test_a_word_after_very_much_text_without_a_space_is_found_without_an_excerpt():
    a_report("Unbroken", f"{'-' * 70_000}avocet")

    assert titles("avocet") == ["Unbroken"]
    assert the_hit("avocet").excerpt == ""


HURT = "The nurse saw bruises on both arms."


@pytest.mark.parametrize(
    ("text", "question", "quoted"),
    [
        (f"The nurse rang. {HURT} Nobody came.", "nurse", "The nurse rang. …"),
        (f"{HURT} Nobody rang the nurse.", "nurse", "… Nobody rang the nurse."),
        (f"{HURT} Nobody came.", "bruises", ""),
        (f"{HURT} Nobody came.", "first", "… Nobody came."),
        (f"{LONG}{HURT} {LONG}", "nurse", ""),
        (HURT, "first", ""),
        (f"A nurse and a doctor came. {HURT}", "nurse doctor", "A nurse and a doctor"),
        ("The nurse heard that he was shaken and bled", "nurse", ""),
        ("A broken promise of the nurse, at arms length.", "nurse", "A broken"),
    ],
)
def test_no_sentence_that_tells_of_an_injury_is_quoted(text, question, quoted):
    a_report("Hurt", paper=a_paper(("First", text)))

    hit = the_hit(question)
    words = re.sub("</?mark>", "", hit.excerpt).replace("\u00a0", " ")

    assert words.startswith(quoted) if quoted else words == ""
    assert "bruises" not in words
    assert hit.heading == "First"


def test_whoever_is_at_the_machine_itself_is_shown_it():
    a_report("Hurt", HURT)

    (hit,) = search("bruises", quotes_all=True).hits

    assert "<mark>bruises</mark>" in hit.excerpt


@pytest.mark.parametrize(
    "said", ["a broken left arm", "head trauma", "post-mortem", "BRUISING", "He bled."]
)
def test_words_of_an_injury_are_known_however_they_stand(said):
    assert tells_of_injury(said)
    assert not tells_of_injury("a broken promise of the head teacher, at arms length")
