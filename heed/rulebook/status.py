"""How a deadline stands on a day, in one word."""

from datetime import date
from enum import StrEnum
from typing import Protocol

from heed.rulebook.language import Clock
from heed.rulebook.working_days import AS_SHIPPED, Holidays, add_working_days


class Ends(Protocol):
    """What is known of a deadline without counting its days again."""

    @property
    def clock(self) -> Clock: ...

    @property
    def due_on(self) -> date: ...

    @property
    def last_working_day(self) -> date: ...


class Status(StrEnum):
    """How a deadline stands."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    NOT_REQUIRED = "not_required"
    SUPERSEDED = "superseded"


LABELS = {
    Status.NOT_STARTED: "Not started",
    Status.RUNNING: "Running",
    Status.DUE_SOON: "Due soon",
    Status.OVERDUE: "Overdue",
    Status.MET: "Met",
    Status.MET_LATE: "Met late",
    Status.NOT_REQUIRED: "Not required",
    Status.SUPERSEDED: "Replaced by a later date",
}

# How many working days before its end a period of this unit is said to be due soon.
SOON = {"working day": 2, "day": 5, "month": 20, "year": 0}


def status(
    due: Ends | None,
    done: date | None,
    today: date,
    *,
    ended: Status | None = None,
    holidays: Holidays = AS_SHIPPED,
) -> Status:
    """How this deadline stands today; `due` is nothing before its clock runs, and
    `ended` says that it is not required, or superseded. UnknownYear as ever.
    """
    if ended is not None:
        return ended
    if due is None:
        return Status.NOT_STARTED
    if due.clock.at_least:
        return Status.RUNNING if today < due.due_on else Status.MET
    if done is not None:
        return Status.MET if done <= due.due_on else Status.MET_LATE
    return _while_open(due, today, holidays)


def status_of_day(day: date, done: date | None, today: date) -> Status:
    """How a deadline stands whose day was agreed and not counted: that of an action."""
    if done is not None:
        return Status.MET if done <= day else Status.MET_LATE
    if today > day:
        return Status.OVERDUE
    return Status.DUE_SOON if (day - today).days <= SOON["day"] else Status.RUNNING


def _while_open(due: Ends, today: date, holidays: Holidays) -> Status:
    if today > due.due_on:
        return Status.OVERDUE
    soon = SOON[due.clock.limit.unit] if due.clock.limit else 0
    soon_from = add_working_days(due.last_working_day, -soon, holidays)
    return Status.DUE_SOON if today >= soon_from else Status.RUNNING
