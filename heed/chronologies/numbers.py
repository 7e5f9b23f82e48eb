"""The numbers by which rows are cited. One that was given stays for ever; what comes
later, and stands between two, gets decimals. Nothing here reads a database."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

FINEST = 8  # decimals
ONE, TEN = Decimal(1), Decimal(10)


def numbered(order: Sequence[Decimal | None]) -> list[Decimal]:
    """The numbers of rows in the order of time, given those that have one already:
    whole ones after the last, decimals between two.

    Where rows stand in another order than they did, what is new takes its number from
    the row before it; where no decimal is left there, the next whole one at the end."""
    taken = sorted({number for number in order if number is not None})
    end = max(taken, default=Decimal(0)).to_integral_value(rounding="ROUND_FLOOR")
    found: list[Decimal] = []
    before, waiting = Decimal(0), 0
    for number in order:
        if number is None:
            waiting += 1
            continue
        found += _between(before, waiting, taken, end)
        end = max(end, *found[-waiting:]) if waiting else end
        found.append(number)
        before, waiting = number, 0
    return found + _whole_after(max([*taken[-1:], Decimal(0)]), waiting)


def _between(before: Decimal, count: int, taken: list[Decimal], end: Decimal) -> list:
    """So many numbers after one and before the next that is taken, as short as may be;
    the ends of the room are left alone."""
    if not count:
        return []
    place = bisect_right(taken, before)
    above = taken[place] if place < len(taken) else before + 1
    for decimals in range(1, FINEST + 1):
        step = TEN**-decimals
        first = (before / step).to_integral_value(rounding="ROUND_FLOOR") * step + step
        room = int(((above - first) / step).to_integral_value(rounding="ROUND_CEILING"))
        if room >= count:
            made = [first + step * n for n in range(count)]
            taken[place:place] = made
            return made
    made = _whole_after(max([*taken[-1:], end]), count)
    taken += made
    return made


def _whole_after(last: Decimal, count: int) -> list[Decimal]:
    first = last.to_integral_value(rounding="ROUND_FLOOR") + ONE
    return [first + n for n in range(count)]


def as_cited(number: Decimal) -> str:
    """A number as people write it: 7, 7.5."""
    return f"{number.normalize():f}"
