"""Heed reminds, by itself, of what is due."""

from heed.cases.models import Deadline
from heed.cases.reminding import (
    dates_to_remind_of,
    escalate,
    remind,
    what_stays_late,
)
from heed.partnership.one_look import one_look


def remind_of_what_is_due(*, by, at) -> int:
    """Remind those on the list of a case who may do it of what is due in two working
    days, due today, and late: once each, on a working day, by a letter with the
    reference and the day. Derived anew at each look; of how many dates."""
    of_cases = Deadline.objects.exclude(case=None).select_related(
        "case__partnership", "partnership"
    )
    with one_look():  # the bank holidays of an area are read once
        found = list(dates_to_remind_of(of_cases, at=at))
    for deadline, once, words in found:
        remind(deadline, once, words, by=by, at=at)
    return len(found)


def escalate_what_stays_late(*, by, at) -> int:
    """Tell those above of what stays late, a rung at a time and each rung once, on a
    working day. Derived anew at each look: a day that was missed is made up for; of how
    many dates."""
    of_cases = Deadline.objects.exclude(case=None).select_related(
        "case__partnership", "partnership"
    )
    with one_look():
        found = list(what_stays_late(of_cases, at=at))
    for deadline, rungs in found:
        for rung in rungs:
            escalate(deadline, rung, by=by, at=at)
    return len(found)
