"""Making blocks from plain words, and giving them their anchors."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from heed.papers.blocks.model import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    cells,
)


def runs(*parts: str | Run) -> Runs:
    """Runs from plain strings and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def heading(level: int, *parts: str | Run) -> Heading:
    """A heading of this level."""
    return Heading(level, runs(*parts))


def paragraph(*parts: str | Run) -> Paragraph:
    """A paragraph of strings and runs."""
    return Paragraph(runs(*parts))


def listing(*items: str | Runs, ordered: bool = False) -> ListBlock:
    """A list of one level, an item each."""
    made = (runs(item) if isinstance(item, str) else item for item in items)
    return ListBlock(tuple(ListItem(item) for item in made), ordered)


def cell(*content: str | Block, heading: bool = False) -> Cell:
    """A cell of strings and blocks."""
    blocks = tuple(paragraph(c) if isinstance(c, str) else c for c in content)
    return Cell(blocks, heading=heading)


def table(
    rows: Sequence[Sequence[str | Cell]],
    header: Sequence[str | Cell] = (),
    caption: str = "",
) -> Table:
    """A table of strings and cells, with at most one header row."""
    head = (_row(header, heading=True),) if header else ()
    return Table(tuple(_row(row, heading=False) for row in rows), head, caption)


def _row(content: Sequence[str | Cell], *, heading: bool) -> Row:
    return tuple(
        cell(each, heading=heading) if isinstance(each, str) else each
        for each in content
    )


def document(*blocks: Block, title: str = "", language: str = "en-GB") -> Document:
    """A document of these blocks, each with its anchor."""
    return anchored(Document(blocks, title=title, language=language))


# Anchors: the kind of block and its number, so that a person can say them aloud.

_LETTERS: dict[type[Block], str] = {
    Heading: "h",
    Paragraph: "p",
    ListBlock: "list",
    Table: "t",
    Figure: "figure",
    Note: "note",
}


def anchored(document: Document, *, prefix: str = "") -> Document:
    """The same document, with an anchor for every block that had none yet; a prefix
    tells apart the documents that stand on one page."""
    taken = {*anchors(document.blocks), *anchors(document.margins)}
    return replace(
        document,
        blocks=_anchored(document.blocks, prefix, taken),
        margins=_anchored(document.margins, "margin-", taken),
    )


def anchors(blocks: Sequence[Block]) -> Iterator[str]:
    """Every anchor of these blocks and of what they hold, in reading order."""
    for block in blocks:
        yield block.anchor
        match block:
            case ListBlock(items=items):
                yield from (item.anchor for item in items)
            case Note(blocks=inner):
                yield from anchors(inner)
            case Table():
                for each in cells(block):
                    yield each.anchor
                    yield from anchors(each.blocks)


def _free(prefix: str, taken: set[str], numbers: Iterator[int]) -> str:
    anchor = next(a for a in (f"{prefix}{n}" for n in numbers) if a not in taken)
    taken.add(anchor)
    return anchor


def _anchored(
    blocks: Sequence[Block], prefix: str, taken: set[str]
) -> tuple[Block, ...]:
    numbers = {kind: count(1) for kind in _LETTERS}

    def named(block: Block) -> Block:
        kind = type(block)
        anchor = block.anchor or _free(prefix + _LETTERS[kind], taken, numbers[kind])
        return _with_anchor(block, anchor, taken)

    return tuple(named(block) for block in blocks)


def _with_anchor(block: Block, anchor: str, taken: set[str]) -> Block:
    match block:
        case ListBlock(items=items):
            numbers = count(1)
            named = tuple(
                item
                if item.anchor
                else replace(item, anchor=_free(f"{anchor}-", taken, numbers))
                for item in items
            )
            return replace(block, anchor=anchor, items=named)
        case Note(blocks=inner):
            inside = _anchored(inner, f"{anchor}-", taken)
            return replace(block, anchor=anchor, blocks=inside)
        case Table(header=header, rows=rows):
            made = [
                _with_cell_anchors(row, f"{anchor}-r{n}-c", taken)
                for n, row in enumerate((*header, *rows), 1)
            ]
            heads = len(header)
            return replace(
                block,
                anchor=anchor,
                header=tuple(made[:heads]),
                rows=tuple(made[heads:]),
            )
    return replace(block, anchor=anchor)


def _with_cell_anchors(row: Row, prefix: str, taken: set[str]) -> Row:
    numbers = count(1)

    def named(each: Cell) -> Cell:
        anchor = each.anchor or _free(prefix, taken, numbers)
        inside = _anchored(each.blocks, f"{anchor}-", taken)
        return replace(each, anchor=anchor, blocks=inside)

    return tuple(named(each) for each in row)
