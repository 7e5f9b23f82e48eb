"""Who may read the rows that few may read."""

from django.urls import path

from heed.cases.answering import ReasonsForm, posted
from heed.cases.queries import case_for, row_for
from heed.chronologies import actions, forms, queries
from heed.chronologies.models import RestrictedReader, Row
from heed.chronologies.pages import restricted as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.pages.composite import must_be_shown
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process


@for_case
def clear(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    people = queries.people_to_clear(case, by=request.person, at=request.at)
    form = posted(request, forms.ClearForm, people=people, shown=case)
    how = pages.about_clearing(case, request) | {"of": process.CLEAR_FOR_RESTRICTED}
    return step(request, form, actions.clear_for_restricted, case, **how)


@for_case
def end(request, public_id):
    kept = row_for(RestrictedReader, request.person, public_id, at=request.at)
    words = f"{process.END_CLEARANCE.reasons}?"
    form = posted(request, ReasonsForm, words=words, shown=kept)
    how = {"heading": f"Let {kept.person.name} read these rows no longer?"}
    how |= {"of": process.END_CLEARANCE}
    return step(request, form, actions.end_clearance, kept, **how)


@for_case
def restrict(request, public_id):
    kept = row_for(Row, request.person, public_id, at=request.at)
    must_be_shown(request, kept)
    initial = {"restricted": kept.restricted}
    form = posted(request, forms.RestrictForm, initial=initial, shown=kept)
    how = pages.about_restricting(kept) | {"of": process.RESTRICT_ROW}
    return step(request, form, actions.restrict_row, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}clearance/", clear, name="clear_for_restricted"),
    path("chronology-rows/<str:public_id>/restrict/", restrict, name="restrict_row"),
    path("chronology-clearances/<str:public_id>/end/", end, name="end_clearance"),
]
