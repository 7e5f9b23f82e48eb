"""Small numbers in the tables of a text: found, left out where somebody decided so, and
asked about until then."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from heed.papers.blocks import Block, Cell, Document, Paragraph, Run, Table
from heed.papers.grid import gridded
from heed.papers.small_cells import LEFT_OUT, small_cells


def tables_with_small_numbers(
    document: Document, *, earlier: Mapping[str, Sequence[Table]] | None = None
) -> list[Table]:
    """The tables that tell of few people as they stand, or beside what was published of
    them before."""
    before = earlier or {}
    return [
        table
        for table in tables_in(document.blocks)
        if small_cells(table, earlier=before.get(table.anchor, ()))
    ]


def tables_in(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of a text, by which a person decides about them."""
    return (block for block in blocks if isinstance(block, Table))


def without_small_numbers(
    blocks: Sequence[Block], anchors: Collection[str]
) -> Iterator[Block]:
    """The blocks with the small numbers of these tables left out, and with them those
    from which they could be worked out. Nothing else is changed."""
    for block in blocks:
        wanted = isinstance(block, Table) and block.anchor in anchors
        yield _left_out(block) if wanted and isinstance(block, Table) else block


def called(table: Table) -> str:
    """How a page names a table: its caption, or what its head says."""
    head = table.header[0] if table.header else (table.rows or ((),))[0]
    said = table.caption or ", ".join(cell.text for cell in head if cell.text.strip())
    return " ".join(said.split()) or f"Table {table.anchor}"


def _left_out(table: Table) -> Table:
    wanted = {(each.row, each.column) for each in small_cells(table) if each.row >= 0}
    grid = gridded(table)
    gone = {
        id(placed.cell)
        for placed in (*grid.header, *grid.body)
        if (placed.row, placed.column) in wanted
    }
    return replace(
        table,
        rows=tuple(
            tuple(_empty(cell) if id(cell) in gone else cell for cell in row)
            for row in table.rows
        ),
    )


def _empty(cell: Cell) -> Cell:
    first = cell.blocks[0].anchor if cell.blocks else ""
    return replace(cell, blocks=(Paragraph((Run(LEFT_OUT),), anchor=first),))
