"""Agencies are asked about single rows of their chronologies, and answer by a link."""

from django.conf import settings
from django.urls import reverse

from heed import clock
from heed.cases.actions.links import new_secrets, open_link
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.clearing import must_be_cleared
from heed.chronologies.models import Row
from heed.correspondence.actions import post
from heed.rapid_reviews.due_days import must_lie_ahead
from heed.rapid_reviews.kept_apart import must_tell_no_address
from heed.rapid_reviews.models import RowQuestion
from heed.rapid_reviews.queries.questions import address_for
from heed.rulebook import process

LETTER = "agency_asked_about_row"
GONE = "Ask about a row that is told."
RESTRICTED = (
    "This row is restricted: its words go out by no link. Ask by telephone, whom you "
    "know to be cleared there."
)
NOT_SENT = "This row was written here. The agency did not send it, and is not shown it."
NO_ADDRESS = (
    "{} has no contact for such requests. Add one to the agency, or ask it what it "
    "knows first."
)
OVER = "This question is over: it was answered or taken back."
NOT_THEIRS = "This link belongs to another question."


def ask_about_row(
    row: Row, *, asked: str, due_on, by, at, seen: Seen | None = None
) -> RowQuestion:
    """Ask the agency of a row about it. It gets one email with a link and no word of
    the case; the code that opens the link is told by telephone."""
    must_lie_ahead(due_on, at=at)
    with carrying_out(process.ASK_ABOUT_ROW, row, by=by, at=at, seen=seen) as it:
        must_be_cleared(it, by=by, at=at)
        if it.gone_in_id:
            raise Refused(f"{it.why_gone} {GONE}")
        if it.restricted:
            raise Refused(RESTRICTED)
        if not it.came_in_id:
            raise Refused(NOT_SENT)
        must_tell_no_address(asked, it.case)
        organisation = it.chronology.organisation
        to_address = address_for(it)
        if not to_address:
            raise Refused(NO_ADDRESS.format(organisation.name))
        question = RowQuestion(
            **belonging_to(it.case),
            row=it,
            organisation=organisation,
            asked_at=at,
            asked_by=by.actor_name,
            due_on=due_on,
            asked=asked,
            to_address=to_address,
        )
        token, question.code_to_read_out = new_secrets(question, by=by, at=at)
        question.save(force_insert=True)
        _send_link(question, token, by=by, at=at)
    return question


def _send_link(question: RowQuestion, token: str, *, by, at) -> None:
    path = reverse("row_question", args=[token])
    post(
        LETTER,
        to=question.to_address,
        partnership=question.partnership,
        fields={
            "organisation": question.organisation.name,
            "link": f"{settings.DESK_ADDRESS}{path}",
            "due": f"{question.due_on:%-d %B %Y}",
            "number": question.reference,
        },
        once=f"asked-about-row:{question.pk}",
        about_case=question.case_id,
        by=by,
        at=at,
    )


def open_question(question: RowQuestion, *, code: str, by, at) -> str:
    """Open it with the code told by telephone; gives the mark that binds it to this
    one browser session."""
    opened = open_link(question, code=code, what="open_row_question", by=by, at=at)
    return opened.bound_to


def answer_about_row(
    question: RowQuestion,
    *,
    answer: str,
    answered_by: str,
    by,
    at,
    seen: Seen | None = None,
) -> RowQuestion:
    """Answer what one's agency was asked about a row. The link is over then."""
    how = {"by": by, "at": at, "seen": seen}
    with carrying_out(process.ANSWER_ABOUT_ROW, question, **how) as it:
        if by.actor_kind != "link_holder" or by.actor_id != str(it.pk):
            raise Refused(NOT_THEIRS)
        if not it.opens_on(clock.london_date(at)):
            raise Refused(OVER)
        it.answer, it.answered_by, it.answered_at = answer, answered_by, at
        it.code_to_read_out = None
        it.save(
            update_fields=["answer", "answered_by", "answered_at", "code_to_read_out"]
        )
    return it


def take_question_back(
    question: RowQuestion, *, by, at, seen: Seen | None = None
) -> RowQuestion:
    """Take a question back that nobody has answered: its link opens nothing more."""
    how = {"by": by, "at": at, "seen": seen}
    with carrying_out(process.TAKE_QUESTION_BACK, question, **how) as it:
        must_be_cleared(it.row, by=by, at=at)
        if not it.is_open:
            raise Refused(OVER)
        _close(it, at=at)
    return it


def close_questions(case: Case, *, by, at) -> None:
    """Take back every question that nobody has answered, inside the step that closes
    the case."""
    for question in RowQuestion.objects.filter(case=case, closed_at=None):
        if question.is_open:
            _close(question, at=at)


def _close(question: RowQuestion, *, at) -> None:
    question.closed_at, question.code_to_read_out = at, None
    question.save(update_fields=["closed_at", "code_to_read_out"])
