"""The shapes that one date takes: 22/05/2016, 22 May 2016, May 2016, 2016-05-22."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from heed.papers.dates.words import month_number, year_number
from heed.papers.dates.written import (
    Order,
    Precision,
    WrittenDate,
    a_day,
    a_month,
    a_year,
)
from heed.papers.patterns import later

_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class Paper:
    """What the rest of a paper says about its dates."""

    near: date | None = None
    order: Order = Order.DAY_FIRST

    def year(self, digits: str) -> int | None:
        """The year of two or four digits; None for any other number of them."""
        latest = self.near.year + 1 if self.near else 2040
        return year_number(digits, latest)


def one_date(text: str, paper: Paper) -> WrittenDate | None:
    """The one date that this text is, bare of marks and in small letters."""
    for pattern, read in _SHAPES:
        match = pattern.fullmatch(text)
        found = read(match, paper) if match else None
        if found:
            return found
    return None


def _numbers(match: re.Match[str], paper: Paper) -> WrittenDate:
    first, second = int(match["a"]), int(match["b"])
    year = paper.year(match["y"])
    strokes = {match["s1"].strip(), match["s2"].strip()}
    read = _in_order(a_day(first, second, year), a_day(second, first, year), paper)
    return replace(read, repaired=len(strokes) > 1 or "," in strokes)


def _in_order(ours: WrittenDate, theirs: WrittenDate, paper: Paper) -> WrittenDate:
    if theirs.iso is None or theirs.iso == ours.iso:
        return ours
    american = replace(theirs, month_first=True)
    if paper.order is Order.MONTH_FIRST:
        return american
    if ours.iso is None:
        # Only the other order makes a date of it, but this paper is not in that order.
        return replace(american, uncertain=True)
    if paper.order is Order.MIXED:
        both = tuple(sorted((ours.iso, theirs.iso)))
        return WrittenDate(precision=Precision.DAY, candidates=both)
    return ours


def _year_first(match: re.Match[str], paper: Paper) -> WrittenDate:
    return a_day(int(match["d"]), int(match["m"]), int(match["y"]))


def _day_and_month(match: re.Match[str], paper: Paper) -> WrittenDate | None:
    month = month_number(match["m"])
    if month is None:
        return None
    number, mended = month
    day = int(match["d"])
    if match["y"] is None:
        return replace(_nearest(day, number, paper), repaired=mended)
    return replace(a_day(day, number, paper.year(match["y"])), repaired=mended)


def _month_then_number(match: re.Match[str], paper: Paper) -> WrittenDate | None:
    """A number behind a month: its day, or its year as a sheet writes it, "Feb-24"."""
    month = month_number(match["m"])
    digits, stroke = match["d"], match["stroke"].strip()
    may_be_year = match["y"] is None and len(digits) == len("24")
    if month is None or not may_be_year:
        return _day_and_month(match, paper)
    if int(digits) <= _DAYS and stroke != "-":
        return _day_and_month(match, paper)
    number, mended = month
    doubted = int(digits) <= _DAYS
    found = a_month(number, paper.year(digits))
    return replace(found, repaired=mended, uncertain=doubted)


def _nearest(day: int, month: int, paper: Paper) -> WrittenDate:
    """A day without its year: the one nearest to the date that the paper gives."""
    if paper.near is None:
        leap_day = a_day(day, month, 2000)
        return replace(leap_day, iso=None, uncertain=not leap_day.impossible)
    near = paper.near
    years = (near.year - 1, near.year, near.year + 1)
    days = [found for y in years if (found := a_day(day, month, y).day)]
    if not days:
        return WrittenDate(precision=Precision.DAY, impossible=True)
    nearest = min(days, key=lambda each: abs((each - near).days))
    return WrittenDate(
        iso=nearest.isoformat(), precision=Precision.DAY, inferred_year=True
    )


def _day_and_month_numbers(match: re.Match[str], paper: Paper) -> WrittenDate | None:
    day, month = int(match["a"]), int(match["b"])
    return _nearest(day, month, paper) if 1 <= month <= _MONTHS else None


def _month_and_year(match: re.Match[str], paper: Paper) -> WrittenDate | None:
    month = month_number(match["m"])
    if month is None:
        return None
    number, mended = month
    if match["y"] is not None:
        return replace(a_month(number, paper.year(match["y"])), repaired=mended)
    middle = _nearest(15, number, paper)
    iso = middle.iso and middle.iso[:7]
    return replace(middle, iso=iso, precision=Precision.MONTH, repaired=mended)


def _month_number_and_year(match: re.Match[str], paper: Paper) -> WrittenDate:
    return a_month(int(match["m"]), int(match["y"]))


def _open_day(match: re.Match[str], paper: Paper) -> WrittenDate:
    found = a_month(int(match["m"]), paper.year(match["y"]))
    return replace(found, uncertain=True)


def _only_year(match: re.Match[str], paper: Paper) -> WrittenDate:
    return a_year(int(match["y"]))


def _season(match: re.Match[str], paper: Paper) -> WrittenDate:
    return a_year(int(match["y"]), Precision.SEASON)


_FEASTS = {
    "christmas day": (25, 12),
    "christmas eve": (24, 12),
    "boxing day": (26, 12),
    "new year's eve": (31, 12),
    "new year's day": (1, 1),
    "halloween": (31, 10),
    "bonfire night": (5, 11),
}


def _feast(match: re.Match[str], paper: Paper) -> WrittenDate | None:
    day, month = _FEASTS[match["feast"]]
    if match["y"] is None:
        return _nearest(day, month, paper)
    return a_day(day, month, int(match["y"]))


def _around_christmas(match: re.Match[str], paper: Paper) -> WrittenDate:
    return replace(a_month(12, int(match["y"])), precision=Precision.APPROX)


_STROKE = r"\s?[/.,-]\s?|\s"
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>[a-z]{3,10}\.?)"
_YEAR = r"'?(?P<y>\d{2,5})"
_FULL_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SEASON = (
    r"(?:spring|summer|autumn|winter|easter|michaelmas|trinity)"
    r"(?: (?:half )?term| holidays?| break)?"
)

_Reader = Callable[[re.Match[str], Paper], WrittenDate | None]
_PATTERNS: dict[str, _Reader] = {
    rf"(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.]{_DAY}": _year_first,
    rf"(?P<a>\d\d?)(?P<s1>{_STROKE})(?P<b>\d\d?)(?P<s2>{_STROKE})(?P<y>\d{{2,5}})": (
        _numbers
    ),
    rf"(?P<a>\d\d)(?P<s1>)(?P<b>\d\d)(?P<s2>){_FULL_YEAR}": _numbers,
    rf"{_DAY}[ /.-]?{_MONTH}(?:[ ,/.-]{{0,2}}{_YEAR})?": _day_and_month,
    rf"{_MONTH}(?P<stroke>[ /.-]?){_DAY}(?:[ ,/.-]{{1,2}}{_YEAR})?": _month_then_number,
    rf"{_MONTH}(?:[ ,/.-]{{0,2}}{_YEAR})?": _month_and_year,
    rf"(?P<m>\d\d?)\s?[/.-]\s?{_FULL_YEAR}": _month_number_and_year,
    rf"{_FULL_YEAR}-(?P<m>\d\d)": _month_number_and_year,
    r"(?:\?\??|xx|__|00|dd|--)[/. -](?P<m>\d\d?)[/. -](?P<y>\d\d|\d{4})": _open_day,
    _FULL_YEAR: _only_year,
    rf"{_SEASON}[ ,]*{_FULL_YEAR}(?:/\d\d)?": _season,
    rf"(?P<feast>{'|'.join(_FEASTS)})(?:[ ,]*{_FULL_YEAR})?": _feast,
    rf"christmas(?: holidays?| time| period)?[ ,]*{_FULL_YEAR}": _around_christmas,
    r"(?P<a>\d\d?)\s?[/.-]\s?(?P<b>\d\d?)": _day_and_month_numbers,
}
_SHAPES = tuple((later(pattern), read) for pattern, read in _PATTERNS.items())
