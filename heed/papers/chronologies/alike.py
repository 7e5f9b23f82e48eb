"""The rows of a long table, understood column by column.

Most rows are a whole date, a usual time and words that no rule looks for: what such a
date or time means is worked out once for all rows that say it. Every other row is
weighed by itself (`rows`), and what is understood at once means the same.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import count, repeat
from typing import Any, overload

from heed.papers.chronologies.entries import NAMES, Begun, Dated, Entry
from heed.papers.chronologies.lines import Stretch
from heed.papers.chronologies.row_entries import (
    clock_of,
    entry_of_row,
    seen_in,
    sequence_of,
)
from heed.papers.chronologies.rows import Row, may_mean_more, row_of, telling, whole_day
from heed.papers.dates import WrittenDate, order_of
from heed.papers.dates.london import clocks_change_on
from heed.papers.forms.chronology_times import AT_SOME_TIME, Timed, usual_time

Known = tuple[date | None, date | None]
"""When the child was born, and is due."""
_Day = tuple[WrittenDate, Dated]
_OF_ITS_ORDER = frozenset(("n", "agency", "date", "time", "event"))


class Alike(Sequence[Entry]):
    """The entries of a stretch: each is made when it is asked for."""

    def __init__(self, stretch: Stretch, file: str, agency: str, known: Known) -> None:
        self.file, self._agency, self._stretch = file, agency, stretch
        self._seen_in = cache(seen_in)
        self._blank = [""] * len(stretch)
        self.events = self._column("event")
        typed, clocks = self._column("date"), self._column("time")
        order = order_of(set(typed))
        days = {words: whole_day(words, order) for words in set(typed)}
        timed = {words: usual_time(words) for words in set(clocks)}
        self._days = list(map(days.__getitem__, typed))
        self._timed = list(map(timed.__getitem__, clocks))
        odd = self._odd(days, timed)
        self.rows: dict[int, Row] = {}
        """The rows that were weighed by themselves, by their place from 0."""
        last = WrittenDate()
        for n in sorted(odd):
            above = self._days[n - 1] if n and n - 1 not in odd else None
            last = above[0] if above else last
            row = self.rows[n] = row_of(stretch.line(n), last, order, known)
            last = row.written if row.written.iso else last
        self.weighed = {n: self._entry(n, row) for n, row in self.rows.items()}
        """Their entries."""

    def _column(self, name: str) -> Sequence[str]:
        return self._stretch.of(name) or self._blank

    def _odd(
        self, days: Mapping[str, _Day | None], timed: Mapping[str, Timed | None]
    ) -> set[int]:
        """The rows that must be weighed by themselves, by their place."""
        odd = set[int]()
        if None in days.values():
            odd |= {n for n, day in enumerate(self._days) if day is None}
        if None in timed.values():
            odd |= {n for n, at in enumerate(self._timed) if at is None}
        told = telling(self._stretch.said)
        for column in self._stretch.columns if told else ():
            if not told.isdisjoint(column):
                odd |= {n for n, words in enumerate(column) if words in told}
        more = set(filter(may_mean_more, {event[:3] for event in self.events}))
        if more:
            odd |= {n for n, event in enumerate(self.events) if event[:3] in more}
        if said := self._stretch.of("end"):
            odd |= {n for n, words in enumerate(said) if words}
        return odd | set(self._at_changes(timed))

    def _at_changes(self, timed: Iterable[str]) -> Iterator[int]:
        """The rows of the hour in which clocks change, on such a day."""
        hour = "01"
        if not any(words.startswith(hour) for words in timed):
            return
        for n, words in enumerate(self._column("time")):
            day = self._days[n] if words[:2] == hour else None
            if day and clocks_change_on(day[1].earliest):
                yield n

    # What orders them

    @cached_property
    def dates(self) -> list[Dated]:
        """The date of each."""
        dates: list[Any] = [each and each[1] for each in self._days]
        for n, entry in self.weighed.items():
            dates[n] = entry.date
        return dates

    @cached_property
    def times(self) -> list[dt.time | None]:
        """The time of each."""
        clocks = dict(zip(map(id, self._timed), self._timed, strict=True))
        shown = {at: each and clock_of(each.time) for at, each in clocks.items()}
        times: list[Any] = list(map(shown.__getitem__, map(id, self._timed)))
        for n, entry in self.weighed.items():
            times[n] = entry.time
        return times

    @cached_property
    def sequences(self) -> Sequence[float]:
        """The order within the day that the file gives."""
        said = self._stretch.of("n")
        return list(map(sequence_of, said)) if said else [0] * len(self)

    @cached_property
    def agencies(self) -> list[str]:
        """The agency of each, or ""."""
        said = self._stretch.of("agency")
        agency = self._agency
        return [each or agency for each in said] if said else [agency] * len(self)

    # Its entries

    def _entry(self, n: int, row: Row) -> Entry:
        return entry_of_row(n + 1, row, self.file, self._agency, self._seen_in)

    def fill(self, entry: Entry, at: int) -> None:
        """Put into an entry what its row says beside what orders it."""
        full = self.weighed.get(at) or self._entry(at, self._plain(at))
        for name in NAMES:
            if name not in _OF_ITS_ORDER:
                object.__setattr__(entry, name, getattr(full, name))

    def _plain(self, n: int) -> Row:
        day, at = self._days[n], self._timed[n]
        if day is None or at is None:
            raise IndexError(n)
        line = self._stretch.line(n)
        return Row(line, *day, False, at, "event", AT_SOME_TIME, (), plain=True)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        ordered = (self.agencies, self.dates, self.times, self.events)
        begun: Any = Begun
        return tuple(map(begun, count(1), *ordered, repeat(self), range(len(self))))

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        return self._entries[at]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Alike | tuple):
            return self._entries == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._entries)
