"""Rows are typed into a grid, and kept as they are typed until they are saved."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse

from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt, token_sent
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen
from heed.chronologies import actions
from heed.chronologies.forms.grid import MOST, RowsTyped, WriteForm, grid, typed_in
from heed.chronologies.pages.bringing import asked_of
from heed.chronologies.queries.typed import typed_before
from heed.rulebook import process

WHOSE = ("organisation", "service")


@dataclass(frozen=True)
class Grid:
    """Whose rows are typed, and the rows; `waits` where some are kept that names off
    would show."""

    form: WriteForm
    rows: RowsTyped
    waits: bool = False


def grid_of(request, case: Case) -> Grid:
    """The grid of a page: as it was sent, with more rows, or as it was left."""
    asked = asked_of(case, at=request.at)
    if request.method == "POST" and "more" not in request.POST:
        return Grid(WriteForm(request.POST, **asked), grid(request.POST))
    if why_not(process.WRITE_ROW, case, request.person, at=request.at):
        raise Http404
    sent = request.method == "POST"
    kept = _typed(request.POST) if sent else typed_before(case, request.person)
    whose = {name: kept.get(name, "") for name in WHOSE}
    if not whose["organisation"]:
        whose["organisation"] = request.GET.get("agency", "")
    waits = bool(kept.get("rows")) and not sent and not _names_on(request, case)
    typed = () if waits else kept.get("rows", ())
    return Grid(WriteForm(initial=whose, **asked), grid(typed=typed), waits)


def kept(request, case: Case) -> HttpResponse:
    """The answer to keeping what is typed: nothing, where it was kept."""
    try:
        said = _typed(request.POST)
        seen = Seen(once=token_sent(request))
        actions.type_rows(case, cells=said, by=request.person, at=request.at, seen=seen)
    except Refused:
        return HttpResponse(status=422)
    return HttpResponse(status=204)


def written(request, it: Grid, case: Case) -> bool:
    """Whether all rows of the grid were written; else the form says why not."""
    if not all((it.form.is_valid(), it.rows.is_valid())):
        return False
    how = {"rows": it.rows.said, "by": request.person, "at": request.at}
    return attempt(it.form, actions.write_rows, case, **how)


def shown(request, it: Grid, case: Case) -> dict:
    """What the page shows."""
    return case_pages.banner(request, case) | {
        "form": it.form,
        "formset": it.rows,
        "columns": [field.label for field in it.rows.empty_form.fields.values()],
        "waits": it.waits,
        "most": MOST,
    }


def _names_on(request, case: Case) -> bool:
    return case_pages.names_are_on(request, case)


def _typed(sent) -> dict:
    return {name: sent.get(name, "") for name in WHOSE} | {"rows": typed_in(sent)}
