"""The times of a chronology: clocks, what was written up later, and its scope."""

import re
from datetime import date
from typing import Any

from heed.papers.blocks import Document, Table, leaves
from heed.papers.dates import WrittenTime, dates_in, read_date, read_time
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
_HEAD, _SHORT = 8, 4
"""Rows that may stand above a table, and how many cells of them say something."""
_SOON = 7
"""Days within which a record counts as made at the time."""


def add_time(
    entry: Json, words: str, day: date | None, flags: Flags, *, utc: bool
) -> None:
    """The time of a row, with what is wrong with it."""
    if not words.strip():
        return
    where = f"entry {entry['n']}"
    time = read_time(words)
    entry["time"] = time.time
    entry["time_verbatim"] = words
    problem = time.problem
    universal = utc or time.zone == "utc"
    if time.spans_midnight:
        flags.add("spans_midnight", where, f"“{words}” ends on the day after.")
    if time.until:
        entry.setdefault("end", time.until)
    if day and time.time:
        problem = problem or _on_the_day(day, time, where, flags, universal=universal)
    if problem:
        entry["time_problem"] = problem


def _on_the_day(
    day: date, time: WrittenTime, where: str, flags: Flags, *, universal: bool
) -> str:
    """What is wrong with a time on this day, as clocks went."""
    clock = time.time or ""
    if universal:
        local_day, local = from_universal(day, clock)
        if local_day != day:
            why = f"{clock} in universal time was the next day in England."
            flags.add("late_evening_submission_timezone", where, why)
        same = (local_day, local) == (day, clock)
        return "" if same else f"universal time: {local_day} {local} in England"
    if never_was(day, clock):
        why = f"The clocks went forward: there was no {clock} on that day."
        flags.add("nonexistent_local_time", where, why)
        return "the clocks went forward: there was no such time"
    twice = came_twice(day, clock) and not time.zone
    return "the clocks went back: this hour came twice" if twice else ""


def add_recording(entry: Json, words: str, day: date | None, flags: Flags) -> None:
    """Whether a row was written at the time, as far as the paper shows."""
    said = f"{entry['event']} {entry.get('comment', '')} {entry['source']}"
    match = _LATER.search(said)
    recorded = read_date(
        words or (match["on"] if match and match["on"] else ""), near=day
    )
    late = bool(recorded.day and day and (recorded.day - day).days > _SOON)
    if recorded.day and day:
        entry["contemporaneous"] = not late
    if late or (match and not recorded.day):
        entry["contemporaneous"] = False
        why = "The row was written up after the event."
        flags.add("out_of_order_retrospective_entry", f"entry {entry['n']}", why)


def head_of(document: Document) -> str:
    """What stands around the rows of a chronology, and in those above them."""
    blocks = [b for b in document.blocks if not isinstance(b, Table)]
    heads = [
        ": ".join(said)
        for block in document.blocks
        if isinstance(block, Table)
        for row in (*block.header, *block.rows)[:_HEAD]
        if 0 < len(said := [words for cell in row if (words := cell.text)]) <= _SHORT
    ]
    edge = leaves((*blocks, *document.margins))
    return "\n".join([*(said for _, said in edge), *heads])


def days_of_birth(document: Document) -> tuple[date | None, date | None]:
    """When the child of the chronology was born, or is due, as its head says."""
    words = head_of(document)
    found = []
    for pattern in (_BORN, _DUE):
        match = pattern.search(words)
        days = [m[0] for m in dates_in(match["said"])] if match else []
        found.append(read_date(days[0]).day if days else None)
    return found[0], found[1]


def scope_of(document: Document) -> Json | None:
    """From when to when the chronology was asked for, as its head says."""
    for match in _SCOPE.finditer(head_of(document)):
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
