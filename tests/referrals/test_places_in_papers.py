"""An address that must not be read is cut from words however they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.deidentify import Register
from heed.papers.blocks import Document, Paragraph, Run
from heed.referrals import showing
from heed.referrals.places import LEFT_OUT, Places, squeezed

WHERE = "17 Nightjar Close, Marrowby QX4 7ZZ"
PLACES = Places([WHERE])
BETWEEN = st.sampled_from([" ", "  ", "\n", ", ", " \u00a0", "-", "\u00ad ", "\t"])
AROUND = st.text("aß ﬁİé.,\n", max_size=12)


@given(AROUND, AROUND, st.lists(BETWEEN, min_size=5, max_size=5), st.booleans())
def test_however_it_was_written_it_is_cut_and_the_rest_stays(before, after, gaps, up):
    words = WHERE.replace(",", "").split()
    said = words[0] + "".join(g + w for g, w in zip(gaps, words[1:], strict=True))
    said = said.upper() if up else said

    made = PLACES.cut(f"{before} {said} {after}")

    for hidden in ("17nightjarclose", "nightjar", "qx47zz"):
        assert hidden not in squeezed(made)
    assert made.startswith(before)
    assert made.endswith(after)


@pytest.mark.parametrize(
    "said",
    [
        "The postcode is qx47zz.",
        "Straße: 17 NIGHTJAR CLOSE",
        "ﬁve doors from 17, Nightjar\nClose",
        "17 Night-\njar Close",
    ],
)
def test_a_piece_of_it_is_cut_too(said):
    made = PLACES.cut(said)
    assert LEFT_OUT in made
    assert not [each for each in ("nightjar", "qx47zz") if each in squeezed(made)]


@given(st.text(max_size=40))
def test_words_without_an_address_stay_as_they_are(words):
    assert Places([]).cut(words) == words


def test_another_address_stays():
    said = "She moved to 3 Wherry Row, Marrowby QX9 1AA."
    assert PLACES.cut(said) == said


def safe(*blocks):
    paper = Document(blocks=tuple(Paragraph(runs=(Run(said),)) for said in blocks))
    made = showing.changed(paper, showing.without(PLACES, Register(())))
    return showing.is_safe(paper, made, PLACES)


def test_a_paper_is_not_shown_where_it_is_not_certain():
    assert safe("He lives at 17 Nightjar Close, Marrowby.", "QX4 7ZZ")
    assert safe("Nothing of where he lives.")
    assert not safe("17 Night", "jar Close")  # in pieces
    assert not safe("The house with the red door, QX4 7ZZ")  # told otherwise
    assert not safe("17 NightjarClosex")
