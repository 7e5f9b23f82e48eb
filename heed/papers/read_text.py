"""Reads files that are nothing but text (.txt) or a table in text (.csv)."""

import csv
import io
import re

from heed.papers.blocks import Document, Paragraph, Run, anchored, table
from heed.papers.hidden import Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged

_LONGEST_CELL = 1_000_000
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_DELIMITERS = ",;\t|"


def decoded(data: bytes) -> str:
    """The text of these bytes: Unicode where they say so, else as Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


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
    rows = [row for row in _rows(decoded(data)) if any(cell.strip() for cell in row)]
    made = table(rows[1:], header=rows[0]) if rows else None
    return Reading(anchored(Document((made,) if made else ())), kind=Kind.CSV)


def _rows(text: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as wrong:
        raise damaged() from wrong
