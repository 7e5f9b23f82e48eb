"""When something was sent, as its copy says."""

from datetime import date, datetime

from heed import clock
from heed.cases.steps import Refused, must_have_been


def day_of_sending(sent_at: datetime, *, at) -> date:
    """The day on which something was sent. Nothing was sent in the future."""
    if sent_at > at:
        raise Refused("A notification cannot have been sent in the future.")
    return clock.london_date(sent_at)


def day_of_having(since: date | None, sent_on: date, *, at) -> date | None:
    """The day since which the partners have a copy in a way of their own, as somebody
    says: not to come, and not before it was sent. None where nobody says so."""
    must_have_been(since, at=at, what="The partners cannot have had it")
    if since and since < sent_on:
        raise Refused(
            "The partners cannot have had the copy before the notification was sent."
        )
    return since
