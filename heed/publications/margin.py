"""A text in its reading order with what was found beside each of its paragraphs: pieces
of words, some of them marked. Nothing here reads a database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from heed.deidentify import Finding
from heed.papers.blocks import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Table,
    leaves,
    plain_text,
)
from heed.papers.places import NOTES, called


class Shown(Protocol):
    """What stands in the margin: a finding with what was decided of it."""

    @property
    def finding(self) -> Finding: ...


Row = TypeVar("Row", bound=Shown)


@dataclass(frozen=True)
class Bit(Generic[Row]):
    """Some words, and the finding that they are."""

    words: str
    row: Row | None = None


@dataclass(frozen=True)
class Line(Generic[Row]):
    """The words of one anchor."""

    anchor: str
    bits: Sequence[Bit[Row]]


@dataclass(frozen=True)
class Piece(Generic[Row]):
    """A block as the page shows it, and what was found in it. `heads` and `grid` are a
    table's rows of cells, each of lines; `label` says what it is where the words alone
    do not, `name` which table it is."""

    kind: str
    lines: Sequence[Line[Row]] = ()
    grid: Sequence[Sequence[Sequence[Line[Row]]]] = ()
    heads: Sequence[Sequence[Sequence[Line[Row]]]] = ()
    level: int = 2
    label: str = ""
    name: str = ""
    rows: list[Row] = field(default_factory=list)


DEEPEST = 4


def pieces_of(document: Document, rows: Sequence[Row]) -> list[Piece[Row]]:
    """The blocks of a text in their order, each with what was found in it."""
    return list(_Margin(document, rows).pieces(document.blocks))


class _Margin(Generic[Row]):
    def __init__(self, document: Document, rows: Sequence[Row]) -> None:
        plain = plain_text(document)
        self.text = plain.text
        self.spans = {each.anchor: each for each in plain.spans}
        self.level, self.tables = 1, 0
        self.by_anchor: dict[str, list[Row]] = {}
        for row in rows:
            self.by_anchor.setdefault(row.finding.anchor, []).append(row)

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece[Row]]:
        for block in blocks:
            if isinstance(block, Note):
                for piece in self.pieces(block.blocks):
                    yield replace(piece, label=NOTES.get(block.place, "Note"))
            else:
                yield self._piece(block)

    def _piece(self, block: Block) -> Piece[Row]:
        if isinstance(block, Table):
            return self._table(block)
        lines = [self._line(anchor, words) for anchor, words in leaves((block,))]
        rows = [row for line in lines for row in self.by_anchor.get(line.anchor, ())]
        if isinstance(block, Heading):
            # Below the page's own title, and never two steps down at once.
            self.level = min(max(2, block.level), self.level + 1, DEEPEST)
        return Piece(_kind(block), lines, level=self.level, rows=rows)

    def _table(self, table: Table) -> Piece[Row]:
        self.tables += 1
        heads, grid = self._grid(table.header), self._grid(table.rows)
        caption = [self._line(table.anchor, table.caption)] if table.caption else []
        cells = (cell for row in (*heads, *grid) for cell in row)
        every = [*caption, *(line for cell in cells for line in cell)]
        rows = [row for line in every for row in self.by_anchor.get(line.anchor, ())]
        name = f"Table {self.tables}: {called(table)}"
        return Piece("table", caption, grid, heads, name=name, rows=rows)

    def _grid(self, rows: Sequence[Sequence[Cell]]) -> list[list[list[Line[Row]]]]:
        return [
            [[self._line(*leaf) for leaf in leaves(cell.blocks)] for cell in row]
            for row in rows
        ]

    def _line(self, anchor: str, words: str) -> Line[Row]:
        span = self.spans.get(anchor)
        said = self.text[span.start : span.end] if span else words
        begins = span.start if span else 0
        placed = [
            (row.finding.start - begins, row.finding.end - begins, row)
            for row in self.by_anchor.get(anchor, ())
            if row.finding.start is not None and row.finding.end is not None
        ]
        return Line(anchor, list(_marked(said, placed)))


def _marked(words: str, placed: Sequence[tuple[int, int, Row]]) -> Iterator[Bit[Row]]:
    """The words in bits: what was found, and what stands between. Of two findings that
    meet, the one that begins first is marked; the other stands in the margin all the
    same."""
    at = 0
    for start, end, row in sorted(placed, key=lambda each: each[:2]):
        if start < at or end > len(words):
            continue
        if start > at:
            yield Bit(words[at:start])
        yield Bit(words[start:end], row)
        at = end
    if at < len(words):
        yield Bit(words[at:])


def _kind(block: Block) -> str:
    if isinstance(block, Heading):
        return "heading"
    if isinstance(block, ListBlock):
        return "ordered" if block.ordered else "list"
    return "figure" if isinstance(block, Figure) else "paragraph"
