"""The same rows for machines: a table and a JSON file for each kind of row.

An apostrophe stands there before whatever a spreadsheet could take for a formula, even
one that is told to divide the table elsewhere; the JSON holds what was typed.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from heed.config.export.values import as_cell
from heed.papers.formulas import guarded

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


def _guarded(value) -> str:
    """A cell that is text to every spreadsheet. Numbers stay numbers."""
    cell = as_cell(value).replace("\0", "")
    return guarded(cell) if isinstance(value, str | dict | list) else cell
