"""The rapid review as it is submitted to the Panel, in a fixed order: Word, and the
same as PDF.

Its first page lists what is missing, disputed, unsigned or late. A gap travels with
the submission and never holds it back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType

from heed.papers.blocks import (
    Block,
    Document,
    Run,
    cell,
    document,
    heading,
    listing,
    paragraph,
    table,
)
from heed.papers.write_docx import write_docx
from heed.papers.write_pdf import write_pdf
from heed.rulebook.contents import SUBMISSION, Part

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
NOT_STATED = "Not stated"
EMPTY = "Nothing has been written here yet."
EMPTY_AND_NEEDED = f"{EMPTY} The Panel expects it."
FIRST_SECTION = "section-notification"
FIRST_PAGE = "Missing, disputed, unsigned or late"
NO_REASON = "No reason given yet"
WHERE_DISSENT_STANDS = "Its reasons stand under “The three partners”."
ANNEX = "Annex: from the chronology"
BY_NAME = "By name, as the partnership chose for this paper."
BY_PSEUDONYM = "By pseudonym, as the partnership chose for this paper."


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, named; `reason` where somebody said why."""

    part: str
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know before reading: what is disputed, unsigned or late, and why."""

    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One question of the decision, its answer and the reasons for it."""

    question: str
    answer: str
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """What one partner says. `view` is "agrees", "disagrees" or "" while it waits."""

    body: str
    name: str = ""
    view: str = ""
    on: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """The days that the Panel counts by, each as far as it is known."""

    happened_on: date | None = None
    happened_until: date | None = None
    aware_at: datetime | None = None
    notified_at: datetime | None = None
    due_on: date | None = None
    sent_at: datetime | None = None
    working_days_used: int | None = None
    working_days_allowed: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RapidReviewPack:
    """All that a submission is made of. `sections` go by the slugs of the
    rulebook's parts, in whose order they stand.

    `facts` are the lines of the first part: references and dates, and the days used;
    `dates` are the same days for a machine. `number` counts what was sent, and is 0
    before. `named`: people are called by their names, and not by pseudonyms.
    """

    partnership: str
    reference: str
    number: int = 0
    named: bool = False
    notification: str = ""
    dates: Dates = field(default_factory=Dates)
    facts: tuple[tuple[str, str], ...] = ()
    sections: Mapping[str, tuple[Block, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    gaps: tuple[Gap, ...] = ()
    disputed: tuple[Remark, ...] = ()
    unsigned: tuple[Remark, ...] = ()
    late: tuple[Remark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    annex: tuple[Block, ...] = ()
    """Rows of the chronology that go along, after all parts."""

    def __post_init__(self) -> None:
        known = {part.slug for part in SUBMISSION}
        named = {*self.sections, *(gap.part for gap in self.gaps)}
        if unknown := sorted(named - known):
            raise ValueError(f"A submission has no part called {unknown[0]}.")


def gaps_of(pack: RapidReviewPack) -> list[Gap]:
    """What is missing, in the order of the parts: what was named, and what is empty."""
    about = {gap.part for gap in pack.gaps}
    found = [*pack.gaps, *_empty(pack, about), *_unanswered(pack)]
    order = [part.slug for part in SUBMISSION]
    return sorted(found, key=lambda gap: order.index(gap.part))


def _empty(pack: RapidReviewPack, named: set[str]) -> Iterator[Gap]:
    """The empty parts that nobody named."""
    for part in SUBMISSION:
        if part.slug not in named and not _content(pack, part):
            yield Gap(part.slug, EMPTY_AND_NEEDED if part.essential else EMPTY)


def _unanswered(pack: RapidReviewPack) -> Iterator[Gap]:
    """Questions without an answer or reasons."""
    for decision in pack.decisions:
        if not decision.answer:
            yield Gap("decision", f"“{decision.question}” has no answer.")
        elif not decision.reasons:
            yield Gap("decision", f"“{decision.question}” has no reasons.")


def disputed_in(pack: RapidReviewPack) -> list[Remark]:
    """What is disputed: a partner who disagrees, and what else was named. The words of
    a dissent stand with the partners, in their own part."""
    dissent = [
        Remark(f"{each.body} disagrees with the decision.", WHERE_DISSENT_STANDS)
        for each in pack.sign_offs
        if each.view == "disagrees"
    ]
    return [*dissent, *pack.disputed]


def unsigned_in(pack: RapidReviewPack) -> list[Remark]:
    """Who has not signed, and who signed what was changed since."""
    silent = [
        Remark(f"{each.body} has not signed.")
        for each in pack.sign_offs
        if not each.view
    ]
    return [*silent, *pack.unsigned]


def submission_document(pack: RapidReviewPack) -> Document:
    """The submission as blocks: what is to be known first, then every part in order."""
    title = f"Rapid review {pack.reference}"
    blocks: list[Block] = [heading(1, title), paragraph(pack.partnership)]
    blocks += _first_page(pack)
    for part in SUBMISSION:
        first = heading(2, _title(part))
        blocks.append(type(first)(2, first.runs, anchor=f"section-{part.slug}"))
        blocks += _content(pack, part) or [paragraph(Run(EMPTY, italic=True))]
    if pack.annex:
        blocks += [heading(2, ANNEX), *pack.annex]
    made = document(*blocks, title=title)
    return Document(made.blocks, title=title, images=pack.images)


def submission_docx(
    pack: RapidReviewPack, *, marking: str = OFFICIAL_SENSITIVE
) -> bytes:
    """The submission as a Word document, with what is to be known first on page one."""
    return write_docx(
        submission_document(pack),
        marking=marking,
        new_pages=frozenset({FIRST_SECTION}),
    )


def submission_pdf(
    pack: RapidReviewPack, *, marking: str = OFFICIAL_SENSITIVE
) -> bytes:
    """The same blocks as an accessible PDF (PDF/UA-1)."""
    return write_pdf(
        submission_document(pack),
        marking=marking,
        new_pages=frozenset({FIRST_SECTION}),
    )


def lists_of(pack: RapidReviewPack) -> dict[str, list[Remark]]:
    """What page one says, for a page: each list that has something, by its title."""
    missing = [
        Remark(f"{title}: {' '.join(lines)}", reason)
        for title, lines, reason in _together(gaps_of(pack))
    ]
    lists = {
        "Missing": missing,
        "Disputed": disputed_in(pack),
        "Not signed": unsigned_in(pack),
        "Late": list(pack.late),
    }
    return {title: some for title, some in lists.items() if some}


def _first_page(pack: RapidReviewPack) -> Iterator[Block]:
    """Four short lists, each where there is something to say."""
    lists = {
        "Missing": _missing(gaps_of(pack)),
        "Disputed": _remarks(disputed_in(pack)),
        "Not signed": _remarks(unsigned_in(pack)),
        "Late": _remarks(pack.late),
    }
    yield heading(2, FIRST_PAGE)
    yield paragraph(
        Run("People in this paper: ", bold=True),
        BY_NAME if pack.named else BY_PSEUDONYM,
    )
    if not any(lists.values()):
        yield paragraph("Nothing is missing, disputed, unsigned or late.")
        return
    yield paragraph(
        "This is known. It travels with this submission and stays open until it is "
        "answered."
    )
    for title, blocks in lists.items():
        if blocks:
            yield heading(3, title)
            yield from blocks


def _missing(gaps: list[Gap]) -> list[Block]:
    """A row for each part and reason: many facts of one child are one row."""
    if not gaps:
        return []
    rows = [
        (title, "\n".join(lines), reason) for title, lines, reason in _together(gaps)
    ]
    return [table(rows, header=("Part", "What is missing", "Why"))]


def _together(gaps: list[Gap]) -> Iterator[tuple[str, list[str], str]]:
    """What is missing of each part for one reason: the title, the words, the reason."""
    titles = {part.slug: _title(part) for part in SUBMISSION}
    for (part, reason), some in groupby(gaps, key=lambda gap: (gap.part, gap.reason)):
        yield titles[part], [gap.words for gap in some], reason or NO_REASON


def _remarks(remarks: Iterable[Remark]) -> list[Block]:
    lines = [
        (Run(each.words), Run(f" {each.reason}", italic=True))
        if each.reason
        else (Run(each.words),)
        for each in remarks
    ]
    return [listing(*lines)] if lines else []


def _title(part: Part) -> str:
    return part.title.replace("'", "’")


def _content(pack: RapidReviewPack, part: Part) -> list[Block]:
    """What stands under a part: its own lines, then what was written."""
    own = {
        "notification": _facts(pack),
        "decision": _decisions(pack),
        "sign_off": _sign_offs(pack),
    }
    return [*own.get(part.slug, ()), *pack.sections.get(part.slug, ())]


def _facts(pack: RapidReviewPack) -> list[Block]:
    if not pack.facts:
        return []
    rows = [
        (cell(name, heading=True), words or NOT_STATED) for name, words in pack.facts
    ]
    return [table(rows, header=("Fact", "Answer"))]


def _decisions(pack: RapidReviewPack) -> list[Block]:
    if not pack.decisions:
        return []
    rows = [
        (each.question, each.answer or NOT_STATED, each.reasons or NOT_STATED)
        for each in pack.decisions
    ]
    return [table(rows, header=("Question", "Answer", "Reasons"))]


def _sign_offs(pack: RapidReviewPack) -> list[Block]:
    if not pack.sign_offs:
        return []
    rows = [
        (
            cell(each.body, heading=True),
            each.name or NOT_STATED,
            each.view or "Has not answered yet",
            each.on or NOT_STATED,
        )
        for each in pack.sign_offs
    ]
    made: list[Block] = [table(rows, header=("Partner", "Name", "View", "Date"))]
    said = [each for each in pack.sign_offs if each.words]
    if said:
        lines = ((Run(f"{each.body}: ", bold=True), Run(each.words)) for each in said)
        made += [paragraph("What they say:"), listing(*lines)]
    return made
