"""What the pages show on which a form that came by email is read and logged."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.access import standings_of, why_not
from heed.cases.answering import attempt
from heed.cases.steps import AlreadyDone, Refused, Stale
from heed.documents.models import Document
from heed.documents.queries import document_of
from heed.rapid_reviews import actions, queries
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.understanding import beside_each_other, understood_of
from heed.rulebook import process

NOT_READ = "Reading it was broken off."


def opens_to(request, asked: AgencyRequest) -> None:
    """Http404 for whoever never logs an answer: a form that is not logged yet may be of
    another family. To who does, what was sent too late says why."""
    step, person, at = process.LOG_ANSWER, request.person, request.at
    roles = {each.role for each in standings_of(person, asked, at=at)}
    is_theirs = request.method == "POST" and roles & step.by
    if not is_theirs and why_not(step, asked, person, at=at):
        raise Http404


def taken_in(request, form, asked: AgencyRequest) -> Document | None:
    """The form that came; None where a sentence on the page says why none did."""
    said = form.answers | {"by": request.person, "at": request.at, "seen": form.seen}
    try:
        return actions.take_in_emailed_form(asked, **said)
    except AlreadyDone:
        return queries.forms_to_log(asked)[-1]
    except (Refused, Stale) as why:
        form.add_error("file", str(why))
        return None


def choosing(request, form, asked: AgencyRequest):
    """The page that takes a form, with those that were read and are not logged yet."""
    context = case_pages.banner(request, asked.case) | {
        "form": form,
        "asked": asked,
        "to_log": queries.forms_to_log(asked),
        "draft_saved_at": queries.draft_saved_at(asked),
    }
    return render(request, "rapid_reviews/emailed.html", context)


def form_to_log(asked: AgencyRequest, document: str) -> Document:
    """A form that was read and is not logged yet; else Http404."""
    paper = document_of(asked, document)
    if paper not in queries.forms_to_log(asked):
        raise Http404
    return paper


def read_from(request, asked: AgencyRequest, paper: Document) -> dict:
    """What is written in a form beside what was understood of it; recorded as read."""
    case_pages.note_read(request, asked.case, "read_answers", asked)
    reading = paper.readings.last()
    content = reading.content if reading else None
    found = understood_of(content)
    return {
        "asked": asked,
        "paper": paper,
        "problem": reading.problem if reading else NOT_READ,
        "found": found,
        "rows": beside_each_other(content, found),
    }


def logging(request, form, asked: AgencyRequest, shown: dict):
    """The page that logs what a form says, or takes the form out again."""
    if (
        case_pages.names_are_on(request, asked.case)
        and form.is_valid()
        and attempt(
            form,
            actions.log_emailed_form,
            asked,
            by=request.person,
            at=request.at,
            document=shown["paper"],
        )
    ):
        return redirect("agency_request", asked.public_id)
    context = case_pages.banner(request, asked.case) | shown | {"form": form}
    return render(request, "rapid_reviews/emailed_form.html", context)
