"""Rows are written, put right and answered."""

from collections.abc import Callable

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.answering import attempt
from heed.cases.queries import steps_open_to
from heed.chronologies import actions, queries
from heed.chronologies.doubts import LABELS, answers_to, proposal_for
from heed.chronologies.models import Answered, Chronology, Row
from heed.chronologies.naming import words_called
from heed.chronologies.numbers import as_cited
from heed.chronologies.pages.asking import READ, cleared_here
from heed.chronologies.showing import naming_unless
from heed.chronologies.understanding import KINDS, Json
from heed.papers.chronologies.kept import entry_of
from heed.rulebook.words import counted


def about_row(row: Row) -> dict:
    """What the page says on which a row is put right."""
    return {
        "heading": f"Put row {as_cited(row.number)} right",
        "explanation": "What was typed first stays beside it for good, and its number "
        "stays the same.",
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
    case = chronology.case
    cleared = cleared_here(request, case)
    named, naming = top["names_on"], naming_unless(case, named=top["names_on"])

    def as_shown(row: Row) -> Json:
        return row.words if named else words_called(row.words, naming)

    kinds = [
        _kind(kind, rows, cleared, as_shown)
        for kind, rows in queries.doubts_in(chronology).items()
    ]
    shown = {
        "form": form,
        "chronology": chronology,
        "kinds": kinds,
        "last": queries.last_answer_in(chronology),
        "words_shown": named or naming is not None,
        "can": steps_open_to(request.person, chronology.case, at=request.at),
    }
    return render(request, "chronologies/doubts.html", top | shown)


def _kind(
    kind: str,
    rows: list[Row],
    cleared: frozenset[str],
    as_shown: Callable[[Row], Json],
) -> dict:
    """All rows of one kind of doubt; what is restricted to others is counted alone."""
    open_ = [row for row in rows if not row.restricted or row.restricted in cleared]
    said = [(row, entry_of({"n": 0, **as_shown(row)})) for row in open_]
    return {
        "kind": kind,
        "label": KINDS.get(kind, "A person must look at these"),
        "rows": [
            {
                "row": row,
                "number": as_cited(row.number),
                "event": entry.event,
                "proposal": proposal_for(entry, kind),
            }
            for row, entry in said
        ],
        "hidden": len(rows) - len(open_),
        "answers": [(each.value, LABELS[each]) for each in answers_to(kind)],
    }
