"""The title of a paper and the levels of its sections, as every writer needs them.

Papers come with their title as the only heading of level 1, or with every chapter at
level 1, or with levels left out. Readers who listen need one title and no gaps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Table,
    cells,
)
from heed.papers.glyphs import showable

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Outlined:
    """`title` is None where the paper has none; sections of `blocks` begin at 1."""

    title: Heading | None
    blocks: tuple[Block, ...]

    @property
    def title_text(self) -> str:
        """The title, else the first heading, else the word "Paper"."""
        if self.title:
            return self.title.text
        named = (b.text for b in self.blocks if isinstance(b, Heading) and b.text)
        return next(named, "Paper")


def outlined(document: Document) -> Outlined:
    """The document's title apart from its sections, whose levels have no gaps."""
    blocks = tuple(block for block in document.blocks if not _is_blank(block))
    if _begins_with_its_title(blocks, document.title):
        title = blocks[0]
        assert isinstance(title, Heading)  # noqa: S101 for the type checker
        return Outlined(title, _without_gaps(blocks[1:]))
    own = Heading(1, (Run(document.title),)) if document.title else None
    return Outlined(own, _without_gaps(blocks))


def note_of(blocks: Sequence[Block]) -> dict[str, Note]:
    """The footnotes and endnotes that stand among these blocks, by their anchors."""
    return {
        block.anchor: block
        for block in blocks
        if isinstance(block, Note) and block.place != "box"
    }


def landings(blocks: Sequence[Block]) -> Iterator[str]:
    """The anchors on which a link may land in a PDF or a Word file."""
    for block in blocks:
        yield block.anchor
        if isinstance(block, ListBlock):
            yield from (item.anchor for item in block.items)


def runs_in(blocks: Sequence[Block]) -> Iterator[Run]:
    """Every run of these blocks, however deep it stands."""
    for block in blocks:
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield from runs
            case ListBlock(items=items):
                for item in items:
                    yield from item.runs
            case Table():
                for each in cells(block):
                    yield from runs_in(each.blocks)
            case Note(blocks=inner):
                yield from runs_in(inner)


def _is_blank(block: Block) -> bool:
    """A heading without words is a slip of whoever made the paper."""
    return isinstance(block, Heading) and not showable(block.text).strip()


def _begins_with_its_title(blocks: Sequence[Block], named: str) -> bool:
    """Whether the first words are a heading that no other stands beside, or the very
    name that the paper has: it is not written twice."""
    if not (blocks and isinstance(blocks[0], Heading)):
        return False
    if showable(blocks[0].text).split() == showable(named).split():
        return True
    first = [b for b in blocks if isinstance(b, Heading) and b.level == 1]
    return len(first) == 1 and blocks[0] is first[0]


def _without_gaps(blocks: Sequence[Block]) -> tuple[Block, ...]:
    levels = [b.level for b in blocks if isinstance(b, Heading)]
    up = min(levels, default=1) - 1
    made: list[Block] = []
    deepest = 0
    for block in blocks:
        if isinstance(block, Heading):
            deepest = min(block.level - up, deepest + 1, DEEPEST)
            made.append(replace(block, level=deepest))
        else:
            made.append(block)
    return tuple(made)
