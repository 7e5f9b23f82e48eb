"""The day by which an agency is to answer."""

from datetime import date, timedelta

from heed import clock
from heed.cases.steps import Refused

WITHIN = timedelta(days=365)


def must_lie_ahead(due_on: date, *, at) -> None:
    """Refuse a day that has been or is more than a year away: it was mistyped, and
    everything that counts from it would be wrong."""
    today = clock.london_date(at)
    if not today <= due_on <= today + WITHIN:
        raise Refused(
            f"{due_on:%-d %B %Y} is not within the year to come. Check the year."
        )
