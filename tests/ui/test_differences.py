"""What was changed between two texts: nothing lost, nothing invented, soon enough."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.ui.differences import MOST, Kind, differences, shortened
from tests.ui.drawing import draw

SAID = ["a", "b", "the ", " ", "\n", "\n\n", "é", "\u202e", "<b>", "."]
TEXTS = st.lists(st.sampled_from(SAID), max_size=60).map("".join)


def told(before, after):
    return [(piece.kind.value, piece.words) for piece in differences(before, after)]


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_out_of_what_is_shown(before, after):
    pieces = differences(before, after)

    assert _without(pieces, Kind.NEW) == before
    assert _without(pieces, Kind.GONE) == after
    assert all(piece.words for piece in pieces)
    kinds = [piece.kind for piece in pieces]
    assert all(one != other for one, other in itertools.pairwise(kinds))


def _without(pieces, kind):
    return "".join(piece.words for piece in pieces if piece.kind is not kind)


@given(text=TEXTS)
def test_a_text_that_did_not_change_has_no_difference(text):
    assert all(piece.kind is Kind.SAME for piece in differences(text, text))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "He was seen twice.",
            "He was seen once.",
            [("same", "He was seen "), ("gone", "twice."), ("new", "once.")],
        ),
        ("", "Seen.", [("new", "Seen.")]),
        ("Seen.", "", [("gone", "Seen.")]),
        (
            "First line.\nSecond line.\n",
            "First line.\nThen more.\nSecond line.\n",
            [
                ("same", "First line.\n"),
                ("new", "Then more.\n"),
                ("same", "Second line.\n"),
            ],
        ),
        ("One.\r\nTwo.", "One.\nTwo.", [("same", "One.\nTwo.")]),
    ],
)
def test_a_change_is_told_word_by_word(before, after, expected):
    assert told(before, after) == expected


def test_what_stayed_is_cut_to_the_words_beside_each_change():
    long = " ".join(f"word{number}" for number in range(200))
    pieces = shortened(differences(f"old {long} end", f"new {long} stop"))

    words = [piece.words for piece in pieces]
    assert [piece.kind.value for piece in pieces] == [
        "gone",
        "new",
        "same",
        "left_out",
        "same",
        "gone",
        "new",
    ]
    assert words[2].split() == [f"word{number}" for number in range(25)]
    assert words[4].split() == [f"word{number}" for number in range(175, 200)]


@given(before=TEXTS, after=TEXTS)
def test_no_change_is_cut_away(before, after):
    def changed(pieces):
        return [each for each in pieces if each.kind in {Kind.GONE, Kind.NEW}]

    whole = differences(before, after)
    assert changed(shortened(whole)) == changed(whole)


def test_the_longest_texts_are_compared_soon_enough():
    """The longest text that a part may have, each word of it another: nobody waits."""
    before = "\n".join("the child was seen at home " * 300 for _ in range(5))
    after = before.replace("seen", "not seen").replace("home", "school")
    begun = time.process_time()

    pieces = differences(before, after)

    assert time.process_time() - begun < 2
    assert _without(pieces, Kind.NEW) == before
    assert max(len(line.split()) for line in before.splitlines()) < MOST


def test_a_change_is_said_to_who_hears_it_and_stays_within_itself():
    pieces = differences("He was \u202eseen.", "He was not\n<b>seen.")
    page = draw('<c-changed_words :pieces="pieces" />', pieces=pieces)

    assert "<bdi>He was </bdi>" in page
    assert "taken out: </span><bdi>\u202eseen.</bdi></del>" in page
    assert "put in: </span><bdi>not\n&lt;b&gt;seen.</bdi></ins>" in page
