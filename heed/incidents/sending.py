"""When something was sent, as its copy says."""

from datetime import date, datetime

from heed import clock
from heed.cases.steps import Refused


def day_of_sending(sent_at: datetime, *, at) -> date:
    """The day on which something was sent. Nothing was sent in the future."""
    if sent_at > at:
        raise Refused("A notification cannot have been sent in the future.")
    return clock.london_date(sent_at)
