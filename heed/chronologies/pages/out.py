"""The page on which somebody takes a copy of a chronology. Each copy is on the record:
as what, of how many rows, named or not."""

from django.http import HttpResponse
from django.shortcuts import render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.chronologies import queries
from heed.chronologies.copies import NO_KEY, NO_ROWS, TYPES, chosen, file_of
from heed.chronologies.forms.out import PREPARED, TakeCopyForm
from heed.chronologies.pages.asking import cleared_here
from heed.chronologies.pages.episodes import choices_in
from heed.chronologies.queries.key import naming_for
from heed.papers.refusals import Refused

TAKEN = "take_chronology"


def taking(request, case: Case) -> HttpResponse:
    """The page that asks what is taken; once that is said, the file."""
    found = queries.chronologies_of(case)
    names_on = case_pages.names_are_on(request, case)
    form = TakeCopyForm(
        request.POST or None,
        names_on=names_on,
        chronologies=found,
        episodes=choices_in(request, case),
    )
    is_asked = PREPARED not in request.POST
    if form.is_valid() and is_asked and (made := _made(request, form, case)):
        return made
    shown = {"form": form, "opens": form.sought.is_narrow or bool(form.errors)}
    top = case_pages.banner(request, case)
    return render(request, "chronologies/out.html", top | shown)


def _made(request, form: TakeCopyForm, case: Case) -> HttpResponse | None:
    """The file; None where a sentence on the form says why there is none."""
    wanted = form.wanted
    naming = None if wanted.named else naming_for(case)
    if not wanted.named and naming is None:
        form.add_error("named", NO_KEY)
        return None
    how = {"cleared": cleared_here(request, case), "whole": True}
    rows = queries.composite_of(case, wanted.sought, **how).rows
    rows = chosen(rows, wanted.numbers)
    if not rows:
        form.add_error(None, NO_ROWS)
        return None
    title = f"Chronology {case.reference}"
    on = clock.london_date(request.at)
    try:
        content = file_of(rows, wanted, naming=naming, title=title, on=on)
    except Refused as refused:
        form.add_error("ending", refused.sentence)
        return None
    case_pages.note_read(
        request, case, TAKEN, case, reason_code=wanted.told_in_code(len(rows))
    )
    return _handed_over(content, wanted, case)


def _handed_over(content: bytes, wanted, case: Case) -> HttpResponse:
    kind = "annex" if wanted.is_annex else "chronology"
    answer = HttpResponse(content, content_type=TYPES[wanted.ending])
    name = f"{case.reference}-{kind}.{wanted.ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
