"""Chronologies as papers: Word, Excel, CSV, PDF, a page, JSON.

    >>> from heed.papers.chronologies.writing import Copy, written
    >>> paper = written("docx", [("1", entry)], Copy(title="Kestrel"))

What one of ours says is read back as it was: numbers, dates as typed, times, words.
"""

from collections.abc import Sequence
from importlib import import_module

from heed.papers.chronologies.writing.copies import Copy, Numbered

ENDINGS = ("docx", "xlsx", "csv", "pdf", "html", "json")
_WRITERS = {
    "docx": "word",
    "xlsx": "excel",
    "csv": "plain",
    "pdf": "sheets",
    "html": "page",
    "json": "as_json",
}


def written(ending: str, rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The chronology as a file of this ending, one of `ENDINGS`.

    Raises Refused, with one sentence that says what to take instead, when it is more
    than such a file can hold.
    """
    writer = import_module(f"{__name__}.{_WRITERS[ending]}")
    made: bytes = writer.write(rows, copy)
    return made


__all__ = ["ENDINGS", "Copy", "Numbered", "written"]
