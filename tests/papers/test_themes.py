"""Themes of a report are proposed by its words, each with the sentence that shows it."""

import pytest

from heed.papers import blocks
from heed.papers.injuries import tells_of_injury
from heed.papers.theme_cues import FOLDER, LINE, cues
from heed.papers.themes import themes_in


def proposed(*paragraphs, heading="What we found"):
    paper = blocks.document(
        blocks.heading(2, heading), *map(blocks.paragraph, paragraphs)
    )
    return {each.code: each for each in themes_in(paper)}


def test_one_strong_word_is_enough_and_comes_with_its_sentence():
    found = proposed("It was a hot day. Nobody asked what adultification did to her.")

    (shown,) = found["C13"].shown
    assert shown.sentence == "Nobody asked what adultification did to her."
    assert shown.words == ("adultification",)
    assert shown.anchor == "p1"


def test_of_other_words_it_takes_two():
    assert "C08" not in proposed("A manager spoke of supervision in the spring.")
    assert "C08" in proposed(
        "A manager spoke of supervision in the spring.", "Oversight came late again."
    )


def test_a_heading_weighs_three_times():
    assert "C08" in proposed("It was short and rare, we heard.", heading="Supervision")


@pytest.mark.parametrize(
    "said",
    [
        "No domestic abuse was known to anyone at that time.",
        "His mother denied that there was domestic abuse.",
    ],
)
def test_what_is_denied_proposes_nothing(said):
    assert "B01" not in proposed(said, said)


def test_what_was_as_it_should_be_proposes_nothing():
    assert "C08" not in proposed(
        "Supervision was effective in this team.", "Oversight was strong at all times."
    )


def test_the_number_of_a_finding_is_no_part_of_its_sentence():
    found = proposed("Finding 2. Elective home education hid her from every agency.")

    assert found["D04"].shown[0].sentence.startswith("Elective home education")


def test_each_line_of_the_cues_is_understood():
    said = (FOLDER / "theme_cues.txt").read_text("utf-8").splitlines()
    lines = [each for each in said if each and not each.startswith("#")]

    assert [each for each in lines if not LINE.fullmatch(each)] == []
    assert len(lines) == sum(map(len, cues().values())), "a line stands twice"


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("What we learned from the short life of a baby girl.", False),
        ("What was learned when fathers were not seen", False),
        ("She died with fractures of the skull.", True),
        ("He was found with burns.", True),
        ("A boy of fifteen was stabbed.", True),
        ("Why a killjoy is no skeleton", False),
    ],
)
def test_words_for_a_list_tell_of_no_injury(words, tells):
    assert tells_of_injury(words) is tells
