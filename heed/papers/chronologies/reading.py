"""A file of an agency as a chronology: every row an entry."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, make_dataclass, replace
from datetime import date, time
from functools import lru_cache
from operator import attrgetter
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from heed.papers.blocks import Table, leaves
from heed.papers.chronologies.entries import Dated, Doubt, Entry, dated
from heed.papers.chronologies.grids import Paper
from heed.papers.chronologies.lines import Lines, forget_headings, lines_of
from heed.papers.chronologies.own_copies import restored
from heed.papers.chronologies.papers import head_of_paper, paper_of
from heed.papers.chronologies.restricted import restriction
from heed.papers.chronologies.rows import (
    Row,
    alone_of,
    forget_rows,
    present_in,
    rows_of,
    seen_of,
)
from heed.papers.collecting import nothing_to_collect
from heed.papers.dates import WrittenDate, read_date
from heed.papers.forms.agency_head import agency_of
from heed.papers.forms.chronology_key import flag_key, key_in
from heed.papers.forms.chronology_times import (
    Timed,
    days_of_birth,
    forget_times,
    scope_of,
)
from heed.papers.forms.flags import Flags
from heed.papers.forms.paper_flags import flag_hidden
from heed.papers.hidden import NOTHING_HIDDEN, Hidden

Json = dict[str, Any]
Scope = tuple[date | None, date | None]

_KEPT_BESIDE = ("n", "end", "kind", "recorded")
"""Columns that are understood and have no place of their own in an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """What one file says."""

    entries: tuple[Entry, ...] = ()
    columns: tuple[str, ...] = ()
    """The names of reading.md, in the order of the file."""
    headings: tuple[tuple[str, str], ...] = ()
    """Each heading as it was typed, with what it is taken to mean; "" where nothing."""
    agency: str = ""
    scope: Scope | None = None
    """From when to when it was asked for, as its head says."""
    flags: tuple[tuple[str, str, str], ...] = ()
    """Name, place and reason of each."""
    unread: tuple[tuple[str, str], ...] = ()
    """What stands in no entry: the words around the table, and cells of no meaning."""
    hidden: Hidden = NOTHING_HIDDEN


@nothing_to_collect()
def read(file: str | PathLike[str] | bytes, name: str = "") -> Chronology:
    """The chronology in a file, or in the bytes of one that has this name.

    Raises Refused, with one sentence that says what to send instead, when it cannot be
    read, and OSError when there is no such file.
    """
    if not isinstance(file, bytes):
        path = Path(fspath(file))
        return read(path.read_bytes(), name or path.name)
    try:
        return _read(file, name)
    finally:
        # The desk reads rows anew under other headings: their words are not to stay.
        for forget in (forget_headings, forget_rows, forget_times):
            forget()


def _read(data: bytes, name: str) -> Chronology:
    paper = paper_of(data, name)
    head = head_of_paper(paper)
    lines = lines_of(paper.grids)
    rows = rows_of(lines.found, *days_of_birth(head))
    agency = agency_of(head)
    entries = tuple(map(restored, _entries(rows, name, agency)))
    return Chronology(
        entries=entries,
        columns=tuple(name for name in lines.names if name),
        headings=tuple(_headings(lines)),
        agency=agency,
        scope=_scope(scope_of(head)),
        flags=tuple(_flags(paper, rows, entries)),
        unread=tuple(_unread(paper, lines)),
        hidden=paper.hidden,
    )


def _headings(lines: Lines) -> Iterable[tuple[str, str]]:
    found: dict[str, str] = {}
    for frame in lines.frames:
        alone = frame.labels.count("") == 1
        found |= {
            label: name
            for name, label in frame.typed.items()
            if name and (label or alone)
        }
        for _, label in frame.unknown:
            found.setdefault(label, "")
    return found.items()


def _unread(paper: Paper, lines: Lines) -> Iterator[tuple[str, str]]:
    around = [b for b in paper.around.blocks if not isinstance(b, Table)]
    said = [text for _, text in leaves((*around, *paper.around.margins)) if text]
    beside = "\n".join(dict.fromkeys([*said, *lines.beside]))
    if beside:
        yield "Other words of the paper", beside
    for n, line in enumerate(lines.found, 1):
        if line.frame.unknown:
            for label, words in line.extra.items():
                yield f"{label} (entry {n})", words


def _flags(
    paper: Paper, rows: list[Row], entries: tuple[Entry, ...]
) -> Iterator[tuple[str, str, str]]:
    flags = Flags()
    if not rows:
        flags.add("no_form", "document", "No table with dates and events was found.")
    flag_hidden(paper.hidden, flags)
    for n, row in enumerate(rows, 1):
        for name, why in row.flags:
            flags.add(name, f"entry {n}", why)
    if key := key_in(paper.around):
        flag_key(key, [_for_key(entry) for entry in entries], flags)
    return ((name, where, why) for (name, where), why in flags.found.items())


def _for_key(entry: Entry) -> Json:
    said = ("n", "event", "outcome", "comment", "source")
    return {name: getattr(entry, name) for name in said}


# An entry of each row

_NAMES = tuple(each.name for each in fields(Entry))
_Filling: Any = make_dataclass("_Filling", _NAMES, slots=True)
"""The slots of an entry before it is one. A frozen class is filled slot by slot through
`object`, which costs ten times as much; there are a hundred thousand of them."""


def _made(*values: Any) -> Entry:
    """An entry of these values, in the order of its fields."""
    entry = _Filling(*values)
    entry.__class__ = Entry
    return entry  # type: ignore[no-any-return]


def with_number(entry: Entry, n: int, agency: str) -> Entry:
    """This entry under another number, and of this agency."""
    return _made(n, entry.file, entry.row, agency, *_rest_of(entry))


_rest_of = attrgetter(*_NAMES[_NAMES.index("agency") + 1 :])


def _entries(rows: Iterable[Row], file: str, agency: str) -> Iterator[Entry]:
    for n, row in enumerate(rows, 1):
        yield _entry(n, row, file, agency)


def _entry(n: int, row: Row, file: str, agency: str) -> Entry:
    line, at = row.line, row.time
    said = line.picked()
    day, clock = row.date, _clock(at.time)
    if at.here:
        day, clock = _by_our_clocks(day, at.here)
    if said.end and row.written.until is None:
        day = _until(day, said.end, row.written)
    return _made(
        n,
        file,
        line.row,
        said.agency or agency,
        day,
        clock,
        at.words,
        _time_doubt(at) if at.problem else "",
        _sequence(said.n) if said.n else 0,
        said.source,
        said.event,
        said.outcome,
        said.comment,
        said.child,
        seen_of(said.child_seen),
        alone_of(said.seen_alone, said.child_seen),
        said.child_voice,
        present_in(said.present) if said.present else (),
        row.kind,
        "" if row.plain else restriction("\n".join(line.texts)),
        () if line.frame.is_plain else tuple(_beside(row)),
        tuple([name for name, _ in row.flags]) if row.flags else (),
        tuple(_cells(row)),
    )


def _cells(row: Row) -> Iterable[tuple[str, str]]:
    """The cells as they were typed, each under its own heading; of those headed alike
    the empty ones too, which say which is which."""
    line = row.line
    if line.alone:
        return [(line.labels.get("event", "event"), line.texts[0])]
    pairs = zip(line.frame.labels, line.texts, strict=False)
    twice = line.frame.twice
    if all(line.texts):
        return pairs
    return [pair for pair in pairs if pair[1] or pair[0] in twice]


def _beside(row: Row) -> Iterator[tuple[str, str]]:
    line = row.line
    for name in _KEPT_BESIDE:
        if said := line.get(name):
            yield line.labels[name], said
    if not line.alone:
        yield from line.extra.items()


@lru_cache(maxsize=1 << 12)
def _clock(words: str | None) -> time | None:
    return time.fromisoformat(words) if words else None


def _by_our_clocks(typed: Dated, here: tuple[date, str]) -> tuple[Dated, time | None]:
    """Universal time by the clocks of England, which may be the day after."""
    day, clock = here
    if day == typed.day:
        return typed, _clock(clock)
    meant = day if typed.doubt else None
    moved = replace(
        typed, iso=day.isoformat(), earliest=day, latest=day, proposal=meant
    )
    return moved, _clock(clock)


def _until(day: Dated, end: str, written: WrittenDate) -> Dated:
    """A span whose end stands in a column of its own."""
    last = dated(read_date(end, near=written.day)).latest
    if last is None or day.earliest is None or last < day.earliest:
        return day
    values = {each.name: getattr(day, each.name) for each in fields(Dated)}
    return Dated(**{**values, "latest": last})


_TIME_DOUBTS = {
    "only a part of the day": Doubt.PART_OF_DAY,
    "not a time of day": Doubt.UNREAD,
    "there is no such time": Doubt.IMPOSSIBLE,
    "the clocks went forward: there was no such time": Doubt.NEVER_WAS,
    "the clocks went back: this hour came twice": Doubt.CAME_TWICE,
}


def _time_doubt(at: Timed) -> str:
    if at.problem.startswith("universal time"):
        return str(Doubt.OTHER_ZONE)
    return str(_TIME_DOUBTS[at.problem])


def _sequence(words: str) -> float:
    match = re.fullmatch(r"\s*(\d{1,6}(?:\.\d{1,6})?)\.?\s*", words)
    return float(match[1]) if match else 0


def _scope(said: Json | None) -> Scope | None:
    if said is None:
        return None
    first, last = (
        dated(WrittenDate(iso=each["iso"])) for each in (said["from"], said["to"])
    )
    return first.earliest, last.latest
