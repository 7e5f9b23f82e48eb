"""PG12: no small number of a table is printed, or can be worked out from its sums."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.blocks import Cell, document, paragraph, table
from heed.papers.small_cells import (
    Counts,
    Range,
    all_numbers,
    protected,
    small_cells,
    without,
    worked_out,
)
from heed.papers.small_cells.tables import (
    AS_WELL,
    CHANGED,
    GIVEN_AWAY,
    LOOK,
    NO_FIT,
    SHARE,
    SMALL,
    SUMS_IN_SUMS,
)


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
    heads = ["Area", "Under one", "One to four", "Seen"]
    # Whoever reads it sees that the numbers of the south add up, whatever the head says.
    assert (1, 1, GIVEN_AWAY) in cells_of(*rows, heads=heads)
    assert cells_of(rows[0], ["South", "9", "40", "60"], heads=heads) == []


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
        ["What", "Age (years)", "Date of the meeting"],
        ["What", "Rate per 1,000", "Weeks in hospital"],
    ],
)
def test_a_table_that_counts_nobody_is_left_alone(heads):
    assert cells_of(["One", "2", "3"], heads=heads) == []


def test_words_in_a_table_are_no_numbers():
    assert cells_of(["Seen", "by two", "3 workers"], heads=["What", "How", "Who"]) == []


def test_what_was_left_out_before_may_lie_in_a_range():
    counts = Counts([[Range(1, 5), 30, 35]], row_sums=True)
    assert worked_out(counts) == {(0, 0): 5}


# The usual tables of a report


@pytest.mark.parametrize(
    "heads",
    [
        ["Area", "Under 1 year", "1–5 years", "6–10 years"],
        ["Area", "0 to 3 months", "Age 4 to 6", "Aged seven"],
        ["Area", "Children in 2021", "Year 2022", "Reference group"],
        ["Area", "No.", "No. of children", "Days of absence: boys under 10"],
    ],
)
def test_a_head_that_only_holds_a_unit_counts_children(heads):
    found = cells_of(["North", "2", "3", "4"], heads=heads)
    assert [column for _, column, _ in found] == [1, 2, 3]


@pytest.mark.parametrize(
    "said", ["3 (12%)", "2*", "3 children", "3 of 25", "3 [a]", "four", "1²"]
)
def test_the_number_is_read_whatever_stands_behind_it(said):
    rows = ["North", said], ["South", "40"]
    assert (1, 1, SMALL) in cells_of(*rows, heads=["Area", "Children"])


@pytest.mark.parametrize("said", ["see note", "a few", "~3", "12 to 20"])
def test_a_column_of_numbers_with_something_unreadable_is_for_a_person(said):
    rows = ["North", "30", "9"], ["South", said, "8"]
    found = cells_of(*rows, heads=["Area", "Babies", "Children"])
    assert found == [(2, 1, LOOK)]


def test_the_first_column_may_count_and_numbers_of_rows_count_nobody():
    assert (1, 0, SMALL) in cells_of(["3", "40"], heads=["Boys", "Girls"])
    assert cells_of(["1", "Listen"], ["2", "Ask"], heads=["No.", "What to do"]) == []
    assert cells_of(["2019", "40"], ["2020", "50"], heads=["", "Children"]) == []


def test_a_row_whose_label_reaches_over_several_counts_too():
    (made,) = document(
        table(
            [
                [Cell((paragraph("North"),), row_span=2), "Boys", "40"],
                ["Girls", "2"],
            ],
            header=["Area", "Who", "Seen"],
        )
    ).blocks
    assert [(each.row, each.column) for each in small_cells(made)] == [(2, 2)]


def test_nobody_is_a_number_too_from_which_another_one_follows():
    rows = ["North", "c", "0", "3"], ["South", "9", "-", "9"]
    heads = ["Area", "Babies", "Children", "Total"]
    assert (1, 1, GIVEN_AWAY) in cells_of(*rows, heads=heads)


def test_shares_go_with_the_number_that_they_give_away():
    heads = ["Area", "Children", "%"]
    found = cells_of(["North", "3", "12"], ["South", "22", "88"], heads=heads)
    assert found == [(1, 1, SMALL), (1, 2, SHARE), (2, 2, SHARE)]
    (made,) = document(
        table([["North", "3 (12%)"], ["South", "22 (88%)"]], header=["Area", "Seen"])
    ).blocks
    assert without(made) == {(1, 1): "c", (2, 1): "22"}


def test_where_nobody_can_say_which_numbers_all_of_them_can_be_left_out():
    rows = [["Boys", "2", "30"], ["All boys", "9", "40"], ["Total", "11", "70"]]
    (made,) = document(table(rows, header=["Who", "Babies", "Children"])).blocks
    assert [(each.row, each.why) for each in small_cells(made)] == [(-1, SUMS_IN_SUMS)]
    assert set(without(made)) == set(all_numbers(made))
    assert len(all_numbers(made)) == 6


def test_a_number_is_found_again_by_its_row_and_column_whatever_was_put_in_between():
    before, now = (
        document(table(rows, header=heads)).blocks[0]
        for heads, rows in (
            (["Area", "Babies"], [["North", "30"], ["South", "9"]]),
            (["Area", "New", "Babies"], [["East", "8", "9"], ["South", "30", "8"]]),
        )
    )
    (found,) = small_cells(now, earlier=[before])
    assert (found.row, found.column, found.why) == (2, 2, CHANGED)
