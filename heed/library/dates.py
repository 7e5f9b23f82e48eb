"""Dates of publications, as exact as they are known and never more so.

Catalogues say "14 January 2025", "Jan 2016", "c. 2011", "31/02/2016" or "n.d.". What
is understood (by `papers.dates`) is kept beside the words as typed.

    >>> read_public_date("Jan 2016").shown
    'January 2016'
    >>> read_public_date("31/02/2016").year
    2016
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self

from heed.papers.dates import Precision, read_date

EARLIEST, LATEST = 1940, 2099
ANY_YEAR = re.compile(r"(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)")
LENGTH_OF_MONTH = len("2016-05")


@dataclass(frozen=True, slots=True)
class PublicDate:
    """A date as far as it is known (`2025-01-14`, `2025-01`, `2025` or nothing).

    `words` are those typed, where they say more or other than the date.
    """

    iso: str = ""
    words: str = ""

    @classmethod
    def of(cls, day: date) -> Self:
        """An exact day."""
        return cls(day.isoformat())

    @classmethod
    def from_json(cls, data: Mapping[str, str] | None) -> Self:
        """The date that `to_json` wrote; one not stated for nothing."""
        return cls(**data) if data else cls()

    def to_json(self) -> dict[str, str]:
        """The date as plain words."""
        return asdict(self)

    @property
    def first(self) -> date | None:
        """The first day that it can mean, by which dates are put in order."""
        return date.fromisoformat(f"{self.iso}-01-01"[:10]) if self.iso else None

    @property
    def year(self) -> int | None:
        """The year, if that much is known."""
        return int(self.iso[:4]) if self.iso else None

    @property
    def shown(self) -> str:
        """As a page shows it; the words as typed where they say more."""
        first = self.first
        if self.words or first is None:
            return self.words
        if len(self.iso) < LENGTH_OF_MONTH:
            return str(first.year)
        month = f"{first:%B %Y}"
        return month if len(self.iso) == LENGTH_OF_MONTH else f"{first.day} {month}"


NOT_STATED = PublicDate()
PLAIN = {Precision.DAY, Precision.MONTH, Precision.YEAR}


def read_public_date(words: str) -> PublicDate:
    """What these words of a catalogue say of a date; of an unclear one, its year."""
    typed = " ".join(str(words).split())
    read = read_date(typed)
    if read.iso and EARLIEST <= int(read.iso[:4]) <= LATEST:
        exact = read.precision in PLAIN and not (read.uncertain or read.until)
        return PublicDate(read.iso, "" if exact else typed)
    years = ANY_YEAR.findall(typed)
    return PublicDate(years[0] if years else "", typed)
