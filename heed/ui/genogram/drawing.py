"""From people and relations to the figures and lines of a picture."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from heed.rulebook.kinship import STROKES, Stroke
from heed.ui.genogram.placing import SLOT, generations
from heed.ui.genogram.plan import HALF, LINE, Plan, Point
from heed.ui.genogram.told import (
    Home,
    Somebody,
    Tie,
    labels_of,
    sentence_of,
    sentence_of_home,
    without_a_line,
)
from heed.ui.genogram.untangling import untangled
from heed.ui.genogram.wires import Lane

WIDE = 15  # letters of a line of words beside a figure
TALL = 2  # lines of a name beside a figure; the whole of it stands in the sentences


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

    def side(self, point: Point, *, up: bool) -> Point:
        """Where a line that comes to its middle meets its upper or lower side."""
        offset = point[0] - self.x
        down = self.y + self.edge(offset)
        return point[0], self.upper(offset) if up else down

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
    sentences = tuple(sentence_of(tie, names) for tie in ties)
    words = _words_beside(people, homes)
    tall: dict[int, int] = {}
    for key, lines in words.items():
        tall[rows_of[key]] = max(tall.get(rows_of[key], 0), len(lines))
    plan = untangled(people, ties, rows_of, tall)
    figures = {each.key: _figure(each, words[each.key], plan) for each in people}
    return Genogram(
        width=max(plan.x.values(), default=0) + SLOT,
        height=plan.height,
        figures=tuple(figures.values()),
        lines=tuple(_lines(plan, figures, sentences)),
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


def _lines(plan: Plan, figures: Mapping[str, Figure], sentences) -> Iterator[Drawn]:
    for number, wire in enumerate(plan.wires):
        points = plan.corners(number)
        if wire.from_partners is None:
            points[0] = figures[wire.start].side(points[0], up=wire.leaves_upwards)
        under = wire.lane == Lane.PARTNERS
        points[-1] = figures[wire.end].side(points[-1], up=not under)
        yield Drawn(
            ties=wire.ties,
            points=_without_repeats(points),
            stroke=wire.stroke,
            ended=wire.ended,
            sentences=tuple(sentences[tie] for tie in wire.ties),
        )


SHAPES = {"female": "circle", "male": "square"}


def _figure(each: Somebody, words: list[str], plan: Plan) -> Figure:
    """Somebody where they stand; beside them each line of words, and how far down."""
    middle = plan.middle[plan.rows_of[each.key]]
    first = middle - LINE // 2 * (len(words) - 1) + 5
    return Figure(
        who=each,
        shape="triangle" if each.unborn else SHAPES.get(each.sex, "diamond"),
        x=plan.x[each.key],
        y=middle,
        lines=tuple((first + LINE * place, line) for place, line in enumerate(words)),
    )


def _words_beside(people, homes: Sequence[Home]) -> dict[str, list[str]]:
    """What stands beside each figure, in lines that leave room for the next one."""
    at_home = defaultdict(list)
    for home, label in zip(homes, labels_of(homes), strict=True):
        for key in home.people:
            at_home[key].append(label)
    return {
        each.key: [
            *_name_of(each),
            *wrap(each.about, WIDE),
            *wrap(", ".join(at_home[each.key]), WIDE),
        ]
        for each in people
    }


def _name_of(each: Somebody) -> list[str]:
    name = wrap(each.name, WIDE, break_long_words=True)
    return name if len(name) <= TALL else [name[0], f"{name[1][: WIDE - 1]}…"]


def _without_repeats(points: list[Point]) -> tuple[Point, ...]:
    kept = points[:1]
    for point in points[1:]:
        if point != kept[-1]:
            kept.append(point)
    return tuple(kept)


def _length(stretch: tuple[Point, Point]) -> int:
    (a, b), (c, d) = stretch
    return abs(a - c) + abs(b - d)
