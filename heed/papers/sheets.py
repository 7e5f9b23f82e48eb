"""Sheets of a workbook, whatever program saved it, as blocks: what shows becomes a
table, what is hidden is told beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from heed.papers.blocks import Block, Cell, Heading, Note, Paragraph, Run, Table
from heed.papers.hidden import Found
from heed.papers.refusals import Reason, Refused

MOST_CELLS = 400_000
MOST_HIDDEN_ROWS = 2_000
ONLY_A_PAGE = re.compile(r"Page( \d+)?( of \d+)?", re.IGNORECASE)
"""What programs write at the edge of a sheet by themselves."""
LEAST_HEADER = 3
"""A first row with fewer words is a title, or the beginning of a form."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that says something, or that reaches over others."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    typed: bool = True
    """Whether it holds words, and no number or date."""


@dataclass(slots=True)
class Sheet:
    """One sheet. Rows and columns are counted from 0."""

    name: str
    hidden: bool = False
    cells: list[SheetCell] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    boxes: list[str] = field(default_factory=list)
    """Text that lies on the sheet and in no cell."""

    def take(self, cell: SheetCell) -> None:
        """Keep one more cell. Raises Refused when they are too many."""
        if len(self.cells) >= MOST_CELLS:
            raise too_many_cells()
        self.cells.append(cell)

    def is_hidden(self, cell: SheetCell) -> bool:
        """Whether a cell does not show."""
        return (
            self.hidden
            or cell.row in self.hidden_rows
            or cell.column in self.hidden_columns
        )


def cell_name(row: int, column: int) -> str:
    """The name of a cell as people say it: "C2"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def too_many_cells() -> Refused:
    """What is said of a workbook that is no paper any more."""
    return Refused(
        f"The spreadsheet has more than {MOST_CELLS:,} cells. Please send only the "
        "sheet that matters.",
        Reason.TOO_LARGE,
    )


def blocks_of(sheets: Sequence[Sheet]) -> list[Block]:
    """What shows of a workbook; each sheet has its name above it where there are
    several."""
    shown = [sheet for sheet in sheets if not sheet.hidden]
    made: list[Block] = []
    for sheet in shown:
        table = _table(sheet)
        boxes = [Note((_paragraph(text),), place="box") for text in sheet.boxes]
        if len(shown) > 1 and (table or boxes):
            made.append(Heading(2, (Run(sheet.name),)))
        made += [table] if table else []
        made += boxes
    return made


def hidden_in(sheets: Sequence[Sheet]) -> Iterator[Found]:
    """Every row of a hidden sheet, every hidden row and column, in words."""
    for sheet in sheets:
        rows: dict[int, list[str]] = {}
        for cell in sheet.cells:
            if sheet.is_hidden(cell) and cell.text:
                rows.setdefault(cell.row, []).append(cell.text)
        where = f"Hidden sheet “{sheet.name}”" if sheet.hidden else sheet.name
        for number, row in enumerate(sorted(rows)):
            if number == MOST_HIDDEN_ROWS:
                yield Found(f"{where}: {len(rows) - number} more rows")
                break
            yield Found(f"{where}, row {row + 1}: {' | '.join(rows[row])}")
        if sheet.hidden and not rows:
            yield Found(f"{where}: empty")
        if sheet.hidden:
            yield from (Found(f"{where}: {text}") for text in sheet.boxes)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _table(sheet: Sheet) -> Table | None:
    shown = [cell for cell in sheet.cells if not sheet.is_hidden(cell)]
    said = [cell for cell in shown if cell.text.strip()]
    rows = {row: n for n, row in enumerate(sorted({cell.row for cell in said}))}
    columns = {c: n for n, c in enumerate(sorted({cell.column for cell in said}))}
    if not rows:
        return None
    if len(rows) * len(columns) > MOST_CELLS:
        raise too_many_cells()
    by_row: dict[int, list[SheetCell]] = {row: [] for row in rows}
    for cell in shown:
        if cell.row in rows and cell.column in columns:
            by_row[cell.row].append(cell)
    header = _is_header(by_row[min(rows)])
    covered: set[tuple[int, int]] = set()
    made = [
        tuple(_row(by_row[row], rows, columns, covered, heading=header and not n))
        for n, row in enumerate(by_row)
    ]
    return Table(tuple(made[header:]), tuple(made[:header]))


def _is_header(row: Sequence[SheetCell]) -> bool:
    said = [cell for cell in row if cell.text.strip()]
    return len(said) >= LEAST_HEADER and all(cell.typed for cell in said)


def _row(
    cells: Sequence[SheetCell],
    rows: dict[int, int],
    columns: dict[int, int],
    covered: set[tuple[int, int]],
    *,
    heading: bool,
) -> Iterator[Cell]:
    """The cells of one row in their places; those that another covers are left out."""
    at = {cell.column: cell for cell in cells}
    number = rows[cells[0].row]
    for column, place in columns.items():
        if (number, place) in covered:
            continue
        cell = at.get(column)
        if cell is None:
            yield Cell(heading=heading)
            continue
        down = sum(1 for row in range(cell.row, cell.row + cell.rows) if row in rows)
        wide = sum(1 for c in columns if column <= c < column + cell.columns)
        covered.update(
            (number + n, place + m) for n in range(down) for m in range(wide) if n or m
        )
        lines = [_paragraph(t) for t in cell.text.split("\n") if t.strip()]
        yield Cell(tuple(lines), wide, down, heading)
