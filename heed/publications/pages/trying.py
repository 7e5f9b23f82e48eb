"""What the pages of the jigsaw sheet and of the second reader show."""

from django.urls import reverse

from heed.cases.models import Case
from heed.publications import queries
from heed.publications.models import GateAsApproved, Paper
from heed.publications.pages.texts import main_kind
from heed.rulebook.duties import CONTENT_DUTIES

DUTIES = {each.duty: each.words for each in CONTENT_DUTIES}


def of_jigsaw(case: Case) -> dict:
    """What others have made public, and every attempt, with what is not answered."""
    publication = queries.publication_of(case)
    papers = queries.papers_ahead_of(publication)
    return {
        "sheet": queries.sheet_of(publication) if publication else [],
        "may_be_tried": bool(papers),
        "attempts": [each for paper in papers for each in queries.attempts_at(paper)],
        "duties": [
            (DUTIES[each.duty], each)
            for paper in papers
            for each in queries.duties_pointed_out(paper)
        ],
    }


def gate_now(case: Case, *, at) -> dict:
    """How the gate stands, for who is about to put a name under it."""
    _, items = queries.gate_of(queries.publication_or_404(case), at=at)
    return {"items": items}


def of_attempt(case: Case) -> dict:
    """The text that a second reader reads as a stranger, and what is public already."""
    paper = queries.paper_or_404(case, main_kind(case))
    return {
        "paper": paper,
        "text": queries.shown_text_or_404(paper),
        "sheet": queries.sheet_of(paper.publication),
    }


def of_rehearsal(paper: Paper) -> dict:
    """What stands above the page as the public will see it: how many lines the jigsaw
    sheet has, and who tried to tell who it is about."""
    case = paper.case
    return {
        "case_url": reverse("case", args=[case.public_id]),
        "jigsaw_url": reverse("jigsaw", args=[case.public_id]),
        "sheet": queries.sheet_of(paper.publication),
        "attempts": queries.attempts_at(paper),
    }


def of_gate_as_approved(kept: GateAsApproved) -> dict:
    """How the gate stood when somebody approved, with the files that were read back."""
    return {
        "kept": kept,
        "files": sorted(kept.read_back["files"].items()),
        "items": [
            each
            | {
                "named": f"{each['label']} ({each['check']})"
                if each["check"]
                else each["label"]
            }
            for each in kept.items
        ],
    }
