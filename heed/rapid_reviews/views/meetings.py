"""Meetings of the group: what they look at, and what is kept of them."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import attempt, posted
from heed.cases.queries import case_for, row_for, steps_open_to
from heed.partnership.policies import for_case, shown_afresh
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.meeting_screen import screen_of
from heed.rapid_reviews.minutes import the_minutes
from heed.rapid_reviews.models import Meeting
from heed.rapid_reviews.pages import a_word_file
from heed.rapid_reviews.views.one_step import step_page


@for_case
def screen(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    case_pages.note_read(request, case, "read_meeting_screen", review)
    top = case_pages.banner(request, case)
    shown = screen_of(review, request.person, at=request.at, names_on=top["names_on"])
    return render(request, "rapid_reviews/screen.html", top | shown)


@for_case
def meeting(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.MeetingForm, sealed=queries.views_are_sealed(case))
    return step_page(request, public_id, form, actions.hold_meeting, "Record a meeting")


@for_case
def meeting_held(request, public_id):
    held = row_for(Meeting, request.person, public_id, at=request.at)
    case_pages.note_read(request, held.case, "read_minutes", held)
    context = case_pages.banner(request, held.case) | {
        "meeting": held,
        "changed": queries.last_change_of(held),
        "can": steps_open_to(request.person, held.case, at=request.at),
    }
    return render(request, "rapid_reviews/meeting.html", context)


@for_case
def meeting_amended(request, public_id):
    held = row_for(Meeting, request.person, public_id, at=request.at)
    case_pages.note_read(request, held.case, "read_minutes", held)
    about = {"initial": forms.words_of_meeting(held), "shown": held}
    sealed = queries.views_are_sealed(held.case)
    form = posted(request, forms.MeetingForm, sealed=sealed, **about)
    who = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, actions.amend_meeting, held, **who):
        return redirect("meeting", public_id)
    asked = {"form": form, "heading": "Finish, or set right, what is recorded"}
    context = case_pages.banner(request, held.case) | asked
    return render(request, "cases/step.html", context)


@shown_afresh
@for_case
def minutes(request, public_id):
    held = row_for(Meeting, request.person, public_id, at=request.at)
    case_pages.note_read(request, held.case, "take_minutes", held)
    name = f"{held.case.reference}-meeting-{held.held_on:%Y-%m-%d}.docx"
    names_on = case_pages.names_are_on(request, held.case)
    return a_word_file(the_minutes(held, names_on=names_on), name)


ADDRESSES = [
    path(f"{ONE}screen/", screen, name="meeting_screen"),
    path(f"{ONE}meeting/", meeting, name="hold_meeting"),
    path("meetings/<str:public_id>/", meeting_held, name="meeting"),
    path("meetings/<str:public_id>/change/", meeting_amended, name="amend_meeting"),
    path("meetings/<str:public_id>/minutes.docx", minutes, name="meeting_minutes"),
]
