"""Small numbers in a table of a report, as a person reads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import Table
from heed.papers.grid import Placed, gridded
from heed.papers.small_cells.flows import MOST
from heed.papers.small_cells.protecting import (
    LEAST,
    Counts,
    Number,
    Place,
    Range,
    protected,
    worked_out,
)

SMALL = "A number from one to five tells of somebody. Leave it out."
GIVEN_AWAY = "This number was left out, and the sums of the table give it away."
AS_WELL = "Leave this number out as well: the sums give a smaller one away."
NO_FIT = "The sums of this table do not fit, so nobody can say what they give away."
SUMS_IN_SUMS = "This table has sums within sums: look whether they give numbers away."

_NUMBER = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d{1,9}")
_FEWER = re.compile(
    r"(?:<|less than|fewer than|under)\s*(\d)|1\s*(?:[-–]|to)\s*(\d)|≤\s*(\d)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"[\[(]?(?:c|x|z|u|\*+|suppressed|withheld)[\])]?", re.IGNORECASE
)
_NOTHING = re.compile(r"[-–—.…]?|nil|none|n/?a", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:grand |sub-?)?totals?\b|\ball\b|\bsum\b|\boverall\b", re.IGNORECASE
)
_NO_COUNT = re.compile(
    r"\byears?\b|\bdates?\b|\bages?\b|%|per ?cent|\bno\.|\bref|\bpages?\b|\brates?\b|"
    r"\bscores?\b|\bweeks?\b|\bdays?\b|\bmonths?\b|\bparagraph|\brecommendation|"
    r"\bfinding\b|\baction\b|\bversion\b|\btime\b|\border\b|\bpriority\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?")


@dataclass(frozen=True, slots=True)
class SmallCell:
    """A cell that may not be printed so, and why. A whole table has no row."""

    anchor: str
    text: str
    why: str
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Read:
    """The numbers of a table, and the cell in which each stands."""

    counts: Counts
    cells: dict[Place, Placed]
    nested: bool = False


def small_cells(
    table: Table, *, least: int = LEAST, earlier: Sequence[Table] = ()
) -> tuple[SmallCell, ...]:
    """The cells for which a table may not be printed as it stands: small numbers in
    clear, numbers that were left out and can be worked out, and those to leave out with
    them. Empty for a table that is no table of counts, or is safe. `earlier` are the
    same table as it was published before."""
    read = counts_of(table)
    if read is None:
        return ()
    before = [known.counts for known in map(counts_of, earlier) if known is not None]
    try:
        gone = protected(read.counts, least=least, earlier=before)
        known = worked_out(read.counts)
    except ValueError:
        return _whole(table, read, NO_FIT, least)
    if read.nested:
        return _whole(table, read, SUMS_IN_SUMS, least)
    given = {place for place, number in known.items() if 0 < number < least}
    return tuple(_told(read, gone, given, least))


def _told(
    read: Read, gone: frozenset[Place], given: set[Place], least: int
) -> Iterator[SmallCell]:
    for place in sorted(gone):
        number = read.counts.at(place)
        if isinstance(number, Range):
            why = GIVEN_AWAY if place in given else ""
        else:
            why = SMALL if number < least else AS_WELL
        if why:
            placed = read.cells[place]
            text = placed.cell.text.strip()
            yield SmallCell(
                placed.cell.anchor, text, why, row=placed.row, column=placed.column
            )


def _whole(table: Table, read: Read, why: str, least: int) -> tuple[SmallCell, ...]:
    """The whole table, where it holds anything small or left out."""
    numbers = [read.counts.at(place) for place in read.counts.places]
    tells = any(isinstance(n, Range) or 0 < n < least for n in numbers)
    return (SmallCell(table.anchor, table.caption, why),) if tells else ()


def counts_of(table: Table) -> Read | None:
    """The numbers of a table of counts; None for any other table."""
    grid = gridded(table)
    placed = {(each.row, each.column): each for each in (*grid.header, *grid.body)}
    first = grid.header_rows or _own_heads(placed)
    rows = [r for r in range(first, grid.rows) if (r, 0) in placed]
    width = max((column for _, column in placed), default=-1) + 1
    columns = [c for c in range(1, width) if _counts(placed, rows, c, first)]
    if not rows or not columns:
        return None
    heads = [_head(placed, first, c) for c in columns]
    labels = [_said(placed, r, 0) for r in rows]
    columns, heads = _sum_last(columns, heads)
    rows, labels = _sum_last(rows, labels)
    numbers = [
        [_number(_said(placed, r, c)) or Range(0) for c in columns] for r in rows
    ]
    counts = Counts(
        numbers,
        row_sums=len(columns) > 1 and bool(_SUM.search(heads[-1])),
        column_sums=len(rows) > 1 and bool(_SUM.search(labels[-1])),
    )
    cells = {
        (i, j): placed[r, c]
        for i, r in enumerate(rows)
        for j, c in enumerate(columns)
        if (r, c) in placed
    }
    nested = any(_SUM.search(each) for each in (*heads[:-1], *labels[:-1]))
    return Read(counts, cells, nested)


def _own_heads(placed: dict[Place, Placed]) -> int:
    """One, where the first row is a head that does not say so."""
    first = [each.cell.text.strip() for (r, c), each in placed.items() if r == 0 and c]
    filled = [text for text in first if text]
    heads = all(_A_YEAR.fullmatch(t) or _number(t) is None for t in filled)
    return 1 if filled and heads else 0


def _counts(
    placed: dict[Place, Placed], rows: Sequence[int], column: int, first: int
) -> bool:
    """Whether a column holds numbers, and counts with them."""
    if _NO_COUNT.search(_head(placed, first, column)):
        return False
    found = [_number(_said(placed, row, column)) for row in rows]
    return all(n is not None for n in found) and any(isinstance(n, int) for n in found)


def _head(placed: dict[Place, Placed], first: int, column: int) -> str:
    return " ".join(_said(placed, row, column) for row in range(first)).strip()


def _said(placed: dict[Place, Placed], row: int, column: int) -> str:
    found = placed.get((row, column))
    return found.cell.text.strip() if found else ""


def _number(text: str) -> Number | None:
    """What a cell says: a number, one that was left out, or nothing that counts."""
    if _NUMBER.fullmatch(text):
        return int(re.sub(r"[, ]", "", text))
    fewer = _FEWER.fullmatch(text)
    if fewer:
        below, to, up_to = fewer.groups()
        return Range(1, int(to or up_to or int(below) - 1))
    if _LEFT_OUT.fullmatch(text):
        return Range()
    return Range(0, MOST) if _NOTHING.fullmatch(text) else None


def _sum_last(numbers: list[int], names: list[str]) -> tuple[list[int], list[str]]:
    """Rows or columns with the sum at their end, where it stands first."""
    if len(names) > 1 and _SUM.search(names[0]) and not _SUM.search(names[-1]):
        return [*numbers[1:], numbers[0]], [*names[1:], names[0]]
    return numbers, names
