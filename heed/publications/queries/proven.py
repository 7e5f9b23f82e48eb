"""What a text itself and what people did with it prove, as the gate takes it."""

import re
from typing import Any

from heed.cases.models import Case
from heed.papers.bold import bold_headings
from heed.publications.ahead import the_same_as
from heed.publications.beside import BesideText
from heed.publications.composing import PublicText, figures_that_lost_theirs
from heed.publications.duties import lacking_in
from heed.publications.facts import TextFacts, Tried
from heed.publications.lasting import published_before
from heed.publications.models import AttemptToIdentify, Paper
from heed.publications.queries.trying import (
    attempts_at,
    duties_pointed_out,
    gates_as_approved,
)
from heed.publications.signed import attempts_in
from heed.publications.small_numbers import tables_with_small_numbers
from heed.reviews.queries import latest_report

OURS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def proven_of(paper: Paper, text: PublicText) -> dict[str, Any]:
    """The facts of a text that follow from its own blocks, from the attempts at it and
    from the files that were read back when it was approved."""
    images = text.document.images
    return {
        "bold_headings": len(bold_headings(text.document)),
        "small_tables": _small_tables(paper, text),
        "slug_is_ours": OURS.fullmatch(text.slug) is not None,
        "pictures": len(images),
        "pictures_lost": len(figures_that_lost_theirs(text.document)),
        "duties": _duties(paper, text),
        "tried": tried_of(paper, text),
        "files_read_back": _read_back(paper, text),
    }


def _small_tables(paper: Paper, text: PublicText) -> int:
    """How many tables tell of few people, and nobody said that they count none."""
    earlier = published_before(paper)
    found = tables_with_small_numbers(text.document, earlier=earlier)
    return sum(table.anchor not in text.no_people for table in found)


def _duties(paper: Paper, text: PublicText):
    if paper.kind != Paper.Kind.REPORT:
        return None
    report = latest_report(paper.case)
    said = {
        each.duty
        for each in duties_pointed_out(paper)
        if report and each.content_hash == report.content_hash
    }
    return [duty for duty in lacking_in(text) if duty not in said]


def tried_of(paper: Paper, text: PublicText) -> list[Tried]:
    """Who tried to tell who a text is about, as far as it counts for it as it stands or
    is not answered."""
    same = the_same_as(paper.publication, paper.kind, text.content_hash)
    standing = _standing(attempts_at(paper), text.content_hash)
    return [_tried(each, same) for each in standing]


def alone(case: Case, text: BesideText) -> TextFacts:
    """What is known of words that are all there is in public of a case."""
    mark = text.content_hash
    at_it = [e for e in attempts_in(case) if e.library_id == text.library_id]
    tried = [_tried(each, frozenset({mark})) for each in _standing(at_it, mark)]
    return TextFacts(
        kind=f"briefing.{text.library_id}", name=f"“{text.title}”", tried=tried
    )


def _standing(attempts: list[AttemptToIdentify], content_hash: str):
    """The attempts that count: what was found in an earlier version is over where a
    later attempt at another text found nobody."""
    clear_at = [
        each.attempted_at
        for each in attempts
        if each.outcome == each.Outcome.NOBODY and each.content_hash == content_hash
    ]
    for each in attempts:
        changed_since = each.content_hash != content_hash
        tried_anew = changed_since and any(at > each.attempted_at for at in clear_at)
        if not (each.is_open and tried_anew):
            yield each


def _tried(attempt: AttemptToIdentify, same: frozenset[str]) -> Tried:
    return Tried(
        by=attempt.person.name,
        minutes=attempt.minutes,
        of_this=attempt.content_hash in same,
        is_open=attempt.is_open,
        answered_by=attempt.answered_by.name if attempt.answered_by else "",
    )


def _read_back(paper: Paper, text: PublicText) -> int:
    """How many files were read back when exactly this text was approved last."""
    of_this = [
        each
        for each in gates_as_approved(paper.case)
        if each.approval.paper_id == paper.pk
        and each.approval.content_hash == text.content_hash
    ]
    return len(of_this[-1].read_back["files"]) if of_this else 0
