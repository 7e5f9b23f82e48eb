"""A partnership's colour, made dark enough to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.colours import LEAST_CONTRAST, contrast_with_white, readable

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def test_a_dark_colour_stays_as_it_is():
    assert readable("#1D3D5C") == "#1d3d5c"


def test_black_and_white_are_as_far_apart_as_can_be():
    assert contrast_with_white([0, 0, 0]) == pytest.approx(21)
    assert contrast_with_white([255, 255, 255]) == pytest.approx(1)


@given(COLOURS)
def test_every_colour_can_be_read_in_the_end(colour):
    assert contrast_with_white(parts(readable(colour))) >= LEAST_CONTRAST


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "", '#123456")'])
def test_anything_else_is_not_a_colour(colour):
    with pytest.raises(ValueError, match="#rrggbb"):
        readable(colour)
