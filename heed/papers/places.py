"""Where something stands in a text, in words: who listens to a page, or talks of it by
telephone, finds it again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Table,
    leaves,
)
from heed.papers.grid import Placed, gridded

NOTES = {"footnote": "Footnote", "endnote": "Endnote", "box": "Text box"}
BEGINNING = "At the beginning"
LONGEST = 60


def called(table: Table) -> str:
    """How a page names a table: its caption, or what its head says."""
    head = table.header[0] if table.header else (table.rows or ((),))[0]
    said = table.caption or ", ".join(cell.text for cell in head if cell.text.strip())
    return " ".join(said.split()) or f"Table {table.anchor}"


def places_in(document: Document) -> dict[str, str]:
    """By anchor, where words stand: under which heading and which paragraph there, in
    which table, row and column, which picture or note."""
    return dict(_Places().of(document.blocks))


class _Places:
    """Counts a text through: tables, pictures and notes from its beginning, paragraphs
    and lists from the last heading."""

    def __init__(self) -> None:
        self.under = BEGINNING
        self.all: Counter[str] = Counter()
        self.here: Counter[type[Block]] = Counter()

    def of(self, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
        for block in blocks:
            yield from self._one(block)

    def _one(self, block: Block) -> Iterator[tuple[str, str]]:
        match block:
            case Heading():
                yield block.anchor, f"The heading {self._begins(block.text)}"
            case Paragraph():
                yield block.anchor, f"{self.under}, paragraph {self._next(block)}"
            case ListBlock(items=items):
                name = f"{self.under}, list {self._next(block)}"
                for number, item in enumerate(items, 1):
                    yield item.anchor, f"{name}, point {number}"
            case Figure():
                yield block.anchor, f"Picture {self._of_all('picture')}"
            case Note():
                yield from self._note(block)
            case Table():
                number = self._of_all("table")
                yield from _in(block, f"Table {number}, “{called(block)}”")

    def _begins(self, text: str) -> str:
        short = shorten(text, LONGEST, placeholder="…") or "…"
        again = self._of_all(f"heading {short}")
        name = f"“{short}”"
        if again > 1:
            name += f" (number {again} of that name)"
        self.under, self.here = f"Under {name}", Counter()
        return name

    def _note(self, note: Note) -> Iterator[tuple[str, str]]:
        """A note stands beside the flow: what is counted there counts for it alone."""
        name = NOTES.get(note.place, "Note")
        outside = self.under, self.here
        self.under, self.here = f"{name} {self._of_all(name)}", Counter()
        yield from self.of(note.blocks)
        self.under, self.here = outside

    def _next(self, block: Block) -> int:
        self.here[type(block)] += 1
        return self.here[type(block)]

    def _of_all(self, what: str) -> int:
        self.all[what] += 1
        return self.all[what]


def _in(table: Table, name: str) -> Iterator[tuple[str, str]]:
    yield table.anchor, f"{name}: what it is called"
    grid = gridded(table)
    heads = {each.column: " ".join(each.cell.text.split()) for each in grid.header}
    for each in (*grid.header, *grid.body):
        where = f"{name}: {_where(each, grid.header_rows, heads)}"
        for anchor, _ in leaves(each.cell.blocks):
            yield anchor, where


def _where(placed: Placed, header_rows: int, heads: dict[int, str]) -> str:
    column = f"column {placed.column + 1}"
    if placed.row < header_rows:
        return f"head of {column}"
    if head := heads.get(placed.column):
        column += f", “{head}”"
    return f"row {placed.row - header_rows + 1}, {column}"
