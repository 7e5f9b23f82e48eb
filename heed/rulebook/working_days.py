"""Working days in England: Monday to Friday, bank holidays of England and Wales left
out. The day from which a count starts is day 0 and does not count.
"""

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from heed.rulebook.bank_holidays import FIRST_YEAR, LAST_YEAR, WEEKEND, known

ONE_DAY = timedelta(days=1)
MONTHS_IN_A_YEAR = 12


class UnknownYear(ValueError):
    """Nobody knows yet which days are bank holidays in this year."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"The bank holidays of {year} are not known here, only those of "
            f"{FIRST_YEAR} to {LAST_YEAR}: check the year, and if it is right, "
            "count by hand and ask for a newer list."
        )


@dataclass(frozen=True, kw_only=True)
class Holidays:
    """The bank holidays that count here: the list that ships with Heed, less those a
    partnership removed, and those it added with a name (a day of mourning, say).
    """

    added: Mapping[date, str] = field(default_factory=dict)
    removed: frozenset[date] = frozenset()

    def name_of(self, day: date) -> str:
        """The bank holiday on this day, or nothing; UnknownYear outside the list."""
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise UnknownYear(day.year)
        if day in self.added:
            return self.added[day]
        return "" if day in self.removed else known().get(day, "")

    def between(self, first: date, last: date) -> int:
        """How many bank holidays on which people would work otherwise."""
        days = _on_weekdays()
        kept = days[bisect_left(days, first) : bisect_right(days, last)]
        if not (self.added or self.removed):
            return len(kept)
        known_here = sum(day not in self.removed or day in self.added for day in kept)
        more = {
            day
            for day in self.added
            if first <= day <= last and day.weekday() < WEEKEND and day not in known()
        }
        return known_here + len(more)


@cache
def _on_weekdays() -> list[date]:
    return sorted(day for day in known() if day.weekday() < WEEKEND)


AS_SHIPPED = Holidays()


def must_be_known(day: date) -> None:
    """Nothing, where it is known which days of this year are bank holidays; else
    UnknownYear."""
    AS_SHIPPED.name_of(day)


def why_not_working(day: date, holidays: Holidays = AS_SHIPPED) -> str:
    """Why nobody works on this day, as “Saturday” or “Good Friday”; nothing where
    people do; UnknownYear outside the list.
    """
    name = holidays.name_of(day)
    return f"{day:%A}" if day.weekday() >= WEEKEND else name


def is_working_day(day: date, holidays: Holidays = AS_SHIPPED) -> bool:
    """Whether people work on this day; UnknownYear outside the list."""
    return not holidays.name_of(day) and day.weekday() < WEEKEND


def add_working_days(day: date, number: int, holidays: Holidays = AS_SHIPPED) -> date:
    """The working day so many working days after this day, or before it where the
    number is negative; none leaves it as it is. UnknownYear outside the list.
    """
    step = ONE_DAY if number > 0 else -ONE_DAY
    left = abs(number)
    while left:
        day += step
        left -= is_working_day(day, holidays)
    return day


def working_days_between(
    start: date, end: date, holidays: Holidays = AS_SHIPPED
) -> int:
    """How many working days lead from one day to the other, the first not counted;
    negative where the end comes first. UnknownYear outside the list.
    """
    if end < start:
        return -_working_days_from(end, start - ONE_DAY, holidays)
    return _working_days_from(start + ONE_DAY, end, holidays)


def _working_days_from(first: date, last: date, holidays: Holidays) -> int:
    """How many working days there are, both days counted: Mondays to Fridays by their
    weeks, less the bank holidays among them."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    for year in (first.year, last.year):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise UnknownYear(year)
    weeks, rest = divmod(days, 7)
    starts = first.weekday()
    in_the_rest = sum((starts + n) % 7 < WEEKEND for n in range(rest))
    free = holidays.between(first, last)
    return weeks * WEEKEND + in_the_rest - free


def last_working_day(day: date, holidays: Holidays = AS_SHIPPED) -> date:
    """This day if people work on it, else the last working day before it;
    UnknownYear outside the list.
    """
    while not is_working_day(day, holidays):
        day -= ONE_DAY
    return day


def next_working_day(day: date, holidays: Holidays = AS_SHIPPED) -> date:
    """The first working day after this one; UnknownYear outside the list."""
    return add_working_days(day, 1, holidays)


def add_months(day: date, number: int) -> date:
    """The corresponding date so many months on, or the last day of that month where
    it has none (31 August and six months is the last day of February). UnknownYear
    past the end of the calendar.
    """
    # Dodds v Walker [1981] 1 WLR 1027: the corresponding date rule.
    months = day.year * MONTHS_IN_A_YEAR + day.month - 1 + number
    year, month = divmod(months, MONTHS_IN_A_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise UnknownYear(year)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
