"""What the pages show on which publication is decided and done."""

from django.shortcuts import render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.publications import queries
from heed.rulebook.outcomes import label


def of_decision(case: Case) -> dict:
    """What was decided, and what is before the three partners with their answers."""
    found = queries.publication_of(case)
    if found is None:
        return {"answers": []}
    proposed, decided = found.proposed_decision, found.decision
    return {
        "publication": found,
        "decided": label(decided) if decided else "",
        "proposed": label(proposed) if proposed else "",
        "answers": queries.answers_on(found),
    }


def of_publishing(case: Case, *, at, correction: bool = False) -> dict:
    """The gate, on the page with the button that publishes."""
    publication = queries.publication_or_404(case)
    facts, items = queries.gate_of(publication, at=at, correction=correction)
    return {"items": items, "facts": facts, "today": clock.london_date(at)}


def no_copy(request, case: Case, why: str):
    """Why there is no copy of a text to send ahead yet."""
    shown = case_pages.banner(request, case)
    context = shown | {"heading": "No copy to send yet", "why": why}
    return render(request, "publications/no_copy.html", context, status=409)


def closed(request, case: Case, items) -> dict:
    """Why there is nothing to download yet."""
    return case_pages.banner(request, case) | {
        "heading": "Not to be published yet",
        "items": items,
        "form": None,
    }
