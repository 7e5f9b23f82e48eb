"""The pages on which the business unit reads an agency's form that came by email."""

from functools import partial

from django.shortcuts import redirect
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, posted
from heed.cases.queries import row_for
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms
from heed.rapid_reviews import emailed_pages as pages
from heed.rapid_reviews.addresses import ASKED
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.summaries import columns_of

LEAVE = {
    "heading": "Take this form out",
    "pressing": "takes it out of this request; it is kept where nobody opens it",
    "to": "case",
}


def _asked(request, public_id):
    asked = row_for(AgencyRequest, request.person, public_id, at=request.at)
    pages.opens_to(request, asked)
    return asked


@for_case
def emailed(request, public_id):
    asked = _asked(request, public_id)
    form = posted(request, forms.EmailedFormForm, shown=asked)
    if form.is_valid() and (paper := pages.taken_in(request, form, asked)):
        return redirect("emailed_form", asked.public_id, paper.public_id)
    return pages.choosing(request, form, asked)


@for_case
def emailed_form(request, public_id, document):
    asked = _asked(request, public_id)
    shown = pages.read_from(request, asked, pages.form_to_log(asked, document))
    found = shown["found"]
    author = columns_of(found.answers)["author"]
    more = {"unread": found.unread, "author": author, "shown": asked}
    form = posted(request, forms.LogFormForm, **more)
    return pages.logging(request, form, asked, shown)


@for_case
def leave(request, public_id, document):
    asked = _asked(request, public_id)
    paper = pages.form_to_log(asked, document)
    action = partial(actions.leave_emailed_form, document=paper)
    form = posted(request, NothingMore, shown=asked)
    return case_pages.step(request, form, action, asked, **LEAVE)


ADDRESSES = [
    path(f"{ASKED}emailed/", emailed, name="emailed_forms"),
    path(f"{ASKED}emailed/<str:document>/", emailed_form, name="emailed_form"),
    path(f"{ASKED}emailed/<str:document>/leave/", leave, name="leave_emailed_form"),
]
