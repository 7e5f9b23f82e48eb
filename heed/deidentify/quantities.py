"""Exact quantities by which a court's report or a file is found again: a sum, a weight,
a sentence, a count of injuries, a time on the clock.
"""

import re

from heed.deidentify.ages import NUMBER_WORDS
from heed.deidentify.page import Hit, Page, checked

MEASURES = frozenset(
    {
        *("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "g", "grams", "lb"),
        *("lbs", "pounds", "stone", "oz", "ounces", "cm", "mm", "metres", "ml", "mg"),
        *("litres", "units", "miles", "mile", "km", "kilometres", "yards", "feet"),
        *("centile", "percentile", "mcg", "mmol"),
    }
)
COUNTED = frozenset(
    {
        *("bruises", "fractures", "injuries", "burns", "bites", "wounds", "scars"),
        *("siblings", "brothers", "sisters", "placements", "schools", "addresses"),
        *("messages", "texts", "calls", "images", "videos", "stabs", "blows", "pills"),
        *("tablets", "dogs", "cats", "moves", "carers", "ribs", "children", "homes"),
    }
)
TERMS = frozenset({"imprisonment", "custody", "prison", "detention", "jail"})
AHEAD = MEASURES | COUNTED | TERMS
_THREE_OR_MORE = frozenset(NUMBER_WORDS[2:])

_MONEY = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{3,}(?:\.\d\d)?")
_MILLIONS = re.compile(r"\s?(?:m|bn|k|million|billion|thousand)\b")
_MEASURE = re.compile(
    r"(?:[\w.,\u00bd]*)(?:st|nd|rd|th)?[\s-]{0,2}"
    rf"(?:{'|'.join(sorted(MEASURES, key=len, reverse=True))})\b"
)
_SENTENCE = re.compile(
    r"\w+[\s-]+(?:years?|months?|weeks?)['\u2019]?\s+"
    rf"(?:in\s+|of\s+)?(?:a\s+)?(?:youth\s+)?(?:{'|'.join(TERMS)})\b"
)
_COUNT = re.compile(rf"\w+(?:[\s-]+[a-z]+){{0,3}}?[\s-]+(?:{'|'.join(COUNTED)})\b")
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?:\s?(?:[ap]\.?m\b|hours|hrs))|:[0-5]\d\b"
    r"|\s?[ap]\.?m\b)(?!\d)"
)
_WHOSE = re.compile(
    r"\b(?:one|eldest|oldest|youngest|second|third|fourth|fifth|sixth|seventh"
    r"|middle|both)"
    r"\s+of\s+(?:her |his |their |the )?$"
)
REACH = 5
GO_ON_WITH_A_TIME = frozenset("0123456789apAP")

_A_QUANTITY = "An exact quantity, by which a report of the same event is found."
_A_FAMILY = "How many children there are, and which of them, tells the family."
_A_TIME = "A time on the clock tells the event."


def quantity_at(page: Page, number: int) -> Hit | None:
    """The quantity that this number belongs to, where it is one that tells somebody."""
    start, text = page.starts[number], page.folded.text
    if text[start - 1 : start] == "\u00a3":
        return _money(page, start)
    in_figures = page.words[number].isdigit()
    begins = in_figures and text[start - 1 : start] not in {":", ".", "-", "/", ","}
    may_tell = begins and _may_tell_the_time(page, number)
    if may_tell and (clock := _CLOCK.match(text, start)):
        return checked(page, start, clock.end(), "date", _A_TIME, "the time of day")
    follow = page.words[number + 1 : number + REACH]
    if AHEAD.isdisjoint(follow):
        return None
    ahead = AHEAD.intersection(follow)
    if ahead & TERMS and (found := _SENTENCE.match(text, start)):
        return _quantity(page, start, found.end(), "a sentence of the court")
    if ahead & MEASURES and begins and (found := _MEASURE.match(text, start)):
        return _quantity(page, start, found.end(), "about how much")
    if ahead & COUNTED and _is_several(page.words[number]):
        return _counted(page, number)
    return None


def _may_tell_the_time(page: Page, number: int) -> bool:
    follows = page.words[number + 1 : number + 2]
    return bool(follows) and follows[0][0] in GO_ON_WITH_A_TIME


def _is_several(word: str) -> bool:
    if word.isalpha():
        return word in _THREE_OR_MORE
    return 3 <= int(word) <= 999 if len(word) <= 3 else False  # noqa: PLR2004


def _money(page: Page, start: int) -> Hit | None:
    found = _MONEY.match(page.folded.text, start)
    if not found or _MILLIONS.match(page.folded.text, found.end()):
        return None
    return _quantity(page, start - 1, found.end(), "about how much")


def _counted(page: Page, number: int) -> Hit | None:
    start = page.starts[number]
    found = _COUNT.match(page.folded.text, start)
    if not found or "." in found.group():
        return None
    if found.group().endswith(("children", "homes")):
        whose = _WHOSE.search(page.before(start))
        if not whose:
            return None
        begin = start - len(whose.group())
        why, suggest = _A_FAMILY, "one of several children"
        return checked(page, begin, found.end(), "rare_attribute", why, suggest)
    return _quantity(page, start, found.end(), "several")


def _quantity(page: Page, start: int, end: int, suggest: str) -> Hit:
    return checked(page, start, end, "rare_attribute", _A_QUANTITY, suggest)
