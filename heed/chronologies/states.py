"""How a row stood before a file changed it, so that it can stand so again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from heed.chronologies.models import Row
from heed.chronologies.understanding import Json

CLEAR = (
    *("earliest", "latest", "stands_on", "breadth", "time", "sequence", "kind"),
    *("child_seen", "seen_alone", "doubt", "without_source", "restricted"),
)
SAID = ("words", "typed", "earlier", "amended_at", "amended_by", "answered_in_id")
WHERE = ("came_in_id", "place")
CHANGED = ("came_in", "place", *CLEAR, *SAID[:-1], "answered_in", "version")
_READ: Mapping[str, Callable] = {
    **dict.fromkeys(("earliest", "latest", "stands_on"), date.fromisoformat),
    "time": time.fromisoformat,
    "amended_at": datetime.fromisoformat,
}


def where_it_stands(row: Row) -> Json:
    """In which file a row stands, and at which place of it."""
    return {name: _plain(getattr(row, name)) for name in WHERE}


def all_of_it(row: Row) -> Json:
    """The same with all that it says, and how that is understood."""
    return {name: _plain(getattr(row, name)) for name in (*WHERE, *SAID, *CLEAR)}


def is_all_of_it(state: Json) -> bool:
    """Whether a state holds what a row said."""
    return "words" in state


def stand_as(row: Row, state: Json) -> None:
    """Let a row stand again as it did. It is not saved."""
    for name, kept in state.items():
        read = _READ.get(name)
        setattr(row, name, read(kept) if read and kept is not None else kept)
    row.version += 1


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | list | dict):
        return value
    return value.isoformat() if isinstance(value, date | time) else str(value)
