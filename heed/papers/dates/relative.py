"""Dates that are told by another: "her fourteenth birthday", "the next day", "28/40".

What comes of it is never certain: the date is worked out, and says so by its doubt.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from heed.papers.dates.words import clean
from heed.papers.dates.written import Precision, WrittenDate
from heed.papers.patterns import later

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth"),
)
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_TERM = 40
"""Weeks of a pregnancy."""
_BIRTHDAY = later(
    rf"\b(?P<n>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}) birthday\b"
)
_GESTATION = later(
    r"\b(?P<w>[1-4]?\d)\s?(?:\+\s?\d\s?)?(?:/40\b|weeks?'?\s?(?:pregnant|gestation))"
)
_AGE = later(
    r"(?:when |at |aged? |approx(?:imately)? |about |around )*"
    r"(?P<a>\d{1,2})(?:\s?(?:-|to)\s?(?P<b>\d{1,2}))?\s?"
    r"(?P<unit>day|week|wk|month|mth|year|yr)s?(?: of age|[ -]old)?"
)
_NEXT = later(
    r"(?:on |later )?(?:the )?(?:next|following|same|previous) (?:day|morning|"
    r"afternoon|"
    r"evening|night)|(?:on )?the day (?:after|before)|later (?:that|the same) "
    r"(?:day|evening|night|afternoon)|that (?:day|night|evening|afternoon|morning)|same"
)
_LATER = later(
    rf"(?:about |approx(?:imately)? |around )?(?P<n>\d{{1,2}}|an?|"
    rf"{'|'.join(_NUMBERS)}) "
    r"(?P<unit>day|week|month|year)s? (?P<way>later|after(?:wards)?|on|earlier|before|"
    r"previously)(?: (?:that|this))?"
)


@dataclass(frozen=True, slots=True)
class Known:
    """The days that a paper gives for certain, by which others are told."""

    last: date | None = None
    """The day of the row above."""
    born: date | None = None
    due: date | None = None


def read_relative(words: str, known: Known) -> WrittenDate | None:
    """The date that words tell by another one; None when they do not, or it is not
    known.
    """
    text = clean(words)
    try:
        found = (
            _birthday(text, known.born)
            or _of_pregnancy(text, known.due)
            or _at_age(text, known.born)
            or _after(text, known.last)
        )
    except (ValueError, OverflowError):
        # The calendar begins in the year 1.
        return None
    return replace(found, verbatim=words, uncertain=True) if found else None


def due_by_gestation(words: str, on: date) -> WrittenDate | None:
    """About when a baby is due who had this many weeks on that day."""
    match = _GESTATION.search(clean(words))
    weeks = int(match["w"]) if match else 0
    if not 1 <= weeks <= _TERM + 2:
        return None
    day = on + timedelta(weeks=_TERM - weeks)
    return WrittenDate(words, day.isoformat(), Precision.APPROX, uncertain=True)


def _birthday(text: str, born: date | None) -> WrittenDate | None:
    match = _BIRTHDAY.search(text)
    if match is None or born is None:
        return None
    said = match["n"]
    years = int(said[:-2]) if said[0].isdigit() else _ORDINALS.index(said) + 1
    return WrittenDate(
        iso=_moved(born, 12 * years).isoformat(), precision=Precision.DAY
    )


def _of_pregnancy(text: str, due: date | None) -> WrittenDate | None:
    match = _GESTATION.search(text)
    if match is None or due is None:
        return None
    day = due - timedelta(weeks=_TERM - int(match["w"]))
    return WrittenDate(iso=day.isoformat(), precision=Precision.APPROX)


def _at_age(text: str, born: date | None) -> WrittenDate | None:
    """At an age from one to another: as many days as are possible, none of them it."""
    match = _AGE.fullmatch(text)
    if match is None or born is None:
        return None
    first = _later(born, int(match["a"]), match["unit"])
    last = _later(born, int(match["b"] or match["a"]), match["unit"])
    if first == last:
        return WrittenDate(iso=first.isoformat(), precision=Precision.APPROX)
    ends = (first.isoformat(), last.isoformat())
    return WrittenDate(precision=Precision.APPROX, candidates=ends)


def _after(text: str, last: date | None) -> WrittenDate | None:
    if last is None:
        return None
    if _NEXT.fullmatch(text):
        before = re.search(r"previous|before", text)
        same = re.search(r"same|that|later", text)
        days = -1 if before else 0 if same else 1
        day = last + timedelta(days=days)
        return WrittenDate(iso=day.isoformat(), precision=Precision.DAY)
    match = _LATER.fullmatch(text)
    if match is None:
        return None
    said = match["n"]
    count = int(said) if said.isdigit() else 1 + max(0, _index(said))
    back = match["way"] in {"earlier", "before", "previously"}
    is_day = match["unit"] == "day"
    day = _later(last, -count if back else count, match["unit"])
    precision = Precision.DAY if is_day else Precision.APPROX
    return WrittenDate(iso=day.isoformat(), precision=precision)


def _index(word: str) -> int:
    return _NUMBERS.index(word) if word in _NUMBERS else 0


def _later(day: date, count: int, unit: str) -> date:
    if unit.startswith(("day", "w")):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    return _moved(day, count * (1 if unit.startswith("m") else 12))


def _moved(day: date, months: int) -> date:
    """So many months on; the last day of a month stays within its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
