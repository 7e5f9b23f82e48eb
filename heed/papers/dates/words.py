"""The words around a date: months, doubt, weekdays, times of day; and usual slips."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches

from heed.papers.patterns import later

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"’": "'", "‘": "'"})

_UNKNOWN = later(
    r"(dob |date )?(is |was )?(not |un)(yet )?(known|stated|recorded|disclosed|sure|"
    r"certain|clear)( at (this|the) (stage|time|present))?|unk|n/?k|d/?k|t\.?b\.?[cda]|"
    r"to be (confirmed|advised)|n/?a|none|nil|no date|\?+|-+|x+(/x+)*|not applicable|",
)
_DOUBT = later(
    r"\(\?\)|\?|\b(possibly|probably|perhaps|maybe|likely|unsure|uncertain|reportedly|"
    r"unconfirmed|thought to be|believed( to be)?|said to be|or thereabouts|"
    r"not confirmed|to be confirmed|tbc|date unclear)\b",
)
_ROUGHLY = later(
    r"~|\b(approx(imately)?|about|around|circa|c(a)?(?=[. ]*(?:\d|(?:jan|feb|mar|apr|"
    r"may|jun|jul|aug|sep|oct|nov|dec)))|roughly|on or about|"
    r"early|mid|middle of|late|(the )?(beginning|start|end) of)\b[.:]?-?",
)
_WEEK = later(
    r"\b(w\s?/\s?[cb]|wc|wb|w\.c\.?|"
    r"(the )?week (commencing|beginning|starting|of))\b[.:]?"
)
_WEEKDAY = later(
    r"\b(mon|tues?|wed(s|nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b[.,]?(?=\s*[\d(]|$)"
)
_FILLERS = later(
    r"\b(d\.?o\.?b|e\.?d\.?d|born|due|dated?|on|the|of|in|at|year|month)\b[.:]?|"
    r"[(),;\[\]]"
)
_ORDINAL = later(r"(?<=\d)\s?(st|nd|rd|th)\b")
_TIME = later(
    r"[\s,t@]+(at |@ ?)?(?:about |approx\.? |around |c\.? ?)?([01]?\d|"
    r"2[0-4])([:.h][0-5]\d(:[0-5]\d(\.\d+)?)?)"
    r"\s?([ap]\.?m\.?|hrs?|hours|z|gmt|bst|utc)?(\s?[+-]\d\d:?\d\d)?$|"
    r"[\s,@]+(at |@ ?)?(?:about |approx\.? |around |c\.? ?)?(1[0-2]|"
    r"0?\d)([:.][0-5]\d)?\s?[ap]\.?m\.?$|"
    r"[\s,]+(at )?([01]\d|2[0-3])[0-5]\d\s?(hrs?|hours)$|"
    r"[\s,]+(at )?(mid-?night|noon)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What was written beside a date."""

    uncertain: bool
    approximate: bool
    week: bool
    weekday: str
    repaired: bool


def clean(words: str) -> str:
    """In small letters, with plain dashes and single blanks."""
    text = unicodedata.normalize("NFKC", words).translate(DASHES).lower()
    return re.sub(r"\s+", " ", text).strip(" .,;:'\"*_")


def says_unknown(text: str) -> bool:
    """Whether the words say that the date is not known, or say nothing."""
    return _UNKNOWN.fullmatch(text) is not None


def parted(text: str) -> tuple[str, str]:
    """The words, and the time of day at their end, or ""."""
    match = _TIME.search(text)
    if match is None:
        return text, ""
    return text[: match.start()].strip(), match[0].strip(" ,@\t\nTt")


def marked(text: str) -> tuple[str, Marks]:
    """The bare date, and the doubt, roughness, week and weekday written around it."""
    uncertain, text = _taken(_DOUBT, text)
    week, text = _taken(_WEEK, text)
    approximate, text = _taken(_ROUGHLY, text)
    weekday = _WEEKDAY.search(text)
    text = _FILLERS.sub(" ", _WEEKDAY.sub(" ", _ORDINAL.sub("", text)))
    mended = _mended(text)
    marks = Marks(
        uncertain=uncertain,
        approximate=approximate,
        week=week,
        weekday=weekday[0] if weekday else "",
        repaired=mended != text,
    )
    return re.sub(r"\s+", " ", mended).strip(" .,;:-/"), marks


def _taken(pattern: re.Pattern[str], text: str) -> tuple[bool, str]:
    # "??/05/2016" leaves the day open: the shape of the date will say so.
    if pattern is _DOUBT and re.match(r"\?{1,2}[/.-]\d", text):
        return True, text
    rest = pattern.sub(" ", text)
    return rest != text, rest


def _mended(text: str) -> str:
    """Slips of the keyboard put right: the letter O in a number, a doubled stroke."""
    text = re.sub(r"(?<=[\d/.-])o|o(?=\d)", "0", text)
    text = re.sub(r"(?<=[\d/.-])[il|](?=[\d/.-])|\b[il|](?=\d)", "1", text)
    return re.sub(r"([/.-])\s?[/.-]+(?=\s?\d)", r"\1", text)


def month_number(word: str) -> tuple[int, bool] | None:
    """The month that a word names, and whether its spelling was put right."""
    letters = word.strip(". ")
    if letters == "sept":
        return 9, False
    for number, name in enumerate(MONTHS, 1):
        if len(letters) >= len("jan") and name.startswith(letters):
            return number, False
    near = get_close_matches(letters, MONTHS, n=1, cutoff=0.8)
    return (MONTHS.index(near[0]) + 1, True) if near else None


def year_number(digits: str, latest: int = 2040) -> int | None:
    """A year of four digits, or of two: the last such year not after `latest`."""
    digits = digits.strip("' ")
    number = int(digits)
    if len(digits) == len("16"):
        return latest - (latest - number) % 100
    return number if len(digits) == len("2016") and number > 0 else None
