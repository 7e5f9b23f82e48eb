"""How a form of ours is laid out in Word: a control for every answer, whose tag is the
key of its question, so that a form that comes back is read exactly as it was filled in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from zipfile import ZipFile

from lxml import etree

from heed.papers.questions import Choice, Kind, Question, Section, key
from heed.papers.word_controls import Controls, controls_in, tick, write_into
from heed.papers.word_package import rezipped
from heed.papers.word_tables import SHADE, TEXT_WIDTH
from heed.papers.word_xml import Element, named, paragraph_of, serialised, text_run, w

HOW_TO_FILL_IN = (
    "Save this form on your computer. Click on the words “Write here” and write; "
    "click on a box to tick it. Every part may be left empty."
)
NO_BREAK, FAR_SPACE = "\u00a0", "\u2003 "
MAIN_PART = "word/document.xml"

# A section asked of several people or dates is a table: a row each where there are
# few questions, a column each where there are some, a table each where there are many.
QUESTIONS_IN_A_ROW = 3
QUESTIONS_IN_A_COLUMN = 8
LABEL_SHARE = 0.36
LETTERS_ON_A_LINE = 30
"""Choices whose labels are no longer than this, all together, share a line."""


def fill_in(form: bytes, answers: Mapping[str, str | Sequence[str]]) -> bytes:
    """A form with these answers, written and ticked as by a typist.

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


@dataclass(slots=True)
class Layout:
    """Lays out questions; every answer gets a control. `over` says what to do with more
    than the paper has room for; sections in `in_rows` have a row for each entry."""

    over: Callable[[Section], str]
    in_rows: int = QUESTIONS_IN_A_ROW
    explained: str = "{}"
    """How help is put, so that no program takes it for an answer."""
    space: str = NO_BREAK
    """What stands between the words beside a box: they may be too long for a line."""
    controls: Controls = field(default_factory=Controls)

    def section(self, section: Section) -> Iterator[Element]:
        if not section.each:
            for question in section.questions:
                yield from self._question(section, question)
            return
        many = len(section.questions)
        if many <= self.in_rows:
            yield _together(self._row_each(section))
        elif many <= QUESTIONS_IN_A_COLUMN:
            yield _together(self._column_each(section))
        else:
            yield from self._table_each(section)
        yield paragraph_of("AfterTable", text_run(self.over(section)))

    def in_one_table(self, section: Section) -> Element:
        """A table with a row for each question, for a section asked once."""
        heads = [_heading("Question"), _heading("Answer")]
        return _labelled(
            heads,
            [
                [self._label(section, question), self._cell(section, question, 1)]
                for question in section.questions
            ],
        )

    def facts(self, said: Sequence[tuple[str, str]]) -> Element:
        """A table of what is known already, and is not asked."""
        rows = [
            [_heading(label), [paragraph_of("TableText", text_run(words))]]
            for label, words in said
        ]
        return _labelled([_heading("Question"), _heading("Answer")], rows)

    # One question under another

    def _question(self, section: Section, question: Question) -> Iterator[Element]:
        yield paragraph_of("Question", text_run(question.label))
        if words := _help(section, question):
            yield paragraph_of("Help", text_run(self.explained.format(words)))
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
        words = f" {choice.label}".replace(" ", self.space)
        return [box, text_run(f"{words}{FAR_SPACE}")]

    # Tables

    def _cell(self, section: Section, question: Question, number: int) -> list[Element]:
        return list(self._answers(section, question, number, "TableText"))

    def _label(self, section: Section, question: Question) -> list[Element]:
        made = _heading(question.label)
        if words := _help(section, question):
            told = self.explained.format(words)
            made.append(paragraph_of("TableHelp", text_run(told)))
        return made

    def _row_each(self, section: Section) -> Element:
        """A row for each organisation or date."""
        heads = [self._label(section, question) for question in section.questions]
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
                self._label(section, question),
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
                [self._label(section, question), self._cell(section, question, number)]
                for question in section.questions
            ]
            yield _labelled(heads, rows)


def _labelled(
    heads: Sequence[list[Element]], rows: Sequence[Sequence[list[Element]]]
) -> Element:
    shares = [LABEL_SHARE, 1 - LABEL_SHARE]
    return _together(_table(shares, heads, rows, labelled=True))


def _lines(choices: Sequence[Choice]) -> list[Sequence[Choice]]:
    """Short choices on one line, others on a line each."""
    if sum(len(each.label) for each in choices) <= LETTERS_ON_A_LINE:
        return [choices] if choices else []
    return [[each] for each in choices]


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
