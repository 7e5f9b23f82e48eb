"""Heed reminds the business unit of agencies that were asked and have not answered, and
of days of a plan."""

from heed import clock
from heed.cases.models import Case
from heed.cases.reminding import remind_of_day
from heed.rapid_reviews.due import days_still_to_reach
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook import process


def remind_of_silent_agencies(*, by, at) -> int:
    """Remind those on the list who may log an answer that agencies were to answer by a
    day that is past: once for a day, however many were; in how many cases."""
    silent = AgencyRequest.objects.filter(
        state__in=AgencyRequest.WAITING, due_on__lt=clock.london_date(at)
    )
    days = set(silent.values_list("case_id", "due_on"))
    found = Case.objects.select_related("partnership").in_bulk({pk for pk, _ in days})
    when = {"about": "agencies", "by": by, "at": at}
    return sum(
        remind_of_day(day, process.LOG_ANSWER, found[pk], **when) for pk, day in days
    )


def remind_of_planned_days(*, by, at) -> int:
    """Remind those on the list who plan the days of a rapid review that one of them
    comes, is today or has passed without being reached: one letter a day, however many
    milestones it holds; of how many days."""
    days = {
        (case.pk, each.on): case
        for case, each in days_still_to_reach(Case.objects.all())
    }
    when = {"about": "plan", "by": by, "at": at}
    return sum(
        remind_of_day(day, process.PLAN_DAYS, case, **when)
        for (_, day), case in days.items()
    )
