"""How old a child was, beneath the days of the picture."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from heed.ui.lanes.marks import Child
from heed.ui.lanes.scale import Scale

IN_MONTHS = 800
"""A period of no more days than this tells a child's age in months."""
YEAR = 12
TOLD_IN_MONTHS = 2 * YEAR
CLOSEST = 46
"""Two ages stand no closer than this."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Age:
    """The day on which a child became so old."""

    day: dt.date
    words: str


def ages(child: Child, scale: Scale) -> tuple[Age, ...]:
    """The ages that a child reached in a period: years, or months in a short one.
    What would stand too close to the last is left out."""
    shown: list[Age] = []
    for age in _reached(child, scale):
        far = not shown or scale.x(age.day) - scale.x(shown[-1].day) >= CLOSEST
        if far:
            shown.append(age)
    return tuple(shown)


def _reached(child: Child, scale: Scale) -> Iterator[Age]:
    months = 1 if scale.days <= IN_MONTHS else YEAR
    count, day = 0, child.born
    until = min(scale.last, child.died or scale.last)
    while day <= until:
        if day >= scale.first:
            yield Age(day=day, words=_words(count))
        count += months
        day = months_after(child.born, count)


def months_after(born: dt.date, months: int) -> dt.date:
    """The day so many months on; where a month has no such day, the next one's first,
    as a birthday on 29 February is counted in England."""
    count = born.year * 12 + born.month - 1 + months
    try:
        return dt.date(count // 12, count % 12 + 1, born.day)
    except ValueError:
        count += 1
        return dt.date(count // 12, count % 12 + 1, 1)


def _words(months: int) -> str:
    if months == 0:
        return "born"
    years, over = divmod(months, YEAR)
    if not over:
        return f"{years} year" if years == 1 else f"{years} years"
    return f"{months} m" if months < TOLD_IN_MONTHS else f"{years} y {over} m"
