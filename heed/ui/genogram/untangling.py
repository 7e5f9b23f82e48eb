"""The order of a family in which the fewest lines of its picture cross."""

from collections.abc import Iterator, Mapping, Sequence

from heed.ui.genogram.placing import Rows, far_right, ordered
from heed.ui.genogram.plan import Plan
from heed.ui.genogram.told import Somebody, Tie

TRIED = 200  # orders at most: a family that needs more is read in the words below


def untangled(
    people: Sequence[Somebody],
    ties: Sequence[Tie],
    rows_of: Mapping[str, int],
    tall: Mapping[int, int],
) -> Plan:
    """The picture's plan: as sweeps over the rows order them; where lines cross then,
    in the first order nearby in which fewer do, and so on."""

    def planned(rows: Rows) -> Plan:
        return Plan(ties, rows, far_right(rows, ties, rows_of), tall)

    best = planned(ordered(people, ties, rows_of))
    fewest, tried, again = best.crossings(), 0, True
    while fewest and again:
        again = False
        for rows in _nearby(best.rows):
            if (tried := tried + 1) > TRIED:
                return best
            if (now := (plan := planned(rows)).crossings()) < fewest:
                best, fewest, again = plan, now, True
                break
    return best


def _nearby(rows: Rows) -> Iterator[Rows]:
    """Orders in which some who stand beside each other stand the other way round, or
    in which somebody stands elsewhere in their row."""
    for number, row in enumerate(rows):
        size = len(row)
        for begin in range(size):
            for end in range(begin + 2, size + 1):
                turned = [*row[:begin], *reversed(row[begin:end]), *row[end:]]
                yield [*rows[:number], turned, *rows[number + 1 :]]
        for begin in range(size):
            for there in range(size):
                if abs(there - begin) > 1:
                    others = [*row[:begin], *row[begin + 1 :]]
                    moved = [*others[:there], row[begin], *others[there:]]
                    yield [*rows[:number], moved, *rows[number + 1 :]]
