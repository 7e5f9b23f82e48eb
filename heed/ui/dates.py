"""Dates as people know them: a day, a month, a year, any of which may be unknown."""

import calendar
from dataclasses import dataclass
from datetime import date

MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
LEAP_YEAR = 2000  # a day and month without a year must exist in some year
UNKNOWN_WORDS = frozenset({"", "?", "nk", "n/k", "not known", "unknown", "-"})


@dataclass(frozen=True, kw_only=True)
class ApproximateDate:
    """A date of which some parts may not be known (None), never guessed."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def exact(self) -> date | None:
        """The calendar date, when every part is known."""
        if self.day and self.month and self.year:
            return date(self.year, self.month, self.day)
        return None

    @property
    def earliest(self) -> date | None:
        """The first day that this may be; None while the year is not known."""
        return self._in_year(first=True)

    @property
    def latest(self) -> date | None:
        """The last day that this may be; None while the year is not known."""
        return self._in_year(first=False)

    def _in_year(self, *, first: bool) -> date | None:
        if self.year is None:
            return None
        months = [self.month] if self.month else list(range(1, 13))
        if not first:
            months.reverse()
        for month in months:
            last_day = calendar.monthrange(self.year, month)[1]
            day = self.day or (1 if first else last_day)
            if day <= last_day:
                return date(self.year, month, day)
        return None

    def __str__(self) -> str:
        month = calendar.month_name[self.month] if self.month else ""
        known = [str(part) for part in (self.day, month, self.year) if part]
        if self.day and not self.month:
            known = [f"day {self.day} of a month not known", *known[1:]]
        if self.year is None:
            known.append("(year not known)")
        return " ".join(known)


def number_of_month(typed: str) -> int | None:
    """The month that was typed as a number, a name or a short name; None if neither."""
    word = typed.strip().lower().rstrip(".")
    if word.isascii() and word.isdigit():
        return int(word)
    for number, name in enumerate(MONTHS, start=1):
        if len(word) >= 3 and name.startswith(word):  # noqa: PLR2004 - "jun", "jul"
            return number
    return None


def is_unknown(typed: str) -> bool:
    """Whether a part of a date was left empty, or marked as not known."""
    return typed.strip().lower() in UNKNOWN_WORDS


def may_exist(day: int | None, month: int | None, year: int | None) -> bool:
    """Whether some calendar date has these parts; None stands for "not known"."""
    if month is not None and not 1 <= month <= len(MONTHS):
        return False
    longest = calendar.monthrange(year or LEAP_YEAR, month)[1] if month else 31
    return day is None or 1 <= day <= longest
