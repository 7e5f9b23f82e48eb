"""Rows of the composite as they leave Heed: in a copy that somebody takes, as an annex
of the report, in the paper for the Panel. Nothing here reads a database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from heed.chronologies.citing import Stretch
from heed.chronologies.naming import with_names_off
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries import Sought, Told
from heed.deidentify.naming import Naming
from heed.papers.blocks import Block, table
from heed.papers.chronologies.entries import NOT_DATED, Dated, Entry
from heed.papers.chronologies.kept import entry_of
from heed.papers.chronologies.writing import Copy, Numbered, written
from heed.papers.chronologies.writing.copies import mark_of
from heed.papers.chronologies.writing.in_words import date_in_words, time_in_words
from heed.rulebook.words import counted, in_words

MARKING = "OFFICIAL-SENSITIVE"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
BY_THE_KEY = (
    "Whoever is in the key of names of the case is called as it says. Read it before "
    "you pass it on: somebody who is not in the key may still be named."
)
NO_WORDS = "With names off the words of this row cannot be shown."
NO_KEY = (
    "There is no key of names yet, so no copy can be taken with names off. A manager "
    "or the lead reviewer begins it."
)
NO_ROWS = "No row is as you ask: there is nothing to take."
EVERYTHING = Sought()
ANNEX = "Annex: from the chronology"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which rows somebody takes, as what, and how people are called in it."""

    ending: str
    sought: Sought = EVERYTHING
    numbers: tuple[Stretch, ...] = ()
    named: bool = False
    with_restricted: bool = False
    is_annex: bool = False

    @property
    def extent(self) -> str:
        """What of the chronology it is, in a word for the record."""
        if self.is_annex:
            return "annex"
        return "some" if self.numbers or self.sought.is_narrow else "whole"

    def told_in_code(self, count: int) -> str:
        """What was taken, for the record: no word of a row."""
        named = "named" if self.named else "unnamed"
        return f"{self.ending}.{self.extent}.{count}.{named}"


def chosen(rows: Iterable[Told], numbers: Sequence[Stretch]) -> list[Told]:
    """The rows that are cited; all, where none is."""
    return [
        row
        for row in rows
        if not numbers or any(n.first <= row.number <= n.last for n in numbers)
    ]


def entries_of(
    rows: Sequence[Told], *, named: bool, naming: Naming | None
) -> list[Numbered]:
    """Rows as entries with their numbers. With names off everybody is called as the key
    calls them; of one whose words cannot be shown so it is said that it is there."""
    shown = rows if named else with_names_off(rows, naming)
    return [(as_cited(row.number), _entry(n, row)) for n, row in enumerate(shown, 1)]


def _entry(n: int, row: Told) -> Entry:
    if row.hidden:
        bare = Entry(n=n, agency=row.told_by, date=_days(row.earliest, row.latest))
        return mark_of(replace(bare, restricted=row.restricted))
    said = row.words if row.words.keys() - {"date"} else row.words | {"event": NO_WORDS}
    entry = entry_of({**said, "n": n})
    return replace(entry, agency=row.told_by, restricted=row.restricted)


def _days(first: date | None, last: date | None) -> Dated:
    if first is None or last is None:
        return NOT_DATED
    return Dated(iso=first.isoformat(), earliest=first, latest=last, precision="day")


def file_of(
    rows: Sequence[Told], wanted: Wanted, *, naming: Naming | None, title: str, on: date
) -> bytes:
    """The file that somebody takes. Raises papers.refusals.Refused, with what to take
    instead, where it is more than such a file holds."""
    entries = entries_of(rows, named=wanted.named, naming=naming)
    agencies = {row.told_by for row in rows}
    copy = Copy(
        title=ANNEX if wanted.is_annex else title,
        agency=agencies.pop() if len(agencies) == 1 and not wanted.is_annex else "",
        marking=MARKING,
        about=tuple(_about(rows, wanted, on=on)),
        restricted=wanted.with_restricted and not wanted.is_annex,
    )
    return written(wanted.ending, entries, copy)


def as_table(rows: Sequence[Told], *, named: bool, naming: Naming | None) -> Block:
    """Rows as a table of another paper: few columns, upright on its page."""
    lines = [
        (
            number,
            " ".join(filter(None, (date_in_words(shown.date), time_in_words(shown)))),
            shown.agency,
            "\n".join(filter(None, (shown.event, shown.outcome))),
            shown.source or "Not stated",
        )
        for number, entry in entries_of(rows, named=named, naming=naming)
        for shown in [mark_of(entry) if entry.restricted else entry]
    ]
    return table(lines, header=("No.", "When", "Agency", "What happened", "Source"))


def _about(rows: Sequence[Told], wanted: Wanted, *, on: date) -> Iterable[str]:
    whole = "" if wanted.extent == "whole" else ", some of all that there are"
    yield f"{counted(len(rows), 'row')}{whole}. Taken on {in_words(on)}."
    if not wanted.named:
        yield BY_THE_KEY
    kept_out = sum(
        row.hidden or bool(row.restricted and not wanted.with_restricted)
        for row in rows
    )
    if kept_out:
        marks = "A mark stands" if kept_out == 1 else f"{kept_out} marks stand"
        yield f"{marks} where few may read what happened."
