"""Dates as reports write them: found exactly, and read in every way they may mean.

Only what names a day is read here; "early February" is what a report should say.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from heed.deidentify.folding import words_of

MONTHS = words_of(
    "january february march april may june july august september october november "
    "december"
)
_SHORT_MONTHS = {"sept": 9, **{name[:3]: n for n, name in enumerate(MONTHS, 1)}}
MONTH_NUMBERS = {**_SHORT_MONTHS, **{name: n for n, name in enumerate(MONTHS, 1)}}
_ORDINALS = words_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth"
)
ORDINAL_NUMBERS = {
    **{word: n for n, word in enumerate(_ORDINALS, 1)},
    **{
        f"twenty{gap}{word}": 20 + n
        for n, word in enumerate(_ORDINALS[:9], 1)
        for gap in "- "
    },
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
FIRST_OF_ORDINALS = frozenset(
    word.split("-")[0] for word in ORDINAL_NUMBERS if " " not in word
)
PIVOT = 40  # '39 is 2039, '40 is 1940: parents and grandparents are in registers too

_SHORT = "|".join(sorted(_SHORT_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})\b|(?:{_SHORT})\b\.?)"
_ORDINAL = "|".join(sorted(ORDINAL_NUMBERS, key=len, reverse=True))
_YEAR = (
    r"(?:[\s,./'-]*(?P<year>(?:19|20)\d\d)|\s*(?:'|[./-]\s?)(?P<short>\d\d)"
    r"|\s(?P<last>\d\d)(?=[.,;:)\]]|\s*$))?"
)
DAY_FIRST = re.compile(
    rf"(?:(?P<day>\d\d?)\s?(?:st|nd|rd|th)?|(?P<ordinal>{_ORDINAL}))"
    rf"(?:\s+day)?(?:\s+of)?[\s./,-]{{0,3}}{_MONTH}{_YEAR}(?!\d)"
)
MONTH_FIRST = re.compile(
    rf"{_MONTH}[\s-]+(?:the\s+)?"
    rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\d%:]|\s*(?:%|per\b))"
    rf"|(?P<ordinal>{_ORDINAL})\b)"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)"
)
NUMERIC = re.compile(
    r"(?P<a>\d\d?)\s?(?P<sep>[/.-])\s?(?P<b>\d\d?)\s?(?P=sep)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"
)
YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<a>\d\d?)(?!\d)"
)
RUN_TOGETHER = re.compile(
    r"(?P<a>\d\d)(?P<sep> ?)(?P<b>\d\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<year_>(?:19|20)\d\d)(?P<b_>\d\d)(?P<a_>\d\d)(?!\d)"
)


Reader = Callable[[str, int], "WrittenDate | None"]


@dataclass(slots=True)
class WrittenDate:
    """`days` are the days it may mean; without a year, `month` and `day` are given.
    `certain` is False for what is a date only if the register says so."""

    start: int
    end: int
    days: tuple[date, ...]
    day: int | None = None
    month: int | None = None
    certain: bool = True

    @property
    def is_full(self) -> bool:
        """Whether it names the year as well as the day."""
        return self.month is None

    @property
    def without_the_day(self) -> str | None:
        """The month, and the year where it is written."""
        if self.days:
            return f"{MONTHS[self.days[0].month - 1].title()} {self.days[0].year}"
        return MONTHS[self.month - 1].title() if self.month else None


def date_at(folded: str, place: int) -> WrittenDate | None:
    """The longest date written from this place of a folded text on, or None."""
    in_figures = folded[place : place + 1].isdigit()
    return _longest(folded, place, _ALL_FIGURES if in_figures else _WORDS)


def date_before(follows: str, folded: str, place: int) -> WrittenDate | None:
    """The same, where it is known which word follows the one at this place: of figures
    only a date in figures is asked for before another figure, only one with a named
    month before a word; and nothing of a word before what goes on with no date."""
    is_figure = follows[:1].isdigit()
    if folded[place].isdigit():
        return _longest(folded, place, _FIGURES if is_figure else _DAY_BEFORE_MONTH)
    if is_figure or follows in _AFTER_A_WORD or follows.startswith(("day", "of")):
        return _longest(folded, place, _WORDS)
    return None


def _longest(
    folded: str, place: int, readers: "tuple[Reader, ...]"
) -> WrittenDate | None:
    best: WrittenDate | None = None
    for reader in readers:
        written = reader(folded, place)
        if written and (best is None or _reaches(written) > _reaches(best)):
            best = written
    return best


def _reaches(written: WrittenDate) -> tuple[int, bool]:
    return written.end, written.certain


def dates_in(value: str) -> Iterator[WrittenDate]:
    """Every date of a short text, such as a line of a register."""
    folded = value.casefold()
    place = 0
    while place < len(folded):
        written = date_at(folded, place)
        if written:
            yield written
        place = written.end if written else place + 1


def _with_a_named_month(pattern: re.Pattern[str]) -> Reader:
    years = [name for name in ("year", "short", "last") if name in pattern.groupindex]

    def read(folded: str, place: int) -> WrittenDate | None:
        match = pattern.match(folded, place)
        if not match:
            return None
        day = int(match["day"] or ORDINAL_NUMBERS.get(match["ordinal"] or "", 0))
        month = MONTH_NUMBERS[match["month"].rstrip(".")]
        if not 1 <= day <= 31:  # noqa: PLR2004 days of a month
            return None
        year = next(filter(None, map(match.group, years)), None)
        if not year:
            return WrittenDate(*match.span(), (), day, month)
        return WrittenDate(*match.span(), _real(_full(year), month, day))

    return read


def _numeric(folded: str, place: int) -> WrittenDate | None:
    match = NUMERIC.match(folded, place)
    if not match:
        return None
    year, a, b = _full(match["year"]), int(match["a"]), int(match["b"])
    days = tuple(dict.fromkeys(_real(year, b, a) + _real(year, a, b)))
    likely = len(match["year"]) > len("yy") or match["sep"] == "/"
    return WrittenDate(*match.span(), days, certain=likely) if days else None


def _year_first(folded: str, place: int) -> WrittenDate | None:
    match = YEAR_FIRST.match(folded, place)
    days = match and _real(int(match["year"]), int(match["b"]), int(match["a"]))
    return WrittenDate(*match.span(), days) if match and days else None


def _run_together(folded: str, place: int) -> WrittenDate | None:
    match = RUN_TOGETHER.match(folded, place)
    if not match:
        return None
    year, b, a = (match[name] or match[f"{name}_"] for name in ("year", "b", "a"))
    days = _real(int(year), int(b), int(a))
    return WrittenDate(*match.span(), days, certain=False) if days else None


def _full(year: str) -> int:
    number = int(year.strip("'"))
    if number > 99:  # noqa: PLR2004 already written in full
        return number
    return number + (2000 if number < PIVOT else 1900)


def _real(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


_WORDS: tuple[Reader, ...] = (
    _with_a_named_month(DAY_FIRST),
    _with_a_named_month(MONTH_FIRST),
)
_DAY_BEFORE_MONTH: tuple[Reader, ...] = (_with_a_named_month(DAY_FIRST),)
_FIGURES: tuple[Reader, ...] = (_numeric, _year_first, _run_together)
_ALL_FIGURES = (*_DAY_BEFORE_MONTH, *_FIGURES)
_AFTER_A_WORD = {*MONTH_NUMBERS, *FIRST_OF_ORDINALS, "the"}
