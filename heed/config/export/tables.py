"""The same rows for machines: a table and a JSON file for each kind of row.

An apostrophe stands there before whatever a spreadsheet could take for a formula, even
one that is told to divide the table elsewhere; the JSON holds what was typed.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from heed.config.export.values import as_cell

FOLDER = "data"


def put_table(
    folder: Path, name: str, columns: Sequence[str], rows: Iterable[Mapping]
) -> None:
    """Write rows of plain values as `data/name.csv` and `data/name.json`."""
    rows = list(rows)
    path = folder / FOLDER / name
    with path.with_name(f"{name}.csv").open("x", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([_guarded(row.get(c)) for c in columns] for row in rows)
    with path.with_name(f"{name}.json").open("x", encoding="utf-8") as out:
        json.dump(rows, out, ensure_ascii=False, indent=1)


# Where another setting of a spreadsheet divides a cell in two, or a row.
_DIVIDED = re.compile("([;\uff1b\ufe54\ufe14\u037e\t|\r\n])")
_BEGINS_BLANK = re.compile("'*[\t\r\n]")
# What it may pass over before it looks: blanks, quotation marks, letters nobody sees.
_PASSED_OVER = r"\s\"'`\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_FORMULA = re.compile(rf"[{_PASSED_OVER}]*[=+\-@\u2212]")


def _guarded(value) -> str:
    """A cell that is text to every spreadsheet. Numbers stay numbers."""
    cell = as_cell(value).replace("\0", "")
    return guarded(cell) if isinstance(value, str | dict | list) else cell


def guarded(text: str) -> str:
    """A text with an apostrophe before all that could be taken for a formula."""
    pieces = (f"'{p}" if _is_formula(p) else p for p in _DIVIDED.split(text))
    return ("'" if _BEGINS_BLANK.match(text) else "") + "".join(pieces)


def as_typed(cell: str) -> str:
    """What was typed, of a cell that was guarded."""
    begins_blank = cell[:1] == "'" and _BEGINS_BLANK.match(cell)
    pieces = _DIVIDED.split(cell[1:] if begins_blank else cell)
    return "".join(p[1:] if p[:1] == "'" and _is_formula(p[1:]) else p for p in pieces)


def _is_formula(piece: str) -> bool:
    """Whether a spreadsheet could take it for one: by its first letter, in any width,
    behind what it may pass over."""
    normal = unicodedata.normalize("NFKC", piece)
    return bool(_FORMULA.match(normal))
