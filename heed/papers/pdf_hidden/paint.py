"""What a page paints, in its order: letters, areas, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from heed.papers.pdf_hidden.fonts import THOUSANDTH, Letter, Letters
from heed.papers.pdf_hidden.matrices import (
    EVERYWHERE,
    SAME,
    Box,
    Colour,
    Matrix,
    Point,
    Shape,
    around,
    at,
    both,
    holds,
    times,
)

NARROW = 2.0
"""Points: a thinner area is a line, and hides no letter."""
LINES_ONLY = {1, 5}
NOT_PAINTED = "written without ink"
TOO_SMALL = "too small to be read"
OFF_PAGE = "outside the page"
OFF_LAYER = "in a layer that is off"
_UNSEEN_MODES = {3, 7}
_TINY = 2.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How the next thing is painted."""

    place: Matrix = SAME
    clip: Box = EVERYWHERE
    colour: Colour | None = (0.0, 0.0, 0.0)
    space: str = "gray"
    clear: bool = False
    line: Colour | None = (0.0, 0.0, 0.0)
    width: float = 1.0
    letters: Letters = field(default_factory=lambda: Letters(None))
    size: float = 1.0
    mode: int = 0
    between: float = 0.0
    blank: float = 0.0
    wide: float = 1.0
    lead: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Glyph:
    """One letter that was painted, and why nobody sees it."""

    text: str
    middle: Point
    height: float
    width: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that were painted at once; where each stands is worked out when it is
    asked. `why` says why nobody sees any of them."""

    order: int
    box: Box
    letters: Sequence[Letter]
    place: Matrix
    manner: Manner
    why: str

    @property
    def colour(self) -> Colour | None:
        """The colour of the letters; None where only their edges are drawn."""
        return None if self.manner.mode in LINES_ONLY else self.manner.colour

    @property
    def text(self) -> str:
        """What they say."""
        return "".join([each[0] for each in self.letters])

    @property
    def is_inside(self) -> bool:
        """Whether all of them lie where something can be seen."""
        clip, box = self.manner.clip, self.box
        across = clip[0] <= box[0] and box[2] <= clip[2]
        return across and clip[1] <= box[1] and box[3] <= clip[3]

    def glyphs(self) -> Iterator[Glyph]:
        """Each letter in its place."""
        manner, place, x = self.manner, self.place, 0.0
        height = height_of(manner, place)
        across = (place[0] ** 2 + place[1] ** 2) ** 0.5
        for text, width, blank in self.letters:
            wide = width * manner.size * manner.wide
            middle = at(place, x + wide / 2, _middle(manner))
            why = self.why or ("" if holds(manner.clip, middle) else OFF_PAGE)
            yield Glyph(text, middle, height, abs(wide) * across, why)
            more = manner.between + (manner.blank if blank else 0)
            x += wide + more * manner.wide


def height_of(manner: Manner, place: Matrix) -> float:
    """How high letters are."""
    return float(abs(manner.size) * (place[2] ** 2 + place[3] ** 2) ** 0.5)


def _middle(manner: Manner) -> float:
    return manner.rise + manner.size * 0.3


def _unseen(manner: Manner, place: Matrix) -> str:
    if manner.mode in _UNSEEN_MODES or manner.clear:
        return NOT_PAINTED
    plain = manner.letters.scale == THOUSANDTH  # letters drawn by hand have any size
    return TOO_SMALL if plain and height_of(manner, place) < _TINY else ""


@dataclass
class Canvas:
    """What was painted so far."""

    stretches: list[Stretch] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    order: int = 0
    pictures: int = 0

    def write(
        self,
        letters: Sequence[Letter],
        place: Matrix,
        manner: Manner,
        wide: float,
        why: str,
    ) -> None:
        """Letters are painted one after another, over this width."""
        self.order += 1
        y = _middle(manner)
        box = around((at(place, 0.0, y), at(place, wide, y)))
        why = why or _unseen(manner, place)
        self.stretches.append(Stretch(self.order, box, letters, place, manner, why))

    def fill(
        self,
        outlines: Sequence[Sequence[Point]],
        manner: Manner,
        *,
        even: bool = False,
    ) -> None:
        """An area is filled."""
        points = [each for outline in outlines for each in outline]
        if not points or manner.clear:
            return
        box = both(around(points), manner.clip)
        if box[2] - box[0] > NARROW and box[3] - box[1] > NARROW:
            self.order += 1
            colour = manner.colour
            self.shapes.append(Shape(self.order, box, outlines, colour, even))

    def draw(self, outlines: Sequence[Sequence[Point]], manner: Manner) -> None:
        """Lines are drawn: a thick one covers what lies under it."""
        a, b, c, d = manner.place[:4]
        half = manner.width * abs(a * d - b * c) ** 0.5 / 2
        if half * 2 <= NARROW:
            return
        inked = replace(manner, colour=manner.line)
        for outline in outlines:
            for one, other in pairwise(outline):
                self.fill([_thick(one, other, half)], inked)

    def picture(self, manner: Manner, *, opaque: bool) -> None:
        """A picture fills the square of its place."""
        self.pictures += 1
        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        outline = [at(manner.place, x, y) for x, y in corners]
        if opaque:
            self.fill([outline], replace(manner, colour=None))


def _thick(one: Point, other: Point, half: float) -> list[Point]:
    along, up = other[0] - one[0], other[1] - one[1]
    length = (along * along + up * up) ** 0.5 or 1.0
    x, y = -up / length * half, along / length * half
    return [
        *((one[0] + x, one[1] + y), (other[0] + x, other[1] + y)),
        *((other[0] - x, other[1] - y), (one[0] - x, one[1] - y)),
    ]


def number(said: Any, usual: float = 0.0) -> float:
    """A number that a page gives; pages may give anything."""
    try:
        return float(said)
    except (TypeError, ValueError):
        return usual


def moved(line: Matrix, x: float, y: float) -> Matrix:
    """A line of letters, moved on from where it began."""
    return times((1.0, 0.0, 0.0, 1.0, x, y), line)
