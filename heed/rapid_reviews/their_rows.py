"""What all services of an agency tell, in the order of time, as the agency itself sees
it: its own rows and nobody else's."""

from functools import partial

from heed import clock
from heed.cases.kept import rows_of
from heed.chronologies.actions import submit_as_one
from heed.chronologies.models import Chronology, Row
from heed.chronologies.queries.collated import collated_by, rows_sent_by, services_of
from heed.papers.chronologies.entries import Entry, order_of
from heed.papers.chronologies.kept import entry_of
from heed.rapid_reviews.models import AgencyRequest

NOT_SHOWN = "This row is restricted, and not shown here."


def tells_rows(asked: AgencyRequest) -> bool:
    """Whether the organisation that was asked has told any row of the case."""
    told = rows_of(Chronology, asked.case).filter(organisation=asked.organisation_id)
    return told.exists()


def their_rows(asked: AgencyRequest) -> dict:
    """The rows of the organisation that was asked, as it typed them: what was put right
    here may be what others told. Http404 where there are none. What is restricted is
    for those who are let read it in the case: no link opens it."""
    organisation = asked.organisation
    services = services_of(asked.case, str(organisation.public_id))
    sent = rows_sent_by(asked.case, organisation)
    told = [(entry_of({**row.typed, "n": n}), row) for n, row in enumerate(sent)]
    told.sort(key=lambda each: order_of(each[0]))
    return {
        "services": services,
        # Numbers of its own: those of the composite tell how much others told between.
        "rows": [_told(n, *each) for n, each in enumerate(told, 1)],
        "collated": collated_by(asked.case, organisation),
    }


def _told(number: int, entry: Entry, row: Row) -> dict:
    hidden = bool(row.restricted)
    return {
        "number": number,
        "day": entry.date.words or "no date",
        "time": entry.time,
        "service": row.chronology.service,
        "event": NOT_SHOWN if hidden else entry.event,
        "source": "" if hidden else entry.source,
    }


def submitting(asked: AgencyRequest, *, at) -> partial:
    """What is done when the agency says that these are its one chronology."""
    today = clock.london_date(at)
    whose = {"organisation": asked.organisation, "collated_on": today}
    return partial(submit_as_one, **whose)
