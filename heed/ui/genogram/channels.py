"""The stretches of lines that run along a row, and where lines end on a figure: in
such an order that they cross as little as can be."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

ROOM_FOR_ENDS = 30  # of a figure's side, shared by all the lines that end there
UPON = 3  # lines that cross are read more easily than two that lie upon each other
BETWEEN = 6  # from the end of one stretch to the beginning of the next on its level


@dataclass
class Span:
    """A stretch along a row: how far it reaches, and where lines come to it from above
    and from below."""

    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)

    @property
    def left(self) -> int:
        return min(*self.above, *self.below)

    @property
    def right(self) -> int:
        return max(*self.above, *self.below)

    def meets(self, other: "Span") -> bool:
        return self.left <= other.right + BETWEEN and other.left <= self.right + BETWEEN

    def holds(self, x: int) -> bool:
        return self.left < x < self.right

    def crossings_over(self, other: "Span") -> int:
        """How many lines cross, or lie upon each other, if this one runs higher than
        the other."""
        crossing = sum(map(other.holds, set(self.below)))
        crossing += sum(map(self.holds, set(other.above)))
        return crossing + UPON * len(set(self.below) & set(other.above))


def levels(spans: Mapping[tuple, Span]) -> dict[tuple, int]:
    """A level for each stretch, the highest first: none lies upon another, and as few
    cross as taking the best one first finds."""
    waiting = sorted(
        spans, key=lambda key: (spans[key].right - spans[key].left, str(key))
    )
    found: dict[tuple, int] = {}
    while waiting:
        best = min(waiting, key=lambda key: _worse_first(key, waiting, spans))
        waiting.remove(best)
        higher = [found[key] for key in found if spans[key].meets(spans[best])]
        found[best] = max(higher, default=-1) + 1
    return found


def _worse_first(key: tuple, others: list[tuple], spans: Mapping[tuple, Span]) -> int:
    mine = spans[key]
    return sum(
        mine.crossings_over(spans[other]) - spans[other].crossings_over(mine)
        for other in others
        if other != key and mine.meets(spans[other])
    )


@dataclass
class Ends:
    """Where lines end on the sides of figures: as many places as there are lines. A
    line that turns back to the row lies outside of one that reaches further."""

    wanted: dict[tuple[str, bool], dict[tuple, tuple[int, float]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def want(
        self, key: str, *, below: bool, group: tuple, towards: float, turns: int = 0
    ) -> None:
        order = (turns, -towards if turns else towards)
        self.wanted[key, below].setdefault(group, order)

    def offset(self, key: str, *, below: bool, group: tuple) -> int:
        those = self.wanted[key, below]
        order = sorted(those, key=lambda each: (those[each], str(each)))
        apart = min(10, ROOM_FOR_ENDS / max(len(order), 1))
        return round((order.index(group) - (len(order) - 1) / 2) * apart)
