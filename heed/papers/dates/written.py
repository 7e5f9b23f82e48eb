"""A date as it was written, and what can be read from it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    APPROX = "approx"
    UNKNOWN = "unknown"


class Order(StrEnum):
    """What comes first in 3/4/2016: the day, unless the paper shows otherwise."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What somebody wrote where a date belongs, and what can be read from it.

    `iso` is the day, the month (`2016-05`) or the year (`2016`), as far as it is known.
    `until` is set where a span was written: `iso` is then its first day.
    """

    verbatim: str = ""
    iso: str | None = None
    precision: Precision = Precision.UNKNOWN
    uncertain: bool = False
    repaired: bool = False
    inferred_year: bool = False
    impossible: bool = False
    candidates: tuple[str, ...] = ()
    until: str | None = None
    month_first: bool = False

    @property
    def day(self) -> date | None:
        """The one day that was written; None when less than a day is known."""
        if self.iso is None or len(self.iso) != len("2016-05-22"):
            return None
        return date.fromisoformat(self.iso)

    def to_json(self) -> dict[str, object]:
        """As reading.md has it: a mark that is not so is left out."""
        marks = ("uncertain", "repaired", "inferred_year", "impossible")
        made: dict[str, object] = {
            "iso": self.iso,
            "precision": str(self.precision),
            "verbatim": self.verbatim,
        }
        made |= {mark: True for mark in marks if getattr(self, mark)}
        return made | ({"candidates": list(self.candidates)} if self.candidates else {})

    def sort_key(self) -> str:
        """Orders dates: by the earliest reading, a month after its days, unknown last.

        A span counts from its first day.
        """
        first = min(self.candidates, default=self.iso or "")
        # "~" sorts after every digit, so 2016-05 stands after 2016-05-31.
        return first.ljust(len("2016-05-22"), "~")


NO_DATE = WrittenDate()


def a_day(day: int, month: int, year: int | None) -> WrittenDate:
    """This day, or an impossible date when the calendar does not have it."""
    try:
        found = date(year or 0, month, day)
    except ValueError:
        return WrittenDate(precision=Precision.DAY, impossible=True)
    return WrittenDate(iso=found.isoformat(), precision=Precision.DAY)


def a_month(month: int, year: int | None) -> WrittenDate:
    """This month, or an impossible date when there is no such month."""
    first = a_day(1, month, year)
    if first.iso is None:
        return WrittenDate(precision=Precision.MONTH, impossible=True)
    return WrittenDate(iso=first.iso[:7], precision=Precision.MONTH)


def a_year(year: int, precision: Precision = Precision.YEAR) -> WrittenDate:
    """This year, or a season of it."""
    return WrittenDate(iso=f"{year:04}", precision=precision)
