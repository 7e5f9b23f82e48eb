"""Rows of the composite are chosen by a box beside each, to be marked together."""

from collections.abc import Mapping, Sequence
from uuid import UUID

# The steps for which rows are chosen (templates/chronologies/chosen.html).
MARKS = frozenset({"mark_episode", "say_themes"})


def together(*several: Mapping[UUID, Sequence[str]]) -> dict[UUID, list[str]]:
    """All marks of a row, one kind after the other."""
    found: dict[UUID, list[str]] = {}
    for marks in several:
        for row, said in marks.items():
            found.setdefault(row, []).extend(said)
    return found
