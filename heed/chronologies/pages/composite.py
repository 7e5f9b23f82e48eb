"""The composite, one row of it, and the panel on the page of a case."""

from functools import partial

from django.http import Http404

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies import forms, queries
from heed.chronologies.beside import all_marks, beside
from heed.chronologies.doubts import date_in_words
from heed.chronologies.models import Row
from heed.chronologies.naming import words_called
from heed.chronologies.numbers import as_cited
from heed.chronologies.pages.asking import READ, cleared_here, said_here
from heed.chronologies.pages.choosing import MARKS, together
from heed.chronologies.pages.episodes import choices_in
from heed.chronologies.queries.key import reads_the_key
from heed.chronologies.queries.marks import marks_of
from heed.chronologies.queries.on_row import marked_on
from heed.chronologies.showing import (
    how_named,
    naming_unless,
    rows_in_parts,
    rows_of_table,
)
from heed.chronologies.understanding import KINDS, Json
from heed.papers.chronologies.kept import entry_of


def panel(case: Case, person, at) -> dict | None:
    """Whose chronologies a case has, and what waits in them."""
    found = queries.chronologies_of(case)
    can = steps_open_to(person, case, at=at)
    if not found and "bring_in_chronology" not in can:
        return None
    return {"chronologies": found, "can": can}


def of_composite(request, case: Case, *, whole: bool = False) -> dict:
    """The composite: what is looked for, a window of it, and what may be done. Nothing
    is read of it without an entry in the record."""
    case_pages.note_read(request, case, READ, case)
    found = queries.chronologies_of(case)
    of = {"chronologies": found, "episodes": choices_in(request, case)}
    form = forms.SoughtForm(request.POST or None, **of)
    form.is_valid()
    page, cleared = page_asked(request), cleared_here(request, case)
    how = {"cleared": cleared, "page": page, "whole": whole}
    composite = queries.composite_of(case, form.sought, **how)
    top = case_pages.banner(request, case)
    named = top["names_on"]
    naming = naming_unless(case, named=named)
    can = steps_open_to(request.person, case, at=request.at)
    chooses = not whole and bool(can & MARKS)
    marks = _marked(request, case, composite.rows)
    how = {"named": named, "naming": naming, "marks": marks}
    draw = rows_in_parts if whole else partial(rows_of_table, boxes=chooses)
    return top | {
        "form": form,
        "sought": form.sought,
        "opens": form.sought.is_narrow or bool(form.errors),
        "composite": composite,
        "rows": draw(composite.rows, **how),
        "names_in_rows": how_named(case, named=named),
        "may_read_key": reads_the_key(request.person, case, at=request.at),
        "chooses": chooses,
        "chronologies": found,
        "waiting": [each for each in found if each.in_doubt],
        "can": can,
    }


def _marked(request, case: Case, rows):
    """What is marked beside rows: accounts of one event, and what people marked."""
    named, cleared = case_pages.names_are_on(request, case), cleared_here(request, case)
    told = all_marks(case, rows, cleared=cleared, named=named)
    who = {"person": request.person, "say": said_here(request, case)}
    return together(told, marks_of(case, rows, cleared=cleared, **who))


def page_asked(request) -> int:
    """Which window of the rows is asked for."""
    asked = request.POST.get("page") or request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() else 1


def of_row(request, row: Row) -> dict:
    """One row: what is understood, what was typed, what stood there before."""
    case_pages.note_read(request, row.case, READ, row)
    cleared = cleared_here(request, row.case)
    hidden = bool(row.restricted) and row.restricted not in cleared
    top = case_pages.banner(request, row.case)
    shown = {"row": row, "number": as_cited(row.number), "hidden": hidden}
    named = top["names_on"]
    if hidden or row.was_taken_out:
        return top | shown
    marks = all_marks(row.case, [row], cleared=cleared, named=named)
    shown["marks"] = marks.get(row.pk, ())
    shown["besides"] = beside(row, request.person, at=request.at, named=named)
    naming = naming_unless(row.case, named=named)
    if not named and naming is None:
        return top | shown

    def told(words: Json) -> Json:
        return {"n": 0, **(words if named else words_called(words, naming))}

    entry, first = entry_of(told(row.words)), entry_of(told(row.typed))
    return (
        top
        | shown
        | {
            "entry": entry,
            "read": date_in_words(entry),
            "typed": first.cells,
            "first": first,
            "doubt": KINDS.get(row.doubt, ""),
            "earlier": [entry_of(told(each["words"])) for each in row.earlier or ()],
            "can": steps_open_to(request.person, row.case, at=request.at),
            "names_in_rows": how_named(row.case, named=named),
            **marked_on(
                row,
                request.person,
                said_here(request, row.case),
                cleared=cleared,
            ),
        }
    )


def must_be_shown(request, row: Row) -> None:
    """Raises Http404 for a row that is restricted to others, and for one that a newer
    file has no more. Opening it is a reading."""
    if row.gone_in_id or (
        row.restricted and row.restricted not in cleared_here(request, row.case)
    ):
        raise Http404
    case_pages.note_read(request, row.case, READ, row)


def names_are_on_for(request, row: Row) -> bool:
    """Whether the words of a row may stand on a page: with names off its boxes would
    tell them."""
    return case_pages.names_are_on(request, row.case)
