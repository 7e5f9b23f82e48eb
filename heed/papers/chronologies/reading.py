"""A file of an agency as a chronology: every row an entry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from heed.papers.blocks import Table, leaves
from heed.papers.chronologies.alike import Alike
from heed.papers.chronologies.entries import Entry, dated
from heed.papers.chronologies.grids import Paper
from heed.papers.chronologies.lines import Lines, Stretch, forget_headings, lines_of
from heed.papers.chronologies.own_copies import heads_a_copy, restored
from heed.papers.chronologies.papers import head_of_paper, paper_of
from heed.papers.chronologies.row_entries import entry_of_row
from heed.papers.chronologies.rows import Row, forget_rows, rows_of
from heed.papers.collecting import nothing_to_collect
from heed.papers.dates import WrittenDate
from heed.papers.forms.agency_head import agency_of
from heed.papers.forms.chronology_key import flag_key, key_in
from heed.papers.forms.chronology_times import days_of_birth, forget_times, scope_of
from heed.papers.forms.flags import Flags
from heed.papers.forms.paper_flags import flag_hidden
from heed.papers.hidden import NOTHING_HIDDEN, Hidden

Json = dict[str, Any]
Scope = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """What one file says."""

    entries: Sequence[Entry] = ()
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
    lines = lines_of(paper.grids, at_once=True)
    agency, born = agency_of(head), days_of_birth(head)
    entries: Sequence[Entry]
    if lines.stretch and _may_be_alike(lines.stretch):
        entries = Alike(lines.stretch, name, agency, born)
        rows = entries.rows
    else:
        rows = dict(enumerate(rows_of(lines.one_by_one(), *born)))
        made = (entry_of_row(n + 1, row, name, agency) for n, row in rows.items())
        entries = tuple(map(restored, made))
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


def _may_be_alike(stretch: Stretch) -> bool:
    """Whether its rows are events by its clock, and none of them one that we wrote."""
    return stretch.frame.is_usual and not heads_a_copy(stretch.frame.labels)


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
    unknown = any(frame.unknown for frame in lines.frames)
    for n, line in enumerate(lines.one_by_one() if unknown else (), 1):
        if line.frame.unknown:
            for label, words in line.extra.items():
                yield f"{label} (entry {n})", words


def _flags(
    paper: Paper, rows: dict[int, Row], entries: Sequence[Entry]
) -> Iterator[tuple[str, str, str]]:
    flags = Flags()
    if not entries:
        flags.add("no_form", "document", "No table with dates and events was found.")
    flag_hidden(paper.hidden, flags)
    for n, row in rows.items():
        for name, why in row.flags:
            flags.add(name, f"entry {n + 1}", why)
    if key := key_in(paper.around):
        flag_key(key, [_for_key(entry) for entry in entries], flags)
    return ((name, where, why) for (name, where), why in flags.found.items())


def _for_key(entry: Entry) -> Json:
    said = ("n", "event", "outcome", "comment", "source")
    return {name: getattr(entry, name) for name in said}


def _scope(said: Json | None) -> Scope | None:
    if said is None:
        return None
    first, last = (
        dated(WrittenDate(iso=each["iso"])) for each in (said["from"], said["to"])
    )
    return first.earliest, last.latest
