"""Rows as people cite them: "12-15, 20". Nothing here reads a database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from heed.chronologies.numbers import as_cited

NUMBER = r"\d{1,9}(?:\.\d{1,8})?"
ONE = re.compile(rf"({NUMBER})(?:\s*(?:-|–|—|\bto\b)\s*({NUMBER}))?")
BETWEEN = re.compile(r"\s*(?:[,;]|\band\b)\s*|\s*\n\s*")
NOT_NUMBERS = (
    "“{}” is not the number of a row. Write numbers as they are cited: 12-15, 20."
)
BACKWARDS = "“{}” ends before it begins."


@dataclass(frozen=True)
class Stretch:
    """The rows from one number to another, both included, and all between them."""

    first: Decimal
    last: Decimal

    @property
    def is_one(self) -> bool:
        """Whether it names one row alone."""
        return self.first == self.last

    @property
    def in_words(self) -> tuple[str, str]:
        """Its first and its last number as people write them."""
        return as_cited(self.first), as_cited(self.last)


def read_numbers(words: str) -> tuple[Stretch, ...]:
    """The rows that somebody cites. ValueError, with a sentence for the screen, where
    words are no numbers of rows."""
    said = [each.strip() for each in BETWEEN.split(words) if each.strip()]
    return tuple(_stretch(each) for each in said)


def _stretch(words: str) -> Stretch:
    found = ONE.fullmatch(words)
    if found is None:
        raise ValueError(NOT_NUMBERS.format(words[:40]))
    first = Decimal(found[1])
    last = Decimal(found[2] or found[1])
    if last < first:
        raise ValueError(BACKWARDS.format(words[:40]))
    return Stretch(first, last)


def cited(numbers: Iterable[Decimal]) -> str:
    """Numbers as people write them one after the other: "12, 13, 20". Each stands for
    itself: a stretch would name what was put between since."""
    return ", ".join(map(as_cited, sorted(numbers)))
