"""Where the marks of one lane stand: beside and above one another as long as there is
room, and as columns that count them where there is none."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.ui.lanes.marks import Mark, Shade
from heed.ui.lanes.scale import DAY, Scale

SIZE = 11
"""How wide and high a mark is."""
ROWS = 6
"""Marks above one another, before a lane counts instead of showing each."""
THIN, MOST_THIN = 9, 12
"""How high a stretch stands in which something is missing, and how many stand above one
another before the last of them share a row."""
COLUMN = 8
"""How wide a column is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A mark in its row of the lane."""

    mark: Mark
    row: int
    x: float
    end: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """The entries of some days, counted."""

    first: dt.date
    last: dt.date
    x: float
    wide: float
    marks: tuple[Mark, ...]


def stacked(marks: Sequence[Mark], scale: Scale) -> list[Placed] | None:
    """Each mark in a row in which it covers no other; None where the rows run out."""
    ends: list[float] = []
    placed = []
    for mark in marks:
        x = scale.middle(scale.within(mark.first))
        end = max(scale.middle(scale.within(mark.last)), x)
        free = (row for row, taken in enumerate(ends) if taken + SIZE <= x)
        row = next(free, len(ends))
        if row == ROWS:
            return None
        if row == len(ends):
            ends.append(0)
        ends[row] = end
        placed.append(Placed(mark=mark, row=row, x=x, end=end))
    return placed


def in_rows(shades: Sequence[Shade], scale: Scale) -> tuple[tuple[Shade, int], ...]:
    """Each stretch in which something is missing with the row in which it stands; one
    that lasts longer stands above those within it."""
    ends: list[float] = []
    found = []
    for shade in sorted(shades, key=lambda each: (each.first, -each.last.toordinal())):
        x = scale.x(scale.within(shade.first))
        row = next((n for n, taken in enumerate(ends) if taken < x), len(ends))
        row = min(row, MOST_THIN - 1)
        ends[row:] = [scale.x(scale.within(shade.last) + DAY), *ends[row + 1 :]]
        found.append((shade, row))
    return tuple(found)


def counted(marks: Sequence[Mark], scale: Scale) -> tuple[Column, ...]:
    """The marks by stretches of equal days; an entry of several days counts at the
    first of them."""
    days = max(1, round(COLUMN * scale.days / scale.wide))
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        day = scale.within(mark.first)
        found.setdefault((day - scale.first).days // days, []).append(mark)
    return tuple(_columns(found, days, scale))


def _columns(found: dict[int, list[Mark]], days: int, scale: Scale) -> Iterator[Column]:
    for place, marks in sorted(found.items()):
        first = scale.first + place * days * DAY
        last = min(first + (days - 1) * DAY, scale.last)
        x = scale.x(first)
        wide = round(scale.x(last + DAY) - x, 1)
        yield Column(first=first, last=last, x=x, wide=wide, marks=tuple(marks))
