"""Questions to agencies about single rows of their chronologies."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from heed.cases.kept import has_any, rows_of
from heed.cases.models import Case
from heed.cases.queries import row_for
from heed.chronologies.models import Row
from heed.chronologies.queries import cleared_for
from heed.rapid_reviews.models import AgencyRequest, RowQuestion
from heed.vault.codes import hashed_link


def questions_about(row: Row) -> list[RowQuestion]:
    """What an agency was asked about a row and not taken back, oldest first."""
    found = rows_of(RowQuestion, row.case)
    return list(found.filter(row=row, closed_at=None).select_related("organisation"))


def marks_of_questions(
    case: Case, rows: Iterable, *, cleared: frozenset[str]
) -> dict[UUID, list[str]]:
    """Beside which rows of the composite stands that their agency was asked, or has
    answered; nothing where none was. Of a row that is hidden it is not said."""
    if not has_any(RowQuestion, case):
        return {}
    here = {row.pk for row in rows}
    asked = rows_of(RowQuestion, case).filter(
        closed_at=None, row__restricted__in=["", *cleared]
    )
    made: dict[UUID, list[str]] = {}
    for pk, answered in asked.values_list("row", "answered_at"):
        if pk in here:
            words = "The agency answered" if answered else "The agency is asked"
            made.setdefault(pk, []).append(words)
    return made


def question_for(person, public_id: str, *, at) -> RowQuestion:
    """A question, for whoever reads its row; else Http404."""
    question = row_for(RowQuestion, person, public_id, at=at)
    cleared = {"", *cleared_for(person, question.case, at=at)}
    if question.row.restricted not in cleared:
        raise Http404
    return question


def question_by_link(token: str) -> RowQuestion:
    """The question behind a link. Raises Http404, as for any address that leads
    nowhere, when it was taken back or never was."""
    found = RowQuestion._base_manager.filter(
        link_hash=hashed_link(token), closed_at=None
    )
    return get_object_or_404(
        found.select_related("partnership", "organisation", "case", "row")
    )


def address_for(row: Row) -> str:
    """Where the agency of a row is asked: where it was asked last in this case, else
    its contact for such requests. Nobody types an address."""
    organisation = row.chronology.organisation
    asked = AgencyRequest.objects.filter(case=row.case, organisation=organisation)
    latest = asked.exclude(state=AgencyRequest.State.REVOKED).order_by("sent_at").last()
    return latest.to_address if latest else organisation.contact_address
