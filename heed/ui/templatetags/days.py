"""Dates as people read them, and the days of a deadline as a bar."""

from datetime import date, datetime
from typing import NamedTuple

from django import template

from heed.ui.times import ENGLAND

register = template.Library()

MOST_CELLS = 31  # more days than this are one length, not one cell each
GAP = 0.8  # of a bar that is 100 long


class Cell(NamedTuple):
    """A stretch of the bar: where it begins, how long it is, and what it stands for."""

    x: str
    width: str
    kind: str


@register.filter
def day(value):
    """A date as "11 March 2026"; words and nothing are passed on as they are."""
    if not isinstance(value, date):
        return value or ""
    local = in_england(value)
    return f"{local.day} {local:%B %Y}"


@register.filter
def weekday(value):
    """A date as "Wednesday 11 March 2026"."""
    return f"{in_england(value):%A} {day(value)}" if isinstance(value, date) else value


@register.filter
def moment(value):
    """A moment as "11 March 2026 at 9:05am", on England's clocks."""
    if not isinstance(value, datetime):
        return day(value)
    local = in_england(value)
    hour = local.hour % 12 or 12
    return f"{day(value)} at {hour}:{local:%M}{'am' if local.hour < 12 else 'pm'}"  # noqa: PLR2004 - noon


@register.filter
def machine(value):
    """The same for a machine, in a `datetime` attribute; empty for plain words."""
    return in_england(value).isoformat() if isinstance(value, date) else ""


@register.filter
def minus(value, other):
    """How many more the first is than the second."""
    return int(value) - int(other)


@register.simple_tag
def stretches(used, allowed, *, met=False):
    """The bar of a deadline, 100 wide: days used, days left, days over."""
    used, allowed = max(int(used), 0), max(int(allowed), 1)
    whole = max(used, allowed)
    within = min(used, allowed)
    spans = [
        (0, within, "met" if met else "used"),
        (within, allowed, "left"),
        (allowed, whole, "late"),
    ]
    if whole > MOST_CELLS:
        return [
            cell(100 * start / whole, 100 * (end - start) / whole, kind)
            for start, end, kind in spans
            if end > start
        ]
    width = 100 / whole
    return [
        cell(number * width, width - GAP, kind)
        for start, end, kind in spans
        for number in range(start, end)
    ]


def cell(x, width, kind):
    return Cell(f"{x:.2f}", f"{width:.2f}", kind)


def in_england(value):
    """The same moment on England's clocks; a date, or an unzoned time, unchanged."""
    zoned = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(ENGLAND) if zoned else value
