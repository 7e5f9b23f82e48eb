"""The times of a chronology: clocks, what was written up later, and its scope."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from heed.papers.blocks import Document, Table, leaves
from heed.papers.dates import dates_in, read_date, read_time
from heed.papers.dates.london import came_twice, from_universal, never_was
from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

Json = dict[str, Any]

_SCOPE = later(
    r"(?:scope|period|time ?frame|time ?span|covering|review period|dates covered)\b"
    r"(?P<line>[^\n:]{0,40}:?\s*(?P<said>[^\n]{6,80}))",
    re.IGNORECASE,
)
_BORN = later(
    r"(?:d\.?o\.?b\b\.?|date of birth|born)\W{0,4}(?P<said>[^\n]{4,30})", re.IGNORECASE
)
_DUE = later(r"(?:e\.?d\.?d\b\.?|due date)\W{0,4}(?P<said>[^\n]{4,30})", re.IGNORECASE)
_LATER = later(
    r"retrospective|written (up )?(later|afterwards|from memory)|late entry|"
    r"(recorded|entered|added|logged|written up) (on|at) (?P<on>\d[^;,.)]{3,20})|"
    r"(recorded|entered|added|written up) (later|afterwards|subsequently)",
    re.IGNORECASE,
)
FIRST_ROWS, _SHORT = 8, 4
"""Rows that may stand above a table, and how many cells of them say something."""
_SOON = 7
"""Days within which a record counts as made at the time."""


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of a row, and what is wrong with it."""

    words: str = ""
    time: str | None = None
    until: str | None = None
    problem: str = ""
    here: tuple[date, str] | None = None
    """The day and the time in England, where universal time was written."""
    flags: tuple[tuple[str, str], ...] = ()


NOT_TIMED = Timed()


@lru_cache(maxsize=1 << 14)
def _timed(words: str) -> tuple[Timed, str]:
    """A time on any day, and its zone."""
    time = read_time(words)
    why = f"“{words}” ends on the day after."
    flags = (("spans_midnight", why),) if time.spans_midnight else ()
    return Timed(words, time.time, time.until, time.problem, None, flags), time.zone


def usual_time(words: str) -> Timed | None:
    """A time as clocks show it, or none at all; None for any other words. It is the
    same on every day but those on which clocks change."""
    if not words:
        return NOT_TIMED
    return _on_a_clock(words) if _ON_A_CLOCK.fullmatch(words) else None


@lru_cache(maxsize=24 * 60)
def _on_a_clock(words: str) -> Timed:
    return Timed(words, words)


_ON_A_CLOCK = later(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def forget_times() -> None:
    """Forget the words that stood where times belong, when a paper was read."""
    _timed.cache_clear()


def timed(words: str, day: date | None, *, utc: bool) -> Timed:
    """The time of a row, as clocks went on its day."""
    if not words.strip():
        return NOT_TIMED
    found, zone = _timed(words)
    if day is None or found.time is None:
        return found
    if utc or zone == "utc":
        return _universal(found, day, found.time)
    return _on_the_day(found, day, found.time, zone)


def _universal(found: Timed, day: date, clock: str) -> Timed:
    local_day, local = from_universal(day, clock)
    flags = found.flags
    if local_day != day:
        why = f"{clock} in universal time was the next day in England."
        flags = (*flags, ("late_evening_submission_timezone", why))
    same = (local_day, local) == (day, clock)
    said = "" if same else f"universal time: {local_day} {local} in England"
    here = None if same or found.problem else (local_day, local)
    return replace(found, problem=found.problem or said, here=here, flags=flags)


def _on_the_day(found: Timed, day: date, clock: str, zone: str) -> Timed:
    problem, flags = "", found.flags
    if never_was(day, clock):
        why = f"The clocks went forward: there was no {clock} on that day."
        flags = (*flags, ("nonexistent_local_time", why))
        problem = "the clocks went forward: there was no such time"
    elif came_twice(day, clock) and not zone:
        problem = "the clocks went back: this hour came twice"
    if not problem:
        return found
    return replace(found, problem=found.problem or problem, flags=flags)


@dataclass(frozen=True, slots=True)
class Written:
    """Whether a row was written at the time, as far as the paper shows."""

    at_the_time: bool | None = None
    late: bool = False


AT_SOME_TIME = Written()
HINTS_OF_LATER = (
    *("retrospective", "written", "late entry", "recorded", "entered", "added"),
    "logged",
)


def written_up(said: str, words: str, day: date | None) -> Written:
    """When a row was written up: by its column, or by what it says itself."""
    low = said.lower()
    hinted = any(hint in low for hint in HINTS_OF_LATER)
    if not words and not hinted:
        return AT_SOME_TIME
    match = _LATER.search(said)
    recorded = read_date(
        words or (match["on"] if match and match["on"] else ""), near=day
    )
    late = bool(recorded.day and day and (recorded.day - day).days > _SOON)
    known = not late if recorded.day and day else None
    if late or (match and not recorded.day):
        return Written(at_the_time=False, late=True)
    return Written(at_the_time=known)


def head_of(document: Document) -> str:
    """What stands around the rows of a chronology, and in those above them."""
    blocks = [b for b in document.blocks if not isinstance(b, Table)]
    tables = (block for block in document.blocks if isinstance(block, Table))
    heads = [
        said
        for table in tables
        for said in first_rows(
            [cell.text for cell in row]
            for row in (*table.header, *table.rows)[:FIRST_ROWS]
        )
    ]
    edge = leaves((*blocks, *document.margins))
    return "\n".join([*(said for _, said in edge), *heads])


def first_rows(rows: Iterable[list[str]]) -> Iterator[str]:
    """What rows that may stand above a table say: few of their cells say something."""
    for row in rows:
        said = [words for words in row if words]
        if 0 < len(said) <= _SHORT:
            yield ": ".join(said)


def days_of_birth(words: str) -> tuple[date | None, date | None]:
    """When the child of the chronology was born, or is due, as its head says."""
    found = []
    for pattern in (_BORN, _DUE):
        match = pattern.search(words)
        days = [m[0] for m in dates_in(match["said"])] if match else []
        found.append(read_date(days[0]).day if days else None)
    return found[0], found[1]


def scope_of(words: str) -> Json | None:
    """From when to when the chronology was asked for, as its head says."""
    for match in _SCOPE.finditer(words):
        days = [read_date(m[0]) for m in dates_in(match["line"])]
        span = read_date(match["said"].strip(" ."))
        if len(days) == 2:  # noqa: PLR2004
            return {"from": days[0].to_json(), "to": days[1].to_json()}
        if span.iso and span.until:
            last = read_date(span.until)
            return {"from": span.to_json(), "to": last.to_json()}
    return None


def flag_scope(entries: list[Json], scope: Json | None, flags: Flags) -> None:
    """Mark the rows that lie outside the scope."""
    if scope is None:
        return
    first, last = scope["from"]["iso"] or "", scope["to"]["iso"] or "9"
    for entry in entries:
        iso = entry["date"]["iso"]
        if iso and (iso < first[: len(iso)] or iso[: len(last)] > last):
            entry["outside_scope"] = True
            why = "The row lies outside the scope that the paper names."
            flags.add("outside_scope", f"entry {entry['n']}", why)
