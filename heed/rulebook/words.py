"""Dates, periods and forces in plain words, for pages and messages."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from heed.rulebook.language import Clock, Force
from heed.rulebook.working_days import add_months

APRIL = 4
FORCES: Mapping[Force, str] = {
    Force.DUTY: "Statutory duty",
    Force.GUIDANCE: "Statutory guidance",
    Force.EXPECTATION: "Expected by the Panel",
    Force.LOCAL: "Local target",
}


def force_in_words(force: Force) -> str:
    """How binding a period is, as “Statutory guidance”."""
    return FORCES[force]


def period_in_words(clock: Clock) -> str:
    """How long is allowed, as “15 working days”, “at least 1 year” or “at least
    7 working days before”.
    """
    if clock.limit is None:
        return "no period is set"
    if clock.limit.number == 0:
        return "the same day"
    period = counted(abs(clock.limit.number), clock.limit.unit)
    if clock.limit.number < 0:
        return f"at least {period} before"
    return f"at least {period}" if clock.at_least else period


def counted_from_in_words(clock: Clock) -> str:
    """From what a period is counted, and which way."""
    back = clock.limit is not None and clock.limit.number < 0
    return f"counted {'back ' if back else ''}from {clock.counted_from}"


def in_words(day: date) -> str:
    """A date as “Monday 30 March 2026”."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def year_in_words(day: date) -> str:
    """The year of reports in which a day lies, as “April 2025 to March 2026”."""
    first = day.year - (day.month < APRIL)
    return f"April {first} to March {first + 1}"


def counted(number: int, unit: str) -> str:
    """So many of a unit, as “1 working day” or “4 working days”."""
    return f"{number} {unit}{'' if number == 1 else 's'}"


def span_in_words(start: date, end: date) -> str:
    """How long it is from one day to a later one, in months and days, as “4 months and
    11 days”."""
    months = 0
    while add_months(start, months + 1) <= end:
        months += 1
    days = (end - add_months(start, months)).days
    parts = [counted(months, "month")] if months else []
    return " and ".join(parts + ([counted(days, "day")] if days or not parts else []))


def between_in_words(first: date, last: date) -> str:
    """A day, month, year or other span of days as people say it: “6 March 2026”,
    “March 2026”, “2026”, “between 3 March 2026 and 9 March 2026”.
    """
    if first == last:
        return _plain(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and first.year == last.year:
        if first.month == last.month:
            return f"{first:%B %Y}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year}"
    return f"between {_plain(first)} and {_plain(last)}"


def _plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
