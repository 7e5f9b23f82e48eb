"""Where something stands in a text, in words: who listens to a page, or talks of it by
telephone, finds it again."""

from collections.abc import Iterator, Sequence

from heed.papers.blocks import Block, Document, Note, Table, leaves
from heed.papers.grid import Placed, gridded


def called(table: Table) -> str:
    """How a page names a table: its caption, or what its head says."""
    head = table.header[0] if table.header else (table.rows or ((),))[0]
    said = table.caption or ", ".join(cell.text for cell in head if cell.text.strip())
    return " ".join(said.split()) or f"Table {table.anchor}"


def places_in(document: Document) -> dict[str, str]:
    """By anchor, where the words of tables stand: in which table, row and column. All
    other words are known by their paragraph."""
    tables = enumerate(tables_of(document.blocks), 1)
    return {
        anchor: words
        for number, table in tables
        for anchor, words in _in(table, f"Table {number}, “{called(table)}”")
    }


def tables_of(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of a text as they are counted: those of its notes too, and none that
    stands within another."""
    for block in blocks:
        if isinstance(block, Note):
            yield from tables_of(block.blocks)
        if isinstance(block, Table):
            yield block


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
