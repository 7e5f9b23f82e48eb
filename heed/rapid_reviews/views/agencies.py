"""Requests to agencies, as the business unit sees them."""

from django.shortcuts import render
from django.urls import path

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, posted
from heed.cases.queries import (
    case_for,
    reads_the_family_record,
    row_for,
    steps_open_to,
)
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ASKED
from heed.rapid_reviews.models import AgencyRequest

NEW_CODE = (
    "shows you a new code to read out, for the link that they have; the code before "
    "opens nothing"
)
ENDS_LINK = "records that it suffices, and ends their link and their code"
ONE_EMAIL = "sends one email to this one address, naming no child and no case"


@for_case
def ask(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    today = clock.london_date(request.at)
    agencies = queries.who_can_be_asked(case, on=today)
    initial = queries.proposed_for_asking(case, on=today)
    form = posted(request, forms.AskForm, organisations=agencies, initial=initial)
    more = {
        "heading": "Ask agencies what they know",
        "pressing": "sends each of them one email, naming no child and no case",
        "template": "rapid_reviews/ask.html",
        "context": pages.beside_asking(request, case, agencies),
    }
    return case_pages.step(request, form, actions.ask_agencies, case, **more)


@for_case
def letter(request, public_id):
    asked = _asked(request, public_id)
    case_pages.note_read(request, asked.case, "read_answers", asked)
    initial = {"required": asked.requirement, "due_on": asked.due_on}
    form = posted(request, forms.InformationLetterForm, initial=initial)
    return pages.information_letter(request, form, asked)


@for_case
def agency_matrix(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    today = clock.london_date(request.at)
    rows = queries.matrix_of(case, on=today)
    context = {"matrix": rows, "stations": queries.STATIONS, "case": case}
    if (part := request.GET.get("part")) in ("matrix", "where_each_is"):
        return render(request, f"rapid_reviews/{part}.html", context)
    context |= case_pages.banner(request, case)
    return render(request, "rapid_reviews/agencies.html", context)


def _asked(request, public_id):
    return row_for(AgencyRequest, request.person, public_id, at=request.at)


@for_case
def request_page(request, public_id):
    asked = _asked(request, public_id)
    case_pages.note_read(request, asked.case, "read_answers", asked)
    context = case_pages.banner(request, asked.case) | {
        "asked": asked,
        "answers": list(asked.answers.all()),
        "chases": list(asked.chases.all()),
        "wanted": queries.parts_wanted(asked),
        "may_read_family": reads_the_family_record(
            request.person, asked.case, at=request.at
        ),
        "can": steps_open_to(request.person, asked.case, at=request.at),
    }
    return render(request, "rapid_reviews/request.html", context)


@for_case
def reissue(request, public_id):
    form = posted(request, NothingMore)
    more = {"heading": "Give them a new code by telephone", "pressing": NEW_CODE}
    asked = _asked(request, public_id)
    return case_pages.step(request, form, actions.reissue_code, asked, **more)


@for_case
def send_again(request, public_id):
    form = posted(request, NothingMore)
    more = {"heading": "Send them a new link and a new code", "pressing": ONE_EMAIL}
    asked = _asked(request, public_id)
    return case_pages.step(request, form, actions.send_link_again, asked, **more)


@for_case
def accept(request, public_id):
    form = posted(request, NothingMore)
    more = {"heading": "Accept their answer", "pressing": ENDS_LINK}
    asked = _asked(request, public_id)
    return case_pages.step(request, form, actions.accept_answer, asked, **more)


@for_case
def more(request, public_id):
    asked = _asked(request, public_id)
    form = posted(request, forms.MoreForm, in_full=queries.answered_in_full(asked))
    said = {"heading": "Ask for the parts that are missing", "pressing": ONE_EMAIL}
    return case_pages.step(request, form, actions.ask_for_more, asked, **said)


@for_case
def revoke(request, public_id):
    form = posted(request, ReasonForm)
    action, heading = actions.revoke_request, "Take this request back"
    more = {"heading": heading, "pressing": "ends their link and their code at once"}
    asked = _asked(request, public_id)
    return case_pages.step(request, form, action, asked, **more)


@for_case
def declined(request, public_id):
    form = posted(request, ReasonForm)
    action, heading = actions.refuse_request, "Record that they decline to answer"
    asked = _asked(request, public_id)
    return case_pages.step(request, form, action, asked, heading=heading)


@for_case
def log(request, public_id):
    form = posted(request, forms.LoggedAnswerForm)
    action, heading = actions.log_answer, "Log an answer that came another way"
    asked = _asked(request, public_id)
    return case_pages.step(request, form, action, asked, heading=heading)


@for_case
def require(request, public_id):
    form = posted(request, forms.RequirementForm)
    more = {"heading": "Require information in writing", "pressing": ONE_EMAIL}
    asked = _asked(request, public_id)
    return case_pages.step(request, form, actions.require_information, asked, **more)


ADDRESSES = [
    path("cases/<str:public_id>/agencies/ask/", ask, name="ask_agency"),
    path("cases/<str:public_id>/agencies/", agency_matrix, name="agency_matrix"),
    path(ASKED, request_page, name="agency_request"),
    path(f"{ASKED}reissue/", reissue, name="reissue_code"),
    path(f"{ASKED}link/", send_again, name="send_link_again"),
    path(f"{ASKED}accept/", accept, name="accept_answer"),
    path(f"{ASKED}more/", more, name="ask_for_more"),
    path(f"{ASKED}revoke/", revoke, name="revoke_request"),
    path(f"{ASKED}declined/", declined, name="refuse_request"),
    path(f"{ASKED}require/", require, name="require_information"),
    path(f"{ASKED}letter/", letter, name="information_letter"),
    path(f"{ASKED}log/", log, name="log_answer"),
]
