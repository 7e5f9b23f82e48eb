"""The referral form as a Word document, made from the questions, and filling it in.

Each answer stands in a content control whose tag is the key of its question, so that
a form that comes back by email is read exactly as it was filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from zipfile import ZipFile

from lxml import etree

from heed.papers.blocks import document
from heed.papers.questions import (
    FORM_VERSION,
    NOT_FOR,
    OWN_BEGINS,
    OWN_ENDS,
    PURPOSE,
    REFERRAL,
    START,
    VERSION_TAG,
    Choice,
    Kind,
    Question,
    Section,
    Words,
    key,
    worded,
)
from heed.papers.word_blocks import WordWriter
from heed.papers.word_controls import (
    Controls,
    controls_in,
    tick,
    write_into,
)
from heed.papers.word_package import rezipped
from heed.papers.word_tables import SHADE, TEXT_WIDTH
from heed.papers.word_xml import Element, named, paragraph_of, serialised, text_run, w
from heed.papers.write_docx import bound

TITLE = "Referral for a child safeguarding practice review"
MARKING = "OFFICIAL-SENSITIVE when filled in"
NOT_A_PROTECTION_REFERRAL = "This form is not a child protection referral."
HOW_TO_FILL_IN = (
    "Save this form on your computer. Click on the words “Write here” and write; "
    "click on a box to tick it. Every part may be left empty."
)
NO_BREAK, FAR_SPACE = "\u00a0", "\u2003 "
MAIN_PART = "word/document.xml"
OWN_MARKS = dict.fromkeys(map(ord, OWN_BEGINS))
"""What stands around a partnership's own words, to be taken out where all is seen."""

# A section asked of several people or dates is a table: a row each where there are
# few questions, a column each where there are some, a table each where there are many.
QUESTIONS_IN_A_ROW = 3
QUESTIONS_IN_A_COLUMN = 8
LABEL_SHARE = 0.36
LETTERS_ON_A_LINE = 30
"""Choices whose labels are no longer than this, all together, share a line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SentTo:
    """Where the form is sent, and whom to call instead."""

    partnership: str
    mailbox: str
    telephone: str = ""
    front_door: str = ""
    """The telephone of children's social care."""
    out_of_hours: str = ""
    words: Words = field(default_factory=dict)
    """What the partnership says in place of our words."""


def referral_form(sent_to: SentTo) -> bytes:
    """The referral form of this partnership as .docx, empty, ready to be sent out."""
    writer = WordWriter(document(), ())
    body = form_body(sent_to)
    return bound(body, writer, title=TITLE, language="en-GB", marking=MARKING)


def form_body(sent_to: SentTo, *, how: str = HOW_TO_FILL_IN) -> Element:
    """What stands on the form, as the body of a Word document; `how` says how it is
    filled in."""
    form = _Form()
    body = w("body")
    body.extend(_opening(sent_to, how))
    for number, section in enumerate(sections_of(sent_to), 1):
        body.append(paragraph_of("Heading2", text_run(f"{number}. {section.title}")))
        if section.help:
            body.append(paragraph_of("Normal", text_run(section.help)))
        body.extend(form.section(section))
    body.extend(form.ending(sent_to))
    return body


def fill_referral_form(
    form: bytes, answers: Mapping[str, str | Sequence[str]]
) -> bytes:
    """The form with these answers, written and ticked as by a typist.

    Keys are those of the questions; ValueError for one that the form does not ask.
    """
    with ZipFile(BytesIO(form)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    main = etree.fromstring(files[MAIN_PART], parser)
    controls = controls_in(main)
    for name, answer in answers.items():
        _answer(controls, name, answer)
    return rezipped({**files, MAIN_PART: serialised(main)})


def sections_of(sent_to: SentTo) -> tuple[Section, ...]:
    """The sections with the words of the partnership, each marked where nobody sees it:
    a program that loses the controls must not have them taken for an answer."""
    own = sent_to.words.items()
    marked = {place: f"{OWN_BEGINS}{words}{OWN_ENDS}" for place, words in own}
    return tuple(worded(section, marked) for section in REFERRAL)


def _answer(
    controls: Mapping[str, Element], name: str, answer: str | Sequence[str]
) -> None:
    if name in controls and isinstance(answer, str):
        write_into(controls[name], answer)
        return
    for choice in [answer] if isinstance(answer, str) else answer:
        box = controls.get(f"{name}.{choice}")
        if box is None:
            raise ValueError(f"The form does not ask {name}, or has no box {choice}.")
        tick(box)


def _opening(sent_to: SentTo, how: str) -> Iterator[Element]:
    yield paragraph_of("Publisher", text_run(sent_to.partnership))
    yield paragraph_of("Heading1", text_run(TITLE))
    warning = f"{NOT_A_PROTECTION_REFERRAL} {NOT_FOR}{_numbers(sent_to)}"
    yield paragraph_of("Warning", text_run(warning))
    yield paragraph_of("Normal", text_run(sent_to.words.get(START) or PURPOSE))
    yield paragraph_of("Heading2", text_run("How to send this form"))
    yield paragraph_of("Normal", text_run(how))
    yield paragraph_of(
        "Normal",
        text_run("Send the form by email to "),
        text_run(sent_to.mailbox, w("b"), w("bCs")),
        text_run(". Use secure email if you have it. " + _by_telephone(sent_to)),
    )


def _numbers(sent_to: SentTo) -> str:
    parts = (
        sent_to.front_door and f"Children’s social care: {sent_to.front_door}",
        sent_to.out_of_hours and f"at night and at weekends: {sent_to.out_of_hours}",
    )
    said = "; ".join(part for part in parts if part)
    return f"\n{said}." if said else ""


def _by_telephone(sent_to: SentTo) -> str:
    if not sent_to.telephone:
        return ""
    return f"If you cannot send email, or want help, call {sent_to.telephone}."


@dataclass(slots=True)
class _Form:
    """Lays out questions; every answer gets a control."""

    controls: Controls = field(default_factory=Controls)

    def section(self, section: Section) -> Iterator[Element]:
        if not section.each:
            for question in section.questions:
                yield from self._question(section, question)
            return
        many = len(section.questions)
        if many <= QUESTIONS_IN_A_ROW:
            yield _together(self._row_each(section))
        elif many <= QUESTIONS_IN_A_COLUMN:
            yield _together(self._column_each(section))
        else:
            yield from self._table_each(section)
        yield paragraph_of("AfterTable", text_run(_more_than_printed(section)))

    def ending(self, sent_to: SentTo) -> Iterator[Element]:
        words = f"Thank you. Now save this form and send it to {sent_to.mailbox}. "
        words += "We will tell you that it has arrived."
        yield paragraph_of("BoxText", text_run(words))
        version = self.controls.fixed(VERSION_TAG, "Version of this form", FORM_VERSION)
        yield paragraph_of("Help", text_run("Form: "), version)

    # One question under another

    def _question(self, section: Section, question: Question) -> Iterator[Element]:
        yield paragraph_of("Question", text_run(question.label))
        if words := _help(section, question):
            yield paragraph_of("Help", text_run(words))
        style = "Choice" if question.choices else "Answer"
        if question.kind == Kind.TEXT:
            style = "LongAnswer"
        yield from self._answers(section, question, 1, style)

    def _answers(
        self, section: Section, question: Question, number: int, style: str
    ) -> Iterator[Element]:
        name = key(section, question, number)
        if not question.choices:
            yield paragraph_of(style, self.controls.text(name, question.label))
        lines = [
            [self._box(name, question, choice) for choice in choices]
            for choices in _lines(question.choices)
        ]
        for place, boxes in enumerate(lines, 1):
            made = paragraph_of(style, *chain.from_iterable(boxes))
            if place < len(lines):
                made[0].insert(1, w("keepNext"))
            yield made

    def _box(self, name: str, question: Question, choice: Choice) -> list[Element]:
        label = f"{choice.label} ({question.label})"
        box = self.controls.box(f"{name}.{choice.slug}", label)
        words = f" {choice.label}".replace(" ", NO_BREAK)
        return [box, text_run(f"{words}{FAR_SPACE}")]

    # Tables

    def _cell(self, section: Section, question: Question, number: int) -> list[Element]:
        return list(self._answers(section, question, number, "TableText"))

    def _row_each(self, section: Section) -> Element:
        """A row for each organisation or date."""
        heads = [_label(section, question) for question in section.questions]
        rows = [
            [self._cell(section, question, number) for question in section.questions]
            for number in range(1, section.printed + 1)
        ]
        shares = [_share(question) for question in section.questions]
        return _table(shares, heads, rows)

    def _column_each(self, section: Section) -> Element:
        """A column for each adult."""
        numbers = range(1, section.printed + 1)
        names = [f"{section.each.capitalize()} {number}" for number in numbers]
        heads = [_heading(words) for words in (f"About each {section.each}", *names)]
        rows = [
            [
                _label(section, question),
                *(self._cell(section, question, number) for number in numbers),
            ]
            for question in section.questions
        ]
        return _table([0.9, *(1.0 for _ in names)], heads, rows, labelled=True)

    def _table_each(self, section: Section) -> Iterator[Element]:
        """A heading and a table for each child."""
        for number in range(1, section.printed + 1):
            title = f"{section.each.capitalize()} {number}"
            yield paragraph_of("Heading3", text_run(title))
            heads = [_heading(f"About {title.lower()}"), _heading("Your answer")]
            rows = [
                [_label(section, question), self._cell(section, question, number)]
                for question in section.questions
            ]
            shares = [LABEL_SHARE, 1 - LABEL_SHARE]
            yield _together(_table(shares, heads, rows, labelled=True))


def _lines(choices: Sequence[Choice]) -> list[Sequence[Choice]]:
    """Short choices on one line, others on a line each."""
    if sum(len(each.label) for each in choices) <= LETTERS_ON_A_LINE:
        return [choices] if choices else []
    return [[each] for each in choices]


def _more_than_printed(section: Section) -> str:
    return (
        f"More than {section.printed}? Write about the others in the part “Anything "
        "else”. We will ask you for what is missing."
    )


def _help(section: Section, question: Question) -> str:
    parts = [question.help, _condition(section, question)]
    if question.required:
        parts.append("Please answer this.")
    return " ".join(part for part in parts if part)


def _condition(section: Section, question: Question) -> str:
    """When the question is for the reader at all, in the words of the other answer."""
    if question.only_if is None:
        return ""
    slug, opening = question.only_if
    other = next(each for each in section.questions if each.slug == slug)
    labels = [f"“{c.label}”" for c in other.choices if c.slug in opening]
    return f"Only if you ticked {' or '.join(labels)}."


def _heading(words: str) -> list[Element]:
    return [paragraph_of("TableHeading", text_run(words))]


def _label(section: Section, question: Question) -> list[Element]:
    made = _heading(question.label)
    if words := _help(section, question):
        made.append(paragraph_of("TableHelp", text_run(words)))
    return made


def _share(question: Question) -> float:
    return 2.2 if question.kind == Kind.TEXT else 1.0


def _table(
    shares: Sequence[float],
    heads: Sequence[list[Element]],
    rows: Sequence[Sequence[list[Element]]],
    *,
    labelled: bool = False,
) -> Element:
    """A table whose header row repeats; `labelled` where each row has its own label."""
    widths = [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
    made = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=5000, type="pct"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=1, firstColumn=int(labelled), noVBand=1),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )
    made.append(_row(heads, widths, shaded=len(widths), repeats=True))
    for row in rows:
        made.append(_row(row, widths, shaded=int(labelled)))
    return made


def _together(table: Element) -> Element:
    """The same table, kept on one page where it fits on one."""
    for paragraph in list(table.iter(named("p")))[:-1]:
        if paragraph.find(f"{named('pPr')}/{named('keepNext')}") is None:
            paragraph[0].insert(1, w("keepNext"))
    return table


def _row(
    cells: Sequence[list[Element]],
    widths: Sequence[int],
    *,
    shaded: int,
    repeats: bool = False,
) -> Element:
    """A row whose first `shaded` cells are labels."""
    made = w("tr", w("trPr", w("cantSplit")))
    if repeats:
        made[0].append(w("tblHeader"))
    for place, (content, width) in enumerate(zip(cells, widths, strict=True)):
        about = w("tcPr", w("tcW", w=width, type="dxa"))
        if place < shaded:
            about.append(w("shd", val="clear", color="auto", fill=SHADE))
        made.append(w("tc", about, *content))
    return made
