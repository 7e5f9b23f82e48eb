"""Rows as they are about to be kept: what came, where it stands, its number."""

import csv
from io import StringIO

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.chronologies.models import Chronology, Coming, Row
from heed.chronologies.numbers import numbered
from heed.chronologies.queries import in_order
from heed.chronologies.understanding import Json, clear_of, words_of
from heed.papers.chronologies.entries import Entry

AT_ONCE = 500


def as_sheet(pasted: str) -> bytes:
    """A table that was pasted, as a sheet: between its cells stand tabs, as word
    processors and sheets give them, or it is a sheet already."""
    lines = pasted.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" not in lines:
        return lines.encode("utf-8", "replace")
    made = StringIO(newline="")
    csv.writer(made).writerows(csv.reader(StringIO(lines), delimiter="\t"))
    return made.getvalue().encode("utf-8", "replace")


def a_row(
    chronology: Chronology, coming: Coming | None, entry: Entry, typed: Json, *, at
) -> Row:
    """A row of a chronology, not saved and without its number."""
    return Row(
        **belonging_to(chronology.case),
        chronology=chronology,
        first_in=coming,
        came_in=coming,
        place=entry.row,
        written_at=at,
        words=words_of(entry),
        typed=typed,
        **clear_of(entry),
    )


def give_numbers(case: Case, made: list[Row]) -> None:
    """Give rows that came the numbers by which they will be cited: where they stand
    among all others of the case."""
    standing = [
        (row, row.number)
        for row in Row.objects.filter(case=case).only(
            "case_id",
            "number",
            "stands_on",
            "breadth",
            "time",
            "sequence",
            "data_key_id",
        )
    ]
    order = sorted(
        [*standing, *((row, None) for row in made)], key=lambda e: in_order(*e)
    )
    numbers = numbered([number for _, number in order])
    for (row, had), number in zip(order, numbers, strict=True):
        if had is None:
            row.number = number


def now_another(chronology: Chronology) -> None:
    """Its rows are others now: a page that showed those before is out of date."""
    chronology.version += 1
    chronology.save(update_fields=["version"])
