"""Where each cell of a table stands, whatever its rows claim.

Tables that people send have ragged rows and spans that run into one another. A grid
has every cell in its place, no overlap and no hole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from heed.papers.blocks import Cell, Row, Table

LEAST_WIDTH = 0.06
"""No column is narrower than this share of its table."""


@dataclass(frozen=True, slots=True)
class Placed:
    cell: Cell
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """`header` rows come first; `widths` are shares of the whole."""

    header: tuple[Placed, ...]
    body: tuple[Placed, ...]
    header_rows: int
    rows: int
    widths: tuple[float, ...]


def gridded(table: Table) -> Grid:
    """The table with each cell placed, its ragged rows filled and its spans held in."""
    columns = max(1, _columns_of((*table.header, *table.rows)))
    header = _placed(table.header, 0, columns)
    body = _placed(table.rows, len(table.header), columns)
    return Grid(
        header=header,
        body=body,
        header_rows=len(table.header),
        rows=len(table.header) + len(table.rows),
        widths=_widths((*header, *body), columns),
    )


def _columns_of(rows: Sequence[Row]) -> int:
    """The widest row, with what reaches down into it from the rows above."""
    reaching: list[tuple[int, int]] = []
    widest = 0
    for number, row in enumerate(rows):
        above = sum(width for last, width in reaching if last > number)
        widest = max(widest, above + sum(max(1, c.column_span) for c in row))
        reaching += [
            (number + c.row_span, max(1, c.column_span)) for c in row if c.row_span > 1
        ]
    return widest


def _placed(rows: Sequence[Row], first: int, columns: int) -> tuple[Placed, ...]:
    taken: set[tuple[int, int]] = set()
    made: list[Placed] = []
    for number, row in enumerate(rows):
        for each in row:
            free = [c for c in range(columns) if (number, c) not in taken]
            if not free:
                break
            span = _room(free, each.column_span)
            depth = max(1, min(each.row_span, len(rows) - number))
            made.append(Placed(each, first + number, free[0], depth, span))
            taken.update(
                (number + down, free[0] + along)
                for down in range(depth)
                for along in range(span)
            )
        made += [
            Placed(Cell(), first + number, column, 1, 1)
            for column in range(columns)
            if (number, column) not in taken
        ]
    return tuple(made)


def _room(free: Sequence[int], wanted: int) -> int:
    """How many columns side by side are free, at most as many as wanted."""
    room = 1
    while room < min(wanted, len(free)) and free[room] == free[0] + room:
        room += 1
    return room


def _widths(placed: Sequence[Placed], columns: int) -> tuple[float, ...]:
    """Shares that follow the square root of the text: long columns get more room,
    yet not all of it.
    """
    longest = [1.0] * columns
    for each in placed:
        if each.columns == 1:
            words = each.cell.text
            need = sqrt(len(words)) + max(map(len, words.split()), default=0) / 2
            longest[each.column] = max(longest[each.column], need)
    whole = sum(longest)
    return tuple(max(need / whole, LEAST_WIDTH) for need in longest)
