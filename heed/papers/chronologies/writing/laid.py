"""A chronology as the rows and columns of a table: the same for every kind of file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.in_words import (
    NOT_DATED,
    NOTHING_TYPED,
    date_in_words,
    time_in_words,
    to_check,
)
from heed.papers.forms.columns import columns as meant
from heed.papers.glyphs import legible

DATE_TYPED, TIME_TYPED = "Date as typed", "Time as typed"
TO_CHECK, RESTRICTED = "To check", "Restricted"
FILE, ROW = "From file", "Row of the file"
NO_HEADING = "(no heading)"
KINDS = {
    "gap": "Gap",
    "context": "Context",
    "decision": "Decision",
    "contact": "Contact",
    "other": "Other",
}
SEEN = {"yes": "Yes", "no": "No", "not_applicable": "N/A"}
WHY_RESTRICTED = {
    "sub_judice": "Sub judice",
    "third_party": "Third party information",
    "safe_address": "Safe address",
}


def continued(heading: str, part: int) -> str:
    """The heading of what goes on beside, where a cell of a sheet was too small."""
    return f"{heading} (continued {part})"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is that of reading.md, or "" for what only we write; `share` its width."""

    name: str
    heading: str
    share: int
    said: Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class Laid:
    """What stands in the table. The cells of a row stand in the order of `columns`."""

    columns: tuple[Column, ...]
    rows: list[list[str]]

    @property
    def headings(self) -> list[str]:
        """What stands above each column."""
        return [column.heading for column in self.columns]


def _date_typed(entry: Entry) -> str:
    typed = entry.date.words
    shown = date_in_words(entry.date)
    return typed if typed != shown or typed == NOT_DATED else ""


def _date_typed_or_not(entry: Entry) -> str:
    return "" if _is_kept_out(entry) else entry.date.words or NOTHING_TYPED


def _time_typed(entry: Entry) -> str:
    typed = entry.time_words
    return typed if typed != time_in_words(entry) else ""


def _is_kept_out(entry: Entry) -> bool:
    return bool(entry.restricted) and not entry.source and not entry.date.words


NUMBER = Column("n", "No.", 4, lambda _: "")
_ALWAYS = {"n", "date", "source", "event"}
_COLUMNS = (
    NUMBER,
    Column("date", "Date", 8, lambda e: date_in_words(e.date)),
    Column("", DATE_TYPED, 7, _date_typed),
    Column("time", "Time", 5, time_in_words),
    Column("", TIME_TYPED, 6, _time_typed),
    Column("agency", "Agency", 8, lambda e: e.agency),
    Column("source", "Source of information", 9, lambda e: e.source),
    Column("child", "Child", 6, lambda e: e.child),
    Column("event", "Event", 24, lambda e: e.event),
    Column("outcome", "Response or outcome", 14, lambda e: e.outcome),
    Column("child_seen", "Child seen", 6, lambda e: SEEN.get(e.child_seen, "")),
    Column("seen_alone", "Seen alone", 5, lambda e: SEEN.get(e.seen_alone, "")),
    Column("child_voice", "Voice of the child", 9, lambda e: e.child_voice),
    Column("present", "Present", 8, lambda e: "; ".join(e.present)),
    Column("comment", "Comment", 10, lambda e: e.comment),
    Column("kind", "Kind of entry", 6, lambda e: KINDS.get(e.kind, "")),
    Column("", RESTRICTED, 8, lambda e: WHY_RESTRICTED.get(e.restricted, "")),
    Column("", TO_CHECK, 9, to_check),
)
_FILES = (
    Column("", FILE, 8, lambda e: e.file),
    Column("", ROW, 4, lambda e: str(e.row or "")),
)
_ALL_TYPED = Column("", DATE_TYPED, 7, _date_typed_or_not)
BY_NAME = {column.name: column for column in _COLUMNS if column.name}


def laid_out(rows: Sequence[Numbered], copy: Copy, *, all_typed: bool = False) -> Laid:
    """The rows as this copy has them, in the columns in which any of them says
    something; `all_typed`: the date as typed stands beside every date."""
    entries = [copy.shown(entry) for _, entry in rows]
    columns = _with_words(_wanted(entries, copy, all_typed=all_typed), entries, copy)
    made = []
    for (number, _), entry in zip(rows, entries, strict=True):
        cells = [number, *(column.said(entry) for column in columns[1:])]
        made.append([legible(words) for words in cells])
    return Laid(columns, made)


def _wanted(
    entries: Sequence[Entry], copy: Copy, *, all_typed: bool
) -> Iterable[Column]:
    for column in _COLUMNS:
        is_typed = column.heading == DATE_TYPED
        if column.name != "agency" or any(e.agency != copy.agency for e in entries):
            yield _ALL_TYPED if is_typed and all_typed else column
    if copy.files:
        yield from _FILES


def _with_words(
    wanted: Iterable[Column], entries: Sequence[Entry], copy: Copy
) -> tuple[Column, ...]:
    others = [*dict.fromkeys(label for entry in entries for label, _ in entry.other)]
    # A reader takes the first column of a meaning: ours must stand there, if empty.
    always = (_ALWAYS | {*meant(others)}) - {""}
    found = [
        column
        for column in wanted
        if column.name in always or any(column.said(entry) for entry in entries)
    ]
    taken = {column.heading for column in found}
    return (*found, *(_other(label, taken) for label in others))


def _other(label: str, taken: set[str]) -> Column:
    """A column of an agency's own; one that has a heading of ours is told apart."""
    shown = legible(label)
    heading = f"{shown} (as headed)" if shown in taken else shown or NO_HEADING

    def said(entry: Entry) -> str:
        return "\n".join(words for head, words in entry.other if head == label)

    return Column("", heading, 7, said)
