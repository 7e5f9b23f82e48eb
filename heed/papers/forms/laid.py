"""Which cell stands in which column, when cells reach over columns and over rows."""

from collections.abc import Sequence

from heed.papers.blocks import Cell

Rows = Sequence[tuple[Cell, ...]]
Columns = dict[int, Cell]


def laid(rows: Rows) -> list[Columns]:
    """For each row the cell of every column; a merged cell stands in all that it
    covers.
    """
    reaching: dict[int, tuple[Cell, int]] = {}
    made: list[Columns] = []
    for row in rows:
        found: Columns = {}
        waiting = list(row)
        column = 0
        while waiting or column in reaching:
            if column in reaching:
                column = _from_above(reaching, found, column)
                continue
            each = waiting.pop(0)
            for at in range(column, column + max(1, each.column_span)):
                found[at] = each
                if each.row_span > 1:
                    reaching[at] = (each, each.row_span - 1)
            column += max(1, each.column_span)
        made.append(found)
    return made


def _from_above(
    reaching: dict[int, tuple[Cell, int]], found: Columns, column: int
) -> int:
    above, left = reaching.pop(column)
    found[column] = above
    if left > 1:
        # It is put back once the row is done: the loop asks only for later columns.
        reaching[column] = (above, left - 1)
    return column + 1


def starts(columns: Columns) -> list[int]:
    """The first column of each cell of a row."""
    found: list[int] = []
    last: Cell | None = None
    for column in sorted(columns):
        if columns[column] is not last:
            found.append(column)
        last = columns[column]
    return found
