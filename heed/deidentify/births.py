"""When somebody was born, told without the day: "born in March 2018", "his birth in
2018". With an age band it narrows a child down; a report gives the age alone."""

import re
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.page import Hit, Page
from heed.deidentify.written_dates import MONTHS

FIRST_WORDS = frozenset({"born", "birth"})
_AROUND = 60
_WHEN = re.compile(
    r"(?: prematurely)?,?(?: (?:in|during|around|about|at the (?:beginning|end) of))?"
    r"(?: (?:the )?(?:early|late|mid|spring|summer|autumn|winter)(?:[ -]| of |, ))?"
    rf"[ -]?(?P<when>(?:(?:{'|'.join(MONTHS)})(?: of)?,? )?(?:19|20)\d\d)\b"
    r"(?! ?(?:to|and|-|\u2013) ?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_EARLY = re.compile(r"(?: prematurely)? at (?:only |just )?(?P<weeks>2\d weeks)\b")
_OF_MANY = re.compile(
    r"\b(?:children|babies|infants|those|people|anyone|everyone|all|girls|boys|adults"
    r"|live|year)\s+(?:(?:who|that)\s+)?(?:(?:were|was|are)\s+)?$",
    re.IGNORECASE,
)


def birth_told_at(page: Page, number: int) -> Iterator[Hit]:
    """The month or the year of somebody's birth that this word tells of."""
    start, end = page.span(number, number)
    if early := _EARLY.match(page.text, end):
        told = "How early somebody was born few share."
        yield _birth(*early.span("weeks"), told, "age")
        return
    found = _WHEN.match(page.text[end : end + _AROUND])
    if not found or _OF_MANY.search(page.text[max(0, start - _AROUND) : start]):
        return
    why = "When somebody was born tells their age to the month or year."
    yield _birth(end + found.start("when"), end + found.end("when"), why)


def _birth(start: int, end: int, why: str, class_: str = "date") -> Hit:
    return Hit(
        start=start, end=end, class_=class_, tier=Tier.CHECK, why=why, suggest=None
    )
