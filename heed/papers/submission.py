"""The rapid review as it is submitted to the Panel: one Word file in a fixed order.

Its first page lists what is missing. A gap travels with the submission and never
holds it back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
from heed.rulebook.contents import SUBMISSION, Part

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
NOT_STATED = "Not stated"
EMPTY = "Nothing has been written here yet."
EMPTY_AND_NEEDED = f"{EMPTY} The Panel expects it."
FIRST_SECTION = "section-notification"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, named; `reason` where somebody said why."""

    part: str
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
class RapidReviewPack:
    """All that a submission is made of. `sections` go by the slugs of the
    rulebook's parts, in whose order they stand.

    `facts` are the lines of the first part: references and dates, and the days used.
    """

    partnership: str
    reference: str
    facts: tuple[tuple[str, str], ...] = ()
    sections: Mapping[str, tuple[Block, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    gaps: tuple[Gap, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

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
    """Questions without an answer or reasons, and partners who have not signed."""
    for decision in pack.decisions:
        if not decision.answer:
            yield Gap("decision", f"“{decision.question}” has no answer.")
        elif not decision.reasons:
            yield Gap("decision", f"“{decision.question}” has no reasons.")
    for sign_off in pack.sign_offs:
        if not sign_off.view:
            yield Gap("sign_off", f"{sign_off.body} has not signed.")


def submission_document(pack: RapidReviewPack) -> Document:
    """The submission as blocks: what is missing first, then every part in order."""
    title = f"Rapid review {pack.reference}"
    blocks: list[Block] = [heading(1, title), paragraph(pack.partnership)]
    blocks += _what_is_missing(gaps_of(pack))
    for part in SUBMISSION:
        first = heading(2, _title(part))
        blocks.append(type(first)(2, first.runs, anchor=f"section-{part.slug}"))
        blocks += _content(pack, part) or [paragraph(Run(EMPTY, italic=True))]
    made = document(*blocks, title=title)
    return Document(made.blocks, title=title, images=pack.images)


def submission_docx(
    pack: RapidReviewPack, *, marking: str = OFFICIAL_SENSITIVE
) -> bytes:
    """The submission as a Word document, its first page being what is missing."""
    return write_docx(
        submission_document(pack),
        marking=marking,
        new_pages=frozenset({FIRST_SECTION}),
    )


def _what_is_missing(gaps: list[Gap]) -> Iterator[Block]:
    yield heading(2, "What is missing")
    if not gaps:
        yield paragraph("Nothing is missing from this submission.")
        return
    yield paragraph(
        "These gaps are known. They travel with this submission and stay open until "
        "they are answered."
    )
    titles = {part.slug: _title(part) for part in SUBMISSION}
    rows = [
        (titles[gap.part], gap.words, gap.reason or "No reason given yet")
        for gap in gaps
    ]
    yield table(rows, header=("Part", "What is missing", "Why"))


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
