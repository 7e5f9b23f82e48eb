"""Time as a length: where a day stands, and which days are named."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
MOST = 11
"""No more names of days, months or years than this stand above the lanes."""
WEEK = 7
YEAR = 12
MONTHS = (1, 3, 6, 12, 24, 60, 120)
"""How many months may lie between two names, from the closest to the widest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A day that is named above the lanes."""

    day: dt.date
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """From the first day to the last, both included, `left` to `left` + `wide`."""

    first: dt.date
    last: dt.date
    left: int
    wide: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def x(self, day: dt.date) -> float:
        """Where a day begins; the day after the last stands at the right edge."""
        return round(self.left + (day - self.first).days * self.wide / self.days, 1)

    def middle(self, day: dt.date) -> float:
        """Where noon of a day stands."""
        return round(self.x(day) + self.wide / self.days / 2, 1)

    def holds(self, first: dt.date, last: dt.date) -> bool:
        """Whether any day of a stretch can be seen."""
        return first <= self.last and last >= self.first

    def within(self, day: dt.date) -> dt.date:
        """The day, or the nearest that can be seen."""
        return min(max(day, self.first), self.last)

    def ticks(self) -> tuple[Tick, ...]:
        """The days that are named: days, weeks, months or years, as there is room."""
        if self.days <= MOST:
            return tuple(_days(self, 1))
        if self.days <= MOST * WEEK:
            return tuple(_days(self, WEEK))
        for months in MONTHS:
            if self.days <= MOST * months * 31:
                break
        return tuple(_months(self, months))


def _days(scale: Scale, every: int) -> Iterator[Tick]:
    day = scale.first
    if every == WEEK:
        day += (-day.weekday() % WEEK) * DAY
    while day <= scale.last:
        yield Tick(day=day, words=f"{day:%-d %b %Y}")
        day += every * DAY


def _months(scale: Scale, every: int) -> Iterator[Tick]:
    """The first days of months, counted from January of year 0 so that years and
    decades fall where people look for them."""
    count = scale.first.year * 12 + scale.first.month - 1
    count += -count % every
    while count // 12 <= dt.MAXYEAR:
        day = dt.date(count // 12, count % 12 + 1, 1)
        if day > scale.last:
            return
        if day >= scale.first:
            words = f"{day.year}" if every >= YEAR else f"{day:%b %Y}"
            yield Tick(day=day, words=words)
        count += every
