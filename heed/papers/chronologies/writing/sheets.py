"""A chronology as an accessible PDF (PDF/UA-1): landscape, its header on every page."""

import re
from collections.abc import Sequence

from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import Laid, laid_out
from heed.papers.glyphs import showable
from heed.papers.refusals import Reason, Refused
from heed.papers.typesetting import sheet, typeset

MOST_ENTRIES = 2_000
"""The typesetter takes 4 ms and 0.3 MB for an entry of sixty words."""

WIDTH = 150
"""How many letters stand between the margins."""
PART = 5
MAY_BREAK = "\u200b"


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as PDF. Raises Refused where it has too many entries."""
    if len(rows) > MOST_ENTRIES:
        raise Refused(
            f"A PDF holds at most {MOST_ENTRIES:,} entries. Please choose a shorter "
            "period or one agency, or take the Word document.",
            Reason.TOO_LARGE,
        )
    laid = laid_out(rows, copy)
    return typeset(
        "chronology.typ",
        {
            **sheet(copy.title, marking=copy.marking),
            "landscape": True,
            "about": [showable(words) for words in copy.head],
            "widths": [column.share for column in laid.columns],
            "headings": [showable(words) for words in laid.headings],
            "rows": _rows(laid),
        },
    )


def _rows(laid: Laid) -> list[list[str]]:
    """What the cells show, with places where a word that is wider than its column
    may break: the typesetter would let it run over the next one."""
    whole = sum(column.share for column in laid.columns)
    room = [max(int(WIDTH * column.share / whole), 4) for column in laid.columns]
    return [
        [
            _breaking(showable(words), most)
            for words, most in zip(row, room, strict=True)
        ]
        for row in laid.rows
    ]


def _breaking(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    return re.sub(rf"\S{{{most + 1},}}", _in_parts, words)


def _in_parts(found: re.Match[str]) -> str:
    return re.sub(rf"\S{{{PART}}}(?=\S)", rf"\g<0>{MAY_BREAK}", found[0])
