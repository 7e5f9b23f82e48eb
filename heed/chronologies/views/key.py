"""The key of names: who is called how with names off."""

from django.shortcuts import render
from django.urls import path

from heed.cases.answering import NothingMore, posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions import key as actions
from heed.chronologies.forms.key import ProposedForm, PutInForm
from heed.chronologies.models import InKey
from heed.chronologies.pages import key as pages
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook.roles import READS_THE_KEY


@for_case(*READS_THE_KEY)
def key(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_key(request, case)
    return render(request, "chronologies/key.html", shown)


@for_case(*READS_THE_KEY)
def begin(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=case)
    how = pages.about_beginning(case)
    return pages.step(request, form, actions.begin_key, case, **how)


@for_case(*READS_THE_KEY)
def put_in(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    kept = pages.key_or_404(request, case)
    form = posted(request, PutInForm, shown=kept)
    how = {"heading": "Put somebody in the key of names"}
    return pages.step(request, form, actions.put_in_key, kept, **how)


@for_case(*READS_THE_KEY)
def proposed(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    kept = pages.key_or_404(request, case)
    if elsewhere := pages.without_names(request, case):
        return elsewhere
    people = pages.proposed_here(request, case)
    form = posted(request, ProposedForm, proposed=people, shown=kept)
    how = pages.about_proposed()
    return pages.step(request, form, actions.put_all_in_key, kept, **how)


@for_case(*READS_THE_KEY)
def take_out(request, public_id):
    kept = row_for(InKey, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=kept)
    how = pages.about_taking_out(kept)
    return pages.step(request, form, actions.take_out_of_key, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}key/", key, name="chronology_key"),
    path(f"{IN_A_CASE}key/begin/", begin, name="begin_key"),
    path(f"{IN_A_CASE}key/put-in/", put_in, name="put_in_key"),
    path(f"{IN_A_CASE}key/proposed/", proposed, name="put_all_in_key"),
    path("in-key/<str:public_id>/out/", take_out, name="take_out_of_key"),
]
