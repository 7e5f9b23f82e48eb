"""What agencies sent as chronologies, in one row of days. Nothing is joined here that
two of them tell: each row says whose it is, and stands as it was written."""

from dataclasses import dataclass

from heed.cases.models import Case
from heed.documents.models import Document, Reading
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
    out. Two looks, however many there are."""
    sent = {each.pk: each for each in requests_of(case) if each.answered_at}
    if not sent:
        return []
    papers = Document.objects.filter(
        owner_kind=AgencyRequest._meta.label, owner_id__in=list(sent), withdrawn_at=None
    )
    whose = {
        paper.pk: sent[paper.owner_id].organisation.name
        for paper in papers
        if paper.received_at <= sent[paper.owner_id].answered_at
    }
    if not whose:
        return []
    last = {
        reading.document_id: reading
        for reading in Reading.objects.filter(document__in=list(whose))
    }
    found = [
        _entry(row, whose[paper])
        for paper, reading in last.items()
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
