"""The lines of the picture before they are drawn: from whom, past whom, to whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from heed.rulebook.kinship import Stroke
from heed.ui.genogram.placing import SLOT, Rows
from heed.ui.genogram.told import Tie

ROOM_FOR_ENDS = 30  # of a figure's side, shared by all the lines that end there
BESIDE = 26  # from the middle of a figure to the free way on its left


class Lane(IntEnum):
    """What runs between two rows, from the upper one down."""

    PARTNERS = 0
    DOWN = 1
    BESIDE = 2


@dataclass
class Wire:
    """One line. It leaves the `start` (somebody's lower or upper side, or the middle
    of the line of two partners) and ends at somebody. `group` are lines that share
    their way, like those of brothers and sisters."""

    ties: tuple[int, ...]
    start: str
    end: str
    group: tuple
    lane: Lane
    stroke: Stroke
    ended: bool = False
    from_partners: int | None = None


@dataclass
class Ends:
    """Where lines end on the sides of figures: as many places as there are lines."""

    wanted: dict[tuple[str, bool], dict[tuple, float]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def want(self, key: str, *, below: bool, group: tuple, towards: float) -> None:
        self.wanted[key, below].setdefault(group, towards)

    def offset(self, key: str, *, below: bool, group: tuple) -> int:
        those = self.wanted[key, below]
        order = sorted(those, key=lambda each: (those[each], str(each)))
        apart = min(10, ROOM_FOR_ENDS / max(len(order), 1))
        return round((order.index(group) - (len(order) - 1) / 2) * apart)


def wires_of(ties: Sequence[Tie], rows_of: Mapping[str, int]) -> list[Wire]:
    """A line for each relation; one for both parents where they are drawn as
    partners."""
    partners: dict[frozenset[str], int] = {}
    made: list[Wire] = []
    for number, tie in enumerate(ties):
        if tie.kin.partners and rows_of[tie.one] == rows_of[tie.other]:
            pair = frozenset((tie.one, tie.other))
            partners.setdefault(pair, number)
            made.append(_across(number, tie, Lane.PARTNERS))
    parents = _parents(ties)
    for number, tie in enumerate(ties):
        if tie.kin.partners and rows_of[tie.one] == rows_of[tie.other]:
            continue
        if rows_of[tie.one] == rows_of[tie.other]:
            made.append(_across(number, tie, Lane.BESIDE))
        elif number in parents:
            made += _to_child(number, tie, parents[number], partners, ties, rows_of)
        else:
            made.append(_down(number, tie, (number,), rows_of))
    return made


def _parents(ties: Sequence[Tie]) -> dict[int, tuple[int, ...]]:
    """For each line to a child, the lines of all parents drawn in the same way."""
    found = defaultdict(list)
    for number, tie in enumerate(ties):
        if tie.kin.above == 1 and tie.kin.slug != "aunt_or_uncle":
            found[tie.other, tie.kin.stroke].append(number)
    return {number: tuple(those) for those in found.values() for number in those}


def _to_child(number, tie, together, partners, ties, rows_of) -> list[Wire]:
    """The way to a child: from between its parents where they are partners and stand
    one row above it; else from each."""
    people = frozenset(ties[each].one for each in together)
    level = {rows_of[person] for person in people}
    of_a_row = level == {rows_of[tie.other] - 1}
    group = (tie.kin.stroke, *sorted(people))
    same_time = len({bool(ties[each].until) for each in together}) == 1
    if of_a_row and same_time and people in partners:
        if number != together[0]:
            return []
        wire = _down(number, tie, group, rows_of)
        wire.ties, wire.from_partners = together, partners[people]
        return [wire]
    return [_down(number, tie, group if of_a_row else (number,), rows_of)]


def _across(number: int, tie: Tie, lane: Lane) -> Wire:
    return Wire(
        ties=(number,),
        start=tie.one,
        end=tie.other,
        group=(number,),
        lane=lane,
        stroke=tie.kin.stroke,
        ended=bool(tie.until),
    )


def _down(number: int, tie: Tie, group: tuple, rows_of: Mapping[str, int]) -> Wire:
    upper, lower = sorted((tie.one, tie.other), key=rows_of.__getitem__)
    return Wire(
        ties=(number,),
        start=upper,
        end=lower,
        group=group,
        lane=Lane.DOWN,
        stroke=tie.kin.stroke,
        ended=bool(tie.until),
    )


def free_way(row: Sequence[str], x: Mapping[str, int], near: int) -> int:
    """Where a line may pass a row: to the left of somebody, or to the right of all."""
    ways = [x[key] - BESIDE - 12 for key in row]
    ways.append(max((x[key] for key in row), default=0) + SLOT - BESIDE - 12)
    return min(ways, key=lambda way: abs(way - near))


def levels(spans: Mapping[tuple, tuple[int, int]]) -> dict[tuple, int]:
    """A level for each stretch so that none lies upon another, the short ones first."""
    taken: list[list[tuple[int, int]]] = []
    found: dict[tuple, int] = {}
    for key in sorted(spans, key=lambda k: (spans[k][1] - spans[k][0], str(k))):
        left, right = spans[key]
        free = (
            level
            for level, those in enumerate(taken)
            if all(right + 6 < a or b + 6 < left for a, b in those)
        )
        level = next(free, len(taken))
        taken += [[]] if level == len(taken) else []
        taken[level].append((left, right))
        found[key] = level
    return found


def row_numbers(rows: Rows) -> dict[str, int]:
    """The row of each person."""
    return {key: number for number, row in enumerate(rows) for key in row}
