"""The internal plan of a rapid review is changed."""

from datetime import date, timedelta

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.partnership.queries import holidays_for
from heed.rapid_reviews.models import PlannedDay
from heed.rapid_reviews.plan import plan_of
from heed.rulebook import process
from heed.rulebook.slipping import LAST_DAY, PlannedOn, slipped

WITHIN = timedelta(days=365)
NO_CLOCK = "There is no plan before the fifteen working days run."
BEYOND = "A plan runs within a year of its last day. Check the year."
THE_CLOCKS = "This day is the clock’s, and no plan moves it."


def plan_day(
    case: Case,
    *,
    milestone: str,
    planned_on,
    take_along: bool,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> list[PlannedDay]:
    """Choose another day for a milestone of the plan, and say why. A day that slips
    takes the days after it along where that is wished; the last day stays."""
    with carrying_out(
        process.PLAN_DAYS, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        plan = plan_of(it)
        known = {each.slug: each for each in plan}
        if milestone not in known:
            raise Refused(NO_CLOCK)
        if known[milestone].is_fixed:
            raise Refused(THE_CLOCKS)
        if abs(planned_on - _last_day(plan)) > WITHIN:
            raise Refused(BEYOND)
        days = {milestone: planned_on}
        if take_along:
            days = slipped(plan, milestone, planned_on, holidays_for(it.partnership))
        return [
            _keep(it, slug, day, why=reasons, by=by, at=at)
            for slug, day in days.items()
        ]


def _last_day(plan: list[PlannedOn]) -> date:
    return next(each.on for each in plan if each.slug == LAST_DAY)


def _keep(case: Case, milestone: str, day, *, why: str, by, at) -> PlannedDay:
    kept, _ = PlannedDay.objects.get_or_create(
        case=case,
        milestone=milestone,
        defaults={
            **belonging_to(case),
            "planned_on": day,
            "changed_at": at,
            "changed_by": by.actor_name,
        },
    )
    kept.planned_on, kept.changed_at, kept.changed_by = day, at, by.actor_name
    kept.why = why
    kept.save(update_fields=["planned_on", "changed_at", "changed_by", "why"])
    return kept
