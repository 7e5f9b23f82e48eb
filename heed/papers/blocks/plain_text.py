"""The plain text of a document, and where in it the words of each anchor stand.

Blocks are parted by an empty line, list items and rows by a line, cells by a tab.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from heed.papers.blocks.model import (
    Block,
    Document,
    Leaf,
    ListBlock,
    Note,
    Row,
    Table,
    leaves,
)

BLOCK, LINE, CELL = "\n\n", "\n", "\t"


@dataclass(frozen=True, slots=True)
class Span:
    """Where the words of one anchor stand in the plain text: [start, end)."""

    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlainText:
    text: str
    spans: tuple[Span, ...]


def plain_text(document: Document) -> PlainText:
    """The text without its manner; for a file of nothing but text, its own text."""
    if document.own_text is not None:
        return _found_in(document.own_text, document.blocks)
    return _laid_out(_pieces(document.blocks))


Piece = tuple[str, Leaf]
"""What goes before some words, and the words."""


def _pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Table():
                yield from _table_pieces(block)
            case ListBlock():
                yield from zip(
                    chain([BLOCK], repeat(LINE)), _worded((block,)), strict=False
                )
            case Note(blocks=inner):
                yield from _pieces(inner)
            case _:
                yield from ((BLOCK, leaf) for leaf in _worded((block,)))


def _worded(blocks: Sequence[Block]) -> list[Leaf]:
    return [(anchor, words) for anchor, words in leaves(blocks) if words]


def _table_pieces(table: Table) -> Iterator[Piece]:
    if table.caption:
        yield BLOCK, (table.anchor, table.caption)
    gap = LINE if table.caption else BLOCK
    for row in (*table.header, *table.rows):
        pieces = list(_row_pieces(row, gap))
        yield from pieces
        gap = LINE if pieces else gap


def _row_pieces(row: Row, gap: str) -> Iterator[Piece]:
    for each in row:
        words = _worded(each.blocks)
        yield from zip(chain([gap], repeat(LINE)), words, strict=False)
        gap = CELL if words else gap + CELL


def _laid_out(pieces: Iterator[Piece]) -> PlainText:
    written: list[str] = []
    spans: list[Span] = []
    length = 0
    for gap, (anchor, words) in pieces:
        before = gap if spans else ""
        written += (before, words)
        start = length + len(before)
        length = start + len(words)
        spans.append(Span(anchor, start, length))
    return PlainText("".join(written), tuple(spans))


def _found_in(text: str, blocks: Sequence[Block]) -> PlainText:
    spans: list[Span] = []
    start = 0
    for anchor, words in _worded(blocks):
        at = text.find(words, start)
        if at >= 0:
            start = at + len(words)
            spans.append(Span(anchor, at, start))
    return PlainText(text, tuple(spans))
