"""Counts the clocks: when something is due, and how that was worked out day by day.

Nothing here asks the time, and nothing pauses. A clock is due at the end of the day
in England; whoever asks passes that day in.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    NOTIFICATION_DUE,
    RAPID_REVIEW_DUE,
)
from heed.rulebook.language import Clock, Limit
from heed.rulebook.words import in_words
from heed.rulebook.working_days import (
    AS_SHIPPED,
    MONTHS_IN_A_YEAR,
    ONE_DAY,
    Holidays,
    add_months,
    last_working_day,
    why_not_working,
)


class NoPeriod(ValueError):
    """Nobody sets a period for this clock, so it is never due."""


class Trigger(StrEnum):
    """From what an area counts the fifteen days of a rapid review."""

    SIN_SENT = "sin_sent"
    LA_AWARE = "la_aware"
    PARTNERS_AWARE = "partners_aware"


TRIGGERS: Mapping[Trigger, str] = {
    Trigger.SIN_SENT: RAPID_REVIEW_DUE.counted_from,
    Trigger.LA_AWARE: NOTIFICATION_DUE.counted_from,
    Trigger.PARTNERS_AWARE: "the partners becoming aware",
}


@dataclass(frozen=True, kw_only=True)
class CountingPolicy:
    """How a partnership counts the fifteen days, where guidance is read differently:
    whether the day itself counts, and from which day.
    """

    include_trigger: bool = False
    trigger: Trigger = Trigger.SIN_SENT


NATIONAL_READING = CountingPolicy()


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One day of a count: whether it counts, and why or why not."""

    date: date
    counts: bool
    why: str


@dataclass(frozen=True, kw_only=True)
class Due:
    """When a clock is due, and how that was worked out."""

    clock: Clock
    counted_from: date
    due_on: date
    last_working_day: date
    counting: tuple[Counted, ...]

    def used_on(self, day: date) -> int:
        """How many days of the period have been used by the end of this day."""
        return sum(each.counts and each.date <= day for each in self.counting)


Counting = Callable[[date, int, CountingPolicy, Holidays], list[Counted]]


def due(
    clock: Clock,
    trigger: date,
    *,
    policy: CountingPolicy = NATIONAL_READING,
    holidays: Holidays = AS_SHIPPED,
) -> Due:
    """When this clock is due that runs from this day. NoPeriod where nobody sets one,
    UnknownYear where bank holidays are not known, TypeError for a moment in time.
    """
    if isinstance(trigger, datetime):
        raise TypeError("A clock runs from a date in England, not from a moment.")
    if clock.limit is None:
        raise NoPeriod(f"Nobody sets a period for “{clock.name}”.")
    if clock.slug != RAPID_REVIEW_DUE.slug:
        policy = NATIONAL_READING
    counting = _counted(clock.limit, trigger, policy, holidays)
    due_on = _last_of(counting)
    return Due(
        clock=clock,
        counted_from=trigger,
        due_on=due_on,
        last_working_day=last_working_day(due_on, holidays),
        counting=tuple(counting),
    )


def last_day_of(
    limit: Limit, begun_on: date, *, holidays: Holidays = AS_SHIPPED
) -> date:
    """The last day on which something may be used that was given on this day for so
    long; UnknownYear where bank holidays are not known.
    """
    return _last_of(_counted(limit, begun_on, NATIONAL_READING, holidays))


def _counted(
    limit: Limit, trigger: date, policy: CountingPolicy, holidays: Holidays
) -> list[Counted]:
    return _COUNTINGS[limit.unit](trigger, limit.number, policy, holidays)


def _last_of(counting: list[Counted]) -> date:
    return next(each.date for each in reversed(counting) if each.counts)


def latest_send_date(publish_on: date, holidays: Holidays = AS_SHIPPED) -> date:
    """The last day on which the report may go to the Panel and the Secretary of State
    to be published on this day; UnknownYear where bank holidays are not known.
    """
    return due(ADVANCE_COPY, publish_on, holidays=holidays).due_on


def earliest_publication(sent_on: date, holidays: Holidays = AS_SHIPPED) -> date:
    """The first day on which a report sent ahead on this day may be published;
    UnknownYear where bank holidays are not known.
    """
    day = sent_on
    while latest_send_date(day, holidays) < sent_on:
        day += ONE_DAY
    return day


def earliest_removal(published_on: date, clock: Clock = AVAILABILITY) -> date:
    """The first day on which a published report may be taken down in the ordinary
    way. A report of 29 February stays to 1 March, to be safe.
    """
    if clock.limit is None:
        raise NoPeriod(f"Nobody sets a period for “{clock.name}”.")
    day = add_months(published_on, clock.limit.number * MONTHS_IN_A_YEAR)
    return day if day.day == published_on.day else day + ONE_DAY


def rapid_review_readings(
    known: Mapping[Trigger, date],
    *,
    policy: CountingPolicy = NATIONAL_READING,
    holidays: Holidays = AS_SHIPPED,
) -> Mapping[Trigger, Due]:
    """When the rapid review is due by each reading for which a date is known. The
    partnership's own is under `policy.trigger`; show the others where they differ.
    """
    return {
        trigger: due(RAPID_REVIEW_DUE, day, policy=policy, holidays=holidays)
        for trigger, day in known.items()
    }


def _count_working_days(
    start: date, number: int, policy: CountingPolicy, holidays: Holidays
) -> list[Counted]:
    done = int(policy.include_trigger and not why_not_working(start, holidays))
    why = "day 1: here the day itself counts" if done else _why_day_0(start, holidays)
    counting = [Counted(date=start, counts=bool(done), why=why)]
    days = _walk(start, number)
    while done < abs(number):
        day = next(days)
        why = why_not_working(day, holidays)
        done += not why
        counting.append(
            Counted(date=day, counts=not why, why=why or f"working day {done}")
        )
    return counting


def _why_day_0(start: date, holidays: Holidays) -> str:
    free = why_not_working(start, holidays)
    return f"day 0: the day itself never counts{f' ({free})' if free else ''}"


def _walk(start: date, number: int) -> Iterator[date]:
    step = ONE_DAY if number > 0 else -ONE_DAY
    day = start
    while True:
        day += step
        yield day


def _count_days(
    start: date, number: int, _policy: CountingPolicy, _holidays: Holidays
) -> list[Counted]:
    if number == 0:
        return [Counted(date=start, counts=True, why="the day itself, to its end")]
    return [
        Counted(date=start, counts=False, why="day 0: the day itself never counts"),
        *(
            Counted(date=start + timedelta(days=n), counts=True, why=f"day {n}")
            for n in range(1, number + 1)
        ),
    ]


def _count_months(
    start: date, number: int, _policy: CountingPolicy, holidays: Holidays
) -> list[Counted]:
    return [
        Counted(date=start, counts=False, why="the day from which months run"),
        *(
            Counted(
                date=add_months(start, n),
                counts=True,
                why=_why_month(start, n, last=n == number, holidays=holidays),
            )
            for n in range(1, number + 1)
        ),
    ]


def _why_month(start: date, number: int, *, last: bool, holidays: Holidays) -> str:
    day = add_months(start, number)
    words = ["1 month" if number == 1 else f"{number} months"]
    if day.day != start.day:
        words.append(f"{day:%B} has no {start.day}, so its last day")
    if last and (free := why_not_working(day, holidays)):
        before = last_working_day(day, holidays)
        words.append(f"{free}: the last working day before it is {in_words(before)}")
    return "; ".join(words)


def _count_years(
    start: date, number: int, _policy: CountingPolicy, _holidays: Holidays
) -> list[Counted]:
    counting = [
        Counted(
            date=add_months(start, n * MONTHS_IN_A_YEAR),
            counts=n > 0,
            why=(f"{n} year" + "s" * (n > 1)) if n else "the day from which years run",
        )
        for n in range(number + 1)
    ]
    end = counting[-1].date
    if end.day != start.day:
        why = f"set for {in_words(end + ONE_DAY)}, to be safe: {end:%Y} is no leap year"
        counting.append(Counted(date=end + ONE_DAY, counts=False, why=why))
    return counting


_COUNTINGS: Mapping[str, Counting] = {
    "working day": _count_working_days,
    "day": _count_days,
    "month": _count_months,
    "year": _count_years,
}
