"""The clocks of England: summer time by its rule, without a database of zones."""

from datetime import date, datetime, time, timedelta

_SUNDAY = 6
_MARCH, _OCTOBER = 3, 10
_HOUR = timedelta(hours=1)
_CHANGE = time(1)
"""When clocks change, in universal time: on the last Sundays of March and October."""


def _last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() - _SUNDAY) % 7)


def from_universal(day: date, clock: str) -> tuple[date, str]:
    """The day and the time in England at this universal time ("HH:MM")."""
    then = datetime.combine(day, time.fromisoformat(clock))
    begins = datetime.combine(_last_sunday(day.year, _MARCH), _CHANGE)
    ends = datetime.combine(_last_sunday(day.year, _OCTOBER), _CHANGE)
    here = then + _HOUR if begins <= then < ends else then
    return here.date(), f"{here:%H:%M}"


def clocks_change_on(day: date | None) -> bool:
    """Whether the clocks of England go forward or back on this day."""
    if day is None or day.month not in {_MARCH, _OCTOBER}:
        return False
    return day == _last_sunday(day.year, day.month)


def never_was(day: date, clock: str) -> bool:
    """Whether the clocks went forward over this time: 01:30 in the night of March."""
    return clock[:2] == "01" and day == _last_sunday(day.year, _MARCH)


def came_twice(day: date, clock: str) -> bool:
    """Whether the clocks went back over this time: 01:30 in the night of October."""
    return clock[:2] == "01" and day == _last_sunday(day.year, _OCTOBER)
