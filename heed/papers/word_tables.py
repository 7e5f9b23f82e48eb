"""Tables as the XML of a Word document: header rows that repeat, cells in place."""

from collections.abc import Callable, Iterator, Sequence

from heed.papers.blocks import Block, Table
from heed.papers.grid import Grid, Placed, gridded
from heed.papers.word_xml import Element, paragraph_of, w

TEXT_WIDTH = 9354
"""The width between the margins of A4, in twentieths of a point."""
SHADE = "EEF2F5"

Writes = Callable[[Sequence[Block], str], list[Element]]


def table_of(table: Table, write: Writes) -> Element:
    """The table with the blocks of its cells as `write` makes them."""
    grid = gridded(table)
    whole = sum(grid.widths)
    widths = [round(TEXT_WIDTH * share / whole) for share in grid.widths]
    made = w("tbl", _properties(table), w("tblGrid", *_columns(widths)))
    for number, here in enumerate(_rows(grid)):
        row = w("tr", w("trPr", w("cantSplit")))
        if number < grid.header_rows:
            row[0].append(w("tblHeader"))
        row.extend(_row(here, number, widths, write))
        made.append(row)
    if not grid.rows:
        made.append(w("tr", w("tc", paragraph_of("TableText"))))
    return made


def _properties(table: Table) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblLook", firstRow=int(bool(table.header)), firstColumn=0, noVBand=1),
    )


def _columns(widths: Sequence[int]) -> Iterator[Element]:
    return (w("gridCol", w=width) for width in widths)


def _rows(grid: Grid) -> list[list[Placed]]:
    """The cells that stand in each row, or reach down into it, from the left."""
    rows: list[list[Placed]] = [[] for _ in range(grid.rows)]
    for placed in (*grid.header, *grid.body):
        for number in range(placed.row, placed.row + placed.rows):
            rows[number].append(placed)
    return [sorted(row, key=lambda p: p.column) for row in rows]


def _row(
    here: Sequence[Placed], number: int, widths: Sequence[int], write: Writes
) -> Iterator[Element]:
    for placed in here:
        width = sum(widths[placed.column : placed.column + placed.columns])
        yield _cell(placed, width, write, continued=placed.row < number)


def _cell(placed: Placed, width: int, write: Writes, *, continued: bool) -> Element:
    about = w("tcPr", w("tcW", w=width, type="dxa"))
    if placed.columns > 1:
        about.append(w("gridSpan", val=placed.columns))
    if placed.rows > 1:
        about.append(w("vMerge", val="continue" if continued else "restart"))
    if placed.cell.heading:
        about.append(w("shd", val="clear", color="auto", fill=SHADE))
    style = "TableHeading" if placed.cell.heading else "TableText"
    content = [] if continued else write(placed.cell.blocks, style)
    if not content or content[-1].tag != w("p").tag:
        content.append(paragraph_of(style))
    return w("tc", about, *content)
