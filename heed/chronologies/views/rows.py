"""Rows are written, put right and answered."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases.answering import NothingMore, posted
from heed.cases.queries import case_for, row_for
from heed.chronologies import actions, forms
from heed.chronologies.models import Answered, Chronology, Row
from heed.chronologies.pages import grid as typing
from heed.chronologies.pages import rows as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.pages.composite import must_be_shown, names_are_on_for
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process


@for_case
def write(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    if request.method == "POST" and "keep" in request.GET:
        return typing.kept(request, case)
    grid = typing.grid_of(request, case)
    if grid.form.is_bound and typing.written(request, grid, case):
        agency = grid.form.cleaned_data["organisation"]
        return redirect(f"{request.path}?agency={agency}")
    return render(request, "chronologies/write.html", typing.shown(request, grid, case))


@for_case
def amend(request, public_id):
    kept = row_for(Row, request.person, public_id, at=request.at)
    must_be_shown(request, kept)
    if request.method != "POST" and not names_are_on_for(request, kept):
        return redirect("chronology_row", kept.public_id)
    form = posted(request, forms.RowForm, initial=forms.known_of(kept), shown=kept)
    how = pages.about_row(kept) | {"of": process.WRITE_ROW}
    return step(request, form, actions.amend_row, kept, **how)


@for_case
def doubts(request, public_id):
    kept = row_for(Chronology, request.person, public_id, at=request.at)
    form = posted(request, forms.AnswerForm, shown=kept, auto_id=False)
    if form.is_valid() and pages.answered(request, form, kept):
        return redirect("chronology_doubts", kept.public_id)
    return pages.of_doubts(request, form, kept)


@for_case
def take_back(request, public_id):
    given = row_for(Answered, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=given)
    how = pages.about_taking_back(given) | {"of": process.TAKE_DOUBTS_BACK}
    return step(request, form, actions.take_doubts_back, given, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}write/", write, name="write_row"),
    path("chronology-rows/<str:public_id>/amend/", amend, name="amend_row"),
    path("chronologies/<str:public_id>/doubts/", doubts, name="chronology_doubts"),
    path(
        "chronology-answers/<str:public_id>/back/", take_back, name="take_doubts_back"
    ),
]
