"""Lines that are set in bold: in many papers they ask, or head what follows."""

import re
from collections.abc import Sequence
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
_MOST_OF_ALL = 0.4
_ENDS_A_SENTENCE = (".", ",", ";", ":", "?", "!")
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
        _heading(block, first=first and not n) if n in heads else block
        for n, block in enumerate(blocks)
    )
    title = document.title or next(b.text for b in made if isinstance(b, Heading))
    return replace(document, blocks=made, title=title), len(heads)


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a bold line with something below it that is none."""
    if not _is_line(blocks[at]) or at + 1 == len(blocks):
        return False
    after = next((b for b in blocks[at + 1 : at + 3] if not _is_line(b)), None)
    return after is not None


def _is_line(block: Block) -> bool:
    runs = _runs(block)
    text = text_of(runs).strip()
    short = 0 < len(text) <= _LONGEST and "\n" not in text
    return short and not text.endswith(_ENDS_A_SENTENCE) and is_set(runs, bold=True)


def _runs(block: Block) -> Runs:
    if isinstance(block, Paragraph):
        return block.runs
    # Word numbers headings as a list of one.
    one = isinstance(block, ListBlock) and len(block.items) == 1
    return block.items[0].runs if one and isinstance(block, ListBlock) else ()


def _heading(block: Block, *, first: bool) -> Heading:
    runs = tuple(replace(run, bold=False) for run in _runs(block))
    numbered = _NUMBERED.match(text_of(runs).strip())
    depth = numbered[1].count(".") if numbered else 0
    level = 1 if first else min(_CHAPTER + depth, _DEEPEST)
    return Heading(level, runs, block.anchor)
