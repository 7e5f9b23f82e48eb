"""Numbers that stay, and what a newer file of an agency says of the one before."""

from decimal import Decimal
from time import process_time

import pytest

from heed.chronologies.comparing import compared
from heed.chronologies.numbers import as_cited, numbered


def numbers(*said):
    given = [None if each is None else Decimal(each) for each in said]
    return [as_cited(each) for each in numbered(given)]


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ([None, None, None], ["1", "2", "3"]),
        (["1", None, "2"], ["1", "1.1", "2"]),
        (["1", "2", None], ["1", "2", "3"]),
        ([None, "1"], ["0.1", "1"]),
        (["1", None, "1.1", "2"], ["1", "1.01", "1.1", "2"]),
        (["1.1", None, "1.3"], ["1.1", "1.2", "1.3"]),
        (["2", None, "1"], ["2", "2.1", "1"]),
    ],
)
def test_a_number_once_given_stays_and_what_comes_between_gets_decimals(said, given):
    assert numbers(*said) == given


def test_many_rows_between_two_each_get_a_number_of_their_own():
    made = numbered([Decimal(1), *[None] * 250, Decimal(2)])
    assert made == sorted(made)
    assert len(set(made)) == 252
    assert all(Decimal(1) <= each <= Decimal(2) for each in made)


def test_a_thousand_places_between_others_are_found_in_a_moment():
    order = [each for n in range(1, 20_001) for each in (Decimal(n), None)]
    began = process_time()
    made = numbered(order)
    assert process_time() - began < 10  # each looked at all others: minutes
    assert made == sorted(set(made))


def test_where_no_decimal_is_left_the_next_whole_number_is_given():
    near = [Decimal("1.00000001"), None, Decimal("1.00000002"), Decimal(7)]
    assert as_cited(numbered(near)[1]) == "8"


def a_row(event, date="3 May 2025", **more):
    return {"event": event, "date": {"words": date}, **more}


def test_of_two_files_it_is_told_what_is_the_same_changed_new_and_gone():
    kept = [a_row("Visit", row=2), a_row("Call", row=3), a_row("Letter", row=4)]
    came = [
        a_row("Telegram", date="9 May 2025", row=2),
        a_row("Call", date="4 May 2025", row=3),
        a_row("Visit", row=9),
    ]
    found = compared(kept, came)
    assert found.same == [(0, 2)]
    assert found.changed == [(1, 1)]
    assert (found.new, found.gone) == ([0], [2])


def test_rows_that_say_the_same_are_matched_one_by_one_from_the_top():
    twice = [a_row("Visit"), a_row("Visit")]
    assert compared(twice, twice).same == [(0, 0), (1, 1)]
    assert compared(twice, twice[:1]).gone == [1]
