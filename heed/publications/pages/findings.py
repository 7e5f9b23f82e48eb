"""Each text with what a search found in it, beside its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from heed.cases.access import standings_of, why_not
from heed.cases.models import Case
from heed.deidentify import Finding
from heed.deidentify.findings import form_of
from heed.papers.blocks import leaves
from heed.papers.places import places_in
from heed.publications import queries
from heed.publications.composing import (
    COVER,
    PublicText,
)
from heed.publications.decided import (
    Decided,
    checks_open,
    confirmed_open,
    decided_of,
    to_keep_with,
)
from heed.publications.margin import pieces_of
from heed.publications.models import CheckedWord, KeptWord, Paper, Scan
from heed.publications.register import register_mark
from heed.publications.scanning import (
    is_of,
    is_signed,
    opened,
    reasons_for,
)
from heed.publications.signed import may_take_back
from heed.publications.texts import text_of
from heed.publications.wording import OF_THE_COVER
from heed.reviews.models import Change
from heed.reviews.queries import latest_report, waiting_changes
from heed.rulebook import process

MAY = {
    "change": process.PROPOSE_CHANGE,
    "answer": process.ANSWER_CHECK,
    "keep": process.KEEP_BY_EXCEPTION,
    "send_back": process.SEND_BACK,
}
ANEW = {
    "portrait": ("write_portrait", "Write anew who the child was"),
    "cover": ("prepare_publication", "Write the summary and the notice anew"),
    Paper.Kind.RESPONSE: ("write_response", "Write the response anew"),
    Paper.Kind.IMPROVEMENTS: ("write_improvements", "Write the improvements anew"),
}


@dataclass(frozen=True)
class ShownFinding:
    """A finding beside the words that it stands in, and what has become of it."""

    decided: Decided
    scan: Scan
    paragraph: str
    asked: Change | None
    where: str
    alike: int = 1
    places: int = 1
    stands: str = ""

    @property
    def number(self) -> int:
        return self.decided.number

    @property
    def name(self) -> str:
        """By which the page leads from the words to the margin."""
        return str(self.number + 1)

    @property
    def finding(self) -> Finding:
        return self.decided.finding

    @property
    def kept(self) -> KeptWord | None:
        return self.decided.kept

    @property
    def checked(self) -> CheckedWord | None:
        return self.decided.checked

    @property
    def earlier(self) -> KeptWord | CheckedWord | None:
        return self.decided.earlier

    @property
    def earlier_words(self) -> str:
        """What was said of it when its sentence was another."""
        earlier = self.earlier
        said = earlier.why if isinstance(earlier, KeptWord) else earlier.words
        return f"{earlier.get_reason_display()}. {said}"

    @property
    def is_open(self) -> bool:
        return self.decided.is_open

    @property
    def is_signed(self) -> bool:
        return self.kept is not None and is_signed(self.kept)

    @property
    def waits(self) -> bool:
        """Whether the reviewer was asked to change its paragraph."""
        return self.asked is not None

    @property
    def asked_otherwise(self) -> bool:
        """Whether the words that she was asked for hold it no more."""
        return self.asked is not None and self.finding.text not in self.asked.after

    @property
    def standing(self) -> str:
        """In a word or two, where it stands."""
        if self.asked_otherwise and self.kept is None and self.is_open:
            return "Other words asked for"
        if not self.finding.takes_two:
            return "To look at" if self.is_open else "Looked at"
        if self.kept is None:
            return "Not answered" if self.finding.is_confirmed else "To look at"
        return "Kept by exception" if self.is_signed else "Waits for a second body"

    @property
    def tone(self) -> str:
        """How loudly it says so."""
        if not self.is_open:
            return "good"
        return "late" if self.standing == "Not answered" else "soon"

    @property
    def at_once(self) -> bool:
        """Whether it may be replaced at one press by what the search suggests."""
        stands = self.finding.start is not None and self.finding.suggest
        ours = self.where == "ours" or self.finding.anchor in OF_THE_COVER
        return bool(stands) and not self.waits and (self.where == "report" or ours)

    @property
    def may_be_kept(self) -> bool:
        """Whether an exception may be asked for: of what must never print, only where
        it is an everyday word as well."""
        return self.kept is None and bool(self.reasons)

    @property
    def reasons(self) -> list[KeptWord.Reason]:
        """For which reasons an exception may be made of it; none where nobody may."""
        found = self.finding
        return reasons_for(found) if found.takes_two and found.text else []

    @property
    def may_be_answered(self) -> bool:
        """Whether one person may say why it stays."""
        return not self.finding.takes_two and not self.finding.critical

    @property
    def change_url(self) -> str:
        """Where other words for it are written."""
        if self.where == "report":
            args = (self.scan.public_id, self.number)
            return f"{reverse('replace_words', args=args)}?back={self.scan.paper.kind}"
        name, _ = self._anew
        return reverse(name, args=[self.scan.case.public_id])

    @property
    def change_words(self) -> str:
        """What the link there says."""
        return (
            "Ask the reviewer for other words"
            if self.where == "report"
            else self._anew[1]
        )

    @property
    def _anew(self) -> tuple[str, str]:
        ours = ANEW.get(self.scan.paper.kind, ("texts_beside", "Write the text anew"))
        return ANEW.get(self.where, ours)

    @property
    def place(self) -> str:
        """Where it stands, as a page says it."""
        if self.where == "cover":
            return COVER_NAMES.get(self.finding.anchor, "Around the text")
        if self.where == "portrait":
            return "Who the child was"
        return self.stands or "Beside the text"


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
    """Each text with its last search: what is open, what is answered, what to check; a
    report that only goes ahead among them."""
    publication = queries.publication_of(case)
    papers = queries.papers_ahead_of(publication)
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
        "is_of_this": _is_current(scan, text),
        "open": [row for row in rows if row.is_open and row.finding.is_confirmed],
        "answered": [
            row for row in rows if row.finding.is_confirmed and not row.is_open
        ],
        "to_check": _by_form(row for row in rows if not row.finding.is_confirmed),
        "checks_open": len(checks_open([row.decided for row in rows])),
        "left_behind": [opened(each) for each in scan.left_behind],
        "acknowledged": getattr(scan, "acknowledged", None),
        "sent_back": queries.waits_for_author(paper, text),
    }


def _is_current(scan: Scan, text: PublicText) -> bool:
    return is_of(scan, text.content_hash, register_mark(scan.case))


def _by_form(rows) -> list[list[ShownFinding]]:
    """What is to be looked at, the same forms together, those not answered first."""
    alike: dict[tuple, list[ShownFinding]] = {}
    for row in rows:
        alike.setdefault(_form(row.decided), []).append(row)
    return sorted(alike.values(), key=lambda some: not any(r.is_open for r in some))


def _form(one: Decided) -> tuple[str, str]:
    return form_of(one.finding.text), one.finding.class_


def findings_of(scan: Scan, text: PublicText) -> Iterator[ShownFinding]:
    """The findings of a search, each beside its paragraph."""
    paper = scan.paper
    every = decided_of(
        scan.findings, queries.kept_words_of(paper), queries.checked_words_of(paper)
    )
    words = dict(leaves(text.document.blocks)) | dict(leaves(text.cover.blocks))
    stands = places_in(text.document)
    of_the_report = paper.kind == Paper.Kind.REPORT
    changing = {change.anchor: change for change in waiting_changes(scan.case)}
    open_forms = [_form(one) for one in checks_open(every)]
    for one in every:
        yield ShownFinding(
            decided=one,
            scan=scan,
            paragraph=words.get(one.finding.anchor, ""),
            asked=changing.get(one.finding.anchor) if of_the_report else None,
            where=_where(paper, one.finding),
            alike=open_forms.count(_form(one)),
            places=len(to_keep_with(every, one)),
            stands=stands.get(one.finding.anchor, ""),
        )


def beside_the_text(case: Case, kind: str, person, *, at) -> dict:
    """A text in its order, what was found beside its words, and what this person may do
    about it."""
    paper = queries.paper_or_404(case, kind)
    text, scan = queries.shown_text_or_404(paper), queries.last_scan_or_404(paper)
    rows = list(findings_of(scan, text))
    anchors = dict(leaves(text.document.blocks)) | dict(leaves(text.cover.blocks))
    every = [row.decided for row in rows]
    waiting = [row for row in rows if row.is_open]
    return {
        "kind": kind,
        "name": paper.get_kind_display(),
        "scan": scan,
        "is_of_this": _is_current(scan, text),
        "pieces": pieces_of(text.document, rows),
        "around": pieces_of(text.cover, rows),
        "loose": [row for row in rows if row.finding.anchor not in anchors],
        "counts": {
            "open": len(confirmed_open(every)),
            "to_check": len(checks_open(every)),
        },
        "first_open": waiting[0] if waiting else None,
        "sent_back": queries.waits_for_author(paper, text),
        "taken_back": to_take_back(case, person, at=at),
        "may": may(case, person, at=at),
    }


def to_take_back(case: Case, person, *, at) -> set:
    """What this person may say need not be written anew, of what was sent back."""
    if why_not(process.NEED_NOT_BE_WRITTEN_ANEW, case, person, at=at):
        return set()
    sent = queries.sent_back_in(case)
    return {each.pk for each in sent if may_take_back(each, person, at=at)}


def may(case: Case, person, *, at) -> dict[str, bool]:
    """What of all that can be done about findings this person may do here and now."""
    standings = standings_of(person, case, at=at)
    asked = {"at": at, "standings": standings}
    return {
        name: why_not(step, case, person, **asked) is None for name, step in MAY.items()
    }


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
    """A finding, and what else was confirmed in its paragraph: it is replaced
    together."""
    every = map(opened, scan.findings)
    here = [each for each in every if each.anchor == found.anchor]
    return [each for each in here if each.is_confirmed or each.id == found.id]


def shown_finding(scan: Scan, number: int) -> ShownFinding | None:
    """One finding of a search with what was decided of it; None where there is none, or
    the text is gone."""
    text = text_of(scan.paper)
    rows = findings_of(scan, text) if text else ()
    return next((row for row in rows if row.number == number), None)


def paragraph_of(scan: Scan, found: Finding) -> str:
    """The words of the paragraph that something was found in."""
    text = text_of(scan.paper)
    if text is None:
        return ""
    words = dict(leaves(text.document.blocks)) | dict(leaves(text.cover.blocks))
    return words.get(found.anchor, "")
