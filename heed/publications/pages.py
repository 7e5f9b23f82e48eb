"""What the pages of publication show, and which steps are offered when."""

from dataclasses import dataclass

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.deidentify import Finding
from heed.papers.blocks import leaves
from heed.publications import queries
from heed.publications.ahead import not_material_of
from heed.publications.composing import (
    COVER,
    PublicText,
    headings,
    tables_without_heads,
)
from heed.publications.facts import MAIN
from heed.publications.gate import what_bars
from heed.publications.models import KeptWord, Paper, Publication, Scan
from heed.publications.scanning import is_signed, named, opened, still_open
from heed.publications.texts import text_of, title_of
from heed.reviews.queries import latest_report, waiting_changes
from heed.rulebook.clocks import OWN_SITE_CHECK
from heed.rulebook.counting import due, earliest_removal
from heed.rulebook.outcomes import PublicationDecision, label
from heed.rulebook.process.stages import A_CASE, PUBLISHING

# When a step is offered


def begun(case: Case) -> bool:
    return queries.publication_of(case) is not None


def is_signed_off(case: Case) -> bool:
    return case.stage in PUBLISHING or was_published(case)


def has_text(case: Case) -> bool:
    return case.stage in A_CASE and latest_report(case) is not None


def _decided(case: Case, decision: str) -> bool:
    found = queries.publication_of(case)
    return found is not None and found.decision == decision


def copies_to_send(case: Case) -> bool:
    return bool(queries.texts_to_send(queries.publication_of(case)))


def main_text_changed(case: Case) -> bool:
    return main_kind(case) in _changed(case)


def response_changed(case: Case) -> bool:
    return Paper.Kind.RESPONSE in _changed(case)


def _changed(case: Case) -> set[str]:
    found = queries.publication_of(case)
    return {text.kind for text in queries.texts_changed_since_sent(found)}


def improvements_only(case: Case) -> bool:
    return _decided(case, PublicationDecision.IMPROVEMENTS_ONLY)


def in_the_library(case: Case) -> bool:
    return _decided(case, PublicationDecision.PUBLISH)


def on_own_site(case: Case) -> bool:
    return case.partnership.site == "own_site"


def family_not_told(case: Case) -> bool:
    return any(not ok for ok in _family(case))


def _family(case: Case) -> tuple[bool, ...]:
    found = queries.publication_of(case)
    return queries.family_told(found) if found else (True,)


def waits_for_answers(case: Case) -> bool:
    return queries.waits_for_answers(queries.publication_of(case))


def was_published(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.published_on)


def copy_to_deposit(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.published_on and not found.deposited_on)


def copy_deposited(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.deposited_on)


def waits_for_a_signature(case: Case) -> bool:
    found = queries.papers_of_case(case)
    kept = (each for paper in found for each in queries.kept_words_of(paper))
    return any(not is_signed(each) for each in kept)


def is_public(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.is_public)


def is_elsewhere(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.place == Publication.Place.OWN_SITE)


def removal_agreed(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.is_public and found.removal_agreed_by_id)


def waits_for_confirmation(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.withdrawn_at and found.withdrawal_confirmed_at is None)


# The panel on the case page


def panel(case: Case, person, at) -> dict | None:
    """The gate as everybody sees it, and what stands in public."""
    publication = queries.publication_of(case)
    if publication is None:
        return {"begun": False} if case.stage in PUBLISHING else None
    settled = publication.published_on is not None
    show_gate = not settled or _is_changed(publication)
    facts, items = queries.facts_as_published(publication, at=at), []
    if show_gate:
        facts, items = queries.gate_of(publication, at=at, correction=settled)
    return {
        "begun": True,
        "publication": publication,
        "decided": label(publication.decision) if publication.decision else "",
        "proposed": label(publication.proposed_decision)
        if publication.proposed_decision
        else "",
        "answers": queries.answers_on(publication),
        "items": items,
        "is_open": not what_bars(items),
        "show_gate": show_gate,
        "facts": facts,
        "early": label(facts.early_reason) if facts.early_reason else "",
        "copies": queries.copies_of(publication),
        "not_material": not_material_of(publication),
        "comments": queries.comments_on(publication),
        "papers": [
            {"paper": paper, "title": title_of(paper)}
            for paper in queries.papers_of(publication)
        ],
        "waiting": queries.waiting_hand_overs(publication),
        "next_check": _next_check(publication),
        "stays_until": earliest_removal(publication.published_on) if settled else None,
    }


def _is_changed(publication: Publication) -> bool:
    """Whether a text is now another than the one that is public."""
    return any(
        (text := text_of(paper)) and text.content_hash != paper.published_hash
        for paper in queries.papers_of(publication)
    )


def _next_check(publication: Publication):
    if publication.place != Publication.Place.OWN_SITE:
        return None
    last = publication.checks.last()
    return due(OWN_SITE_CHECK, last.checked_on if last else publication.published_on)


# Findings


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


# Forms


def to_prepare(case: Case) -> dict:
    """The choices of the page on which the summary is written, and what is there."""
    publication = queries.publication_of(case)
    kind = MAIN.get(publication.decision if publication else "", Paper.Kind.REPORT)
    paper = publication and publication.papers.filter(kind=kind).first()
    text = text_of(paper) if paper else None
    known = dict(paper.words) if paper else {}
    for name in ("themes", "former_titles"):
        known[name] = "\n".join(known.get(name, []))
    heads = known.get("head_rows", [])
    return {
        "initial": known,
        "headings": headings(text.document) if text else [],
        "tables": [
            (anchor, f"Table {anchor}")
            for anchor in (tables_without_heads(text.document) if text else [])
        ]
        + [(anchor, f"Table {anchor}") for anchor in heads],
    }


def to_write(case: Case, kind: str) -> dict:
    """The typed words of a text of the partnership's own, as they stand."""
    paper = Paper.objects.filter(case=case, kind=kind).first()
    return {"text": paper.words.get("typed", "")} if paper else {}


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


def of_approval(case: Case, kind: str) -> dict:
    """A text with who has approved it, for the page that asks for approval."""
    paper = queries.paper_or_404(case, kind)
    text = queries.shown_text_or_404(paper)
    return {
        "paper": paper,
        "text": text,
        "approvals": queries.valid_approvals(paper, text.content_hash),
        "kept_words": queries.kept_words_of(paper),
    }


def main_kind(case: Case) -> str:
    """What the partners decided to publish; the report while they have not."""
    found = queries.publication_of(case)
    return MAIN.get(found.decision if found else "", Paper.Kind.REPORT)


def of_publishing(case: Case, *, at, correction: bool = False) -> dict:
    """The gate, on the page with the button that publishes."""
    publication = queries.publication_or_404(case)
    facts, items = queries.gate_of(publication, at=at, correction=correction)
    return {"items": items, "facts": facts, "today": clock.london_date(at)}


def closed(request, case: Case, items) -> dict:
    """Why there is nothing to download yet."""
    return case_pages.banner(request, case) | {
        "heading": "Not to be published yet",
        "items": items,
        "form": None,
    }
