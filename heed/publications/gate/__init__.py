"""The gate before publication: facts go in, a list of sentences comes out.

Everybody sees the same list, and what is not known has not passed."""

from heed.publications.gate.checklist import checklist, without_what_waits
from heed.publications.gate.items import HELD, Item, what_bars

__all__ = [
    "HELD",
    "Item",
    "checklist",
    "what_bars",
    "without_what_waits",
]
