"""From one day into the next: "between 10pm on 31 August and 2am on 1 September"."""

import re
from datetime import timedelta

from heed.papers.dates import dates_in, read_date
from heed.papers.patterns import later

_CLOCK = later(
    r"\b(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|[0-2]?\d[:.][0-5]\d|"
    r"[0-2]\d[0-5]\d ?hrs)",
    re.IGNORECASE,
)
_TWO = 2


def day_and_span(words: str) -> tuple[str, str]:
    """The first of two days that follow each other, and the time from the one into the
    other, where each has its own; ("", "") of anything else.
    """
    days = list(dates_in(words))
    if len(days) != _TWO:
        return "", ""
    second = read_date(days[1][0]).day
    first = read_date(days[0][0], near=second).day
    if not first or not second or first + timedelta(days=1) != second:
        return "", ""
    rest = words
    for day in days:
        rest = rest.replace(day[0], " " * len(day[0]), 1)
    times = _CLOCK.findall(rest)
    if len(times) != _TWO:
        return "", ""
    return days[0][0], " - ".join(each.strip() for each in times)
