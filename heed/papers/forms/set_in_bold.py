"""A form without tables: questions in bold, hints in italics, answers below in plain
letters. There the letters tell what asks, what helps and what answers.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from heed.papers.blocks import Block, Heading, ListBlock, Paragraph
from heed.papers.bold import is_set
from heed.papers.dates import dates_in
from heed.papers.forms.boxes import standing
from heed.papers.forms.pieces import Pair, Piece, Records, Title
from heed.papers.forms.sections import section_of
from heed.papers.forms.shapes import asks_plainly
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_LEAST = 6
"""Questions set in bold that make a form of a paper, and hints that show its way."""
_DATED = later(
    r"(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:w/c |early |mid |late )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} \d{2,4})\s*[:–-]?\s+(?P<event>\S.*)"
)


def is_set_in_bold(blocks: Sequence[Block]) -> bool:
    """Whether a paper asks in bold, and helps in italics."""
    asked = sum(_asks(block) for block in blocks)
    hints = sum(_hints(block) for block in blocks)
    return asked >= _LEAST and hints * 2 >= _LEAST


def pieces_in_bold(form: "Form", blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of such a form: what stands before its first question in the usual
    way, then each question with all that stands below it.
    """
    first = next(n for n, block in enumerate(blocks) if _asks(block))
    yield from form.of_blocks(blocks[:first])
    at = first
    while at < len(blocks):
        head = blocks[at]
        end = at + 1
        while end < len(blocks) and not _asks(blocks[end]):
            end += 1
        below = [block for block in blocks[at + 1 : end] if not _hints(block)]
        if all(isinstance(block, Paragraph | ListBlock) for block in below):
            yield from _answered(form, head, below)
        else:
            yield Title(standing((head,)))
            yield from form.of_blocks(below)
        at = end


def _answered(form: "Form", head: Block, below: list[Block]) -> Iterator[Piece]:
    label = standing((head,)).strip()
    text = "\n".join(filter(None, (standing((block,)).strip() for block in below)))
    rows = key_dates_in(text) if section_of(label) == "key_date" else ()
    if rows:
        yield Title(label)
        yield Records(("Date", "Event"), rows)
    elif text and not form.asks(label) and section_of(label):
        yield Title(label)
        yield from form.of_blocks(below)
    else:
        yield Pair(label.rstrip(": *"), (text,), form.asks(label), head.anchor)


def key_dates_in(text: str) -> tuple[tuple[str, str], ...]:
    """The days of a list, a line each, with what happened; none where a line has no
    day at its head.
    """
    lines = [line.strip(" •*") for line in text.split("\n") if line.strip()]
    found = [_DATED.fullmatch(line) for line in lines]
    if not found or not all(found):
        return ()
    return tuple((m["date"], m["event"]) for m in found if m)


def _asks(block: Block) -> bool:
    if isinstance(block, Heading):
        return asks_plainly(block.text)
    return (
        isinstance(block, Paragraph)
        and is_set(block.runs, bold=True)
        and asks_plainly(standing((block,)).strip())
    )


def _hints(block: Block) -> bool:
    """Whether a paragraph helps to answer: in italics, and no day, name or figure."""
    if not isinstance(block, Paragraph) or not is_set(block.runs, italic=True):
        return False
    return not any(dates_in(standing((block,))))
