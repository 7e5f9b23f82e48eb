"""The pages of notes."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.answering import attempt
from heed.cases.models import Case
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.models import ChronologyNote
from heed.chronologies.pages.asking import READ, cleared_here, said_here
from heed.chronologies.queries.notes import notes_in


def of_notes(request, form, case: Case):
    """One's own notes and those that others share, and the boxes for another."""
    who = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, write_chronology_note, case, **who):
        return redirect("chronology_notes", case.public_id)
    case_pages.note_read(request, case, READ, case)
    cleared = cleared_here(request, case)
    say, found = (
        said_here(request, case),
        notes_in(case, request.person, cleared=cleared),
    )
    notes = [(note, say(note.words), one) for note, one in found]
    shown = {"form": form, "notes": notes}
    top = case_pages.banner(request, case)
    return render(request, "chronologies/notes.html", top | shown)


def known_of(request, note: ChronologyNote) -> dict:
    """What a page begins with that sets one's own note right. Http404 for one of
    somebody else, or one that was taken out."""
    if note.person_id != request.person.pk or note.taken_out_at:
        raise Http404
    names = ("words", "where", "day", "is_shared")
    row = note.row.cited if note.row else ""
    return {name: getattr(note, name) for name in names} | {"row": row}
