"""What agencies sent as chronologies, in one row of days. Nothing is joined here that
two of them tell: each row says whose it is, and stands as it was written."""

from dataclasses import dataclass

from heed.cases.models import Case
from heed.documents.models import Reading
from heed.papers.dates import read_date
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries.agencies import requests_of


@dataclass(frozen=True)
class DatedEntry:
    """Something that one agency dates. `day` sorts it; nothing where none was read."""

    day: str
    written: str
    what: str
    source: str
    agency: str


def dated_entries_of(case: Case) -> list[DatedEntry]:
    """Every dated entry of the chronologies that agencies have sent, by day and then by
    agency; what has no day that can be read stands at the end, and nothing is left
    out. One look beside the requests, however many there are."""
    sent = {each.pk: each for each in requests_of(case) if each.answered_at}
    if not sent:
        return []
    readings = Reading.objects.filter(
        document__owner_kind=AgencyRequest._meta.label,
        document__owner_id__in=list(sent),
        document__withdrawn_at=None,
    )
    last = {
        each.document_id: each
        for each in readings.select_related("document")
        if each.document.received_at <= sent[each.document.owner_id].answered_at
    }
    found = [
        _entry(row, sent[reading.document.owner_id].organisation.name)
        for reading in last.values()
        for row in (reading.content or {}).get("entries", [])
    ]
    return sorted(found, key=lambda each: (not each.day, each.day, each.agency))


def _entry(row: dict, agency: str) -> DatedEntry:
    written = row["date"]["verbatim"]
    return DatedEntry(
        day=read_date(written).iso or "",
        written=written,
        what=row["event"],
        source=row["source"],
        agency=agency,
    )
