"""What takes long and only reads asks each thing once, and anew after a change."""

import pytest

from heed.partnership.one_look import asked_once, at_one_look, one_look


@asked_once
def how_many(asked: tuple) -> int:
    asked[0].append("again")
    return len(asked[0])


class Asked(tuple):
    """A list that can be asked about: it has a hash of its own."""

    __slots__ = ()

    def __hash__(self):
        return id(self)


@at_one_look
def reads(asked) -> list[int]:
    return [how_many(asked), how_many(asked)]


@pytest.fixture
def asked():
    return Asked([[]])


def test_within_one_reading_it_is_asked_once(asked):
    assert reads(asked) == [1, 1]


def test_the_next_reading_asks_anew(asked):
    reads(asked)
    assert reads(asked) == [2, 2]


def test_a_reading_within_a_page_goes_by_what_the_page_knows(asked):
    with one_look():
        assert how_many(asked) == 1
        assert reads(asked) == [1, 1]
