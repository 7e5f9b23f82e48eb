"""An agency's chronology is brought in, and its columns are said."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.chronologies import actions, forms, queries
from heed.chronologies.models import Chronology, Coming
from heed.chronologies.pages import bringing as pages
from heed.chronologies.pages.asking import READ, step
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process


@for_case
def bring_in(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    asked = pages.asked_of(case, at=request.at)
    files = queries.files_that_stand(case)
    form = posted(request, forms.BringInForm, **asked, files=files)
    if form.is_valid() and (came := pages.brought_in(request, form, case)):
        return redirect("chronology_file", came.public_id)
    return pages.bringing_in(request, form, case)


@for_case
def agency(request, public_id):
    kept = row_for(Chronology, request.person, public_id, at=request.at)
    shown = pages.of_agency(request, kept)
    return render(request, "chronologies/agency.html", shown)


@for_case
def coming(request, public_id):
    kept = row_for(Coming, request.person, public_id, at=request.at)
    shown = pages.of_coming(request, kept)
    return render(request, "chronologies/file.html", shown)


@for_case
def columns(request, public_id):
    kept = row_for(Coming, request.person, public_id, at=request.at)
    if not kept.columns:
        raise Http404
    case_pages.note_read(request, kept.case, READ, kept)
    form = posted(request, forms.ColumnsForm, headings=kept.columns, shown=kept)
    how = pages.about_columns(kept) | {"of": process.SET_COLUMNS}
    return step(request, form, actions.set_columns, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}add/", bring_in, name="bring_in_chronology"),
    path("chronologies/<str:public_id>/", agency, name="agency_chronology"),
    path("chronology-files/<str:public_id>/", coming, name="chronology_file"),
    path("chronology-files/<str:public_id>/columns/", columns, name="set_columns"),
]
