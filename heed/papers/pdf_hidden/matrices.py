"""Where things on a page stand: matrices, boxes and shapes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Colour = tuple[float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
WHITE: Colour = (1.0, 1.0, 1.0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def at(matrix: Matrix, x: float, y: float) -> Point:
    """Where a point comes to stand."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: Iterable[Point]) -> Box:
    """The box around these points."""
    found = list(points)
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), min(ys), max(xs), max(ys)


def both(one: Box, other: Box) -> Box:
    """What lies in both boxes."""
    return (
        *(max(one[0], other[0]), max(one[1], other[1])),
        *(min(one[2], other[2]), min(one[3], other[3])),
    )


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common."""
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area that was filled; its colour is None where nobody can say it."""

    order: int
    box: Box
    outlines: Sequence[Sequence[Point]]
    colour: Colour | None
    even: bool = False
    """Whether what is enclosed twice is a hole."""

    def covers(self, point: Point) -> bool:
        """Whether a point lies within its outlines."""
        if not holds(self.box, point):
            return False
        turns = sum(_turns(outline, point) for outline in self.outlines)
        return turns % 2 == 1 if self.even else turns != 0


def _turns(outline: Sequence[Point], point: Point) -> int:
    """How often an outline goes around a point, and in which direction."""
    x, y = point
    found = 0
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found += 1 if y2 > y1 else -1
    return found
