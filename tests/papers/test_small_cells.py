"""PG12: no small number of a table is printed, or can be worked out from its sums."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.blocks import document, table
from heed.papers.small_cells import Counts, Range, protected, small_cells, worked_out
from heed.papers.small_cells.tables import AS_WELL, GIVEN_AWAY, NO_FIT, SMALL


def with_sums(body):
    """A table of numbers with the sums of its rows and columns."""
    rows = [[*row, sum(row)] for row in body]
    return Counts(
        [*rows, [sum(column) for column in zip(*rows, strict=True)]], True, True
    )


def tables(most):
    return st.integers(2, 3).flatmap(
        lambda wide: st.lists(
            st.lists(st.integers(0, most), min_size=wide, max_size=wide),
            min_size=2,
            max_size=3,
        )
    )


@settings(max_examples=60)
@given(tables(40))
def test_no_number_that_is_left_out_can_be_worked_out_from_the_sums(body):
    counts = with_sums(body)
    gone = protected(counts)
    assert worked_out(counts, gone) == {}
    small = {p for p in counts.places if 0 < counts.at(p) < 6}
    assert small <= gone
    assert all(counts.at(place) for place in gone)


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=2, max_size=2
    ),
    st.data(),
)
def test_what_can_be_worked_out_is_what_trying_all_numbers_finds(body, data):
    counts = with_sums(body)
    places = [place for place in counts.places if counts.at(place)]
    gone = data.draw(st.sets(st.sampled_from(places), max_size=3)) if places else ()
    assert worked_out(counts, gone) == tried(counts, sorted(gone))


def tried(counts, gone):
    """The numbers that are the same in all tables that print the same, up to nine:
    where nothing holds a number, it could be one more as well as nine."""
    fitting = []
    for numbers in product(range(1, 10), repeat=len(gone)):
        cells = [list(row) for row in counts.cells]
        for (row, column), number in zip(gone, numbers, strict=True):
            cells[row][column] = number
        if adds_up(cells):
            fitting.append(numbers)
    same = [n for n in range(len(gone)) if len({each[n] for each in fitting}) == 1]
    return {gone[n]: fitting[0][n] for n in same}


def adds_up(cells):
    rows = all(sum(row[:-1]) == row[-1] for row in cells)
    return rows and all(sum(c[:-1]) == c[-1] for c in zip(*cells, strict=True))


def test_the_cheapest_other_number_of_row_and_column_is_left_out_with_a_small_one():
    gone = protected(with_sums([[2, 30, 9], [40, 50, 60], [7, 80, 90]]))
    assert gone == {(0, 0), (0, 2), (2, 0), (2, 2)}


def test_two_small_numbers_of_one_row_that_only_one_sum_allows_are_given_away():
    row = Counts([[1, 1, 20, 22]], row_sums=True)
    assert worked_out(row, [(0, 0), (0, 1)]) == {(0, 0): 1, (0, 1): 1}
    assert worked_out(row, protected(row)) == {}


def test_a_number_in_no_sum_cannot_be_worked_out():
    assert worked_out(Counts([[3, 8]]), [(0, 0)]) == {}
    assert protected(Counts([[3, 8]])) == {(0, 0)}


def test_a_number_that_grew_by_a_few_since_it_was_published_tells_of_few():
    before, now = Counts([[20, 30]]), Counts([[22, 30]])
    assert protected(now, earlier=[before]) == {(0, 0)}


def test_sums_that_do_not_fit_are_no_proof_of_anything():
    with pytest.raises(ValueError, match="do not fit"):
        worked_out(Counts([[3, 8, 20]], row_sums=True), [])


HEADS = ["Area", "Under one", "One to four", "Total"]


def cells_of(*rows, heads=HEADS):
    (made,) = document(table(list(rows), header=heads)).blocks
    return [(each.row, each.column, each.why) for each in small_cells(made)]


def test_small_numbers_and_those_to_leave_out_with_them_are_named_by_their_cell():
    found = cells_of(
        ["North", "2", "30", "32"],
        ["South", "9", "40", "49"],
        ["Total", "11", "70", "81"],
    )
    assert found == [(1, 1, SMALL), (1, 2, AS_WELL), (2, 1, AS_WELL), (2, 2, AS_WELL)]


@pytest.mark.parametrize("mark", ["c", "[c]", "*", "<6", "fewer than 6", "1 to 5"])
def test_a_mark_in_place_of_a_number_hides_nothing_that_a_sum_gives_away(mark):
    rows = ["North", mark, "30", "32"], ["South", "9", "40", "49"]
    assert (1, 1, GIVEN_AWAY) in cells_of(*rows)
    assert cells_of(*rows, heads=["Area", "Under one", "One to four", "Seen"]) == []


def test_a_table_whose_small_numbers_are_safe_may_be_printed():
    found = cells_of(
        ["North", "c", "c", "32"],
        ["South", "c", "c", "49"],
        ["Total", "11", "70", "81"],
    )
    assert found == []


def test_a_total_may_stand_first():
    heads = ["Area", "Total", "Under one", "One to four"]
    assert (1, 2, SMALL) in cells_of(["North", "32", "2", "30"], heads=heads)


def test_a_table_whose_sums_do_not_fit_is_for_a_person():
    assert [why for *_, why in cells_of(["North", "2", "30", "40"])] == [NO_FIT]


@pytest.mark.parametrize(
    "heads",
    [
        ["Finding", "Page", "Recommendation"],
        ["Name", "Age", "Year"],
        ["What", "%", "Days"],
    ],
)
def test_a_table_that_counts_nobody_is_left_alone(heads):
    assert cells_of(["One", "2", "3"], heads=heads) == []


def test_words_in_a_table_are_no_numbers():
    assert cells_of(["Seen", "by two", "3 workers"], heads=["What", "How", "Who"]) == []


def test_what_was_left_out_before_may_lie_in_a_range():
    counts = Counts([[Range(1, 5), 30, 35]], row_sums=True)
    assert worked_out(counts) == {(0, 0): 5}
