"""One thing that waits for somebody, and how many of a kind a page takes."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

MOST_OF_A_KIND = 25  # a page of work is read, not leafed through


@dataclass(frozen=True)
class Work:
    """One thing that waits for somebody: what, of which case, since or until when."""

    what: str
    about: str
    url: str
    due_on: date | None = None
    is_late: bool = False


def at_most(found: list[Work], what: str, page: str = "cases") -> list[Work]:
    """The first of one kind, what is due first before all, and that there are more."""
    if len(found) <= MOST_OF_A_KIND:
        return found
    found = sorted(found, key=lambda work: work.due_on or date.max)[:MOST_OF_A_KIND]
    return [*found, Work(what, "More than stand here", reverse(page))]
