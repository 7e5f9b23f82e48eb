"""A briefing on paper and screen: the same words in the same order, four ways."""

from collections.abc import Iterator
from datetime import date

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Run,
    cell,
    document,
    heading,
    leaves,
    listing,
    paragraph,
    runs,
    table,
)
from heed.papers.briefing import (
    Box,
    Briefing,
    Length,
    body_blocks,
    box_lengths,
    length_of,
    whole_length,
)
from heed.papers.glyphs import showable
from heed.papers.pdf_blocks import Setter
from heed.papers.typesetting import ACCENT, Data, sheet, typeset
from heed.papers.write_docx import write_docx
from heed.papers.write_html import write_html, write_html_page
from heed.papers.write_text import write_text

SEVEN_MINUTES = "Seven-minute briefing"
QUESTIONS = "Questions for your team"
NEXT_STEPS = "What the partnership does next"
RESOURCES = "Find out more"
CONTACT = "Contact"
NOTE = "My reflective note"
NOTE_PURPOSE = (
    "For your own record, for example for supervision or registration. Nobody collects "
    "it. Do not write the name of a child or of a family."
)
NOTE_PROMPTS = (
    "What did I learn, or see differently?",
    "What in my own practice does it make me think of?",
    "What will I do, and by when?",
    "What do I want to talk over, and with whom?",
    "My name, and the date",
)


def briefing_document(briefing: Briefing, *, with_note: bool = True) -> Document:
    """The briefing as blocks in reading order; `with_note` adds the reflective note."""
    blocks: list[Block] = [heading(1, briefing.title), paragraph(about(briefing))]
    for number, box in enumerate(briefing.boxes, 1):
        blocks.append(heading(2, f"{number}. {box.heading}"))
        blocks += _box_blocks(box)
    blocks += after_the_boxes(briefing)
    if with_note:
        blocks += [heading(2, NOTE), paragraph(NOTE_PURPOSE), _note_table()]
    return document(*blocks, title=briefing.title)


def about(briefing: Briefing) -> str:
    """The line under the title: what this is, for whom, from when, how long."""
    facts = (
        SEVEN_MINUTES,
        f"{whole_length(briefing)} to read aloud",
        briefing.audience and f"for {_lowered(briefing.audience)}",
        briefing.pseudonym and f"about {briefing.pseudonym}",
        briefing.period_covered and f"covers {briefing.period_covered}",
        briefing.issued and f"issued {in_words(briefing.issued)}",
        briefing.review_by
        and f"to be looked at again by {in_words(briefing.review_by)}",
    )
    return " · ".join(fact for fact in facts if fact)


AFTER_THE_BOXES = frozenset({QUESTIONS, NEXT_STEPS, RESOURCES, CONTACT, NOTE})


def read_aloud(briefing: Document) -> Length:
    """How long the boxes of a briefing are that is on a page: what its line says."""
    texts: list[str] = []
    for block in briefing.blocks:
        if isinstance(block, Heading) and block.text in AFTER_THE_BOXES:
            break
        texts += [text for _, text in leaves((block,))]
    return length_of(" ".join(texts))


def in_words(day: date) -> str:
    """A date as people write it: 14 January 2026."""
    return f"{day.day} {day:%B %Y}"


def _lowered(words: str) -> str:
    """Its first letter small, unless the first word is a name or all capitals."""
    first = words.split(maxsplit=1)[0]
    plain = first[:1].lower() + first[1:]
    return words if first[1:] != first[1:].lower() else plain + words[len(first) :]


def after_the_boxes(briefing: Briefing) -> Iterator[Block]:
    """Questions, next steps, resources and contact, each with its heading."""
    if briefing.questions:
        yield heading(2, QUESTIONS)
        yield listing(*briefing.questions, ordered=True)
    if briefing.next_steps:
        yield heading(2, NEXT_STEPS)
        yield listing(*briefing.next_steps)
    if briefing.resources:
        yield heading(2, RESOURCES)
        linked = ((Run(each.title, link=each.address),) for each in briefing.resources)
        yield ListBlock(tuple(ListItem(runs(*line)) for line in linked))
    if briefing.contact:
        yield heading(2, CONTACT)
        yield paragraph(briefing.contact)


def _box_blocks(box: Box) -> Iterator[Block]:
    if box.remark:
        yield paragraph(Run(f"[{box.remark}]", italic=True))
    yield from body_blocks(box.body)


def _note_table() -> Block:
    """A row for each prompt, with room to write under it."""
    room = "\n" * 4
    prompts = (paragraph(Run(prompt, bold=True)) for prompt in NOTE_PROMPTS)
    return table([(cell(prompt, paragraph(room)),) for prompt in prompts])


def briefing_html(briefing: Briefing, *, title_level: int = 1) -> str:
    """The briefing as a safe fragment for a page; the reflective note is not in it."""
    paper = briefing_document(briefing, with_note=False)
    return write_html(paper, title_level=title_level)


def briefing_html_page(briefing: Briefing) -> str:
    """The briefing as one HTML file that opens anywhere, ready to print."""
    paper = briefing_document(briefing)
    return write_html_page(paper, publisher=briefing.publisher)


def briefing_text(briefing: Briefing) -> str:
    """The briefing as plain text."""
    return write_text(briefing_document(briefing))


def briefing_docx(briefing: Briefing, *, marking: str = "") -> bytes:
    """The briefing as a Word document with real headings."""
    return write_docx(
        briefing_document(briefing), publisher=briefing.publisher, marking=marking
    )


def briefing_pdf(
    briefing: Briefing, *, marking: str = "", accent: str = ACCENT
) -> bytes:
    """The briefing as PDF/UA-1: seven boxes on one side, then questions and the note.

    Raises ValueError for a colour not written as #rrggbb.
    """
    rest = document(*after_the_boxes(briefing))
    setter = Setter(rest, rest.blocks)
    lengths = box_lengths(briefing)
    boxes: list[Data] = [
        {
            "heading": showable(box.heading),
            "length": str(lengths[number]),
            "blocks": setter.blocks(tuple(_box_blocks(box)), inside=True),
        }
        for number, box in enumerate(briefing.boxes)
    ]
    return typeset(
        "briefing.typ",
        {
            **sheet(briefing.title, marking=marking, accent=accent),
            "name": SEVEN_MINUTES,
            "publisher": showable(briefing.publisher),
            "about": showable(about(briefing).removeprefix(f"{SEVEN_MINUTES} · ")),
            "boxes": boxes,
            "blocks": setter.blocks(rest.blocks),
            "note": {
                "heading": NOTE,
                "purpose": NOTE_PURPOSE,
                "prompts": list(NOTE_PROMPTS),
            },
        },
    )
