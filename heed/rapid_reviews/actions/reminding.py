"""Heed reminds the business unit of agencies that were asked and have not answered, and
of days of a plan."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from heed import clock
from heed.cases.access import able_to_take
from heed.cases.models import Case
from heed.cases.reminding import remind_of_day
from heed.correspondence.actions import post
from heed.partnership.letters import on_the_desk
from heed.partnership.one_look import asked_once, one_look
from heed.partnership.queries import holidays_for
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.planned_ahead import days_still_to_reach
from heed.rulebook import process
from heed.rulebook.reminders import Nearness, near_since, nearness
from heed.rulebook.words import in_words


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
    """Remind those on the list who plan the days of rapid reviews of those that come,
    are today or have passed without being reached: one letter a day to each person,
    naming all of them by their days and no case, and only where one of them is new;
    to how many people."""
    theirs = defaultdict(list)
    with one_look():  # holidays of an area, and who plans in a case, are read once
        for case, near in _planned_days_near(at=at):
            for person in _who_plans(case, at=at):
                theirs[person, case.partnership].append(near)
    for (person, partnership), days in theirs.items():
        latest = max(each.since for each in days)
        post(
            "days_of_plans",
            to=person.email,
            partnership=partnership,
            fields={"days": _in_lines(days), "link": on_the_desk("deadlines")},
            once=f"days_of_plans:{partnership.pk}:{person.pk}:{latest}",
            about_case=None,
            by=by,
            at=at,
        )
    return len(theirs)


class NearDay(NamedTuple):
    """A day of a plan of which somebody is reminded, how near it is and since when."""

    day: date
    near: Nearness
    since: date


WORDS = {
    Nearness.SOON: "is near",
    Nearness.TODAY: "is to be reached today",
    Nearness.LATE: "has passed",
}


def _in_lines(days: Iterable[NearDay]) -> str:
    """The days, each once, with how many things were planned for it."""
    counted = Counter((each.day, each.near) for each in days)
    return "\n".join(
        f"- {in_words(day)} {WORDS[near]}" + (f" ({count})" if count > 1 else "")
        for (day, near), count in sorted(counted.items())
    )


def _planned_days_near(*, at) -> Iterator[tuple[Case, NearDay]]:
    today = clock.london_date(at)
    for case, planned in days_still_to_reach(Case.objects.all()):
        holidays = holidays_for(case.partnership)
        near = nearness(planned.on, today, holidays=holidays)
        if near and case.stage in process.PLAN_DAYS.at:
            since = near_since(planned.on, near, holidays=holidays)
            yield case, NearDay(planned.on, near, since)


@asked_once
def _who_plans(case: Case, *, at) -> list:
    return list(able_to_take(process.PLAN_DAYS, case, at=at))
