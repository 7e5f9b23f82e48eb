"""Reading what stands where a date belongs: one date, one of several, or a span."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from heed.papers.dates.shapes import Paper, one_date
from heed.papers.dates.words import MONTHS, Marks, clean, marked, parted, says_unknown
from heed.papers.dates.written import Order, Precision, WrittenDate, a_day
from heed.papers.frozen import filling
from heed.papers.patterns import later

_MONTHS, _DAYS = 12, 31


def read_date(
    words: str, *, near: date | None = None, order: Order = Order.DAY_FIRST
) -> WrittenDate:
    """Read what stands where a date belongs.

    `near` is a date of the same paper: it lends its year to "22 May", and says which
    century "85" is in. `order` is what the whole paper shows (see `order_of`).
    """
    text = _XMAS.sub("christmas", clean(words))
    if says_unknown(text):
        return WrittenDate(words)
    paper = Paper(near, order)
    if week := _WEEK_OF_MONTH.fullmatch(text):
        month = one_date(week["month"], paper) or WrittenDate()
        precision = Precision.APPROX if month.iso else month.precision
        return replace(month, verbatim=words, precision=precision, uncertain=True)
    bare, marks = marked(parted(text)[0])
    found = one_date(bare, paper) or _several(bare, paper) or _span(bare, paper)
    return _with_marks(found or WrittenDate(uncertain=True), marks, words)


_XMAS = later(r"\bx-?mas\b")
_WEEK_OF_MONTH = later(
    r"(?:in |during )?(?:the )?(?:\d(?:st|nd|rd|th)|first|second|third|fourth|last) "
    r"week (?:of|in) (?P<month>[a-z]{3,9}(?: '?\d{2,4})?)"
)
"""One of the weeks of a month: by the month, and about then."""
_PLAIN = later(
    r"(?P<d>\d\d?)(?:(?P<s>[/.-])(?P<m>\d\d?)(?P=s)| (?P<name>[A-Z][a-z]+) )"
    r"(?P<y>(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
)
_MONTH_NAMES = {
    name: number
    for number, month in enumerate(MONTHS, 1)
    for name in (month.title(), month[:3].title())
}


def read_plain(words: str, order: Order) -> WrittenDate | None:
    """A whole date in a usual notation, as `read_date` reads it; None for any other.

    Long files hold thousands of such dates, and there is nothing to weigh in them.
    """
    match = _PLAIN.fullmatch(words) if order is Order.DAY_FIRST else None
    if match is None:
        return None
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    else:
        named = _MONTH_NAMES.get(match["name"], 0)
        year, month, day = int(match["y"]), int(match["m"] or named), int(match["d"])
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return _written(
        words, iso, Precision.DAY, False, False, False, False, (), None, False
    )


_written = filling(WrittenDate)


def _with_marks(found: WrittenDate, marks: Marks, words: str) -> WrittenDate:
    precision = found.precision
    if found.iso and marks.approximate:
        precision = Precision.APPROX
    elif marks.week and precision is Precision.DAY:
        precision = Precision.WEEK
    return replace(
        found,
        verbatim=words,
        precision=precision,
        uncertain=found.uncertain or marks.uncertain or _other_day(found, marks),
        repaired=found.repaired or marks.repaired,
    )


def _other_day(found: WrittenDate, marks: Marks) -> bool:
    """Whether the day of the week that was written is not that of the date."""
    day = found.day
    return bool(day and not f"{day:%A}".lower().startswith(marks.weekday[:3]))


def _several(text: str, paper: Paper) -> WrittenDate | None:
    """Two dates of which one is meant: both are candidates, and neither is the date."""
    parts = re.split(r"\s+(?:and/or|or)\s+|\s+/\s+", text)
    last = one_date(parts[-1], paper)
    if len(parts) == 1 or last is None:
        return None
    found = [_completed(part, last, paper) for part in parts]
    isos = tuple(dict.fromkeys(each.iso for each in found if each and each.iso))
    if len(isos) == 1:
        return replace(last, iso=isos[0])
    return WrittenDate(precision=last.precision, uncertain=True, candidates=isos)


_DURING = later(
    r"^(?:(?:over|during|on) )?(?:the )?(?:(?:night|evening|weekend) (?:of )?(?:the )?|"
    r"overnight (?:of )?)"
)
_BETWEEN = later(r"\s*(?:\b(?:to|until|till|and)\b|[-/&])\s*")


def _span(text: str, paper: Paper) -> WrittenDate | None:
    """Two dates that are the first and the last of a time."""
    text = _DURING.sub("", re.sub(r"^(between|from) ", "", text))
    for split in _BETWEEN.finditer(text):
        last = one_date(text[split.end() :], paper)
        first = _completed(text[: split.start()], last, paper)
        if first and last and first.iso and last.iso and first.iso <= last.iso:
            return replace(first, until=last.iso)
    return None


def _completed(text: str, last: WrittenDate | None, paper: Paper) -> WrittenDate | None:
    """The first of two dates, which may leave its month and year to the other."""
    if last is None or last.iso is None:
        return one_date(text, paper)
    if (bare := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", text)) and last.day:
        first = a_day(int(bare[1]), last.day.month, last.day.year)
        return replace(first, inferred_year=last.inferred_year)
    near = last.day or date(int(last.iso[:4]), int(last.iso[5:7] or 7), 1)
    found = one_date(text, Paper(near, paper.order))
    return replace(found, inferred_year=last.inferred_year) if found else None


_FIRST_SERIAL, _LAST_SERIAL = 30_000, 60_000
_DAY_ZERO = date(1899, 12, 30)
_SERIAL = later(r"\s*(?P<days>\d{5})(?:\.(?P<part>\d{1,12}))?\s*")


def read_serial(words: str) -> tuple[WrittenDate, str] | None:
    """A day, and its time or "", that a sheet left as its number: 45230 or 45230.5.

    Only for what stands in a column of dates: anywhere else it is a number.
    """
    match = _SERIAL.fullmatch(words)
    if match is None or not _FIRST_SERIAL <= int(match["days"]) <= _LAST_SERIAL:
        return None
    day = _DAY_ZERO + timedelta(days=int(match["days"]))
    minutes = round(float(f"0.{match['part'] or 0}") * 24 * 60) % (24 * 60)
    time = f"{minutes // 60:02}:{minutes % 60:02}" if match["part"] else ""
    found = a_day(day.day, day.month, day.year)
    return replace(found, verbatim=words, repaired=True), time


_NUMBERS_IN_TEXT = later(
    r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/])"
)


def order_of(texts: Iterable[str]) -> Order:
    """Which order the dates of a paper show, where a number above 12 settles it."""
    shown = set()
    # No date goes on in the next line: so all texts are looked through at once.
    for a, b in set(_NUMBERS_IN_TEXT.findall("\n".join(texts))):
        first, second = int(a), int(b)
        if second <= _MONTHS < first <= _DAYS:
            shown.add(Order.DAY_FIRST)
        elif first <= _MONTHS < second <= _DAYS:
            shown.add(Order.MONTH_FIRST)
    if len(shown) > 1:
        return Order.MIXED
    return shown.pop() if shown else Order.DAY_FIRST


_MONTH_NAME = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|tember|ember|ober)?"
)
_NUMBER_DATE = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})\b"
_DATE_IN_TEXT = later(
    rf"(?<![\d/])\?{{0,2}}(?:{_NUMBER_DATE}|\b\d{{4}}-\d\d-\d\d\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH_NAME}\b\.?(?:,?[ -]'?\d{{4}}\b)?|"
    rf"(?:\b(?:early|mid|late)[ -])?\b{_MONTH_NAME}\.? "
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{4}}\b)\??",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[re.Match[str]]:
    """Where in a sentence something stands that is written as a date is."""
    return _DATE_IN_TEXT.finditer(text)
