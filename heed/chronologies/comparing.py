"""What is the same in a newer file of an agency, and what is not. Nothing here reads a
database."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

Typed = dict[str, Any]
NOT_COMPARED = frozenset({"n", "row", "file", "agency", "flags", "cells", "sequence"})
"""What says where a row stands, and nothing of what it says."""
NUMBERED = re.compile(r"(?:no|number|nr|seq|sequence|#)\.?(?: no\.?)?", re.IGNORECASE)
"""Above a column that counts rows: ours in a copy that comes back, or an agency's."""


@dataclass
class Difference:
    """The rows of a newer file against those that are kept, by their places in both."""

    same: list[tuple[int, int]] = field(default_factory=list)
    changed: list[tuple[int, int]] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def compared(
    kept: Sequence[Typed], came: Sequence[Typed], *, is_instead: bool = True
) -> Difference:
    """Which rows say what they said, which were changed, which are new, which are gone.

    A row is the same where it says the same; of those left, one is the changed row
    where it tells the same event, or gives another account of the same day, time and
    source; of two alike the one nearer to the top. What came beside the others, and not
    instead of them, changes a row only where it tells that event of that day."""
    found = Difference()
    old, new = list(range(len(kept))), list(range(len(came)))
    changes = (_event, _where) if is_instead else (_event_there,)
    for key, into in (
        (_all, found.same),
        *((key, found.changed) for key in changes),
    ):
        matched = _matched(kept, came, old, new, key)
        into.extend(matched)
        gone, used = {a for a, _ in matched}, {b for _, b in matched}
        old = [each for each in old if each not in gone]
        new = [each for each in new if each not in used]
    found.gone, found.new = old, new
    return found


def _matched(kept, came, old, new, key: Callable[[Typed], Hashable]) -> list:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at in reversed(old):
        if (said := key(kept[at])) is not None:
            waiting[said].append(at)
    return [
        (waiting[said].pop(), at)
        for at in new
        if (said := key(came[at])) is not None and waiting.get(said)
    ]


def _all(row: Typed) -> Hashable:
    said = {k: v for k, v in row.items() if k not in NOT_COMPARED}
    if others := said.pop("other", ()):
        kept = [each for each in others if not NUMBERED.fullmatch(each[0].strip())]
        said |= {"other": kept} if kept else {}
    return repr(sorted(said.items()))


def _event(row: Typed) -> Hashable:
    return " ".join(row.get("event", "").split()).casefold() or None


def _where(row: Typed) -> Hashable:
    said = (
        row.get("date", {}).get("words", ""),
        row.get("time_words", ""),
        row.get("source", "").casefold(),
    )
    return said if said[0] else None


def _event_there(row: Typed) -> Hashable:
    event, where = _event(row), _where(row)
    return (event, where) if event and where else None
