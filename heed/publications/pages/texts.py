"""What the pages show on which texts are written and approved."""

from collections.abc import Collection

from heed.cases.models import Case
from heed.papers.blocks import Document, Table
from heed.papers.bold import bold_headings
from heed.papers.places import called
from heed.publications import queries, themes
from heed.publications.composing import (
    PublicText,
    every,
    headings,
    tables_without_heads,
)
from heed.publications.facts import MAIN
from heed.publications.lasting import published_before
from heed.publications.models import Paper
from heed.publications.signed import valid_approvals
from heed.publications.small_numbers import (
    as_published,
    asked_about,
    tables_in,
)
from heed.publications.texts import text_of
from heed.publications.writing import around_now, marks_now, text_now


def to_prepare(case: Case) -> dict:
    """The choices of the page on which the summary is written, and what is there."""
    publication = queries.publication_of(case)
    kind = MAIN.get(publication.decision if publication else "", Paper.Kind.REPORT)
    paper = publication and publication.papers.filter(kind=kind).first()
    text = text_of(paper) if paper else None
    known = dict(paper.words) if paper else {}
    for name in ("themes", "former_titles"):
        known[name] = "\n".join(known.get(name, []))
    known["no_people"] = list(text.no_people) if text else []
    kept = known.get("shown_by", [])
    known["shown_by"] = themes.values_of(text.document, kept) if text else []
    return {
        "shown": around_now(paper),
        "initial": known,
        "headings": headings(text.document) if text else [],
        "sentences": themes.choices(text.document, kept) if text else [],
        **(_marks(paper, text) if text else {}),
    }


def to_mark(case: Case, kind: str) -> dict:
    """The choices of the page that asks about the tables and bold lines of a text of
    ours, and what is said of them already."""
    paper = queries.paper_or_404(case, kind)
    text = queries.shown_text_or_404(paper)
    now = marks_now(paper)
    initial = now.says | {"no_people": list(text.no_people)}
    return {"shown": now, "initial": initial, **_marks(paper, text)}


def has_marks(paper: Paper, text: PublicText) -> bool:
    """Whether there is anything to say of its tables and bold lines."""
    return any(_marks(paper, text).values())


def _marks(paper: Paper, text: PublicText) -> dict[str, list[tuple[str, str]]]:
    """The tables, bold lines and small numbers of a text about which somebody decides,
    and about which somebody did."""
    without = {*tables_without_heads(text.document), *paper.words.get("head_rows", [])}
    return {
        "tables": [
            (each.anchor, called(each))
            for each in every(text.document.blocks)
            if isinstance(each, Table) and each.anchor in without
        ],
        "bold": _bold(text.document, paper.words),
        "small": _small(paper, text),
    }


def _bold(document: Document, known: dict) -> list[tuple[str, str]]:
    """The bold lines that may be headings, and those that somebody said are."""
    said = set(known.get("bold_headings", []))
    kept = [(anchor, words) for anchor, words in headings(document) if anchor in said]
    return [*kept, *bold_headings(document)]


def _small(paper: Paper, text: PublicText) -> list[tuple[str, str]]:
    """The tables that tell of few, as they stand or beside what was published of them
    before, each with the cells that do; and those about which somebody has decided."""
    decided = {*paper.words.get("left_out", []), *text.no_people}
    before = as_published(text.document, published_before(paper))
    asked = {
        table.anchor: asked_about(table, before.get(table.anchor, ()))
        for table in tables_in(text.document.blocks)
    }
    wanted = decided | {anchor for anchor, why in asked.items() if why}
    return [
        (anchor, f"{name}: {asked[anchor]}" if asked[anchor] else name)
        for anchor, name in _named(text, wanted)
    ]


def _named(text: PublicText, anchors: Collection[str]) -> list[tuple[str, str]]:
    return [
        (table.anchor, called(table))
        for table in tables_in(text.document.blocks)
        if table.anchor in anchors
    ]


def to_write(case: Case, kind: str) -> dict:
    """What the page begins with on which a text of the partnership's own is written:
    its typed words, and how it stands."""
    paper = Paper.objects.filter(case=case, kind=kind).first()
    typed = paper.words.get("typed", "") if paper else ""
    return {"initial": {"text": typed}, "shown": text_now(paper)}


def of_approval(case: Case, kind: str, *, at) -> dict:
    """A text with who has approved it, for the page that asks for approval."""
    paper = queries.paper_or_404(case, kind)
    text = queries.shown_text_or_404(paper)
    return {
        "paper": paper,
        "text": text,
        "approvals": valid_approvals(paper, text.content_hash, at=at),
        "kept_words": queries.exceptions_of(paper),
        "checked_words": queries.checked_words_of(paper),
        "no_people": [name for _, name in _named(text, text.no_people)],
        "also_used": queries.names_also_used(paper),
        "came_to_somebody": queries.attempts_that_found(paper),
    }


def main_kind(case: Case) -> str:
    """What the partners decided to publish; the report while they have not."""
    found = queries.publication_of(case)
    return MAIN.get(found.decision if found else "", Paper.Kind.REPORT)
