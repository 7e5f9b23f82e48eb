"""Where everything has its place: figures, where lines end on them, the stretches
between the rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from heed.ui.genogram.channels import Ends, Span, levels
from heed.ui.genogram.placing import GAP, SLOT, Rows
from heed.ui.genogram.told import Tie
from heed.ui.genogram.wires import Lane, Wire, row_numbers, wires_of

HALF = 22  # of a figure's height and width
LINE = 16  # of words beside a figure
APART = 12  # from one stretch between two rows to the next
MARGIN = 44
TRACK = 7  # from one line in a gap to the next

Point = tuple[int, int]
Stretch = tuple[int, Lane, int, int]  # below which row, from how far right to how far


class Plan:
    """The places of a family whose rows are ordered. `tall` says how many lines of
    words stand beside the figures of each row."""

    def __init__(
        self,
        ties: Sequence[Tie],
        rows: Rows,
        x: Mapping[str, int],
        tall: Mapping[int, int],
    ) -> None:
        self.rows, self.rows_of = rows, row_numbers(rows)
        self.x = {key: place + MARGIN for key, place in x.items()}
        self.wires = wires_of(ties, rows)
        self.pairs = {
            wire.ties[0]: wire for wire in self.wires if wire.lane != Lane.DOWN
        }
        self.ends = Ends()
        self.in_gaps: dict[tuple[int, str], list[tuple]] = defaultdict(list)
        for wire in self.wires:
            self._want_ends(wire)
        self.ways = [self._way(wire) for wire in self.wires]
        self.spans: dict[tuple[int, Lane], dict[tuple, Span]] = defaultdict(dict)
        for wire, way in zip(self.wires, self.ways, strict=True):
            self._claim(wire, way)
        self.level = {place: levels(those) for place, those in self.spans.items()}
        self._tops(tall)

    def _want_ends(self, wire: Wire) -> None:
        start, end = self.x[wire.start], self.x[wire.end]
        down = wire.lane == Lane.DOWN
        turns = 0 if down and not wire.leaves_upwards else _sign(end - start)
        if wire.from_partners is not None:
            pair = self.pairs[wire.from_partners]
            start = (self.x[pair.start] + self.x[pair.end]) // 2
        else:
            towards = end
            if wire.gap and down:
                towards = self.x[wire.gap] - GAP
                turns = _sign(towards - start)
            self.ends.want(
                wire.start,
                below=not wire.leaves_upwards,
                group=wire.group,
                towards=towards,
                turns=turns,
            )
        if wire.gap:
            start = self.x[wire.gap] - GAP
        self.ends.want(
            wire.end,
            below=wire.lane == Lane.PARTNERS,
            group=wire.group,
            towards=start,
            turns=0 if down else -turns,
        )

    def _end_of(self, key: str, wire: Wire, *, below: bool) -> int:
        return self.x[key] + self.ends.offset(key, below=below, group=wire.group)

    def _through(self, row: int, key: str, group: tuple) -> int:
        """How far right a line passes a row, left of somebody or right of all; beside
        the others that pass there."""
        those = self.in_gaps[row, key]
        if group not in those:
            those.append(group)
        beyond = max((self.x[each] for each in self.rows[row]), default=0) + SLOT
        return self.x.get(key, beyond) - GAP - TRACK * those.index(group)

    def _begins_at(self, wire: Wire) -> int:
        if wire.from_partners is None:
            return self._end_of(wire.start, wire, below=not wire.leaves_upwards)
        if wire.gap:
            return self._through(self.rows_of[wire.start], wire.gap, wire.group)
        pair = self.pairs[wire.from_partners]
        ends = [self._end_of(key, pair, below=True) for key in (pair.start, pair.end)]
        return sum(ends) // 2

    def _way(self, wire: Wire) -> list[Stretch]:
        here = self._begins_at(wire)
        there = self._end_of(wire.end, wire, below=wire.lane == Lane.PARTNERS)
        upper, lower = self.rows_of[wire.start], self.rows_of[wire.end]
        if wire.lane == Lane.PARTNERS:
            return [(upper, wire.lane, here, there)]
        if wire.lane == Lane.BESIDE:
            return [(upper - 1, wire.lane, here, there)]
        found: list[Stretch] = []
        if wire.leaves_upwards:
            passed = self._through(upper, wire.gap, wire.group)
            found.append((upper - 1, Lane.BESIDE, here, passed))
            here = passed
        for row in range(upper, lower - 1):
            passed = self._through(row + 1, self._free_way(row + 1, there), wire.group)
            found.append((row, Lane.DOWN, here, passed))
            here = passed
        return [*found, (lower - 1, Lane.DOWN, here, there)]

    def _free_way(self, row: int, near: int) -> str:
        """Whose left is the nearest way past a row; nobody's where it is right of
        all."""
        beyond = max((self.x[key] for key in self.rows[row]), default=0) + SLOT
        return min(
            (*self.rows[row], ""),
            key=lambda key: abs(self.x.get(key, beyond) - GAP - near),
        )

    def _claim(self, wire: Wire, way: list[Stretch]) -> None:
        for row, lane, here, there in way:
            span = self.spans[row, lane].setdefault(wire.group, Span())
            (span.below if lane == Lane.BESIDE else span.above).append(here)
            (span.above if lane == Lane.PARTNERS else span.below).append(there)
        if wire.from_partners is not None:
            pair = self.pairs[wire.from_partners]
            span = self.spans[self._under(pair), pair.lane].setdefault(
                pair.group, Span()
            )
            span.below.append(way[0][2])

    def _under(self, wire: Wire) -> int:
        """Below which row the line of two partners runs."""
        return self.rows_of[wire.start] - (wire.lane == Lane.BESIDE)

    def _tops(self, tall: Mapping[int, int]) -> None:
        """How far down the middle of each row is, and each lane between two rows."""
        self.lane_top, self.middle, down = {}, {}, 16
        height = len(self.rows)
        for row in range(-1, height):
            if row >= 0:
                room = max(2 * HALF + 32, LINE * tall.get(row, 0) + 16)
                self.middle[row] = down + room // 2
                down += room
            for lane in Lane:
                self.lane_top[row, lane] = down + 6
                used = self.level.get((row, lane), {})
                down += APART * (max(used.values(), default=-1) + 1)
            above = row == -1 and self.spans.get((row, Lane.BESIDE))
            down += 18 if 0 <= row < height - 1 or above else 0
        self.height = down + 8

    def _height_of(self, row: int, lane: Lane, group: tuple) -> int:
        return self.lane_top[row, lane] + APART * self.level[row, lane][group]

    def corners(self, number: int) -> list[Point]:
        """The corners of a line, from where it leaves whom to where it arrives. Its
        ends are in the middle of a figure: how far the side is tells its shape."""
        wire, way = self.wires[number], self.ways[number]
        begins = self.middle[self.rows_of[wire.start]]
        if wire.from_partners is not None:
            pair = self.pairs[wire.from_partners]
            begins = self._height_of(self._under(pair), pair.lane, pair.group)
        points = [(way[0][2], begins)]
        for row, lane, here, there in way:
            y = self._height_of(row, lane, wire.group)
            points += [(here, y), (there, y)]
        return [*points, (way[-1][3], self.middle[self.rows_of[wire.end]])]

    def crossings(self) -> int:
        """How many pairs of lines cross or lie upon each other."""
        pieces = [
            (min(a, c), max(a, c), min(b, d), max(b, d), wire.group)
            for number, wire in enumerate(self.wires)
            for (a, b), (c, d) in pairwise(self.corners(number))
            if (a, b) != (c, d)
        ]
        upright = [piece for piece in pieces if piece[0] == piece[1]]
        level = [piece for piece in pieces if piece[0] != piece[1]]
        crossing = sum(
            a[0] < x < a[1] and low < a[2] < high
            for a in level
            for x, _, low, high, group in upright
            if group != a[4]
        )
        return crossing + sum(
            a[0] == b[0] and a[4] != b[4] and max(a[2], b[2]) < min(a[3], b[3])
            for a, b in combinations(upright, 2)
        )


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
