"""The parts of a date as people type them: a day, a month, a year."""

import calendar

MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
LEAP_YEAR = 2000  # a day and month without a year must exist in some year
UNKNOWN_WORDS = frozenset({"", "?", "nk", "n/k", "not known", "unknown", "-"})


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
