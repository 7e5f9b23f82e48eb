"""What the pages of the jigsaw sheet and of the second reader show."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from django.http import Http404
from django.urls import reverse

from heed.cases.models import Case
from heed.papers.blocks import from_json
from heed.papers.places import places_in
from heed.publications import queries
from heed.publications.beside import BesideText, all_there_is, texts_beside
from heed.publications.composing import PublicText
from heed.publications.duties import places_of
from heed.publications.models import GateAsApproved, Paper
from heed.publications.pages.texts import main_kind
from heed.publications.said_elsewhere import said_in_both
from heed.publications.signed import attempts_in
from heed.publications.texts import authors_of, text_of
from heed.reviews.queries import latest_report_or_404
from heed.rulebook.duties import CONTENT_DUTIES

DUTIES = {each.duty: each.words for each in CONTENT_DUTIES}


def of_jigsaw(case: Case) -> dict:
    """What others have made public, and every attempt, with what is not answered."""
    publication = queries.publication_of(case)
    papers = queries.papers_ahead_of(publication)
    sheet = queries.sheet_of(publication) if publication else []
    return {
        "sheet": sheet,
        "in_both": list(_in_both(sheet, papers)),
        "may_be_tried": bool(papers),
        "attempts": _together(case),
        "duties": [
            (DUTIES[each.duty], each)
            for paper in papers
            for each in queries.duties_pointed_out(paper)
        ],
    }


def places_of_report(case: Case) -> list[tuple[str, str]]:
    """Where the report of a case can say what it has to."""
    begun = (e for e in queries.papers_of_case(case) if e.kind == Paper.Kind.REPORT)
    paper = next(begun, None)
    text = text_of(paper) if paper else None
    return places_of(
        text.document if text else from_json(latest_report_or_404(case).blocks)
    )


def _in_both(sheet, papers) -> Iterator[tuple[str, str, str]]:
    """Which words of what others made public stand in a text too: in which text, where
    there, and the words."""
    public = [line.what for line in sheet if line.what]
    for paper in papers if public else ():
        if (text := text_of(paper)) is None:
            continue
        for document, what in product((text.document, text.cover), public):
            for anchor, words in said_in_both(what, document):
                place = places_in(document).get(anchor, "")
                yield paper.get_kind_display(), place, words


def _together(case: Case) -> list[dict]:
    """Each attempt once, with the names of the texts that were read together."""
    titles = {each.library_id: f"“{each.title}”" for each in texts_beside(case)}
    found: dict[tuple, dict] = {}
    for each in attempts_in(case):
        mark = (each.person_id, each.attempted_at, each.outcome, each.answered_at)
        one = found.setdefault(mark, {"kept": each, "of": []})
        kind = each.paper and each.paper.get_kind_display()
        one["of"].append(kind or titles.get(each.library_id, "A briefing"))
    return list(found.values())


def gate_now(case: Case, *, at) -> dict:
    """How the gate stands, for who is about to put a name under it."""
    _, items = queries.gate_of(queries.publication_or_404(case), at=at)
    return {"items": items}


@dataclass(frozen=True, kw_only=True)
class ToTry:
    """A text that a second reader reads as a stranger; whether it was tried as it
    stands, and whether she wrote words of it."""

    kind: str
    name: str
    content_hash: str
    address: str
    is_tried: bool
    is_hers: bool
    has_pictures: bool = False


def of_attempt(case: Case, person) -> dict:
    """The texts that a second reader reads together as a stranger, those that she wrote
    herself, and what is public already."""
    publication, main = queries.publication_of(case), main_kind(case)
    beside = all_there_is(case, publication)
    if publication is None and not beside:
        raise Http404
    papers = queries.papers_of(publication) if publication else []
    papers = sorted(papers, key=lambda paper: paper.kind != main)
    found = [(paper, text) for paper in papers if (text := text_of(paper))]
    every = [_to_try(paper, text, person) for paper, text in found]
    every += [_alone(case, each, person) for each in beside]
    return {
        "publication": publication,
        "texts": [each for each in every if not each.is_hers],
        "hers": [each.name for each in every if each.is_hers],
        "sheet": queries.sheet_of(publication) if publication else [],
    }


def _to_try(paper: Paper, text: PublicText, person) -> ToTry:
    return ToTry(
        kind=paper.kind,
        name=paper.get_kind_display(),
        content_hash=text.content_hash,
        address=reverse("rehearsal", args=[paper.case.public_id, paper.kind]),
        is_tried=any(each.of_this for each in queries.tried_of(paper, text)),
        is_hers=person.actor_id in authors_of(paper),
        has_pictures=bool(text.document.images),
    )


def _alone(case: Case, text: BesideText, person) -> ToTry:
    known = queries.alone(case, text)
    return ToTry(
        kind=str(text.library_id),
        name=known.name,
        content_hash=text.content_hash,
        address=text.address,
        is_tried=any(each.of_this for each in known.tried),
        is_hers=person.actor_id in text.writers,
    )


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
