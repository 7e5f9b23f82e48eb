"""Notes in a chronology."""

from django.shortcuts import redirect
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions.notes import amend_chronology_note
from heed.chronologies.forms import notes as forms
from heed.chronologies.models import ChronologyNote
from heed.chronologies.pages import notes as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.pages.episodes import chosen
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process

TAKES = {"of": process.WRITE_CHRONOLOGY_NOTE, "to": "chronology_notes"}


@for_case
def notes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.NoteForm, initial=chosen(request))
    return pages.of_notes(request, form, case)


@for_case
def amend(request, public_id):
    kept = row_for(ChronologyNote, request.person, public_id, at=request.at)
    known = pages.known_of(request, kept)
    named = case_pages.names_are_on(request, kept.case)
    if request.method != "POST" and not named:
        return redirect("chronology_notes", kept.case.public_id)
    about = {"initial": known, "shown": kept, "named": named}
    form = posted(request, forms.NoteAmendedForm, **about)
    how = TAKES | {"heading": "Change your note"}
    return step(request, form, amend_chronology_note, kept, **how)


ADDRESSES = [
    path(f"{IN_A_CASE}notes/", notes, name="chronology_notes"),
    path("chronology-notes/<str:public_id>/", amend, name="chronology_note"),
]
