"""Heed reminds the business unit of agencies that were asked and have not answered."""

from heed import clock
from heed.cases.models import Case
from heed.cases.reminding import remind_of_day
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
