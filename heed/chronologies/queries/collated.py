"""What the services of one agency tell, together; and whether the agency said so."""

from dataclasses import dataclass

from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.models import Chronology, Collation, Row
from heed.chronologies.queries.kept import chronologies_of


@dataclass(frozen=True)
class Collated:
    """When an agency last put its services together, and what came in since."""

    collation: Collation
    since: int


def services_of(case: Case, organisation_id: str) -> list[Chronology]:
    """What of one agency is here, a chronology for each service that tells for itself.
    Raises Http404 where nothing is."""
    found = [
        each
        for each in chronologies_of(case)
        if str(each.organisation.public_id) == organisation_id
    ]
    if not found:
        raise Http404
    return found


def rows_sent_by(case: Case, organisation) -> list[Row]:
    """The rows that an agency's own files have today. What was written here under its
    name it did not send."""
    told = rows_of(Row, case).filter(chronology__organisation=organisation)
    sent = told.filter(gone_in=None, came_in__isnull=False)
    return list(sent.select_related("chronology"))


def collated_by(case: Case, organisation) -> Collated | None:
    """That an agency put its services together, the last time that it did."""
    last = rows_of(Collation, case).filter(organisation=organisation).last()
    if last is None:
        return None
    rows = Row.objects.filter(chronology__organisation=organisation, case=case)
    since = rows.filter(gone_in=None, written_at__gt=last.recorded_at)
    return Collated(last, since.count())
