"""Key practice episodes."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions import episodes as actions
from heed.chronologies.forms import episodes as forms
from heed.chronologies.models import KeyEpisode, RowInEpisode
from heed.chronologies.pages import episodes as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process

TAKES = {"of": process.MARK_EPISODE, "to": "key_episodes"}


@for_case
def episodes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_episodes(request, case)
    return render(request, "chronologies/episodes.html", shown)


@for_case
def mark(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    known, initial = pages.known_in(request, case), pages.chosen(request)
    form = posted(request, forms.MarkForm, known=known, initial=initial)
    how = TAKES | {"heading": pages.HEADING}
    return step(request, form, actions.mark_episode, case, **how)


@for_case
def amend(request, public_id):
    kept = row_for(KeyEpisode, request.person, public_id, at=request.at)
    known = pages.known_of(request, kept)
    named = case_pages.names_are_on(request, kept.case)
    if request.method != "POST" and not named:
        return redirect("key_episodes", kept.case.public_id)
    about = {"initial": known, "shown": kept, "named": named}
    form = posted(request, forms.EpisodeAmendedForm, **about)
    how = TAKES | {"heading": "Change a key practice episode"}
    return step(request, form, actions.amend_key_episode, kept, **how)


@for_case
def take_out(request, public_id):
    kept = row_for(RowInEpisode, request.person, public_id, at=request.at)
    how = TAKES | pages.about_taking_out(request, kept)
    form = posted(request, NothingMore, shown=kept)
    return step(request, form, actions.take_row_out, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}episodes/", episodes, name="key_episodes"),
    path(f"{IN_A_CASE}episodes/mark/", mark, name="mark_episode"),
    path("key-episodes/<str:public_id>/", amend, name="amend_key_episode"),
    path("rows-in-episodes/<str:public_id>/out/", take_out, name="take_row_out"),
]
