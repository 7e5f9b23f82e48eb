"""The lines of the picture before they are drawn: from whom, past whom, to whom."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from heed.rulebook.kinship import Stroke
from heed.ui.genogram.couples import Beside, Pair, is_parent, lines_of
from heed.ui.genogram.told import Tie


class Lane(IntEnum):
    """What runs between two rows, from the upper one down."""

    PARTNERS = 0
    DOWN = 1
    BESIDE = 2


@dataclass
class Wire:
    """One line. It leaves the `start` (somebody's lower or upper side, or the middle
    of the line of two partners) and ends at somebody. `group` are lines that share
    their way, like those of brothers and sisters. `gap` is who stands right of the gap
    through which it comes down from above a row."""

    ties: tuple[int, ...]
    start: str
    end: str
    group: tuple
    lane: Lane
    stroke: Stroke
    ended: bool = False
    from_partners: int | None = None
    gap: str = ""

    @property
    def leaves_upwards(self) -> bool:
        """Whether it begins at somebody's upper side."""
        over = bool(self.gap) and self.from_partners is None
        return self.lane == Lane.BESIDE or over


def wires_of(ties: Sequence[Tie], rows: Sequence[Sequence[str]]) -> list[Wire]:
    """A line for each relation; one for both parents where they are drawn as
    partners."""
    laid = _Laid(ties, rows)
    return [
        wire for number, tie in enumerate(ties) for wire in laid.wires_for(number, tie)
    ]


class _Laid:
    """What the line of one relation needs to know of the others."""

    def __init__(self, ties: Sequence[Tie], rows: Sequence[Sequence[str]]) -> None:
        self.ties = ties
        self.rows_of = row_numbers(rows)
        self.together = _parents(ties)
        self.partners: dict[Pair, int] = {}
        for number, tie in enumerate(ties):
            if tie.kin.partners and self._of_one_row(tie):
                self.partners.setdefault(frozenset((tie.one, tie.other)), number)
        self.between = lines_of(ties, self.rows_of).between(rows)
        self.place = {key: number for row in rows for number, key in enumerate(row)}

    def _of_one_row(self, tie: Tie) -> bool:
        return self.rows_of[tie.one] == self.rows_of[tie.other]

    def wires_for(self, number: int, tie: Tie) -> list[Wire]:
        """The line of a relation; none where it is drawn with another."""
        if tie.kin.partners and self._of_one_row(tie):
            over = self.between[frozenset((tie.one, tie.other))].over
            return [_across(number, tie, Lane.BESIDE if over else Lane.PARTNERS)]
        if self._of_one_row(tie):
            return [_across(number, tie, Lane.BESIDE)]
        if number in self.together:
            return self._to_child(number, tie)
        return [self._down(number, tie, (number,))]

    def _to_child(self, number: int, tie: Tie) -> list[Wire]:
        """The way to a child: from between its parents where they are partners and
        stand one row above it; else from each."""
        together = self.together[number]
        people = frozenset(self.ties[each].one for each in together)
        level = {self.rows_of[person] for person in people}
        if level != {self.rows_of[tie.other] - 1}:
            return [self._down(number, tie, (number,))]
        wire = self._down(number, tie, (tie.kin.stroke, *sorted(people)))
        between = self.between.get(people, Beside())
        same_time = len({bool(self.ties[each].until) for each in together}) == 1
        if same_time and people in self.partners:
            if number != together[0]:
                return []
            wire.ties, wire.from_partners = together, self.partners[people]
            wire.gap = between.left_of
        elif between.over and self._is_the_far_one(tie.one, people, between):
            wire.gap = between.left_of
        return [wire]

    def _is_the_far_one(self, key: str, people: Pair, between: Beside) -> bool:
        """Whether the line of this parent comes over the row to the gap beside the
        other one."""
        left = min(people, key=self.place.__getitem__)
        beside_the_right = between.left_of in people
        return (key == left) == beside_the_right

    def _down(self, number: int, tie: Tie, group: tuple) -> Wire:
        upper, lower = sorted((tie.one, tie.other), key=self.rows_of.__getitem__)
        return Wire(
            ties=(number,),
            start=upper,
            end=lower,
            group=group,
            lane=Lane.DOWN,
            stroke=tie.kin.stroke,
            ended=bool(tie.until),
        )


def _parents(ties: Sequence[Tie]) -> dict[int, tuple[int, ...]]:
    """For each line to a child, the lines of all parents drawn in the same way."""
    found = defaultdict(list)
    for number, tie in enumerate(ties):
        if is_parent(tie):
            found[tie.other, tie.kin.stroke].append(number)
    return {number: tuple(those) for those in found.values() for number in those}


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


def row_numbers(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The row of each person."""
    return {key: number for number, row in enumerate(rows) for key in row}
