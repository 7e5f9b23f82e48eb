"""A file of an agency as a chronology: every row an entry."""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from heed.papers.chronologies.entries import Dated, Doubt, Entry, dated
from heed.papers.chronologies.restricted import restriction
from heed.papers.dates import WrittenDate
from heed.papers.dates.london import from_universal
from heed.papers.forms.chronology import Line, understood
from heed.papers.hidden import NOTHING_HIDDEN, Hidden
from heed.papers.reading import read_blocks

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
    hidden: Hidden = NOTHING_HIDDEN


def read(file: str | PathLike[str] | bytes, name: str = "") -> Chronology:
    """The chronology in a file, or in the bytes of one that has this name.

    Raises Refused, with one sentence that says what to send instead, when it cannot be
    read, and OSError when there is no such file.
    """
    if not isinstance(file, bytes):
        path = Path(fspath(file))
        return read(path.read_bytes(), name or path.name)
    reading = read_blocks(file, name)
    found = understood(reading)
    made = found.made
    flagged = _by_entry(made["flags"])
    rows = zip(made["entries"], found.lines, found.dates, strict=True)
    return Chronology(
        entries=tuple(
            _entry(*row, name, made.get("agency", ""), flagged) for row in rows
        ),
        columns=tuple(made["columns"]),
        headings=_headings(found.lines),
        agency=made.get("agency", ""),
        scope=_scope(made.get("scope")),
        flags=tuple((f["name"], f["where"], f["why"]) for f in made["flags"]),
        unread=tuple((each["label"], each["answer"]) for each in made["unread"]),
        hidden=reading.hidden,
    )


def _headings(lines: list[Line]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for line in lines:
        found |= {label: name for name, label in line.labels.items() if name and label}
        found |= {label: "" for label in line.extra if label not in found}
    return tuple(found.items())


def _by_entry(flags: list[Json]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for flag in flags:
        found[flag["where"]] = (*found.get(flag["where"], ()), flag["name"])
    return found


def _entry(
    made: Json,
    line: Line,
    written: WrittenDate,
    file: str,
    agency: str,
    flagged: dict[str, tuple[str, ...]],
) -> Entry:
    said = line.said
    named = flagged.get(f"entry {made['n']}", ())
    flags = tuple(name for name in named if name not in _OF_SEVERAL)
    told = "relative_dates_inferred" in flags
    day = dated(written, inherited=bool(made.get("inherited")), told=told)
    at = time.fromisoformat(made["time"]) if made["time"] else None
    doubt = _time_doubt(made.get("time_problem", ""))
    if doubt == Doubt.OTHER_ZONE and day.day and at:
        day, at = _by_our_clocks(day, day.day, at)
    return Entry(
        n=made["n"],
        file=file,
        row=line.row,
        agency=made.get("agency", agency),
        date=day,
        time=at,
        time_words=made.get("time_verbatim", ""),
        time_doubt=doubt,
        sequence=_sequence(said.get("n", "")),
        source=made["source"],
        event=made["event"],
        outcome=made.get("outcome", ""),
        comment=made.get("comment", ""),
        child=made.get("child", ""),
        child_seen=made["child_seen"],
        seen_alone=_ALONE[made.get("seen_alone")],
        child_voice=made.get("child_voice", ""),
        present=tuple(made.get("present", ())),
        kind=made["kind"],
        restricted=restriction(" ".join((*said.values(), *line.extra.values()))),
        other=(
            *((line.labels[k], said[k]) for k in _KEPT_BESIDE if said.get(k)),
            *line.extra.items(),
        ),
        flags=flags,
        cells=(
            *((line.labels.get(k, k), words) for k, words in said.items() if words),
            *line.extra.items(),
        ),
    )


_OF_SEVERAL = ("duplicates_suspected", "same_event_two_agencies", "event_date_conflict")
"""What is found between rows is found anew when files come together."""
_ALONE = {True: "yes", False: "no", None: "not_recorded"}


def _by_our_clocks(typed: Dated, day: date, at: time) -> tuple[Dated, time]:
    """Universal time by the clocks of England, which may be the day after."""
    here, clock = from_universal(day, f"{at:%H:%M}")
    moved = replace(typed, iso=here.isoformat(), earliest=here, latest=here)
    return moved if here != day else typed, time.fromisoformat(clock)


_TIME_DOUBTS = {
    "only a part of the day": Doubt.PART_OF_DAY,
    "not a time of day": Doubt.UNREAD,
    "there is no such time": Doubt.IMPOSSIBLE,
    "the clocks went forward: there was no such time": Doubt.NEVER_WAS,
    "the clocks went back: this hour came twice": Doubt.CAME_TWICE,
}


def _time_doubt(problem: str) -> str:
    if problem.startswith("universal time"):
        return str(Doubt.OTHER_ZONE)
    return str(_TIME_DOUBTS[problem]) if problem else ""


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
