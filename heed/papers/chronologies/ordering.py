"""The rows of several files in one order: told by columns, not row by row."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from operator import add, attrgetter, mul
from pathlib import PurePath
from typing import Any

from heed.papers.chronologies.alike import Alike
from heed.papers.chronologies.entries import (
    NAMES,
    Begun,
    Dated,
    Entry,
    entry_of,
)


class Rows:
    """The rows of files, with what they are ordered by in columns."""

    def __init__(self) -> None:
        self._agencies: list[str] = []
        self._keys: list[int] = []
        """A number for each that orders them by day and time."""
        self._dates: list[Dated] = []
        self._times: list[dt.time | None] = []
        self._events: list[str] = []
        self._sequences: list[float] = []
        self._told: list[Alike | None] = []
        self._places: list[int] = []
        self._whole: dict[int, Entry] = {}
        """Entries that are more than the beginning of one, by their number here."""

    def take(self, entries: Sequence[Entry], agency: str) -> None:
        """Take the rows of a file. A row that names no agency is of its file's."""
        before = len(self._dates)
        if isinstance(entries, Alike):
            own = agency or PurePath(entries.file).stem
            self._agencies += [each or own for each in entries.agencies]
            self._dates += entries.dates
            self._times += entries.times
            self._events += entries.events
            self._sequences += entries.sequences
            self._told += repeat(entries, len(entries))
            self._whole |= {before + n: e for n, e in entries.weighed.items()}
        else:
            self._agencies += [
                each.agency or agency or PurePath(each.file).stem for each in entries
            ]
            self._dates += [each.date for each in entries]
            self._times += [each.time for each in entries]
            self._events += [each.event for each in entries]
            self._sequences += [each.sequence for each in entries]
            self._told += repeat(None, len(entries))
            self._whole |= dict(enumerate(entries, before))
        self._places += range(len(entries))
        self._keys += _in_time(self._dates[before:], self._times[before:])

    def ordered(self) -> list[Entry]:
        """All of them in order, numbered so from 1."""
        keys = self._keys
        columns: list[list[Any]] = [self._sequences, self._agencies]
        for column in columns:
            ranks = {each: n for n, each in enumerate(sorted(set(column)))}
            if (size := len(ranks)) > 1:
                rank = map(ranks.__getitem__, column)
                keys = list(map(add, map(mul, keys, repeat(size)), rank))
        # Of those that are alike the first stays first.
        order = sorted(range(len(keys)), key=keys.__getitem__)
        numbers = [0] * len(order)
        for number, n in enumerate(order, 1):
            numbers[n] = number
        # Made in the order of the files, as their words lie there.
        told = (self._agencies, self._dates, self._times, self._events)
        begun: Any = Begun
        made: list[Entry] = list(map(begun, numbers, *told, self._told, self._places))
        for n, entry in self._whole.items():
            made[n] = _numbered(entry, numbers[n], self._agencies[n])
        return list(map(made.__getitem__, order))


_BREADTHS, _MINUTES = 4, 24 * 60
"""How broad a date may be, and a number that stands after every time."""


def _in_time(dates: list[Dated], times: list[dt.time | None]) -> Iterator[int]:
    """A number for each row that orders them by day, breadth and time."""
    # Most dates and times stand there many times, and are worked out once.
    each = dict(zip(map(id, dates), dates, strict=True))
    days = {at: _of_day(date) for at, date in each.items()}
    return map(add, map(days.__getitem__, map(id, dates)), map(_of_time, times))


def _of_day(date: Dated) -> int:
    day, breadth = date.stands
    return (day.toordinal() * _BREADTHS + breadth) * (_MINUTES + 1)


@lru_cache(maxsize=_MINUTES + 1)
def _of_time(time: dt.time | None) -> int:
    return time.hour * 60 + time.minute if time else _MINUTES


_after_agency = attrgetter(*NAMES[NAMES.index("agency") + 1 :])


def _numbered(entry: Entry, n: int, agency: str) -> Entry:
    """This entry under another number, and of this agency."""
    return entry_of(n, entry.file, entry.row, agency, *_after_agency(entry))
