"""Heed reminds, by itself, of what is due."""

from heed.cases.models import Deadline
from heed.cases.reminding import dates_to_remind_of, remind
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
