"""Reads files that are nothing but text (.txt) or a table in text (.csv)."""

import csv
import io
import re
from collections import Counter

from heed.papers.blocks import Document, Paragraph, Run, anchored, table
from heed.papers.hidden import Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged
from heed.papers.sheets import MOST_CELLS, too_many_cells
from heed.papers.text_encodings import decoded

__all__ = ["decoded", "read_csv", "read_txt", "rows_of_csv"]

_LONGEST_CELL = 1_000_000
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_SEPARATORS = ",;\t|"
_SAID = re.compile(r"\s*sep=(.)[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
_SAMPLE = 40


def read_txt(data: bytes) -> Reading:
    """A paragraph for every stretch of lines between empty lines."""
    text = decoded(data)
    stretches = re.split(rf"{_LINE_END}[ \t]*{_LINE_END}\s*", text)
    blocks = tuple(
        Paragraph((Run(each.strip()),)) for each in stretches if each.strip()
    )
    return Reading(anchored(Document(blocks, own_text=text)), kind=Kind.TXT)


def read_csv(data: bytes) -> Reading:
    """One table whose first row is its header. Raises Refused when it is no table."""
    rows = rows_of_csv(data)
    made = table(rows[1:], header=rows[0]) if rows else None
    return Reading(anchored(Document((made,) if made else ())), kind=Kind.CSV)


def rows_of_csv(data: bytes) -> list[list[str]]:
    """The rows of a table in text that say something, cell by cell as they stand."""
    rows = [row for row in _rows(decoded(data)) if any(map(str.strip, row))]
    if sum(map(len, rows)) > MOST_CELLS:
        raise too_many_cells()
    return rows


def _rows(text: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    text = text[said.end() :] if said else text
    try:
        return list(_reader(text, separator))
    except csv.Error as wrong:
        raise damaged() from wrong


def _reader(text: str, separator: str):  # type: ignore[no-untyped-def]
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """The sign that gives most rows the same number of cells, more than one."""
    return max(_SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for row in _reader(text, sign):
            widths[len(row)] += any(row)
            if widths.total() >= _SAMPLE:
                break
    except csv.Error:
        return 0, 0
    width, rows = max(widths.items(), key=lambda each: (each[0] > 1, each[1]))
    return (rows, width) if width > 1 else (0, 0)
