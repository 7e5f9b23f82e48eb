"""Each text with what a search found in it, beside its words."""

from dataclasses import dataclass

from heed.cases.models import Case
from heed.deidentify import Finding
from heed.papers.blocks import leaves
from heed.publications import queries
from heed.publications.composing import (
    COVER,
    PublicText,
)
from heed.publications.models import KeptWord, Paper, Scan
from heed.publications.scanning import is_signed, named, opened, still_open
from heed.publications.texts import text_of
from heed.reviews.queries import latest_report, waiting_changes


@dataclass(frozen=True)
class ShownFinding:
    """A finding beside the words that it stands in, and what has become of it."""

    number: int
    finding: Finding
    paragraph: str
    is_open: bool
    kept: KeptWord | None
    is_signed: bool
    waits: bool
    where: str

    @property
    def place(self) -> str:
        """Where it stands, as a page says it."""
        if self.where == "cover":
            return COVER_NAMES.get(self.finding.anchor, "Around the text")
        if self.where == "portrait":
            return "Who the child was"
        return f"Paragraph {self.finding.anchor}"


COVER_NAMES = {
    f"{COVER}-{name}": words
    for name, words in {
        "title": "Title",
        "summary": "Summary",
        "notice": "Content notice",
        "themes": "Themes",
        "former": "Former titles",
        "facts": "About this publication",
    }.items()
}


def of_findings(case: Case) -> list[dict]:
    """Each text with its last search: what is open, what is answered, what to check."""
    publication = queries.publication_of(case)
    papers = queries.papers_of(publication)
    shown = [_one(paper, text) for paper in papers if (text := text_of(paper))]
    if not shown and latest_report(case):
        kind = Paper.Kind.REPORT
        shown = [{"kind": kind, "name": kind.label, "scan": None}]
    return shown


def _one(paper: Paper, text: PublicText) -> dict:
    scan = queries.last_scan(paper)
    one = {"kind": paper.kind, "name": paper.get_kind_display(), "scan": scan}
    if scan is None:
        return one
    rows = list(findings_of(scan, text))
    return one | {
        "is_of_this": scan.content_hash == text.content_hash,
        "open": [row for row in rows if row.is_open],
        "answered": [
            row for row in rows if row.finding.is_confirmed and not row.is_open
        ],
        "to_check": [row for row in rows if not row.finding.is_confirmed],
        "left_behind": [opened(each) for each in scan.left_behind],
        "acknowledged": getattr(scan, "acknowledged", None),
    }


def findings_of(scan: Scan, text: PublicText):
    """The findings of a search, each beside its paragraph."""
    kept = queries.kept_words_of(scan.paper)
    waiting = {each.id for each in still_open(scan.findings, kept)}
    words = dict(leaves(text.document.blocks)) | dict(leaves(text.cover.blocks))
    changing = {change.anchor for change in waiting_changes(scan.case)}
    for number, said in enumerate(scan.findings):
        found = opened(said)
        exception = next((k for k in kept if _is_of(k, found)), None)
        yield ShownFinding(
            number=number,
            finding=found,
            paragraph=words.get(found.anchor, ""),
            is_open=found.id in waiting,
            kept=exception,
            is_signed=exception is not None and is_signed(exception),
            waits=found.anchor in changing,
            where=_where(scan.paper, found),
        )


def _is_of(kept: KeptWord, found: Finding) -> bool:
    exception = named(kept)
    return exception.form == found.text and exception.place in {found.id, found.place}


def _where(paper: Paper, found: Finding) -> str:
    """Whose words they are: that says who may change them."""
    if found.anchor.startswith("portrait") or found.anchor == "who-the-child-was":
        return "portrait"
    if found.anchor.startswith(COVER) or not found.anchor:
        return "cover"
    return "report" if paper.kind == Paper.Kind.REPORT else "ours"


def finding_in(scan: Scan, number: int) -> Finding | None:
    """One finding of a search by its place in the list; None where there is none."""
    said = scan.findings[number : number + 1]
    return opened(said[0]) if said else None


def beside(scan: Scan, found: Finding) -> list[Finding]:
    """What else was confirmed in the same paragraph: it is replaced together."""
    every = map(opened, scan.findings)
    return [f for f in every if f.anchor == found.anchor and f.is_confirmed]


def paragraph_of(scan: Scan, found: Finding) -> str:
    """The words of the paragraph that something was found in."""
    text = text_of(scan.paper)
    if text is None:
        return ""
    words = dict(leaves(text.document.blocks)) | dict(leaves(text.cover.blocks))
    return words.get(found.anchor, "")


def one_place(paragraph: str) -> str:
    """That an exception holds for one place: the words that it stands in."""
    where = f" The place is: “{paragraph}”" if paragraph else ""
    return (
        "It may stay in exactly this form and in this one place; every other place "
        f"needs an exception of its own. An address that is protected has none.{where}"
    )
