"""Rows are named by their numbers, one by one or from one to another."""

from decimal import Decimal

import pytest

from heed.chronologies.citing import Stretch, cited, read_numbers


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        ("12-15, 20", [("12", "15"), ("20", "20")]),
        ("7.5", [("7.5", "7.5")]),
        ("3 – 4 and 9; 1 to 2\n11", [("3", "4"), ("9", "9"), ("1", "2"), ("11", "11")]),
        ("", []),
    ],
)
def test_numbers_are_read_as_people_write_them(words, stretches):
    found = read_numbers(words)
    assert found == tuple(Stretch(Decimal(a), Decimal(b)) for a, b in stretches)
    assert all(each.is_one == (each.first == each.last) for each in found)


@pytest.mark.parametrize("words", ["twelve", "12-", "-3", "1.2.3", "15-12", "9" * 20])
def test_what_is_no_number_is_said_to_be_none(words):
    with pytest.raises(ValueError, match=r"is not the number|ends before"):
        read_numbers(words)


def test_numbers_are_written_one_by_one_in_their_order():
    assert cited([Decimal(20), Decimal("7.50"), Decimal(12)]) == "7.5, 12, 20"
