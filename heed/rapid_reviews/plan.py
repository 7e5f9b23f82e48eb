"""The internal plan of a rapid review: as areas suggest it, and as it was changed. Only
the last day counts outside; the plan never moves it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heed.cases.deadlines import deadlines_kept, suggested_days
from heed.cases.kept import rows_of
from heed.cases.models import Case, Deadline
from heed.partnership.one_look import asked_once
from heed.partnership.queries import holidays_for
from heed.rapid_reviews import queries
from heed.rapid_reviews.models import PlannedDay
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.slipping import (
    BEGINS,
    LAST_DAY,
    PlannedOn,
    as_planned,
    is_the_meeting,
    what_it_does,
)


class ShownDay(NamedTuple):
    """A milestone on its day, what that leaves of time, and who changed it."""

    planned: PlannedOn
    does: tuple[str, ...]
    changed: PlannedDay | None
    is_reached: bool


@asked_once
def changed_days_of(case: Case) -> list[PlannedDay]:
    """The days of the plan that somebody chose."""
    return list(rows_of(PlannedDay, case))


def clock_of_the_plan(case: Case) -> Deadline | None:
    """The fifteen working days that a case's plan lies in: those that run, or ran
    last."""
    found = [each for each in deadlines_kept(case) if _is_it(each)]
    return found[-1] if found else None


def _is_it(deadline: Deadline) -> bool:
    return deadline.clock == RAPID_REVIEW_DUE.slug


def plan_of(case: Case) -> tuple[PlannedOn, ...]:
    """The plan as it is now; nothing before the fifteen days have begun."""
    clock = clock_of_the_plan(case)
    if clock is None:
        return ()
    chosen = {each.milestone: each.planned_on for each in changed_days_of(case)}
    return as_planned(suggested_days(clock), chosen)


def shown_plan(case: Case) -> list[ShownDay]:
    """The plan with what it leaves of time, and what was changed by whom."""
    plan = plan_of(case)
    if not plan:
        return []
    does = what_it_does(plan, holidays_for(case.partnership))
    changed = {each.milestone: each for each in changed_days_of(case)}
    reached = reached_in(case, plan)
    return [
        ShownDay(
            planned=each,
            does=does[each.slug],
            changed=changed.get(each.slug) if each.is_moved else None,
            is_reached=each.slug in reached,
        )
        for each in plan
    ]


def reached_in(case: Case, plan: Sequence[PlannedOn]) -> set[str]:
    """The milestones of a plan that its case has reached, as far as its rows tell."""
    asked, review = queries.requests_of(case), queries.rapid_review_of(case)
    met, opened = queries.meetings_of(case), queries.views_opened_in(case)
    reached = reached_by(
        plan,
        asked=bool(asked),
        waiting=any(each.is_open for each in asked),
        met_on=max((each.held_on for each in met), default=None),
        decides=bool(opened and opened.meeting_id),
        decided=bool(review and review.decided_outcome),
    )
    clock = clock_of_the_plan(case)
    over = {LAST_DAY} if clock and clock.met_on and not clock.was_called_off else set()
    return reached | over | ({BEGINS} if clock else set())


def reached_by(
    plan: Sequence[PlannedOn],
    *,
    asked: bool,
    waiting: bool,
    met_on: date | None,
    decides: bool,
    decided: bool,
) -> set[str]:
    """The milestones that these facts reach: somebody was asked, nobody is waited for,
    the group met after that or at a meeting that decides, the three have decided."""
    met = met_on is not None and is_the_meeting(plan, met_on)
    facts = {
        "asked": asked,
        "answers": asked and not waiting,
        "meeting": met or decides or decided,
        "decision": decided,
    }
    return {slug for slug, there in facts.items() if there}
