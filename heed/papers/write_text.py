"""A paper as plain text that reads well aloud: headings underlined, each cell of a
table after the name of its column, pictures by their description."""

from collections.abc import Iterator, Sequence
from itertools import count

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    anchored,
)
from heed.papers.glyphs import legible
from heed.papers.grid import Grid, Placed, gridded
from heed.papers.links import address_in, place_in
from heed.papers.outline import note_of, outlined

UNDERLINES = {0: "=", 1: "-"}


def write_text(document: Document) -> str:
    """The paper as text, ending with a line end; an empty line between its blocks."""
    document = anchored(document)
    paper = outlined(document)
    notes = note_of(document.blocks)
    writer = _Writer(notes)
    parts: list[str] = []
    if paper.title:
        parts.append(_heading(writer.words(paper.title.runs), 0))
    parts += writer.blocks(paper.blocks)
    if notes:
        parts.append(_heading("Notes", 1))
        parts += (f"[{note.mark}] {writer.joined(note)}" for note in notes.values())
    return "\n\n".join(parts) + "\n"


def _heading(words: str, level: int) -> str:
    if level not in UNDERLINES:
        return words
    return f"{words}\n{UNDERLINES[level] * max(map(len, words.splitlines() or ['']))}"


class _Writer:
    """Writes blocks, knowing the notes that the text may point at."""

    def __init__(self, notes: dict[str, Note]) -> None:
        self.notes = notes

    def words(self, runs: Runs) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        words = legible(run.text)
        if place_in(run.link) in self.notes:
            return f" [{words}]"
        address = address_in(run.link)
        shown = address.split(":", 1)[-1].strip("/")
        return f"{words} ({address})" if address and shown not in words else words

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            made = self._block(block)
            if made:
                yield made

    def joined(self, note: Note) -> str:
        return "\n".join(self.blocks(note.blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(runs=runs, level=level):
                return _heading(self.words(runs), level)
            case Paragraph(runs=runs):
                return self.words(runs)
            case ListBlock():
                return "\n".join(self._items(block))
            case Table():
                return "\n\n".join(self._table(block))
            case Figure(alt=alt, caption=caption):
                parts = (f"[Picture: {legible(alt) or 'not described'}]", caption)
                return "\n".join(part for part in parts if part)
            case Note() if block.anchor not in self.notes:
                return "\n\n".join(self.blocks(block.blocks))
        return ""

    def _items(self, block: ListBlock) -> Iterator[str]:
        numbers = {0: count(1)}
        for item in block.items:
            numbers = {d: n for d, n in numbers.items() if d <= item.level}
            number = next(numbers.setdefault(item.level, count(1)))
            mark = f"{number}." if block.ordered else "-"
            yield f"{'   ' * item.level}{mark} {self.words(item.runs)}"

    def _table(self, table: Table) -> Iterator[str]:
        grid = gridded(table)
        if table.caption:
            yield legible(table.caption)
        names = _column_names(grid)
        for number in range(grid.header_rows, grid.rows):
            row = [p for p in grid.body if _reaches(p, number) and p.cell.text]
            row.sort(key=lambda placed: placed.column)
            between = "\n" if names else " | "
            if row:
                yield between.join(self._cell(each, names) for each in row)

    def _cell(self, placed: Placed, names: dict[int, str]) -> str:
        content = "\n".join(self.blocks(placed.cell.blocks))
        name = names.get(placed.column, "") if placed.columns == 1 else ""
        return f"{name}: {content}" if name else content


def _reaches(placed: Placed, row: int) -> bool:
    return placed.row <= row < placed.row + placed.rows


def _column_names(grid: Grid) -> dict[int, str]:
    """What each column is called, from the lowest row of the header that says so."""
    names: dict[int, str] = {}
    for placed in sorted(grid.header, key=lambda placed: placed.row):
        words = " ".join(legible(placed.cell.text).split())
        for column in range(placed.column, placed.column + placed.columns):
            names[column] = words or names.get(column, "")
    return names
