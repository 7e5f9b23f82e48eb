"""What an entry says of the row that it is."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, time
from functools import lru_cache

from heed.papers.chronologies.entries import Dated, Doubt, Entry, dated, entry_of
from heed.papers.chronologies.restricted import restriction
from heed.papers.chronologies.rows import Row, alone_of, present_in, seen_of
from heed.papers.dates import WrittenDate, read_date
from heed.papers.forms.chronology_times import Timed

Seen = Callable[[str, str], tuple[str, str]]


def seen_in(seen: str, alone: str) -> tuple[str, str]:
    """Whether the child was seen, and alone, by what stands in the two columns."""
    return seen_of(seen), alone_of(alone, seen)


def seen_afresh(seen: str, alone: str) -> tuple[str, str]:
    """The same, of which nothing is kept when a paper was read."""
    return seen_of.__wrapped__(seen), alone_of.__wrapped__(alone, seen)


def entry_of_row(
    n: int, row: Row, file: str, agency: str, seen_in: Seen = seen_in
) -> Entry:
    """The entry of a row, at this place of its file."""
    line, at = row.line, row.time
    said = line.picked()
    day, clock = row.date, clock_of(at.time)
    if at.here:
        day, clock = _by_our_clocks(day, at.here)
    if said.end and row.written.until is None:
        day = _until(day, said.end, row.written)
    seen, alone = seen_in(said.child_seen, said.seen_alone)
    return entry_of(
        n,
        file,
        line.row,
        said.agency or agency,
        day,
        clock,
        at.words,
        _time_doubt(at) if at.problem else "",
        sequence_of(said.n),
        said.source,
        said.event,
        said.outcome,
        said.comment,
        said.child,
        seen,
        alone,
        said.child_voice,
        present_in(said.present) if said.present else (),
        row.kind,
        "" if row.plain else restriction("\n".join(line.texts)),
        () if line.frame.is_plain else tuple(line.beside()),
        tuple([name for name, _ in row.flags]) if row.flags else (),
        tuple(line.cells()),
    )


@lru_cache(maxsize=1 << 12)
def clock_of(words: str | None) -> time | None:
    """The time of day of "14:30"."""
    return time.fromisoformat(words) if words else None


def _by_our_clocks(typed: Dated, here: tuple[date, str]) -> tuple[Dated, time | None]:
    """Universal time by the clocks of England, which may be the day after."""
    day, clock = here
    if day == typed.day:
        return typed, clock_of(clock)
    meant = day if typed.doubt else None
    moved = replace(
        typed, iso=day.isoformat(), earliest=day, latest=day, proposal=meant
    )
    return moved, clock_of(clock)


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


def sequence_of(words: str) -> float:
    """The order within the day that a file gives, or 0."""
    match = re.fullmatch(r"\s*(\d{1,6}(?:\.\d{1,6})?)\.?\s*", words)
    return float(match[1]) if match else 0
