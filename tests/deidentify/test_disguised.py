"""Names whose letters are set apart, or of which figures stand for letters."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.deidentify import Tier, scan_text
from heed.deidentify.everyday import is_everyday
from tests.deidentify.quillshire import a_person, a_register

SEEN_AS = str.maketrans("oeasltbg", "03451789")
NAMES = st.text(string.ascii_lowercase, min_size=5, max_size=11).filter(
    lambda name: not is_everyday(name) and any(each in name for each in "oeasltbg")
)


@given(
    name=NAMES,
    between=st.sampled_from([" ", "\u00a0", ".", "-", "_"]),
    how=st.sampled_from([str.lower, str.upper, str.title]),
)
def test_a_name_whose_letters_are_set_apart_is_found(name, between, how):
    register = a_register(records=[a_person(f"Ottoline {name.title()}")])
    typed = between.join(how(name))

    (found,) = scan_text(f"About 3 of them: {typed}, he said.", register)

    assert (found.text, found.tier) == (typed, Tier.CONFIRMED)


@given(name=NAMES, at=st.integers(0, 20))
def test_a_name_in_which_a_figure_stands_for_a_letter_is_found(name, at):
    register = a_register(records=[a_person(f"Ottoline {name.title()}")])
    places = [n for n, each in enumerate(name) if each in "oeasltbg"]
    place = places[at % len(places)]
    typed = name[:place] + name[place].translate(SEEN_AS) + name[place + 1 :]

    found = scan_text(f"Seen with {typed} at home.", register)

    assert (typed, Tier.CONFIRMED) in [(each.text, each.tier) for each in found]


def test_two_names_whose_letters_are_set_apart_in_one_row_are_both_found():
    register = a_register(records=[a_person("Ottoline Marrable")])

    (whole,) = scan_text("O T T O L I N E M A R R A B L E", register)
    found = scan_text("O T T O L I N E O F M A R R A B L E", register)

    assert whole.text == "O T T O L I N E M A R R A B L E"
    assert [each.text for each in found] == ["O T T O L I N E", "M A R R A B L E"]


@pytest.mark.parametrize(
    "words",
    ["Options A, B, C and D.", "a b c d e", "A4 paper, the 2nd and 3rd of 10", "B2B"],
)
def test_letters_and_figures_that_say_no_name_raise_nothing(words):
    assert scan_text(words, a_register(records=[a_person("Ottoline Marrable")])) == []
