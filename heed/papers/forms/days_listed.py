"""Days with what happened, listed in a table of a paper that came with a form."""

from datetime import date
from typing import Any

from heed.papers.blocks import Document, Table
from heed.papers.dates import Precision, dates_in, read_date
from heed.papers.forms.boxes import words_of

Json = dict[str, Any]

_TWO = 2
_SHORT = 5
"""Words: a day is told in no more."""


def days_listed(document: Document) -> list[tuple[str, str]]:
    """The rows of its tables of two columns that have a day left, and words right; none
    of a table of which most rows have not.
    """
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        rows = [
            [words_of(cell) for cell in row] for row in (*block.header, *block.rows)
        ]
        dated = [
            (r[0], r[1]) for r in rows if len(r) == _TWO and _is_day(r[0]) and r[1]
        ]
        if len(dated) > 1 and len(dated) + 1 >= len(rows):
            found += dated
    return found


def _is_day(words: str) -> bool:
    if len(words.split()) > _SHORT:
        return False
    return any(dates_in(words)) or read_date(words).precision != Precision.UNKNOWN


def dated_events(told: list[tuple[str, str]], near: date | None) -> list[Json]:
    """The same as reading.md has key dates."""
    return [
        {"date": read_date(day, near=near).to_json(), "event": event}
        for day, event in told
    ]
