"""Who stands beside whom in a row: partners, and the parents of a child. Whoever has
several of them cannot stand beside all; the lines to the others pass over those between
or under them, wherever fewer lines are in the way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from heed.ui.genogram.told import Somebody, Tie

Pair = frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """How the line of two people runs between them. `over`: whether their line passes
    over those who stand between. `left_of`: who stands right of the gap through which
    the line to their children then comes down."""

    over: bool = False
    left_of: str = ""


def pairs_of(ties: Sequence[Tie], rows_of: Mapping[str, int]) -> dict[Pair, list[str]]:
    """Partners, and parents of the same child, who are of one row: each with the
    children whose line comes down from between them."""
    parents: dict[tuple, list[str]] = defaultdict(list)
    found: dict[Pair, list[str]] = {}
    for tie in ties:
        if tie.kin.partners and rows_of[tie.one] == rows_of[tie.other]:
            found.setdefault(frozenset((tie.one, tie.other)), [])
        if is_parent(tie):
            parents[tie.other, tie.kin.stroke].append(tie.one)
    for (child, _), those in parents.items():
        for one, other in combinations(sorted(set(those)), 2):
            if rows_of[one] == rows_of[other]:
                found.setdefault(frozenset((one, other)), []).append(child)
    return found


def is_parent(tie: Tie) -> bool:
    """Whether the one is a parent of the other, by birth or otherwise."""
    return tie.kin.above == 1 and tie.kin.slug != "aunt_or_uncle"


@dataclass(frozen=True)
class Lines:
    """What the lines of a family are, whatever the order of its rows: its pairs, to
    whom a line comes from above, and from whom one goes down by itself."""

    pairs: Mapping[Pair, list[str]]
    up: frozenset[str]
    down: frozenset[str]

    def between(self, rows: Sequence[Sequence[str]]) -> dict[Pair, Beside]:
        """How the line of each pair runs past those who stand between them."""
        return {pair: way for row in rows for pair, way in self._between(row).items()}

    def _between(self, row: Sequence[str]) -> dict[Pair, Beside]:
        place = {key: number for number, key in enumerate(row)}
        ends = {
            pair: tuple(sorted(place[key] for key in pair))
            for pair in self.pairs
            if pair <= place.keys()
        }
        return {pair: self._way(row, ends, pair) for pair in ends}

    def _way(self, row: Sequence[str], ends: Mapping[Pair, tuple], pair: Pair):
        left, right = ends[pair]
        passed = row[left + 1 : right]
        if not passed:
            return Beside()
        in_the_way = sum(key in self.down for key in passed) + sum(
            left <= a and b <= right and bool(self.pairs[other])
            for other, (a, b) in ends.items()
            if other != pair
        )
        if sum(key in self.up for key in passed) >= in_the_way:
            return Beside()
        return Beside(over=True, left_of=_gap(row, ends, pair))


def lines_of(ties: Sequence[Tie], rows_of: Mapping[str, int]) -> Lines:
    """The lines of a family."""
    pairs = pairs_of(ties, rows_of)
    up, down = set(), set()
    for tie in ties:
        upper, lower = sorted((tie.one, tie.other), key=rows_of.__getitem__)
        if rows_of[upper] != rows_of[lower]:
            up.add(lower)
            down.add(upper)
        elif frozenset((tie.one, tie.other)) not in pairs:
            up |= {upper, lower}
    return Lines(pairs, frozenset(up), frozenset(down))


def clusters(people: Sequence[Somebody], lines: Lines) -> list[list[str]]:
    """People of one row who belong beside each other, in an order in which no line
    between them need cross another."""
    beside: dict[str, list[str]] = defaultdict(list)
    for pair in lines.pairs:
        one, other = sorted(pair)
        beside[one].append(other)
        beside[other].append(one)
    parents = {key for pair in lines.pairs if lines.pairs[pair] for key in pair}
    both = lines.up & (lines.down | parents)
    done: set[str] = set()
    most_first = sorted(people, key=lambda each: -len(beside[each.key]))
    found = [
        _around(each.key, beside, both, done)
        for each in most_first
        if each.key not in done
    ]
    place = {each.key: number for number, each in enumerate(people)}
    return sorted(found, key=lambda row: min(place[key] for key in row))


def _around(start: str, beside, both: set[str], done: set[str]) -> list[str]:
    """Somebody with those who belong beside them to the left and to the right, in the
    order in which they were recorded; outermost, who has lines both up and down."""
    done.add(start)
    branches = [
        _outwards(there, beside, done) for there in beside[start] if there not in done
    ]
    inner = [each for each in branches if not both & set(each)]
    outer = [each for each in branches if both & set(each)]
    if len(outer) == 1:
        inner, outer = [*inner, *outer], []
    left, right = _halves(inner)
    more_left, more_right = _halves(outer)
    leftwards = [*more_left, *left]
    return [
        *(key for branch in leftwards for key in reversed(branch)),
        start,
        *(key for branch in [*right, *reversed(more_right)] for key in branch),
    ]


def _halves(branches: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    middle = len(branches) // 2
    return branches[:middle], branches[middle:]


def _outwards(start: str, beside, done: set[str]) -> list[str]:
    done.add(start)
    row = [start]
    for there in beside[start]:
        if there not in done:
            row += _outwards(there, beside, done)
    return row


def _gap(row: Sequence[str], ends: Mapping[Pair, tuple], pair: Pair) -> str:
    """Who stands right of the gap beside the left or the right of two people: the one
    that fewer lines lie across, the right one where that is the same."""
    left, right = ends[pair]

    def across(gap: int) -> int:
        return sum(
            left <= a <= gap < b <= right
            for other, (a, b) in ends.items()
            if other != pair
        )

    return row[min((right - 1, left), key=across) + 1]
