"""Dates as people read them."""

from datetime import date, datetime

from django import template

from heed.ui.times import ENGLAND

register = template.Library()


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


def in_england(value):
    """The same moment on England's clocks; a date, or an unzoned time, unchanged."""
    zoned = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(ENGLAND) if zoned else value
