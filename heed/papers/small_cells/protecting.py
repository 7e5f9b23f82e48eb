"""Which numbers of a table to leave out, so that nobody works out a small one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from heed.papers.small_cells.flows import MOST, Network, Stream, circle, fits

LEAST = 6
"""Numbers from one to five are small; none is none."""
LEFT_OUT = "c"
_OF_A_SUM = 1_000_000

Place = tuple[int, int]
"""The row and the column of a number, from 0."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number that was left out, between the least and the most that it may be."""

    least: int = 1
    most: int = MOST


Number = int | Range
Cells = Sequence[Sequence[Number]]


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of a table, row by row. With `row_sums` the last column adds up what
    stands left of it; with `column_sums` the last row adds up what stands above."""

    cells: Cells
    row_sums: bool = False
    column_sums: bool = False

    def __post_init__(self) -> None:
        if len({len(row) for row in self.cells}) > 1:
            raise ValueError("The rows of a table of numbers are of one length.")

    @property
    def places(self) -> list[Place]:
        """Every place, row by row."""
        return [(r, c) for r, row in enumerate(self.cells) for c, _ in enumerate(row)]

    def at(self, place: Place) -> Number:
        """What stands in a place."""
        return self.cells[place[0]][place[1]]

    def is_sum(self, place: Place) -> bool:
        """Whether a place adds up others."""
        row, column = place
        last = self.row_sums and column == len(self.cells[0]) - 1
        return last or (self.column_sums and row == len(self.cells) - 1)


def protected(
    counts: Counts, *, least: int = LEAST, earlier: Iterable[Counts] = ()
) -> frozenset[Place]:
    """The places to leave out: the small numbers, and as few and as small others as it
    takes that no sum gives one away. `earlier` are tables of the same shape that were
    published before: a number that changed by less than `least` tells of few as well.

    Raises ValueError where the sums do not fit the numbers: nobody can say then what
    can be worked out."""
    small = {place for place in counts.places if _is_small(counts.at(place), least)}
    for other in earlier:
        small |= changed_little(counts, other, least)
    left_out = {p for p in counts.places if isinstance(counts.at(p), Range)} | small
    while weak := _weak(counts, left_out):
        left_out |= weak
    return frozenset(left_out)


def changed_little(now: Counts, before: Counts, least: int = LEAST) -> set[Place]:
    """The places whose number changed by so few that the change tells of somebody."""
    return {place for place in now.places if _is_change(place, now, before, least)}


def worked_out(counts: Counts, left_out: Iterable[Place] = ()) -> Mapping[Place, int]:
    """The numbers that any reader can work out, though they were left out. Raises
    ValueError where the sums do not fit."""
    gone = {p for p in counts.places if isinstance(counts.at(p), Range)}
    gone |= set(left_out)
    network = _network(counts, gone)
    order = counts.places

    def cost(number: int) -> int | None:
        return 0 if order[number] in gone else None

    return {
        place: network.streams[number].is_
        for number, place in enumerate(order)
        if place in gone and circle(network, number, cost) is None
    }


def _is_small(number: Number, least: int) -> bool:
    return isinstance(number, int) and 0 < number < least


def _is_change(place: Place, now: Counts, before: Counts, least: int) -> bool:
    row, column = place
    if row >= len(before.cells) or column >= len(before.cells[row]):
        return False
    one, other = now.at(place), before.at(place)
    if isinstance(one, Range) or isinstance(other, Range):
        return False
    return 0 < abs(one - other) < least


def _weak(counts: Counts, left_out: set[Place]) -> set[Place]:
    """More places to leave out, for the numbers that can still be worked out."""
    order = counts.places
    known = sorted(worked_out(counts, left_out))
    if not known:
        return set()
    # What is printed may be left out too, save a nought: that nobody is there,
    # everybody sees.
    open_ = {p for p in order if p in left_out or counts.at(p) != 0}
    network = _network(counts, open_)
    more: set[Place] = set()

    def cost(number: int) -> int | None:
        return _cost(counts, order[number], left_out | more)

    for place in known:
        found = circle(network, order.index(place), cost)
        more |= open_ if found is None else {order[number] for number in found}
    return more - left_out


def _cost(counts: Counts, place: Place, left_out: set[Place]) -> int | None:
    if place in left_out:
        return 0
    number = counts.at(place)
    if isinstance(number, Range) or number == 0:
        return None
    return 1 + number + (_OF_A_SUM if counts.is_sum(place) else 0)


# The network of a table


def _network(counts: Counts, open_: set[Place]) -> Network:
    """One stream for each number, in the order of the places: of what was left out
    long ago any number that fits stands for the one that nobody knows."""
    fitting = [_stream(counts, place, set()) for place in counts.places]
    if not fits(fitting):
        raise ValueError("The sums of the table do not fit its numbers.")
    streams = [_stream(counts, place, open_) for place in counts.places]
    for each, other in zip(streams, fitting, strict=True):
        each.is_ = other.is_
    return Network(streams)


def _stream(counts: Counts, place: Place, open_: set[Place]) -> Stream:
    begins, ends = _ends(counts, place)
    number = counts.at(place)
    if isinstance(number, Range):
        return Stream(begins, ends, number.least, number.most)
    if place in open_:
        return Stream(begins, ends, 1, MOST, number)
    return Stream(begins, ends, number, number, number)


_OUTSIDE = "outside"


def _ends(counts: Counts, place: Place) -> tuple[str, str]:
    """Between which sums a number stands. What has no sum comes from outside."""
    row, column = place
    rows, columns = len(counts.cells), len(counts.cells[0])
    in_sums_row = counts.column_sums and row == rows - 1
    in_sums_column = counts.row_sums and column == columns - 1
    of_row = "the sums" if in_sums_row else f"row {row}"
    of_column = "all the sums" if in_sums_column else f"column {column}"
    left = of_row if counts.row_sums else _OUTSIDE
    right = of_column if counts.column_sums else _OUTSIDE
    # A sum flows back into what it adds up.
    turns = in_sums_row != in_sums_column
    return (right, left) if turns else (left, right)
