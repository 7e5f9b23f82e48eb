"""Lines that are set in bold: in many papers they ask, or head what follows.

Where a whole report goes by them, its reading makes headings of them; of those that it
leaves, a person says which ones are. To anybody who listens to a page, or goes by its
list of contents, words that are only bold are no heading.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    text_of,
)

_LEAST = 3
"""Bold lines that make headings of themselves: one or two may be anything."""
_LONGEST = 120
_MOST_WORDS = 14
_MOST_OF_ALL = 0.4
_ENDS_A_SENTENCE = (".", ",", ";", ":", "?", "!")
_ENDS_FOR_SURE = (".", ",", ";", "…")
"""A question or a colon may end a heading too: that is for a person to say."""
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+\S")
_DEEPEST, _CHAPTER = 6, 2


def is_set(runs: Runs, *, bold: bool = False, italic: bool = False) -> bool:
    """Whether all that shows of a line is set so."""
    shown: list[Run] = [run for run in runs if run.text.strip()]
    return bool(shown) and all(
        (run.bold or not bold) and (run.italic or not italic) for run in shown
    )


def headed_by_bold(document: Document) -> tuple[Document, int]:
    """The document with its bold lines as headings, and how many there are; as it is
    where it has headings of its own, or where bold means something else."""
    blocks = document.blocks
    own = sum(isinstance(block, Heading) for block in blocks)
    heads = {n for n, _ in enumerate(blocks) if _heads(blocks, n)}
    too_many = len(heads) > _MOST_OF_ALL * len(blocks)
    if own > 1 or len(heads) < _LEAST or too_many:
        return document, 0
    first = 0 in heads and not own
    made = tuple(
        _heading(block, 1 if first and not n else _CHAPTER) if n in heads else block
        for n, block in enumerate(blocks)
    )
    title = document.title or next(b.text for b in made if isinstance(b, Heading))
    return replace(document, blocks=made, title=title), len(heads)


def bold_headings(document: Document) -> list[tuple[str, str]]:
    """The lines that may be headings and are none, by anchor, with their words: what a
    person is asked about."""
    blocks = document.blocks
    return [
        (block.anchor, " ".join(text_of(_runs(block)).split()))
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
        if _may_head(block) and below is not None and not isinstance(below, Heading)
    ]


def with_headings(blocks: Sequence[Block], anchors: Collection[str]) -> Iterator[Block]:
    """The blocks with these lines as headings; not a word is changed. What another
    version of the text has in the same place stays what it is."""
    level = _CHAPTER
    for block in blocks:
        if block.anchor in anchors and _may_head(block):
            yield _heading(block, level)
            continue
        if isinstance(block, Heading):
            level = max(_CHAPTER, block.level)
        yield block


def _may_head(block: Block) -> bool:
    few = len(text_of(_runs(block)).split()) <= _MOST_WORDS
    return few and _is_line(block, _ENDS_FOR_SURE)


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a bold line with something below it that is none."""
    if not _is_line(blocks[at]) or at + 1 == len(blocks):
        return False
    after = next((b for b in blocks[at + 1 : at + 3] if not _is_line(b)), None)
    return after is not None


def _is_line(block: Block, ends: tuple[str, ...] = _ENDS_A_SENTENCE) -> bool:
    runs = _runs(block)
    text = text_of(runs).strip()
    short = 0 < len(text) <= _LONGEST and "\n" not in text
    return short and not text.endswith(ends) and is_set(runs, bold=True)


def _runs(block: Block) -> Runs:
    if isinstance(block, Paragraph):
        return block.runs
    # Word numbers headings as a list of one.
    one = isinstance(block, ListBlock) and len(block.items) == 1
    return block.items[0].runs if one and isinstance(block, ListBlock) else ()


def _heading(block: Block, level: int) -> Heading:
    """A line as a heading of this level, or as deep as its number says."""
    runs = tuple(replace(run, bold=False) for run in _runs(block))
    numbered = _NUMBERED.match(text_of(runs).strip())
    if numbered and level > 1:
        level = min(_CHAPTER + numbered[1].count("."), _DEEPEST)
    return Heading(level, runs, block.anchor)
