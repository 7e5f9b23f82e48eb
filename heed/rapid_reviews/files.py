"""Who may open the papers that an agency sent with its answer."""

from datetime import datetime

from django.urls import reverse

from heed.cases.access import standings_of
from heed.chronologies.queries import reads_all_rows_of
from heed.documents.models import Document
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries import EMAILED, forms_to_log, sent_until
from heed.rulebook import process
from heed.rulebook.roles import READS_THE_CASE

OF_A_REQUEST = "rapid_reviews.AgencyRequest"


def _request_of(document: Document) -> AgencyRequest:
    found = AgencyRequest._base_manager.select_related("case", "organisation")
    return found.get(pk=document.owner_id)


def may_open_of_request(document: Document, person, at: datetime) -> bool:
    """Whether somebody may open a paper of an agency: once it was sent, whoever reads
    the case. Before, it is the agency's own. A form that came to the business unit may
    belong to another family, and is that of who logs it until it is logged."""
    request = _request_of(document)
    opens_to = READS_THE_CASE
    if document.purpose == EMAILED and document in forms_to_log(request):
        opens_to = process.LOG_ANSWER.by
    elif document.purpose != EMAILED and not _was_sent(request, document):
        return False
    visible = AgencyRequest.objects.visible_to(person, at=at).filter(pk=request.pk)
    if not visible.exists():
        return False
    standings = standings_of(person, request.case, at=at)
    if not {each.role for each in standings} & opens_to:
        return False
    return reads_all_rows_of(document, person, request.case, at=at)


def _was_sent(request: AgencyRequest, document: Document) -> bool:
    until = sent_until(request)
    return until is not None and document.received_at <= until


def case_of_request(document: Document):
    """To which case a paper of an agency belongs."""
    return _request_of(document).case_id


def page_of_request(document: Document) -> tuple[str, str]:
    """The page on which a paper of an agency stands."""
    request = _request_of(document)
    words = f"What {request.organisation.name} answered"
    return words, reverse("agency_request", args=[request.public_id])
