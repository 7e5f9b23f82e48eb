"""What the pages of chronologies ask and show."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.cases.steps import AlreadyDone, Refused, Stale
from heed.chronologies import actions, forms, queries
from heed.chronologies.doubts import LABELS, answers_to, date_in_words, proposal_for
from heed.chronologies.models import Answered, Chronology, Coming, Row
from heed.chronologies.numbers import as_cited
from heed.chronologies.showing import rows_of_table
from heed.chronologies.understanding import KINDS
from heed.papers.chronologies.kept import entry_of
from heed.rulebook.language import Step
from heed.rulebook.words import counted

READ = "read_chronology"
ANOTHER_CASE = (
    "Possible match with another case. Make sure with the agency that this file is of "
    "this case."
)


def panel(case: Case, person, at) -> dict | None:
    """Whose chronologies a case has, and what waits in them."""
    found = queries.chronologies_of(case)
    can = steps_open_to(person, case, at=at)
    if not found and "bring_in_chronology" not in can:
        return None
    return {"chronologies": found, "can": can}


def step(request, form, action, subject, *, of: Step, **how):
    """A page with one form that takes one step, and leads back to the chronology. It
    opens for those alone who may take it."""
    is_asked = request.method != "POST"  # the action itself says why it refuses
    if is_asked and why_not(of, subject, request.person, at=request.at):
        raise Http404
    return case_pages.step(request, form, action, subject, to="chronology", **how)


def of_composite(request, case: Case, *, whole: bool = False) -> dict:
    """The composite: what is looked for, a window of it, and what may be done. Nothing
    is read of it without an entry in the record."""
    case_pages.note_read(request, case, READ, case)
    found = queries.chronologies_of(case)
    form = forms.SoughtForm(request.POST or None, chronologies=found)
    form.is_valid()
    page, cleared = _page(request), _cleared(request, case)
    how = {"cleared": cleared, "page": page, "whole": whole}
    composite = queries.composite_of(case, form.sought, **how)
    top = case_pages.banner(request, case)
    return top | {
        "form": form,
        "sought": form.sought,
        "opens": form.sought.is_narrow or bool(form.errors),
        "composite": composite,
        "rows": rows_of_table(composite.rows, named=top["names_on"]),
        "chronologies": found,
        "waiting": [each for each in found if each.in_doubt],
        "can": steps_open_to(request.person, case, at=request.at),
    }


def _page(request) -> int:
    asked = request.POST.get("page") or request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() else 1


def _cleared(request, case: Case) -> frozenset[str]:
    return queries.cleared_for(request.person, case, at=request.at)


def of_row(request, row: Row) -> dict:
    """One row: what is understood, what was typed, what stood there before."""
    case_pages.note_read(request, row.case, READ, row)
    hidden = bool(row.restricted) and row.restricted not in _cleared(request, row.case)
    top = case_pages.banner(request, row.case)
    shown = {"row": row, "number": as_cited(row.number), "hidden": hidden}
    if hidden or not top["names_on"]:
        return top | shown
    entry = entry_of({"n": 0, **row.words})
    return (
        top
        | shown
        | {
            "entry": entry,
            "read": date_in_words(entry),
            "typed": row.typed.get("cells", []),
            "first": entry_of({"n": 0, **row.typed}),
            "doubt": KINDS.get(row.doubt, ""),
            "earlier": [
                entry_of({"n": 0, **each["words"]}) for each in row.earlier or ()
            ],
            "can": steps_open_to(request.person, row.case, at=request.at),
        }
    )


def must_be_shown(request, row: Row) -> None:
    """Raises Http404 for a row that is restricted to others, and for one that a newer
    file has no more. Opening it is a reading."""
    if row.gone_in_id or (
        row.restricted and row.restricted not in _cleared(request, row.case)
    ):
        raise Http404
    case_pages.note_read(request, row.case, READ, row)


def names_are_on_for(request, row: Row) -> bool:
    """Whether the words of a row may stand on a page: with names off its boxes would
    tell them."""
    return case_pages.names_are_on(request, row.case)


def bringing_in(request, form, case: Case):
    """The page on which a chronology is brought in."""
    shown = {"form": form, "heading": "Bring in an agency’s chronology"}
    top = case_pages.banner(request, case)
    return render(request, "chronologies/bring_in.html", top | shown)


def brought_in(request, form, case: Case) -> Coming | None:
    """What came in; None where a sentence on the form says why nothing did."""
    said = form.answers | {"by": request.person, "at": request.at, "seen": form.seen}
    try:
        return actions.bring_in(case, **said)
    except AlreadyDone:
        whose = form.answers["organisation"]
        return case.comings.filter(chronology__organisation=whose).last()
    except (Refused, Stale) as why:
        form.add_error("file", str(why))
        return None


def of_agency(request, chronology: Chronology) -> dict:
    """The chronology of one agency: the files in which it came, and what waits."""
    case_pages.note_read(request, chronology.case, READ, chronology)
    case = chronology.case
    mine = [one for one in queries.chronologies_of(case) if one.pk == chronology.pk]
    return case_pages.banner(request, case) | {
        "chronology": mine[0],
        "comings": list(chronology.comings.select_related("document")),
        "can": steps_open_to(request.person, case, at=request.at),
    }


def of_coming(request, coming: Coming) -> dict:
    """What one file brought: how many rows, which of them are new, changed or gone."""
    case_pages.note_read(request, coming.case, READ, coming)
    cleared = _cleared(request, coming.case)
    found = queries.difference_in(coming, cleared=cleared)
    return case_pages.banner(request, coming.case) | {
        "coming": coming,
        "found": found,
        "another_case": ANOTHER_CASE if coming.is_of_another_case else "",
        "meanings": [
            (said, forms.MEANS.get(name, "")) for said, name in coming.columns or ()
        ],
        "can": steps_open_to(request.person, coming.case, at=request.at),
    }


def about_columns(coming: Coming) -> dict:
    """What the page says on which columns are said."""
    name = coming.chronology.organisation.name
    return {
        "heading": f"What the columns of {name} mean",
        "explanation": "As they are understood now, from their headings and from what "
        "stands below them. Put right what is wrong.",
        "pressing": "reads all rows of this file anew, but for those that somebody has "
        f"put right. The next file of {name} is read so from the beginning",
    }


def begins_with(request, agencies) -> dict:
    """Whose row is written: of the agency that was written for last."""
    asked = request.GET.get("agency", "")
    known = {str(each.public_id) for each in agencies}
    return {"organisation": asked} if asked in known else {}


def writing(request, form, case: Case):
    """A page on which rows are written, one after the other."""
    if form.is_valid() and attempt(
        form, actions.write_row, case, by=request.person, at=request.at
    ):
        agency = form.cleaned_data["organisation"]
        return redirect(
            f"{reverse('write_row', args=[case.public_id])}?agency={agency}"
        )
    shown = {"form": form, "heading": "Write a row of a chronology"}
    top = case_pages.banner(request, case)
    return render(request, "chronologies/write.html", top | shown)


def about_row(row: Row) -> dict:
    """What the page says on which a row is put right."""
    return {
        "heading": f"Put row {as_cited(row.number)} right",
        "explanation": "What was typed first stays beside it for good, and its number "
        "stays the same.",
    }


def about_restricting(row: Row) -> dict:
    """What the page says on which a row is restricted."""
    return {
        "heading": f"Who may read row {as_cited(row.number)}?",
        "pressing": "hides its words from everybody who is not cleared; that there is "
        "something stays to be seen",
    }


def about_clearing(case: Case, request) -> dict:
    """What the page says on which somebody is let read restricted rows."""
    can = steps_open_to(request.person, case, at=request.at)
    told = "clear_for_restricted" in can
    return {
        "heading": "Who may read the restricted rows?",
        "template": "chronologies/clearance.html",
        "context": {
            "clearances": queries.clearances_of(case) if told else [],
            "can": can,
        },
        "pressing": "lets them read those rows from now on; it is recorded, with your "
        "reason",
    }


def about_taking_back(given: Answered) -> dict:
    """What the page says on which an answer is taken back."""
    kind = KINDS.get(given.kind, "In doubt")
    return {
        "heading": "Take this answer back?",
        "explanation": f"{kind}: {counted(given.count, 'row')} answered.",
        "pressing": "brings back what each of them said before, and they wait again",
    }


def answered(request, form, chronology: Chronology) -> bool:
    """Whether all rows of a kind were answered; else the form says why not."""
    try:
        return attempt(
            form,
            actions.answer_doubts,
            chronology,
            by=request.person,
            at=request.at,
        )
    except ValueError:
        form.add_error(None, "This is no answer to that. Look at the rows again.")
        return False


def of_doubts(request, form, chronology: Chronology):
    """The rows that wait for an answer, by kind, each with what is proposed."""
    case_pages.note_read(request, chronology.case, READ, chronology)
    top = case_pages.banner(request, chronology.case)
    cleared = _cleared(request, chronology.case)
    kinds = [
        _kind(kind, rows, cleared, named=top["names_on"])
        for kind, rows in queries.doubts_in(chronology).items()
    ]
    shown = {
        "form": form,
        "chronology": chronology,
        "kinds": kinds,
        "last": queries.last_answer_in(chronology),
        "can": steps_open_to(request.person, chronology.case, at=request.at),
    }
    return render(request, "chronologies/doubts.html", top | shown)


def _kind(kind: str, rows: list[Row], cleared: frozenset[str], *, named: bool) -> dict:
    """All rows of one kind of doubt; what is restricted to others is counted alone."""
    open_ = [row for row in rows if not row.restricted or row.restricted in cleared]
    said = [(row, entry_of({"n": 0, **row.words})) for row in open_]
    return {
        "kind": kind,
        "label": KINDS.get(kind, "A person must look at these"),
        "rows": [
            {
                "row": row,
                "number": as_cited(row.number),
                "event": entry.event if named else "",
                "proposal": proposal_for(entry, kind),
            }
            for row, entry in said
        ],
        "hidden": len(rows) - len(open_),
        "answers": [(each.value, LABELS[each]) for each in answers_to(kind)],
    }
