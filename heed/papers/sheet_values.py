"""Numbers of a spreadsheet as a reader sees them: dates, times, leading noughts.

A date is always written day first, whatever order the sheet shows it in: the number
behind it leaves no doubt, and the order would. What a format leaves out (the day, the
year) stays out: "Apr-16" is a month, though the number behind it is a day.
"""

import re
from datetime import date, datetime, timedelta

_PARTS = re.compile(r"y+|m+|d+|h+|s+|AM/PM", re.IGNORECASE)
_UNSEEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

BUILT_IN = (
    dict.fromkeys((14, 30), "dd/mm/yyyy")
    | {9: "0%", 10: "0.00%", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm"}
    | {19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm"}
    | dict.fromkeys((*range(27, 32), *range(34, 37), *range(50, 59)), "dd/mm/yyyy")
    | {32: "h:mm", 33: "h:mm:ss", 45: "h:mm", 46: "h:mm:ss", 47: "h:mm:ss"}
)
"""The formats of Excel that a file names by number only."""

_BUG = 60
"""Excel believes in 29 February 1900."""
_FIRST_1904, _FIRST_1900 = datetime(1904, 1, 1), datetime(1899, 12, 30)  # noqa: DTZ001
_MOST_DAYS = 2_958_465


def shown_parts(number_format: str) -> str:
    """Which of "dmyhn" (n: minutes) a format shows, "" when it is no date."""
    first = number_format.split(";", 1)[0]
    if _ELAPSED.search(first):
        return "hn"
    bare = _UNSEEN.sub("", first)
    found = _PARTS.findall(bare)
    if not found or re.search(r"[0#?]", bare.replace(".0", "")):
        return ""
    parts = ""
    for number, each in enumerate(found):
        letter = each[0].lower()
        if letter == "m" and _is_minutes(found, number):
            letter = "n"
        parts += "" if letter == "a" or letter in parts else letter
    return parts if set(parts) & set("dmyhn") else ""


def _is_minutes(parts: list[str], number: int) -> bool:
    before = parts[number - 1][0].lower() if number else ""
    after = parts[number + 1][0].lower() if number + 1 < len(parts) else ""
    return before == "h" or after == "s"


def moment(days: float, *, from_1904: bool) -> datetime | None:
    """The day and time that a number of days stands for; None for one that no
    calendar has."""
    if not 0 <= days <= _MOST_DAYS or (not from_1904 and int(days) == _BUG):
        return None
    first = _FIRST_1904 if from_1904 else _FIRST_1900
    if not from_1904 and days < _BUG:
        first += timedelta(days=1)
    seconds = round(days * 86_400)
    return first + timedelta(seconds=seconds)


def written(when: datetime | date, parts: str) -> str:
    """A day and time in words, as far as `parts` shows them."""
    day = _day(when, parts)
    has_time = isinstance(when, datetime) and {"h", "n"} & set(parts)
    time = when.strftime("%H:%M") if has_time else ""
    return " ".join(words for words in (day, time) if words)


def _day(when: date, parts: str) -> str:
    shows = {letter for letter in "dmy" if letter in parts}
    month = _MONTHS[when.month - 1]
    if shows == {"d", "m", "y"}:
        return f"{when.day:02}/{when.month:02}/{when.year}"
    words = (
        str(when.day) if "d" in shows else "",
        month if "m" in shows else "",
        str(when.year) if "y" in shows else "",
    )
    return " ".join(word for word in words if word)


def number(value: float, number_format: str) -> str:
    """A number as its format shows it, where that says more than the number."""
    first = _UNSEEN.sub("", number_format.split(";", 1)[0])
    if re.fullmatch(r"0(\.0+)?%", first):
        return f"{value:.{max(len(first) - 3, 0)}%}"
    if re.fullmatch(r"0{2,}", first) and value == int(value):
        return f"{int(value):0{len(first)}}"
    return plain(value)


def plain(value: float) -> str:
    """A number without what the machine adds to it."""
    if value == int(value) and abs(value) < 10**15:
        return str(int(value))
    return f"{value:.15g}"
