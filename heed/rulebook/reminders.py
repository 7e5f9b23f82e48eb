"""When somebody is reminded of a date, and who: whoever may do what is due."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from heed.rulebook import process
from heed.rulebook.clocks import ACTION_DUE, PANEL_ASKED, WITHDRAWAL_CONFIRMED
from heed.rulebook.language import Clock, Step
from heed.rulebook.rows import clocks_stopped
from heed.rulebook.working_days import (
    AS_SHIPPED,
    Holidays,
    add_working_days,
    last_working_day,
    why_not_working,
)

AHEAD = 2  # working days
# Nothing further off is worked out: the bank holidays of its year may not be known yet.
FAR_OFF = timedelta(days=31)


class Nearness(StrEnum):
    """The three times at which somebody is reminded, once each."""

    SOON = "soon"
    TODAY = "today"
    LATE = "late"


# A clock that an action of its own sets and ends, with the step that ends it.
_ENDED_APART: Mapping[Clock, Sequence[Step]] = {
    ACTION_DUE: (process.COMPLETE_ACTION,),
    PANEL_ASKED: (process.SEND_TO_PANEL,),
}
# Whoever may confirm a withdrawal is asked again each working day: a duty of its own.
_ASKED_APART = frozenset({WITHDRAWAL_CONFIRMED})


def nearness(
    day: date, today: date, *, holidays: Holidays = AS_SHIPPED
) -> Nearness | None:
    """Which reminder of this day falls on today: two working days ahead, on the last
    working day that is not after it, or once it is past. None on a day on which nobody
    works, and while it is further off. UnknownYear as ever."""
    if day - today > FAR_OFF or why_not_working(today, holidays):
        return None
    if today > day:
        return Nearness.LATE
    last = last_working_day(day, holidays)
    if today >= last:
        return Nearness.TODAY
    soon = today >= add_working_days(last, -AHEAD, holidays)
    return Nearness.SOON if soon else None


def near_since(day: date, near: Nearness, *, holidays: Holidays = AS_SHIPPED) -> date:
    """From which working day on this reminder of a day is the one that counts."""
    last = last_working_day(day, holidays)
    if near == Nearness.LATE:
        return add_working_days(day, 1, holidays)
    return last if near == Nearness.TODAY else add_working_days(last, -AHEAD, holidays)


def reminds_of(clock: Clock) -> Sequence[Step]:
    """The steps by which what this clock waits for is done: whoever may take one of
    them is reminded. None for a shortest period, in which nothing is owed."""
    if clock.at_least or clock in _ASKED_APART:
        return ()
    stopping = (s for s in process.STEPS.values() if clock in clocks_stopped(s))
    return _ENDED_APART.get(clock) or tuple(stopping)
