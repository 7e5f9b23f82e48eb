"""The one page that an agency gets, and the page on which its lead signs off. Before
the code the first shows no name and no case."""

from django.shortcuts import render
from django.urls import path

from heed.audit.actors import LinkHolder
from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, attempt, posted
from heed.cases.by_link import ask_for_the_code, is_bound
from heed.cases.queries import children_of, family_of
from heed.partnership.policies import for_case, open_to_anyone
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ASKED

WHY_OPEN = "an agency has no account; the link and a code by telephone open it"


@open_to_anyone(reason=WHY_OPEN)
def answer(request, token):
    asked = queries.request_by_link(token)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if not is_bound(request, asked):
        return ask_for_the_code(request, asked, actions.open_request, by=by)
    form = posted(request, forms.AnswerForm, shown=asked, wanted=asked.wanted)
    if form.is_valid() and attempt(
        form, actions.answer_request, asked, by=by, at=request.at
    ):
        return render(request, "rapid_reviews/thanks.html", {"asked": asked})
    actions.note_reading_by_link(asked, by=by, at=request.at)
    return render(request, "rapid_reviews/answer.html", _shown(asked, form, token))


@open_to_anyone(reason=WHY_OPEN)
def decline(request, token):
    asked = queries.request_by_link(token)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if not is_bound(request, asked):
        return ask_for_the_code(request, asked, actions.open_request, by=by)
    form = posted(request, ReasonForm, shown=asked)
    if form.is_valid() and attempt(
        form, actions.refuse_request, asked, by=by, at=request.at
    ):
        return render(request, "rapid_reviews/thanks.html", {"asked": asked})
    return render(request, "rapid_reviews/decline.html", {"form": form, "token": token})


def _shown(asked, form, token) -> dict:
    return {
        "asked": asked,
        "form": form,
        "token": token,
        "partnership": asked.partnership,
        "children": children_of(asked.case),
        "family": family_of(asked.case),
        "before": queries.latest_answer(asked),
        "wanted": queries.parts_wanted(asked),
    }


@for_case
def own(request, public_id):
    asked = queries.own_request_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, asked.case, "read_answers", asked)
    form = posted(request, NothingMore, shown=asked)
    return pages.own_request(request, form, asked)


ADDRESSES = [
    path("answer/<str:token>/", answer, name="answer"),
    path("answer/<str:token>/decline/", decline, name="answer_decline"),
    path(f"{ASKED}own/", own, name="own_request"),
]
