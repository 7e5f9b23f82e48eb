"""Where what agencies returned differs, side by side."""

from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.queries import case_for, reads_the_family_record
from heed.chronologies.showing import shown_to
from heed.partnership.policies import for_case
from heed.rapid_reviews import queries


@for_case
def differences(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, case, "read_answers", case)
    reads = reads_the_family_record(request.person, case, at=request.at)
    context = case_pages.banner(request, case)
    named = context["names_on"]
    context |= {
        "may_read_family": reads,
        "people": [
            (each, named and (reads or each.is_child))
            for each in queries.people_as_told(case)
        ],
    }
    context |= shown_to(case, request.person, at=request.at, named=named)
    return render(request, "rapid_reviews/differences.html", context)


ADDRESSES = [
    path(
        "cases/<str:public_id>/agencies/differences/",
        differences,
        name="returns_that_differ",
    ),
]
