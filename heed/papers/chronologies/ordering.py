"""The rows of several files in one order: told by columns, not row by row."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count, repeat
from operator import add, attrgetter, mul
from pathlib import PurePath
from typing import Any

from heed.papers.chronologies.alike import Alike
from heed.papers.chronologies.entries import (
    NAMES,
    Begun,
    Dated,
    Entry,
    clock_in_order,
    entry_of,
)


class Rows:
    """The rows of files, with what they are ordered by in columns."""

    def __init__(self) -> None:
        self._agencies: list[str] = []
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

    def ordered(self) -> list[Entry]:
        """All of them in order, numbered so from 1."""
        keys = self._keys()
        order = sorted(range(len(keys)), key=keys.__getitem__)
        told = (self._agencies, self._dates, self._times, self._events)
        columns = (*told, self._told, self._places)
        in_turn = (map(each.__getitem__, order) for each in columns)
        begun: Any = Begun
        made: list[Any] = list(map(begun, count(1), *in_turn))
        for place, n in enumerate(order if self._whole else ()):
            if n in self._whole:
                made[place] = _numbered(self._whole[n], place + 1, self._agencies[n])
        return made

    def _keys(self) -> list[int]:
        """A number for each that orders them; of those alike the first stays first."""
        keys = [0] * len(self._dates)
        for size, ranks in (
            _ranks(self._dates, lambda each: each.stands),
            _ranks(self._times, clock_in_order),
            _ranks(self._sequences, float),
            _ranks(self._agencies, str),
        ):
            if size > 1:
                keys = list(map(add, map(mul, keys, repeat(size)), ranks))
        return keys


def _ranks(column: list[Any], key: Callable[[Any], Any]) -> tuple[int, Iterator[int]]:
    """The rank of each by this key, and how many there are. Most stand there many
    times: the key of each is worked out once."""
    each = dict(zip(map(id, column), column, strict=True))
    keys = {at: key(one) for at, one in each.items()}
    ranks = {key: n for n, key in enumerate(sorted(set(keys.values())))}
    rank = {at: ranks[key] for at, key in keys.items()}
    return len(ranks), map(rank.__getitem__, map(id, column))


_after_agency = attrgetter(*NAMES[NAMES.index("agency") + 1 :])


def _numbered(entry: Entry, n: int, agency: str) -> Entry:
    """This entry under another number, and of this agency."""
    return entry_of(n, entry.file, entry.row, agency, *_after_agency(entry))
