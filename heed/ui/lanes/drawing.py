"""From entries to lanes: each agency its lane, each entry its place in time."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heed.ui.lanes.marks import Child, Life, Mark, Shade
from heed.ui.lanes.scale import Scale
from heed.ui.lanes.stacking import (
    ROWS,
    SIZE,
    THIN,
    Column,
    Placed,
    counted,
    in_rows,
    stacked,
)

LEFT = 224
"""The names of the lanes stand left of the days."""
WIDE = 874
"""With what stands beside it as wide as the desk's page: nobody has to move it."""
RIGHT = 20
ROOM = 6
"""Above the first and below the last mark of a lane."""
HEAD = 44
"""The names of the days stand above the lanes."""
AGES = 20
"""A line of a child's years beneath the lanes."""
TALLEST = ROWS * SIZE


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """One agency: its marks, or columns that count them; never both."""

    name: str
    top: int
    tall: int
    marks: tuple[Mark, ...]
    placed: tuple[Placed, ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def key_marks(self) -> tuple[Mark, ...]:
        """The key episodes, which a column would hide."""
        return tuple(mark for mark in self.marks if mark.key)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lanes:
    """The whole picture. `without_a_day` counts entries that no day can be given."""

    scale: Scale
    lanes: tuple[Lane, ...]
    shades: tuple[Shade, ...]
    missing: tuple[tuple[Shade, int], ...]
    lives: tuple[Life, ...]
    children: tuple[Child, ...]
    without_a_day: int
    most: int
    """The most entries that one column counts."""

    @property
    def width(self) -> int:
        return LEFT + WIDE + RIGHT

    @property
    def top(self) -> int:
        """Where the first lane begins, below what is missing."""
        return HEAD + _band(self.missing)

    @property
    def bottom(self) -> int:
        """Where the last lane ends."""
        return max((lane.top + lane.tall for lane in self.lanes), default=self.top)

    @property
    def height(self) -> int:
        return self.bottom + AGES * len(self.children) + ROOM * 2

    @property
    def entries(self) -> int:
        """How many entries can be seen."""
        return sum(len(lane.marks) for lane in self.lanes)

    @property
    def counts(self) -> bool:
        """Whether any lane counts its entries instead of showing each."""
        return any(lane.columns for lane in self.lanes)


def lanes(
    marks: Sequence[Mark],
    *,
    names: Sequence[str],
    period: tuple[dt.date, dt.date],
    shades: Iterable[Shade] = (),
    lives: Iterable[Life] = (),
    children: Iterable[Child] = (),
    without_a_day: int = 0,
) -> Lanes:
    """The picture of a period, with a lane for every name, also for an agency that
    has nothing to show in it. ValueError where the period ends before it begins."""
    first, last = period
    if last < first:
        raise ValueError("A period ends before it begins.")
    scale = Scale(first=first, last=last, left=LEFT, wide=WIDE)
    seen: dict[str, list[Mark]] = {name: [] for name in names}
    for mark in sorted(marks, key=lambda mark: (mark.first, mark.last)):
        if scale.holds(mark.first, mark.last):
            seen.setdefault(mark.lane, []).append(mark)
    shades = tuple(s for s in shades if scale.holds(s.first, s.last))
    missing = in_rows(shades, scale)
    laid = tuple(_laid(seen, scale, HEAD + _band(missing)))
    columns = (column for lane in laid for column in lane.columns)
    return Lanes(
        scale=scale,
        lanes=laid,
        shades=shades,
        missing=missing,
        lives=tuple(s for s in lives if scale.holds(s.on, s.on)),
        children=tuple(c for c in children if c.born <= last),
        without_a_day=without_a_day,
        most=max((len(column.marks) for column in columns), default=1),
    )


def _band(missing: Sequence[tuple[Shade, int]]) -> int:
    """How high what is missing stands above the lanes."""
    rows = max((row for _, row in missing), default=-1) + 1
    return rows * THIN + 2 * ROOM if rows else 0


def _laid(seen: dict[str, list[Mark]], scale: Scale, top: int) -> Iterable[Lane]:
    for name, marks in seen.items():
        lane = _lane(name, marks, scale, top)
        top += lane.tall
        yield lane


def _lane(name: str, marks: list[Mark], scale: Scale, top: int) -> Lane:
    placed = stacked(marks, scale)
    if placed is None:
        columns = counted(marks, scale)
        tall = TALLEST + ROOM * 2
        return Lane(name=name, top=top, tall=tall, marks=tuple(marks), columns=columns)
    rows = max((each.row for each in placed), default=0) + 1
    return Lane(
        name=name,
        top=top,
        tall=max(rows, 2) * SIZE + ROOM * 2,
        marks=tuple(marks),
        placed=tuple(placed),
    )
