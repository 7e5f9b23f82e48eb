"""An agency sends its filled-in form to the business unit instead of through its link.
It is read like any other; a person looks at what was understood and logs it."""

from django.db import transaction

from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.documents.actions import read, receive, withdraw
from heed.documents.models import Document
from heed.rapid_reviews.actions.answering import kept_in_full
from heed.rapid_reviews.actions.drafting import READ_AS, SUMMARY
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.queries import EMAILED, forms_to_log, latest_answer
from heed.rapid_reviews.summaries import to_send
from heed.rapid_reviews.understanding import understood_of, with_a_paper
from heed.rulebook import process

TOO_LARGE = "“{}” is larger than 50 MB. Ask them for a smaller copy."
LOGGED = "This form is logged already, and stays with its answer."


def take_in_emailed_form(
    request: AgencyRequest, *, file, by, at, seen: Seen | None = None
) -> Document:
    """Keep a filled-in form as it came and have it read by the confined reader. Nothing
    is logged yet."""
    if getattr(file, "is_too_large", False):
        raise Refused(TOO_LARGE.format(file.name))
    _must_be_possible(request, by=by, at=at, seen=seen)
    with transaction.atomic():
        document = receive(
            file.chunks(),
            name=file.name,
            owner=request,
            purpose=EMAILED,
            received_from="upload",
            by=by,
            at=at,
        )
    read(document, read_as=READ_AS[SUMMARY], by=by, at=at)
    return document


def leave_emailed_form(
    request: AgencyRequest, *, document: Document, by, at, seen: Seen | None = None
) -> None:
    """Take a form out again that belongs to somebody else or came twice."""
    _must_be_possible(request, by=by, at=at, seen=seen)
    with transaction.atomic():
        # Nobody logs it in the meantime: an answer keeps its only paper.
        it = AgencyRequest._base_manager.select_for_update().get(pk=request.pk)
        if document not in forms_to_log(it):
            raise Refused(LOGGED)
        withdraw(document, by=by, at=at)


def log_emailed_form(
    request: AgencyRequest,
    *,
    document: Document,
    placed: dict[int, str],
    author: str,
    came_by: str,
    by,
    at,
    seen: Seen | None = None,
) -> AgencyAnswer:
    """Log what a form says as the agency's answer, once a person has seen beside each
    other what is written and what was understood. What only some parts of were asked
    anew keeps all others as they stood."""
    with carrying_out(process.LOG_ANSWER, request, by=by, at=at, seen=seen) as it:
        if document not in forms_to_log(it):
            raise Refused(LOGGED)
        reading = document.readings.last()
        understood = understood_of(reading.content if reading else None)
        facts = _standing(it) | to_send(with_a_paper({}, understood, placed))
        facts.setdefault("author.name", author)
        return kept_in_full(
            it,
            facts,
            papers=[document],
            paper=document.pk,
            came_by=came_by,
            by=by,
            at=at,
        )


def _standing(request: AgencyRequest) -> dict:
    before = latest_answer(request) if request.wanted else None
    return dict((before.facts if before else None) or {})


def _must_be_possible(request: AgencyRequest, *, by, at, seen) -> None:
    """Refused where an answer could not be logged now; it says why."""
    step = process.LOG_ANSWER
    if not would_be_taken(step, request, by=by, at=at, seen=seen):
        with carrying_out(step, request, by=by, at=at, seen=seen):
            raise Refused("No answer can be logged here now.")
