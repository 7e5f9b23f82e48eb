"""From people and relations to the figures and lines of a picture."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from heed.rulebook.kinship import STROKES, Stroke
from heed.ui.genogram.placing import SLOT, far_right, generations, ordered
from heed.ui.genogram.told import (
    Home,
    Somebody,
    Tie,
    labels_of,
    sentence_of,
    sentence_of_home,
    without_a_line,
)
from heed.ui.genogram.wires import (
    Ends,
    Lane,
    Wire,
    free_way,
    levels,
    row_numbers,
    wires_of,
)

HALF = 22  # of a figure's height and width
ROW = 76  # a row of figures, with the words beside them
APART = 12  # from one stretch between two rows to the next
MARGIN = 44
WIDE = 15  # letters of a line of words beside a figure
TALL = 2  # lines of a name beside a figure; the whole of it stands in the sentences

Point = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A person in the picture: where, in which shape, and what stands beside."""

    who: Somebody
    shape: str  # circle, square, triangle, diamond
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]

    @property
    def words_x(self) -> int:
        return self.x + HALF + 8

    @property
    def corners(self) -> str:
        """The corners of a shape that is no circle."""
        x, y, h = self.x, self.y, HALF
        every = {
            "square": [(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)],
            "triangle": [(x, y - h), (x + h, y + h), (x - h, y + h)],
            "diamond": [(x, y - h), (x + h, y), (x, y + h), (x - h, y)],
        }
        return " ".join(f"{a},{b}" for a, b in every.get(self.shape, []))

    def edge(self, offset: int) -> int:
        """How far above or below the middle its side is, so far right of it."""
        away = abs(offset)
        if self.shape == "circle":
            return round(math.sqrt(HALF**2 - away**2))
        return HALF - away if self.shape == "diamond" else HALF

    def upper(self, offset: int) -> int:
        """How high its side is, so far right of the middle."""
        if self.shape == "triangle":
            return self.y - HALF + 2 * abs(offset)
        return self.y - self.edge(offset)


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One line of the picture, and the sentences that it draws."""

    ties: tuple[int, ...]
    points: tuple[Point, ...]
    stroke: Stroke
    ended: bool
    sentences: tuple[str, ...]

    @property
    def path(self) -> str:
        return "M" + " L".join(f"{x} {y}" for x, y in self.points)

    @property
    def slash(self) -> str:
        """The mark that a relation has ended, in the middle of its longest stretch."""
        longest = max(zip(self.points, self.points[1:], strict=False), key=_length)
        (a, b), (c, d) = longest
        x, y = (a + c) // 2, (b + d) // 2
        return f"M{x - 4} {y + 6} L{x + 4} {y - 6}"


@dataclass(frozen=True, kw_only=True)
class Genogram:
    """The whole picture, and the same in words."""

    width: int
    height: int
    figures: tuple[Figure, ...]
    lines: tuple[Drawn, ...]
    sentences: tuple[str, ...]
    homes: tuple[str, ...]
    alone: str
    legend: tuple[tuple[Stroke, str], ...]

    @property
    def says_something(self) -> bool:
        return bool(self.sentences or self.homes)


def genogram(
    people: Sequence[Somebody], ties: Sequence[Tie], homes: Sequence[Home] = ()
) -> Genogram:
    """The picture of a family. Everybody is in it once, every relation once."""
    names = {each.key: each.name for each in people}
    ties = [tie for tie in ties if {tie.one, tie.other} <= set(names)]
    rows_of = generations(people, ties)
    rows = ordered(people, ties, rows_of)
    x = far_right(rows, ties, rows_of)
    sentences = tuple(sentence_of(tie, names) for tie in ties)
    plan = _Plan(people, ties, rows, x, homes)
    return Genogram(
        width=max(x.values(), default=0) + SLOT + MARGIN,
        height=plan.height,
        figures=tuple(plan.figures.values()),
        lines=tuple(plan.drawn(wire, sentences) for wire in plan.wires),
        sentences=sentences,
        homes=tuple(
            sentence_of_home(home, label, names)
            for home, label in zip(homes, labels_of(homes), strict=True)
        ),
        alone=without_a_line(people, ties),
        legend=tuple(
            (stroke, words)
            for stroke, words in STROKES.items()
            if any(tie.kin.stroke == stroke for tie in ties)
        ),
    )


class _Plan:
    """Everything that has its place: figures, where lines end on them, the stretches
    between the rows."""

    def __init__(self, people, ties, rows, x, homes):
        self.rows, self.rows_of = rows, row_numbers(rows)
        self.x = {key: place + MARGIN for key, place in x.items()}
        self.wires = wires_of(ties, self.rows_of)
        self.partners = {w.ties[0]: w for w in self.wires if w.lane == Lane.PARTNERS}
        self.ends = Ends()
        for wire in self.wires:
            self._want_ends(wire)
        self.spans: dict = defaultdict(dict)
        for wire in self.wires:
            self._claim(wire)
        self.level = {place: levels(those) for place, those in self.spans.items()}
        self._tops(len(rows))
        self.figures = _figures(people, homes, self)

    def _want_ends(self, wire: Wire) -> None:
        start, end = self.x[wire.start], self.x[wire.end]
        down = wire.lane == Lane.DOWN
        below = wire.lane != Lane.BESIDE
        if wire.from_partners is None:
            self.ends.want(wire.start, below=below, group=wire.group, towards=end)
        else:
            pair = self.partners[wire.from_partners]
            start = (self.x[pair.start] + self.x[pair.end]) // 2
        side = below and not down
        self.ends.want(wire.end, below=side, group=wire.group, towards=start)

    def end_of(self, key: str, wire: Wire, *, below: bool) -> int:
        offset = self.ends.offset(key, below=below, group=wire.group)
        return self.x[key] + offset

    def begins_at(self, wire: Wire) -> int:
        """How far right a line begins."""
        if wire.from_partners is None:
            below = wire.lane != Lane.BESIDE
            return self.end_of(wire.start, wire, below=below)
        pair = self.partners[wire.from_partners]
        ends = [self.end_of(key, pair, below=True) for key in (pair.start, pair.end)]
        return sum(ends) // 2

    def ends_at(self, wire: Wire) -> int:
        """How far right a line ends."""
        return self.end_of(wire.end, wire, below=wire.lane == Lane.PARTNERS)

    def way(self, wire: Wire) -> list[tuple[int, int, int]]:
        """The stretches of a line: under which row, from how far right to how far."""
        here, there = self.begins_at(wire), self.ends_at(wire)
        upper = self.rows_of[wire.start]
        if wire.lane == Lane.PARTNERS:
            return [(upper, here, there)]
        if wire.lane == Lane.BESIDE:
            return [(upper - 1, here, there)]
        found = []
        for row in range(upper, self.rows_of[wire.end] - 1):
            passed = free_way(self.rows[row + 1], self.x, there)
            found.append((row, here, passed))
            here = passed
        return [*found, (self.rows_of[wire.end] - 1, here, there)]

    def _claim(self, wire: Wire) -> None:
        for row, here, there in self.way(wire):
            spans = self.spans[row, wire.lane]
            before = spans.get(wire.group, (here, here))
            spans[wire.group] = (min(*before, here, there), max(*before, here, there))

    def _tops(self, height: int) -> None:
        """How far down each row begins, and each lane between two rows."""
        self.lane_top, self.row_top, down = {}, {}, 16
        for row in range(-1, height):
            if row >= 0:
                self.row_top[row] = down
                down += ROW
            for lane in Lane:
                self.lane_top[row, lane] = down + 6
                used = self.level.get((row, lane), {})
                down += APART * (max(used.values(), default=-1) + 1)
            down += 18 if 0 <= row < height - 1 or self.spans_above(row) else 0
        self.height = down + 8

    def spans_above(self, row: int) -> bool:
        return row == -1 and any(self.spans.get((row, lane)) for lane in Lane)

    def height_of(self, row: int, wire: Wire) -> int:
        """How far down the stretch of a line under a row lies."""
        place = (row, wire.lane)
        return self.lane_top[place] + APART * self.level[place][wire.group]

    def drawn(self, wire: Wire, sentences: tuple[str, ...]) -> Drawn:
        """A line with its corners."""
        points = [self._leaves(wire)]
        for row, here, there in self.way(wire):
            y = self.height_of(row, wire)
            points += [(here, y), (there, y)]
        points.append(self._arrives(wire))
        return Drawn(
            ties=wire.ties,
            points=_without_repeats(points),
            stroke=wire.stroke,
            ended=wire.ended,
            sentences=tuple(sentences[tie] for tie in wire.ties),
        )

    def _leaves(self, wire: Wire) -> Point:
        x = self.begins_at(wire)
        if wire.from_partners is not None:
            pair = self.partners[wire.from_partners]
            return x, self.height_of(self.rows_of[pair.start], pair)
        figure = self.figures[wire.start]
        offset = x - figure.x
        if wire.lane == Lane.BESIDE:
            return x, figure.upper(offset)
        return x, figure.y + figure.edge(offset)

    def _arrives(self, wire: Wire) -> Point:
        x, figure = self.ends_at(wire), self.figures[wire.end]
        offset = x - figure.x
        if wire.lane == Lane.PARTNERS:
            return x, figure.y + figure.edge(offset)
        return x, figure.upper(offset)


SHAPES = {"female": "circle", "male": "square"}


def _figures(people, homes, plan: _Plan) -> dict[str, Figure]:
    at_home = defaultdict(list)
    for home, label in zip(homes, labels_of(homes), strict=True):
        for key in home.people:
            at_home[key].append(label)
    return {
        each.key: Figure(
            who=each,
            shape="triangle" if each.unborn else SHAPES.get(each.sex, "diamond"),
            x=plan.x[each.key],
            y=plan.row_top[plan.rows_of[each.key]] + ROW // 2,
            lines=_words(each, at_home[each.key], plan),
        )
        for each in people
    }


def _words(each: Somebody, homes: list[str], plan: _Plan) -> tuple:
    """What stands beside a figure, each line with how far down it is."""
    name = wrap(each.name, WIDE, break_long_words=True)
    lines = name if len(name) <= TALL else [name[0], f"{name[1][: WIDE - 1]}…"]
    lines = [*lines, *(line for line in (each.about, ", ".join(homes)) if line)]
    middle = plan.row_top[plan.rows_of[each.key]] + ROW // 2
    first = middle - 8 * (len(lines) - 1) + 5
    return tuple((first + 16 * number, line) for number, line in enumerate(lines))


def _without_repeats(points: list[Point]) -> tuple[Point, ...]:
    kept = points[:1]
    for point in points[1:]:
        if point != kept[-1]:
            kept.append(point)
    return tuple(kept)


def _length(stretch: tuple[Point, Point]) -> int:
    (a, b), (c, d) = stretch
    return abs(a - c) + abs(b - d)
