"""What else falls due in cases, beside the clocks: later stages register it, and the
board of deadlines and the calendars show it. Listed in `heed/config/wiring.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from heed.cases.models import Case
from heed.rulebook.language import Force


@dataclass(frozen=True)
class FallsDue:
    """A day that a case holds somebody to. `key` stays the same as long as it stands:
    a calendar knows it again by that. `what` is for the board alone."""

    key: str
    day: date
    what: str
    case: Case
    url: str
    force: Force = Force.LOCAL


@dataclass(frozen=True)
class Window:
    """The days that are looked at, and how many of what falls due; of the first of
    these days only what comes after a key. A source may answer more."""

    first: date = date.min
    last: date = date.max
    after: str = ""
    most: int | None = None


EVERYTHING = Window()

# Called with a person, `at` and a window; it answers what falls due in the cases that
# this person may open. Unregistered, nothing more is due.
Source = Callable[..., Iterable[FallsDue]]
SOURCES: list[Source] = []


def falls_due(source: Source) -> None:
    """Put what falls due by this source on the board and into the calendars."""
    if source not in SOURCES:
        SOURCES.append(source)
