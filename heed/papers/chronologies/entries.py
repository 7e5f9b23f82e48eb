"""One row of a chronology as typed and as understood, and what links several.

Nothing is guessed in silence: the words stay beside what was understood of them. What
links entries says by which rule, in words; there is never a score.
"""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from heed.papers.dates import NO_DATE, Precision, WrittenDate
from heed.papers.frozen import filling


class Doubt(StrEnum):
    """Why a person should look at a date or a time; "" when there is no reason to."""

    IMPOSSIBLE = "impossible"
    """The calendar or the clock has it not: 31 September, 25:00."""
    UNREAD = "unread"
    """There are words, and no date or time was found in them."""
    AMBIGUOUS = "ambiguous"
    """Two readings remain."""
    MONTH_FIRST = "month_first"
    REPAIRED = "repaired"
    YEAR_INFERRED = "year_inferred"
    WORKED_OUT = "worked_out"
    """Told by another date: "the next day", "her first birthday"."""
    UNCERTAIN = "uncertain"
    """The words themselves doubt: "?22 May 2016"."""
    NEVER_WAS = "never_was"
    """The clocks went forward over it."""
    CAME_TWICE = "came_twice"
    """The clocks went back: the hour came twice."""
    OTHER_ZONE = "other_zone"
    """Universal time, told here by the clocks of England."""
    PART_OF_DAY = "part_of_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as typed, and the days that it may mean.

    `earliest` and `latest` are the first and the last day of what is known: of a month,
    of a span, of two readings. `proposal` is what a person in doubt may accept.
    """

    words: str = ""
    iso: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: str = Precision.UNKNOWN
    doubt: str = ""
    proposal: date | None = None
    candidates: tuple[str, ...] = ()
    inherited: bool = False
    """Whether the cell was empty, or merged, and the date stands further up."""

    @property
    def day(self) -> date | None:
        """The one day that is meant; None where it is a month, a year or in doubt."""
        whole = self.iso is not None and len(self.iso) == len("2016-05-22")
        return self.earliest if whole else None

    @property
    def stands(self) -> tuple[date, int]:
        """Where it stands among dates: a month after its days, a year after those."""
        if self.earliest is None or self.latest is None:
            return date.max, 3
        if self.iso is None or len(self.iso) == len("2016-05-22"):
            return self.earliest, 0
        return self.latest, 1 if len(self.iso) == len("2016-05") else 2


NOT_DATED = Dated()


class Told(Protocol):
    """Where the words of rows stand that were understood together."""

    def told(self, at: int, name: str) -> Any:
        """What the row at this place says of this."""


class _OfManyRows:
    """An entry of a long file takes its words from where they stand when one is first
    asked for: of a hundred thousand, few are looked at."""

    __slots__ = ("_at", "_told")
    _told: Told
    _at: int

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _NAMES:
                raise AttributeError(name, name=name, obj=self)
            said = self._told.told(self._at, name)
            object.__setattr__(self, name, said)
            return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(_OfManyRows):
    """One row of one file."""

    n: int
    """Its place among all entries that are read together, from 1."""
    file: str = ""
    """The name of its file; "" where it was typed in the browser."""
    row: int = 0
    """Its row in the file as a person counts: the first row, a heading or not, is 1."""
    agency: str = ""
    date: Dated = NOT_DATED
    time: dt.time | None = None
    time_words: str = ""
    time_doubt: str = ""
    sequence: float = 0
    """Its order within the day where the file gives one ("1.5" stands between)."""
    source: str = ""
    event: str = ""
    outcome: str = ""
    comment: str = ""
    child: str = ""
    child_seen: str = "not_recorded"
    """yes, no, not_recorded or not_applicable."""
    seen_alone: str = "not_recorded"
    """yes, no or not_recorded."""
    child_voice: str = ""
    present: tuple[str, ...] = ()
    kind: str = "event"
    """event, gap, context, decision, contact or other."""
    restricted: str = ""
    """"" or why few may see it: sub_judice, third_party or safe_address."""
    other: tuple[tuple[str, str], ...] = ()
    """Headings of no known meaning, each with its words. Nothing is dropped."""
    flags: tuple[str, ...] = ()
    """What a person must look at, by the names of reading.md."""
    cells: tuple[tuple[str, str], ...] = ()
    """Its cells as they were typed, each under its own heading."""


NAMES = tuple(each.name for each in fields(Entry))
_NAMES = frozenset(NAMES)
entry_of = filling(Entry)
_dated_of = filling(Dated)


class Begun(_OfManyRows):
    """Makes an entry of what rows are ordered by: the rest stands where it was told."""

    __slots__ = NAMES

    def __init__(
        self,
        n: int,
        agency: str,
        date: Dated,
        time: dt.time | None,
        event: str,
        told: Told | None,
        at: int,
    ) -> None:
        self.n = n
        self.agency = agency
        self.date = date
        self.time = time
        self.event = event
        self._told = told  # type: ignore[assignment]
        self._at = at
        self.__class__ = Entry  # type: ignore[assignment]


def order_of(entry: Entry) -> tuple[date, int, str, float, str, int]:
    """Orders entries: by day, a month after its days, time, sequence, agency, file.

    Entries without a time stand after those of the same day that have one, and undated
    ones last.
    """
    day, breadth = entry.date.stands
    at = _at(entry.time) if entry.time else "~"
    return day, breadth, at, entry.sequence, entry.agency, entry.n


@lru_cache(maxsize=24 * 60)
def _at(clock: dt.time) -> str:
    return f"{clock:%H:%M}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What several accounts say of one thing: what each says, by the entry."""

    field: str
    """date, time, injury or told."""
    values: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Entries of different agencies that may tell of one event: for a person to say."""

    entries: tuple[int, ...]
    rule: str
    differ: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Entries that say the same. The first is shown; the others stay, linked to it."""

    entries: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Entries that contradict one another on one thing."""

    entries: tuple[int, ...]
    field: str
    values: tuple[tuple[int, str], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence, or what was not done: between which days, by which rule."""

    kind: str
    """The name of the rule (`gaps.RULES`)."""
    first: date
    last: date
    rule: str
    entries: tuple[int, ...]

    @property
    def days(self) -> int:
        """How many days lie between the two."""
        return (self.last - self.first).days


def dated(
    written: WrittenDate, *, inherited: bool = False, told: bool = False
) -> Dated:
    """What was read of a date, as an entry keeps it; `told` by another date or not."""
    day = written.day if _is_plain(written) and not told else None
    first, last = (day, day) if day else _span(written)
    doubt = "" if day else _doubt(written, told=told)
    return Dated(
        words=written.verbatim,
        iso=written.iso,
        earliest=first,
        latest=last,
        precision=str(written.precision),
        doubt=doubt,
        proposal=first if doubt else None,
        candidates=written.candidates,
        inherited=inherited,
    )


def dated_plainly(words: str, day: date) -> Dated:
    """The same of a whole date of which nothing more is to be said."""
    day_only = str(Precision.DAY)
    return _dated_of(words, day.isoformat(), day, day, day_only, "", None, (), False)


def _is_plain(written: WrittenDate) -> bool:
    """Whether a date of which nothing more is to be said was understood."""
    more = written.repaired or written.inferred_year or written.uncertain
    other = written.candidates or written.until or written.month_first
    return not (more or other) and written.precision is Precision.DAY


def _doubt(written: WrittenDate, *, told: bool) -> str:
    found = (
        (Doubt.IMPOSSIBLE, written.impossible),
        (Doubt.AMBIGUOUS, bool(written.candidates)),
        (Doubt.WORKED_OUT, told),
        (Doubt.MONTH_FIRST, written.month_first),
        (Doubt.REPAIRED, written.repaired),
        (Doubt.YEAR_INFERRED, written.inferred_year),
        (Doubt.UNREAD, written.uncertain and not written.iso),
        (Doubt.UNCERTAIN, written.uncertain),
    )
    return next((str(name) for name, so in found if so), "")


def _span(written: WrittenDate) -> tuple[date | None, date | None]:
    isos = written.candidates or ((written.iso,) if written.iso else ())
    spans = [_days_of(iso) for iso in isos if iso]
    if not spans:
        return None, None
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    if written.precision is Precision.WEEK:
        last += timedelta(days=6)
    return first, _days_of(written.until)[1] if written.until else last


def _days_of(iso: str) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year."""
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


__all__ = [
    "NAMES",
    "NOT_DATED",
    "NO_DATE",
    "Begun",
    "Conflict",
    "Dated",
    "Difference",
    "Doubt",
    "Duplicate",
    "Entry",
    "Gap",
    "Telling",
    "Told",
    "dated",
    "dated_plainly",
    "entry_of",
    "order_of",
]
