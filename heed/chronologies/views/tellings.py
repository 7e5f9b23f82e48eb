"""One event, several accounts: suggested, confirmed, refused, joined, taken back."""

from functools import partial

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases.answering import NothingMore, posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions import tellings as actions
from heed.chronologies.forms.tellings import AgreedForm, JoinForm, SuggestionForm
from heed.chronologies.models import Account, Telling
from heed.chronologies.pages import tellings as pages
from heed.chronologies.queries.tellings import rows_cited
from heed.chronologies.views.addresses import IN_A_CASE
from heed.papers.collecting import collecting_later
from heed.partnership.policies import for_case
from heed.rulebook import process

EVENT = "chronology-events/<str:public_id>/"


@for_case
@collecting_later()
def events(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, SuggestionForm, auto_id=False)
    if form.is_valid() and pages.answered(request, form, case):
        return redirect("chronology_events", case.public_id)
    return pages.of_events(request, form, case)


@for_case
def join(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, JoinForm, cited=partial(rows_cited, case))
    how = {"of": process.JOIN_ROWS}
    return pages.joining(request, form, actions.join_rows, case, **how)


@for_case
def event(request, public_id):
    kept = row_for(Telling, request.person, public_id, at=request.at)
    shown = pages.of_event(request, kept)
    return render(request, "chronologies/telling.html", shown)


@for_case
def take_back(request, public_id):
    kept = row_for(Telling, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=kept)
    how = pages.about_taking_back(request, kept)
    return pages.step(request, form, actions.take_telling_back, kept, **how)


@for_case
def agreed(request, public_id):
    kept = row_for(Telling, request.person, public_id, at=request.at)
    initial = {"agreed": kept.agreed}
    form = posted(request, AgreedForm, initial=initial, shown=kept)
    how = pages.about_agreeing(request, kept)
    return pages.step(request, form, actions.say_if_agreed, kept, **how)


@for_case
def look_again(request, public_id):
    kept = row_for(Telling, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=kept)
    how = pages.about_looking_again(request, kept)
    return pages.step(request, form, actions.look_again, kept, **how)


@for_case
def leave(request, public_id):
    kept = row_for(Account, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=kept)
    how = pages.about_leaving(kept)
    return pages.step(request, form, actions.leave_event, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}events/", events, name="chronology_events"),
    path(f"{IN_A_CASE}join/", join, name="join_rows"),
    path(EVENT, event, name="chronology_event"),
    path(f"{EVENT}back/", take_back, name="take_telling_back"),
    path(f"{EVENT}agreed/", agreed, name="say_if_agreed"),
    path(f"{EVENT}again/", look_again, name="look_again_at_event"),
    path("chronology-accounts/<str:public_id>/out/", leave, name="leave_event"),
]
