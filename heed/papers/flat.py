"""Old papers (.doc, .rtf) are one long row of lines with marks where cells and rows
end. Here the lines become blocks, and the marks tables, also tables inside cells.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from heed.papers.blocks import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    text_of,
)

SAME_EDGE = 30
"""Edges of columns that lie closer than this (in twips: half a millimetre) are one."""
DEEPEST_HEADING = 6
DEEPEST_TABLE = 20


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a cell ends, and whether it goes on from the one before or above it."""

    at: int
    goes_on: bool = False
    goes_down: bool = False


@dataclass(slots=True)
class Line:
    """One paragraph. `depth` says in how many tables it stands; `ends` is "cell" or
    "row" where its mark ends one; `edges` belong to the end of a row."""

    runs: Runs = ()
    level: int = 0
    item: int = -1
    depth: int = 0
    ends: str = ""
    edges: tuple[Edge, ...] = ()
    heading: bool = False
    beside: tuple[Block, ...] = ()


def moment(packed: int) -> str:
    """A date and time as Word packs them into four bytes, "" for none."""
    minute, hour = packed & 0x3F, packed >> 6 & 0x1F
    day, month, year = packed >> 11 & 0x1F, packed >> 16 & 0xF, packed >> 20 & 0x1FF
    if not day or not month:
        return ""
    return f"{1900 + year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"


def joined(runs: Sequence[Run]) -> Runs:
    """The same runs, those of one manner made into one, without ends of blanks."""
    made: list[Run] = []
    for run in runs:
        if made and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(run, text=made[-1].text + run.text)
        elif run.text:
            made.append(run)
    return tuple(made)


def blocks_of(lines: Sequence[Line], depth: int = 0) -> list[Block]:
    """The blocks of these lines, in reading order."""
    made: list[Block] = []
    deeper = groupby(lines, key=lambda line: line.depth > depth)
    for inside, group in deeper:
        if inside and depth < DEEPEST_TABLE:
            made += _table(list(group), depth + 1)
        else:
            made += _plain(list(group))
    return made


def _plain(lines: Sequence[Line]) -> Iterator[Block]:
    """Paragraphs, headings, and items side by side as one list."""
    for is_list, group in groupby(lines, key=lambda line: line.item >= 0):
        if is_list:
            yield from _list(list(group))
            continue
        for line in group:
            if text_of(line.runs).strip():
                level = min(line.level, DEEPEST_HEADING)
                yield Heading(level, line.runs) if level else Paragraph(line.runs)
            yield from line.beside


def _list(lines: Sequence[Line]) -> Iterator[Block]:
    said = [line for line in lines if text_of(line.runs).strip()]
    if said:
        yield ListBlock(tuple(ListItem(line.runs, line.item) for line in said))
    for line in lines:
        yield from line.beside


@dataclass(slots=True)
class _Place:
    cell: Cell
    column: int
    goes_down: bool


@dataclass(slots=True)
class _Row:
    cells: list[Cell] = field(default_factory=list)
    edges: tuple[Edge, ...] = ()
    heading: bool = False


def _table(lines: Sequence[Line], depth: int) -> Iterator[Block]:
    rows = _rows(lines, depth)
    if not rows:
        return
    grid = _grid(rows)
    placed = [_placed(row, grid) for row in rows]
    _reach_down(placed)
    made: list[Row] = [
        tuple(place.cell for place in places if not place.goes_down)
        for places in placed
    ]
    heads = next((n for n, row in enumerate(rows) if not row.heading), len(rows))
    heads = 0 if heads == len(rows) else heads
    yield Table(tuple(made[heads:]), tuple(made[:heads]))


def _rows(lines: Sequence[Line], depth: int) -> list[_Row]:
    """Rows of cells; what stands after the last mark is a cell all the same."""
    rows: list[_Row] = []
    cells: list[Cell] = []
    inner: list[Line] = []
    for line in lines:
        own = line.depth == depth
        if own and line.ends == "row":
            inner.append(line)
            if any(text_of(each.runs).strip() for each in inner):
                cells.append(_cell(inner, depth))
            rows.append(_Row(cells, line.edges, line.heading))
            cells, inner = [], []
            continue
        inner.append(line)
        if own and line.ends == "cell":
            cells.append(_cell(inner, depth))
            inner = []
    if any(text_of(each.runs).strip() for each in inner):
        cells.append(_cell(inner, depth))
    if cells:
        rows.append(_Row(cells))
    return [row for row in rows if row.cells]


def _cell(lines: Sequence[Line], depth: int) -> Cell:
    # The marks of this depth are used up: what is left is plain, or deeper.
    return Cell(tuple(blocks_of(lines, depth)))


def _grid(rows: Sequence[_Row]) -> list[int]:
    """The edges of all rows, each once."""
    grid: list[int] = []
    for at in sorted({edge.at for row in rows for edge in row.edges}):
        if not grid or at - grid[-1] > SAME_EDGE:
            grid.append(at)
    return grid


def _placed(row: _Row, grid: list[int]) -> list[_Place]:
    made: list[_Place] = []
    column = 0
    for number, each in enumerate(row.cells):
        edge = row.edges[number] if number < len(row.edges) else None
        span = 1
        if edge:
            last = max(bisect_left(grid, edge.at - SAME_EDGE), column)
            span = last - column + 1
        if edge and edge.goes_on and made:
            before = made[-1]
            wide = before.cell.column_span + span
            before.cell = replace(before.cell, column_span=wide)
        else:
            wide_cell = replace(each, column_span=span, heading=row.heading)
            made.append(_Place(wide_cell, column, bool(edge and edge.goes_down)))
        column += span
    return made


def _reach_down(rows: Sequence[Sequence[_Place]]) -> None:
    """Let each cell reach over those below that only go on from it."""
    above: dict[int, _Place] = {}
    for places in rows:
        for place in places:
            head = above.get(place.column)
            if place.goes_down and head is not None:
                head.cell = replace(
                    head.cell,
                    row_span=head.cell.row_span + 1,
                    blocks=head.cell.blocks + place.cell.blocks,
                )
            else:
                place.goes_down = False
                above[place.column] = place
