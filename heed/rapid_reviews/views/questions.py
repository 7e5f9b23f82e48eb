"""An agency is asked about a row of its chronology, and answers by a link. Before the
code that page shows no name and no case."""

from django.shortcuts import render
from django.urls import path

from heed.audit.actors import LinkHolder
from heed.cases.answering import NothingMore, attempt, posted
from heed.cases.by_link import ask_for_the_code, is_bound
from heed.cases.queries import row_for
from heed.chronologies.models import Row
from heed.chronologies.pages.asking import step
from heed.chronologies.pages.composite import must_be_shown
from heed.partnership.policies import for_case, open_to_anyone
from heed.rapid_reviews import questions as pages
from heed.rapid_reviews.actions import note_reading_by_link
from heed.rapid_reviews.actions import questions as actions
from heed.rapid_reviews.answering_doors import WHY_OPEN
from heed.rapid_reviews.forms.questions import AnswerAboutRowForm, AskAboutRowForm
from heed.rapid_reviews.queries.questions import question_by_link, question_for


@for_case
def ask(request, public_id):
    row = row_for(Row, request.person, public_id, at=request.at)
    must_be_shown(request, row)
    form = posted(request, AskAboutRowForm)
    return step(request, form, actions.ask_about_row, row, **pages.about_asking(row))


@for_case
def take_back(request, public_id):
    asked = question_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=asked)
    how = pages.about_taking_back(asked)
    return step(request, form, actions.take_question_back, asked, **how)


@open_to_anyone(reason=WHY_OPEN)
def answer(request, token):
    asked = question_by_link(token)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if not is_bound(request, asked):
        return ask_for_the_code(request, asked, actions.open_question, by=by)
    form = posted(request, AnswerAboutRowForm, shown=asked)
    how = {"by": by, "at": request.at}
    if form.is_valid() and attempt(form, actions.answer_about_row, asked, **how):
        context = {"partnership": asked.partnership}
        return render(request, "rapid_reviews/row_answered.html", context)
    note_reading_by_link(asked, **how)
    shown = pages.of_question(asked) | {"form": form}
    return render(request, "rapid_reviews/row_question.html", shown)


ADDRESSES = [
    path("chronology-rows/<str:public_id>/ask/", ask, name="ask_about_row"),
    path("row-questions/<str:public_id>/back/", take_back, name="take_question_back"),
    path("question/<str:token>/", answer, name="row_question"),
]
