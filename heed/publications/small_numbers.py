"""Small numbers in the tables of a text: found, left out where somebody decided so, and
asked about until then."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from heed.papers.blocks import (
    Block,
    Cell,
    Document,
    Note,
    Paragraph,
    Run,
    Table,
    anchors,
)
from heed.papers.grid import gridded
from heed.papers.lasting import with_lasting_anchors
from heed.papers.small_cells import all_numbers, counts_of, small_cells, without

MOST_NAMED = 8
Before = Mapping[str, Sequence[Table]]
"""By the anchor of a table: the same table, each time that it was published."""


def tables_with_small_numbers(
    document: Document, *, earlier: Sequence[Document] = ()
) -> list[Table]:
    """The tables that tell of few people as they stand, or beside what was published of
    them before: `earlier` is the same text, the oldest first."""
    before = as_published(document, earlier)
    return [
        table
        for table in tables_in(document.blocks)
        if small_cells(table, earlier=before.get(table.anchor, ()))
    ]


def tables_in(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of a text, however deep they stand, by which a person decides about
    them."""
    for block in blocks:
        if isinstance(block, Note):
            yield from tables_in(block.blocks)
        if isinstance(block, Table):
            yield block
            for row in (*block.header, *block.rows):
                for cell in row:
                    yield from tables_in(cell.blocks)


def as_published(document: Document, earlier: Sequence[Document]) -> Before:
    """Each table of a text as it was published before. A text that is lodged again
    numbers its tables anew: they are known by their words, else by their heads."""
    if not earlier:
        return {}
    retired = {name for each in earlier for name in anchors(each.blocks)}
    became = with_lasting_anchors(document, earlier[-1], retired).became
    tables = list(tables_in(document.blocks))
    lasting = {each.anchor: became.get(each.anchor, each.anchor) for each in tables}
    known = [table for each in earlier for table in tables_in(each.blocks)]
    given = set(lasting.values())
    return {
        table.anchor: [
            each
            for each in known
            if each.anchor == lasting[table.anchor]
            or (each.anchor not in given and _alike(each, table))
        ]
        for table in tables
    }


def without_small_numbers(
    document: Document,
    left_out: Collection[str],
    *,
    earlier: Sequence[Document] = (),
) -> Document:
    """The text with the small numbers of these tables left out, and with them those
    from which they could be worked out. Nothing else is changed."""
    if not left_out:
        return document
    before = as_published(document, earlier)
    safe = {
        table.anchor: _left_out(table, before.get(table.anchor, ()))
        for table in tables_in(document.blocks)
        if table.anchor in left_out
    }
    return replace(document, blocks=_with(document.blocks, safe))


def counting_nobody(
    document: Document, said: Collection[Sequence[str]]
) -> tuple[str, ...]:
    """The anchors of the tables of which somebody said that they count no people, each
    with the mark of its words. Of a table that has other words, or stands in the place
    of that one, nobody said so."""
    known = {tuple(each) for each in said}
    tables = tables_in(document.blocks)
    return tuple(t.anchor for t in tables if (t.anchor, mark_of(t)) in known)


def mark_of(table: Table) -> str:
    """By which it is seen that the words of a table are the same still. To be sealed
    like them."""
    cells = (cell.text for row in (*table.header, *table.rows) for cell in row)
    return sha256("\x1f".join((table.caption, *cells)).encode()).hexdigest()[:16]


def asked_about(table: Table, earlier: Sequence[Table] = ()) -> str:
    """What a page says of a table that a person decides about: which cells it is for,
    or why nobody can say which; nothing where no number of it tells of few."""
    found = small_cells(table, earlier=earlier)
    if whole := next((each.why for each in found if each.row < 0), ""):
        return whole
    said = list(dict.fromkeys(" ".join(each.text.split()) for each in found))
    more = " …" if len(said) > MOST_NAMED else ""
    return f"{', '.join(said[:MOST_NAMED])}{more}"


def _alike(before: Table, table: Table) -> bool:
    """Whether two tables count the same, under the same caption."""
    one, other = counts_of(before), counts_of(table)
    return (
        one is not None
        and other is not None
        and before.caption == table.caption
        and set(one.heads) == set(other.heads)
        and not set(one.labels).isdisjoint(other.labels)
    )


def _with(blocks: Sequence[Block], safe: Mapping[str, Table]) -> tuple[Block, ...]:
    return tuple(_within(block, safe) for block in blocks)


def _within(block: Block, safe: Mapping[str, Table]) -> Block:
    if isinstance(block, Note):
        return replace(block, blocks=_with(block.blocks, safe))
    if not isinstance(block, Table):
        return block
    table = safe.get(block.anchor, block)
    rows = [
        tuple(
            tuple(replace(cell, blocks=_with(cell.blocks, safe)) for cell in row)
            for row in part
        )
        for part in (table.header, table.rows)
    ]
    return replace(table, header=rows[0], rows=rows[1])


def _left_out(table: Table, earlier: Sequence[Table]) -> Table:
    """The table when nothing of it tells of few any more. What was left out may leave
    more to be left out: in the end all of its numbers."""
    while instead := without(table, earlier=earlier):
        made = _said(table, instead)
        if made == table:
            return _said(table, all_numbers(table))
        table = made
    return table


def _said(table: Table, instead: Mapping[tuple[int, int], str]) -> Table:
    grid = gridded(table)
    said = {
        id(placed.cell): instead[placed.row, placed.column]
        for placed in (*grid.header, *grid.body)
        if (placed.row, placed.column) in instead
    }
    return replace(
        table,
        rows=tuple(
            tuple(
                _saying(cell, said[id(cell)]) if id(cell) in said else cell
                for cell in row
            )
            for row in table.rows
        ),
    )


def _saying(cell: Cell, words: str) -> Cell:
    first = cell.blocks[0].anchor if cell.blocks else ""
    return replace(cell, blocks=(Paragraph((Run(words),), anchor=first),))
