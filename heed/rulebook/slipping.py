"""The plan of a rapid review as somebody changed it, and what a day that slips does to
the days after it. The last day to send it is never moved by any of this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from heed.rulebook.words import counted
from heed.rulebook.working_days import (
    AS_SHIPPED,
    Holidays,
    add_working_days,
    working_days_between,
)
from heed.rulebook.working_plan import Planned

BEGINS, LAST_DAY = "begins", "last_day"
ANSWERS = "answers"
FIXED = frozenset({BEGINS, LAST_DAY})
SHORT_OF_TIME = 1


@dataclass(frozen=True, kw_only=True)
class PlannedOn:
    """By which day a milestone is to be reached: as first planned, and as it is now."""

    slug: str
    what: str
    first_planned: date
    on: date

    @property
    def is_fixed(self) -> bool:
        return self.slug in FIXED

    @property
    def is_moved(self) -> bool:
        return self.on != self.first_planned


def as_planned(
    suggested: Sequence[Planned], chosen: Mapping[str, date]
) -> tuple[PlannedOn, ...]:
    """The milestones in their order, each on the day that somebody chose, else as
    suggested; the first and the last day as the clock has them.
    """
    return tuple(
        PlannedOn(
            slug=each.milestone.slug,
            what=each.milestone.what,
            first_planned=each.to_day,
            on=each.to_day
            if each.milestone.slug in FIXED
            else chosen.get(each.milestone.slug, each.to_day),
        )
        for each in suggested
    )


def slipped(
    plan: Sequence[PlannedOn], slug: str, to: date, holidays: Holidays = AS_SHIPPED
) -> dict[str, date]:
    """The days of a milestone and of those after it, when it moves to another day. A
    later day takes the days after it along, as far as the last day; past that only
    where what is before it has passed it too. An earlier one takes none along.
    """
    at = next(number for number, each in enumerate(plan) if each.slug == slug)
    later_by = working_days_between(plan[at].on, to, holidays)
    moved, before = {slug: to}, to
    if later_by <= 0:
        return moved
    last = _last_day(plan)
    for each in plan[at + 1 :]:
        if each.is_fixed:
            continue
        then = add_working_days(each.on, later_by, holidays)
        if before <= last < then:
            then = max(last, each.on)
        moved[each.slug] = before = max(then, before)
    return moved


def _last_day(plan: Sequence[PlannedOn]) -> date:
    return _day_of(plan, LAST_DAY)


def _day_of(plan: Sequence[PlannedOn], slug: str) -> date:
    return next(each.on for each in plan if each.slug == slug)


def what_it_does(
    plan: Sequence[PlannedOn], holidays: Holidays = AS_SHIPPED
) -> dict[str, tuple[str, ...]]:
    """What the plan as it is now leaves of time, milestone by milestone, in words."""
    last = _last_day(plan)
    told: dict[str, tuple[str, ...]] = {}
    for before, each in zip((None, *plan), plan, strict=False):
        said = [] if each.is_fixed else [_before_the_last(each.on, last, holidays)]
        if before and not each.is_fixed and (each.is_moved or before.is_moved):
            said.append(_after(before, each, holidays))
        told[each.slug] = tuple(said)
    return told


def is_the_meeting(plan: Sequence[PlannedOn], held_on: date) -> bool:
    """Whether a meeting held on this day is the one at which the group drafts: one
    before the last day on which agencies write is a meeting half-way.
    """
    return held_on >= _day_of(plan, ANSWERS)


def runs_late(plan: Sequence[PlannedOn]) -> bool:
    """Whether anything is planned for after the last day."""
    return any(each.on > _last_day(plan) for each in plan)


def _before_the_last(on: date, last: date, holidays: Holidays) -> str:
    left = working_days_between(on, last, holidays)
    if on > last:
        after = counted(working_days_between(last, on, holidays), "working day")
        return f"{after} after the last day, which does not move"
    if not left:
        return "on the last day"
    return f"{counted(left, 'working day')} before the last day"


def _after(before: PlannedOn, each: PlannedOn, holidays: Holidays) -> str:
    now = working_days_between(before.on, each.on, holidays)
    then = working_days_between(before.first_planned, each.first_planned, holidays)
    if now < 0:
        return f"before “{before.what}”"
    span = counted(now, "working day") if now else "no working day"
    instead = "" if now == then else f" instead of {then}"
    return f"{span} for it{instead}"
