"""The words of a briefing: drafted from the report, measured, searched, put together
for the library. What is kept is plain data, so that its hash is that of its words."""

from dataclasses import asdict, replace

from heed.cases.models import Case
from heed.deidentify import Finding, Register, scan_paper
from heed.learning.models import Briefing
from heed.library.bundles import Bundle
from heed.library.dates import PublicDate
from heed.library.narrowing import readers_of
from heed.library.states import AREA_WITHHELD, State
from heed.library.states import Kind as LibraryKind
from heed.papers.blocks import (
    Document,
    anchored,
    document,
    from_json,
    heading,
    listing,
    paragraph,
    to_json,
)
from heed.papers.briefing import (
    Box,
    Kind,
    Length,
    body_blocks,
    length_of,
    whole_length,
)
from heed.papers.briefing import Briefing as Paper
from heed.papers.briefing_data import briefing_from
from heed.papers.briefing_paper import (
    NOTE,
    NOTE_PROMPTS,
    NOTE_PURPOSE,
    after_the_boxes,
    briefing_document,
    briefing_docx,
    briefing_pdf,
    in_words,
)
from heed.papers.briefing_proposal import BOXES, QUESTIONS, proposed, still_to_write
from heed.papers.hidden import Reading
from heed.publications.anonymous import hides_its_area, is_anonymous
from heed.publications.joining import joined_with, names_of
from heed.publications.models import Paper as PublicPaper
from heed.publications.queries import publication_of, texts_of
from heed.publications.texts import pseudonyms_of, text_of
from heed.reviews.queries import latest_report, review_of
from heed.reviews.texts import content_hash
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.process.stages import PUBLISHING, REVIEWING
from heed.rulebook.themes import theme_names

NOTICE = "It tells of harm to a child."
WHERE_THE_NOTE_IS = (
    "There is room to write under each question on the last page of the PDF and of the "
    "Word file."
)


def drafted(case: Case) -> dict:
    """A first draft in the report's own words, box by box; empty boxes, to be written,
    where there is no report."""
    report = report_of(case)
    boxes = tuple(Box(heading=title, body="") for title, _ in BOXES)
    draft = Paper(title="A briefing", kind=Kind.CASE, boxes=boxes, questions=QUESTIONS)
    names = " and ".join(pseudonyms_of(case))
    draft = replace(
        proposed(report) if report else draft,
        title=f"{names or 'A child'}: what we learned",
        pseudonym=names,
        publisher=case.partnership.name,
    )
    return as_data(draft)


def report_of(case: Case) -> Document | None:
    """The report as it becomes public, else as it was lodged last; None without one."""
    publication = publication_of(case)
    if publication:
        papers = publication.papers.filter(kind=PublicPaper.Kind.REPORT)
        for paper in papers.select_related("publication", "case"):
            if text := text_of(paper):
                return text.document
    report = latest_report(case)
    return from_json(report.blocks) if report else None


def as_data(paper: Paper) -> dict:
    """A briefing as plain data, and nothing that it does not have."""
    said = asdict(paper)
    days = {name: said[name].isoformat() for name in DAYS if said[name]}
    plain = {name: said[name] for name in said if name not in DAYS}
    return {
        **{name: _listed(value) for name, value in plain.items() if value},
        **days,
        "kind": str(paper.kind),
    }


DAYS = ("issued", "review_by")


def _listed(value):
    return [_listed(each) for each in value] if isinstance(value, tuple) else value


def paper_of(content: dict) -> Paper:
    """The briefing that is kept as this data."""
    return briefing_from(content)


def words_of(briefing: Briefing) -> str:
    """The hash of exactly these words, and of going out by the decision on the report
    where they do: what an approval is bound to."""
    if not briefing.with_report:
        return content_hash(briefing.content)
    return content_hash({"with_report": briefing.content})


def measured(content: dict) -> list[tuple[Box, Length, bool]]:
    """Each box with its length, and whether it is still to be written."""
    boxes = paper_of(content).boxes
    return [
        (box, length_of(f"{box.heading} {box.body}"), not box.body) for box in boxes
    ]


def unwritten(content: dict) -> list[str]:
    """The headings of boxes without words."""
    return still_to_write(paper_of(content))


def findings_in(briefing: Briefing, register: Register) -> list[Finding]:
    """What in the words could identify somebody of the register, or anybody. What the
    partnership says of itself raises nothing."""
    paper = paper_of(briefing.content)
    days = [in_words(paper.review_by)] if paper.review_by else []
    return scan_paper(
        Reading(briefing_document(without_remarks(paper), with_note=False)),
        register,
        allow=[*said_of_itself(briefing), *days],
    )


def bars(finding: Finding) -> bool:
    """Whether a briefing cannot be public with it: it surely identifies somebody, or
    may name somebody of the case. Nobody can say of a briefing why a name may stay; it
    is written in other words."""
    return finding.takes_two


def said_of_itself(briefing: Briefing) -> list[str]:
    """By what the partnership is known and reached, which it says to everybody; nothing
    where its area is not to be named."""
    case, partnership = briefing.case, briefing.case.partnership
    own = (
        partnership.name,
        partnership.business_unit_telephone,
        partnership.referral_address,
    )
    return [] if hides_its_area(case) else [each for each in own if each]


def without_remarks(paper: Paper) -> Paper:
    """The briefing without what stood there for its writers."""
    return replace(paper, boxes=tuple(replace(box, remark="") for box in paper.boxes))


def public_document(paper: Paper) -> Document:
    """The briefing as a page of the library, which numbers its boxes, with the
    questions of the reflective note that a reader prints and keeps."""
    boxes = ((heading(2, box.heading), *body_blocks(box.body)) for box in paper.boxes)
    return anchored(
        document(
            *(block for box in boxes for block in box),
            *after_the_boxes(paper),
            heading(2, NOTE),
            paragraph(f"{NOTE_PURPOSE} {WHERE_THE_NOTE_IS}"),
            listing(*NOTE_PROMPTS),
            title=paper.title,
        )
    )


def facts_of(paper: Paper) -> tuple[tuple[str, str], ...]:
    """What a reader is told about a briefing beside its words."""
    told = (
        ("For", paper.audience),
        ("Covers", paper.period_covered),
        ("To read aloud", str(whole_length(paper))),
        ("Looked at again by", in_words(paper.review_by) if paper.review_by else ""),
    )
    return tuple((name, words) for name, words in told if words)


# What goes down into the library


def to_be_published(briefing: Briefing, *, on) -> dict:
    """All that the library is told, fixed on the day of publication: the same at every
    replay."""
    case = briefing.case
    publication = publication_of(case)
    jointly = joined_with(publication) if publication else []
    paper = replace(without_remarks(paper_of(briefing.content)), issued=on)
    if jointly and paper.publisher == case.partnership.name:
        paper = replace(paper, publisher=names_of(case.partnership, jointly))
    codes = {code for each in case.recommendations.all() for code in each.themes}
    return {
        "briefing": as_data(paper),
        "published_on": on.isoformat(),
        "state": str(_state(case, publication)),
        "review_id": str(publication.review_id) if publication else "",
        "themes": list(theme_names(codes)),
        "ages": list(_ages_of(publication)),
        "readers": list(readers_of([paper.audience])),
        "joint_with": [each.slug for each in jointly],
    }


def _ages_of(publication) -> tuple[str, ...]:
    """The ages that the report tells of, once they are public with it."""
    if publication is None or not publication.is_public:
        return ()
    return tuple({age: None for text in texts_of(publication) for age in text.ages})


def _state(case: Case, publication) -> State:
    if publication and is_anonymous(publication):
        return State.AREA_WITHHELD
    if publication and publication.decision == PublicationDecision.BRIEFING_ONLY:
        return State.BRIEFING_ONLY
    if publication and publication.is_public:
        return State.PUBLISHED
    if review_of(case) is None:
        return State.AFTER_RAPID_REVIEW
    on_its_way = case.stage in REVIEWING | PUBLISHING
    return State.REPORT_DELAYED if on_its_way else State.BRIEFING_ONLY


def bundle_of(briefing: Briefing, said: dict | None = None) -> Bundle:
    """A published briefing as the library receives it; of what is `said` instead, as it
    would receive that."""
    said = said or briefing.published_content
    paper, state = paper_of(said["briefing"]), State(said["state"])
    whose = {"accent": briefing.partnership.colour}
    if withheld := state == State.AREA_WITHHELD:
        paper, whose = replace(paper, publisher=""), {}
    return Bundle(
        publication_id=briefing.library_id,
        version=briefing.edition,
        publisher=AREA_WITHHELD if withheld else briefing.partnership.slug,
        slug=briefing.slug,
        kind=LibraryKind.BRIEFING,
        state=state,
        joint_with=tuple(said.get("joint_with", ())),
        title=paper.title,
        document=to_json(public_document(paper)),
        facts=facts_of(paper),
        pseudonyms=(paper.pseudonym,) if paper.pseudonym else (),
        review_id=said["review_id"] or None,
        published=PublicDate(said["published_on"]),
        themes=tuple(said["themes"]),
        ages=tuple(said.get("ages", ())),
        readers=tuple(said.get("readers", ())),
        content_notice=NOTICE,
        pdf=briefing_pdf(paper, **whose),
        word=briefing_docx(paper),
    )
