"""The rows of a long table, understood column by column.

Most rows are a whole date, a usual time and words that no rule looks for: what such a
date or time means is worked out once for all rows that say it. Every other row is
weighed by itself (`rows`), and what is understood at once means the same.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import count, repeat
from typing import Any, overload

from heed.papers.chronologies.entries import Begun, Dated, Entry
from heed.papers.chronologies.lines import Stretch
from heed.papers.chronologies.row_entries import (
    clock_of,
    entry_of_row,
    seen_afresh,
    sequence_of,
)
from heed.papers.chronologies.rows import (
    Row,
    may_mean_more,
    present_in,
    row_of,
    telling,
    whole_day,
)
from heed.papers.dates import WrittenDate, order_of
from heed.papers.dates.london import clocks_change_on
from heed.papers.forms.chronology_times import Timed, usual_time

Known = tuple[date | None, date | None]
"""When the child was born, and is due."""
_Day = tuple[WrittenDate, Dated]


class Alike(Sequence[Entry]):
    """The entries of a stretch: each is made when it is asked for."""

    def __init__(self, stretch: Stretch, file: str, agency: str, known: Known) -> None:
        self.file, self._agency, self._stretch = file, agency, stretch
        self._seen_in = cache(seen_afresh)
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

    def told(self, at: int, name: str) -> Any:
        """What the row at this place says of this, beside what orders it."""
        if at in self.weighed:
            return getattr(self.weighed[at], name)
        if name in _TYPED:
            return self._column(name)[at]
        return _SAME[name] if name in _SAME else _TOLD[name](self, at)

    def seen(self, at: int) -> tuple[str, str]:
        """Whether the child was seen, and alone."""
        seen, alone = self._column("child_seen"), self._column("seen_alone")
        return self._seen_in(seen[at], alone[at])

    def present(self, at: int) -> tuple[str, ...]:
        """Who was there."""
        words = self._column("present")[at]
        return present_in(words) if words else ()

    def beside(self, at: int) -> tuple[tuple[str, str], ...]:
        """What has no place of its own in an entry."""
        stretch = self._stretch
        return () if stretch.frame.is_plain else tuple(stretch.line(at).beside())

    def cells(self, at: int) -> tuple[tuple[str, str], ...]:
        """The cells as they were typed."""
        return tuple(self._stretch.line(at).cells())

    def clock(self, at: int) -> str:
        """The time as it was typed."""
        timed = self._timed[at]
        return timed.words if timed else ""

    def row(self, at: int) -> int:
        """Its row in the file."""
        return self._stretch.rows[at]

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


# What a row that is understood at once says beside what orders it

_TYPED = frozenset(("source", "outcome", "comment", "child", "child_voice"))
_SAME: dict[str, object] = {
    "time_doubt": "",
    "kind": "event",
    "restricted": "",
    "flags": (),
}
_TOLD: dict[str, Callable[[Alike, int], Any]] = {
    "file": lambda alike, _: alike.file,
    "row": Alike.row,
    "time_words": Alike.clock,
    "sequence": lambda alike, at: alike.sequences[at],
    "child_seen": lambda alike, at: alike.seen(at)[0],
    "seen_alone": lambda alike, at: alike.seen(at)[1],
    "present": Alike.present,
    "other": Alike.beside,
    "cells": Alike.cells,
}
