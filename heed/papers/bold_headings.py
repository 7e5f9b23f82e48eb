"""Headings that are only bold words: they look like headings and are none to anybody
who listens to a page, or goes by its list of contents."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from heed.papers.blocks import Block, Document, Heading, Paragraph

MOST_WORDS = 14
LEVEL = 2
ENDS_A_SENTENCE = (".", ";", ",", "…")


def bold_headings(document: Document) -> list[tuple[str, str]]:
    """The paragraphs that look like headings, by anchor, with their words: short, bold
    throughout, no sentence, and with other words below."""
    blocks = document.blocks
    return [
        (block.anchor, " ".join(block.text.split()))
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
        if isinstance(block, Paragraph) and _looks_like_one(block) and _goes_on(below)
    ]


def with_headings(blocks: Sequence[Block], anchors: Collection[str]) -> Iterator[Block]:
    """The blocks with these paragraphs as headings; not a word is changed."""
    level = LEVEL
    for block in blocks:
        if isinstance(block, Paragraph) and block.anchor in anchors:
            runs = tuple(replace(run, bold=False) for run in block.runs)
            yield Heading(level, runs, anchor=block.anchor)
            continue
        if isinstance(block, Heading):
            level = max(LEVEL, block.level)
        yield block


def _looks_like_one(block: Paragraph) -> bool:
    words = block.text.strip()
    return (
        bool(words)
        and len(words.split()) <= MOST_WORDS
        and not words.endswith(ENDS_A_SENTENCE)
        and all(run.bold for run in block.runs if run.text.strip())
    )


def _goes_on(below: Block | None) -> bool:
    """Whether something stands below that such a line could be the heading of."""
    return below is not None and not isinstance(below, Heading)
