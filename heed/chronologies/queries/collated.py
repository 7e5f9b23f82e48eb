"""What the services of one agency tell, together; and whether the agency said so."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.models import Chronology, Collation, Row, TakenOut
from heed.chronologies.queries.kept import chronologies_of
from heed.chronologies.states import is_all_of_it


@dataclass(frozen=True)
class Collated:
    """When an agency last put its services together, and how many rows came in, were
    told otherwise or went since."""

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
    outs = rows_of(TakenOut, case).filter(coming__chronology__organisation=organisation)
    at = last.recorded_at
    return Collated(last, _since(rows, at) + _with_files_taken_out(outs, at))


def _since(rows: QuerySet, at) -> int:
    """How many rows came, were put right, told otherwise by a newer file, or went."""
    here, before = rows.filter(gone_in=None), Q(written_at__lte=at)
    came = here.filter(~before | Q(amended_at__gt=at)).count()
    again = here.filter(before, amended_at=None, came_in__came_at__gt=at)
    otherwise = sum(map(_is_told_otherwise, again.select_related("came_in")))
    gone = rows.filter(before, gone_in__came_at__gt=at).count()
    return came + otherwise + gone


def _is_told_otherwise(row: Row) -> bool:
    """Whether the file that has it last changed what it says."""
    earlier = row.earlier or ()
    return bool(earlier) and earlier[-1]["changed_in"] == row.came_in.number


def _with_files_taken_out(outs: QuerySet, at) -> int:
    """How many rows went, or say again what they said, with files that were here and
    were taken out since; or the other way round with those that were put back."""
    out_since = Q(taken_out_at__gt=at, put_back_at=None)
    back_since = Q(taken_out_at__lte=at, put_back_at__gt=at)
    return sum(
        out.rows_out + sum(not s or is_all_of_it(s) for s in out.before.values())
        for out in outs.filter(out_since | back_since, coming__came_at__lte=at)
    )
