"""What is public already, who tried to tell, and how the gate stood."""

from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.publications import actions, forms, pages, queries
from heed.publications.models import AttemptToIdentify
from heed.publications.views.addresses import ONE


@for_case
def jigsaw(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_jigsaw(case)
    case_pages.note_read(request, case, "read_public_text", case)
    context = case_pages.banner(request, case) | shown
    return render(request, "publications/jigsaw.html", context)


@for_case
def known(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.KnownInPublicForm)
    action, heading = actions.record_known_in_public, "What is public already"
    said = "A newspaper, a court or an inquest may have told what our text leaves out."
    more = {"heading": heading, "explanation": said, "to": "jigsaw"}
    return case_pages.step(request, form, action, case, **more)


@for_case
def attempt(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_attempt(case, request.person)
    read = shown["publication"] or case
    case_pages.note_read(request, case, "read_public_text", read)
    form = posted(request, forms.AttemptForm, texts=shown["texts"])
    more = {"heading": "Try to tell who it is about", "to": "jigsaw", "context": shown}
    more["template"] = "publications/attempt.html"
    return case_pages.step(request, form, actions.try_to_identify, case, **more)


@for_case
def answer(request, public_id):
    kept = row_for(AttemptToIdentify, request.person, public_id, at=request.at)
    case_pages.note_read(request, kept.case, "read_public_text", kept)
    form = posted(request, forms.AnswerAttemptForm, shown=kept)
    more = {"heading": "What was done about it", "to": "jigsaw"}
    more["explanation"] = f"{kept.person.name} found: {kept.found or 'nobody'}"
    more["pressing"] = "says it in your name; both approvers read it"
    return case_pages.step(request, form, actions.answer_attempt, kept, **more)


@for_case
def duty(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DutyForm, places=pages.places_of_report(case))
    action, heading = actions.point_out_duty, "Where the report says it"
    said = "Heed looks for it in headings and words, and may overlook it."
    more = {"heading": heading, "explanation": said, "to": "jigsaw"}
    return case_pages.step(request, form, action, case, **more)


@for_case
def gate(request, public_id, kept_id):
    case = case_for(request.person, public_id, at=request.at)
    kept = queries.gate_as_approved_or_404(case, kept_id)
    case_pages.note_read(request, case, "read_public_text", kept)
    shown = pages.of_gate_as_approved(kept)
    context = case_pages.banner(request, case) | shown
    return render(request, "publications/gate_as_approved.html", context)


ADDRESSES = [
    path(f"{ONE}jigsaw/", jigsaw, name="jigsaw"),
    path(f"{ONE}jigsaw/known/", known, name="record_known_in_public"),
    path(f"{ONE}jigsaw/try/", attempt, name="try_to_identify"),
    path("attempts/<str:public_id>/", answer, name="answer_attempt"),
    path(f"{ONE}duties/", duty, name="point_out_duty"),
    path(f"{ONE}approved/<str:kept_id>/", gate, name="gate_as_approved"),
]
