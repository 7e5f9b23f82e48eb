"""Meetings of the group."""

from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.models import Meeting
from heed.rapid_reviews.views.one_step import step_page


@for_case
def meeting(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.MeetingForm, sealed=queries.views_are_sealed(case))
    return step_page(request, public_id, form, actions.hold_meeting, "Record a meeting")


@for_case
def meeting_held(request, public_id):
    held = row_for(Meeting, request.person, public_id, at=request.at)
    case_pages.note_read(request, held.case, "read_minutes", held)
    context = case_pages.banner(request, held.case) | {"meeting": held}
    return render(request, "rapid_reviews/meeting.html", context)


ADDRESSES = [
    path(f"{ONE}meeting/", meeting, name="hold_meeting"),
    path("meetings/<str:public_id>/", meeting_held, name="meeting"),
]
