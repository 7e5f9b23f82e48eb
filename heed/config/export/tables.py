"""The same rows for machines: a table and a JSON file for each kind of row.

A cell that a spreadsheet would take for a formula begins with an apostrophe there; the
JSON holds what was typed.
"""

import csv
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from heed.config.export.values import as_cell

FOLDER = "data"
FORMULA = frozenset("=+-@\t\r\n\0")


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


def _guarded(value) -> str:
    """A cell that is text to every spreadsheet. Numbers stay numbers."""
    cell = as_cell(value).replace("\0", "")
    return f"'{cell}" if isinstance(value, str) and looks_like_formula(cell) else cell


def looks_like_formula(cell: str) -> bool:
    """Whether a spreadsheet could take a text for a formula: by its first character,
    in any width, behind blanks or quotation marks, or in a piece behind a semicolon."""
    pieces = unicodedata.normalize("NFKC", cell).split(";")
    return any(
        piece[:1] in FORMULA or piece.lstrip(" \"'\u00a0\ufeff")[:1] in FORMULA
        for piece in pieces
        if piece
    )
