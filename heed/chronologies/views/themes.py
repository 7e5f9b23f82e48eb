"""Themes of rows."""

from django.shortcuts import render
from django.urls import path

from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions import themes as actions
from heed.chronologies.forms import themes as forms
from heed.chronologies.models import Row
from heed.chronologies.pages import themes as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.pages.composite import must_be_shown
from heed.chronologies.views.addresses import IN_A_CASE
from heed.papers.collecting import collecting_later
from heed.partnership.policies import for_case
from heed.rulebook import process

TAKES = {"of": process.SAY_THEMES, "to": "chronology_themes"}


@for_case
@collecting_later()
def themes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_themes(request, case)
    return render(request, "chronologies/themes.html", shown)


@for_case
def add(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(
        request, forms.AddThemesForm, initial=pages.begins_with(request, case)
    )
    how = TAKES | {"heading": "Say on which themes rows touch"}
    return step(request, form, actions.add_themes, case, **how)


@for_case
def of_row(request, public_id):
    kept = row_for(Row, request.person, public_id, at=request.at)
    must_be_shown(request, kept)
    hints = pages.about_themes(request, kept)
    how = {"initial": pages.themes_of(kept), "shown": kept, "hints": hints}
    form = posted(request, forms.ThemesOfRowForm, **how)
    about = TAKES | {"heading": f"Themes of row {kept.cited}"}
    return step(request, form, actions.say_themes, kept, **about)


ADDRESSES = [
    path(f"{IN_A_CASE}themes/", themes, name="chronology_themes"),
    path(f"{IN_A_CASE}themes/add/", add, name="add_themes"),
    path("chronology-rows/<str:public_id>/themes/", of_row, name="say_themes"),
]
