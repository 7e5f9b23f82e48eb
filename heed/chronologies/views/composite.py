"""The composite, whole and a window at a time; and one row of it."""

from django.shortcuts import render

from heed.cases.queries import case_for, row_for
from heed.chronologies import pages, picture_page
from heed.chronologies.models import Row
from heed.partnership.policies import for_case


@for_case
def composite(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_composite(request, case)
    return render(request, "chronologies/composite.html", shown)


@for_case
def printed(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_composite(request, case, whole=True)
    return render(request, "chronologies/printed.html", shown)


@for_case
def picture(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = picture_page.of_picture(request, case)
    return render(request, "chronologies/picture.html", shown)


@for_case
def row(request, public_id):
    kept = row_for(Row, request.person, public_id, at=request.at)
    shown = pages.of_row(request, kept)
    return render(request, "chronologies/row.html", shown)
