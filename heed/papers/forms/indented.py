"""A print of a page on which each answer stands below its label, set in a little: there
the place tells labels from answers, whatever their words.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from heed.papers.blocks import Block, ListBlock, Paragraph
from heed.papers.forms.boxes import standing
from heed.papers.forms.pieces import Loose, Pair, Piece, Title
from heed.papers.forms.sections import section_of
from heed.papers.forms.shapes import asks_by_shape
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_LEAST = 8
"""Answers that are set in, before a page is taken for such a print."""
_PLAIN = later(r"\.(?!details).*")
"""What asks a plain attribute, such as a date of birth, heads no part."""
_ONE = later(
    r"(?:child|young person|subject|sibling|adult|person|parent|carer)"
    r"(?: (?:no\.?|number))? ?\d{1,2}",
)


def is_indented(blocks: Sequence[Block]) -> bool:
    """Whether many lines are set in below a line that is not, and none of both signs
    that a label gives stands behind those.
    """
    lines = _lines(blocks)
    pairs = list(itertools.pairwise(lines))
    below = [a for a, b in pairs if _is_in(b) and not _is_in(a)]
    return len(below) >= _LEAST and len(below) * 4 >= len(lines)


def indented_pieces(form: "Form", blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of such a print."""
    lines = [line for line in _lines(blocks) if line.strip()]
    at = 0
    while at < len(lines):
        head, values = lines[at].strip(), []
        at += 1
        while at < len(lines) and _is_in(lines[at]):
            values.append(lines[at].strip())
            at += 1
        follows = lines[at] if at < len(lines) else ""
        yield _piece(form, head, values, follows)


def _piece(form: "Form", head: str, values: list[str], follows: str) -> Piece:
    asks = form.asks(head)
    if values:
        return Pair(head.rstrip(": "), ("\n".join(values),), asks)
    heads = follows and not _is_in(follows)
    if _ONE.fullmatch(head.lower()) or (
        heads
        and asks_by_shape(head)
        and section_of(head)
        and not _PLAIN.fullmatch(asks)
    ):
        return Title(head)
    known = bool(asks) and asks_by_shape(head)
    return Pair(head, ("",), asks) if known else Loose(head)


def _lines(blocks: Sequence[Block]) -> list[str]:
    said = (b for b in blocks if isinstance(b, Paragraph | ListBlock))
    return [line for block in said for line in standing((block,)).split("\n")]


def _is_in(line: str) -> bool:
    return line[:1] in {" ", "\xa0"}
