"""The composite, whole and a window at a time; and one row of it."""

from django.shortcuts import render
from django.urls import path

from heed.cases.queries import case_for, row_for
from heed.chronologies.models import Row
from heed.chronologies.pages import composite as pages
from heed.chronologies.pages.picture import of_picture
from heed.chronologies.views.addresses import IN_A_CASE
from heed.papers.collecting import collecting_later
from heed.partnership.policies import for_case
from heed.ui.long_pages import long_page


@for_case
def composite(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_composite(request, case)
    return render(request, "chronologies/composite.html", shown)


@for_case
@collecting_later()
def printed(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_composite(request, case, whole=True)
    return long_page(request, "chronologies/printed.html", shown, of="rows")


@for_case
@collecting_later()
def picture(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = of_picture(request, case)
    return render(request, "chronologies/picture.html", shown)


@for_case
def row(request, public_id):
    kept = row_for(Row, request.person, public_id, at=request.at)
    shown = pages.of_row(request, kept)
    return render(request, "chronologies/row.html", shown)


ADDRESSES = [
    path(IN_A_CASE, composite, name="chronology"),
    path(f"{IN_A_CASE}print/", printed, name="chronology_printed"),
    path(f"{IN_A_CASE}picture/", picture, name="chronology_picture"),
    path("chronology-rows/<str:public_id>/", row, name="chronology_row"),
]
