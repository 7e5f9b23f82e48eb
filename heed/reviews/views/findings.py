"""The reviewer's findings."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.pages.asking import step
from heed.partnership.policies import for_case
from heed.reviews import finding_pages as pages
from heed.reviews import forms, queries
from heed.reviews.actions import findings as actions
from heed.reviews.models import Finding
from heed.rulebook import process

ONE = "cases/<str:public_id>/review/findings/"
TAKES = {"of": process.WRITE_FINDING, "to": "review_findings"}


@for_case
def findings(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    return render(request, "reviews/findings.html", pages.of_findings(request, case))


@for_case
def write(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.FindingForm, report=queries.latest_report(case))
    how = TAKES | {"heading": "Write a finding"}
    return step(request, form, actions.write_finding, case, **how)


@for_case
def amend(request, public_id):
    kept = row_for(Finding, request.person, public_id, at=request.at)
    if kept.taken_out_at:
        raise Http404
    if request.method != "POST" and not case_pages.names_are_on(request, kept.case):
        return redirect("review_findings", kept.case.public_id)
    about = {"initial": pages.known_of(request, kept), "shown": kept}
    about["report"] = queries.latest_report(kept.case)
    form = posted(request, forms.FindingAmendedForm, **about)
    how = TAKES | {"heading": f"Change finding {kept.number}"}
    return step(request, form, actions.amend_finding, kept, **how)


ADDRESSES = [
    path(ONE, findings, name="review_findings"),
    path(f"{ONE}write/", write, name="write_finding"),
    path("review-findings/<str:public_id>/", amend, name="amend_finding"),
]
