"""What all services of an agency tell, in the order of time, as the agency itself sees
it: its own rows and nobody else's."""

from functools import partial

from heed import clock
from heed.cases.kept import rows_of
from heed.chronologies.actions import submit_as_one
from heed.chronologies.doubts import kept_date_in_words
from heed.chronologies.models import Chronology
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries import Sought, Told, composite_of
from heed.chronologies.queries.collated import collated_by, services_of
from heed.rapid_reviews.models import AgencyRequest

NOT_SHOWN = "This row is restricted, and not shown here."


def tells_rows(asked: AgencyRequest) -> bool:
    """Whether the organisation that was asked has told any row of the case."""
    told = rows_of(Chronology, asked.case).filter(organisation=asked.organisation_id)
    return told.exists()


def their_rows(asked: AgencyRequest) -> dict:
    """The rows of the organisation that was asked; Http404 where there are none. What
    is restricted is for those who are let read it in the case: no link opens it."""
    services = services_of(asked.case, str(asked.organisation.public_id))
    sought = Sought(agencies=tuple(each.public_id for each in services))
    found = composite_of(asked.case, sought, cleared=frozenset(), whole=True)
    return {
        "services": services,
        "rows": [_told(row) for row in found.rows],
        "collated": collated_by(asked.case, asked.organisation),
    }


def _told(row: Told) -> dict:
    words = row.words
    return {
        "number": as_cited(row.number),
        "day": kept_date_in_words(words["date"]) if "date" in words else "",
        "time": row.time,
        "service": row.service,
        "event": NOT_SHOWN if row.hidden else words.get("event", ""),
        "source": words.get("source", ""),
    }


def submitting(asked: AgencyRequest, *, at) -> partial:
    """What is done when the agency says that these are its one chronology."""
    today = clock.london_date(at)
    whose = {"organisation": asked.organisation, "collated_on": today}
    return partial(submit_as_one, **whose)
