"""Our own agency form, read back answer for answer.

By the names of its controls; where a program lost them, by its printed labels, which
are known to the letter. Answers have the keys of the questions.
"""

import re
from collections.abc import Iterator

from heed.papers.agency_form import HEAD, PRINTED, TITLE, over_the_edge
from heed.papers.blocks import Cell, Document, Table, leaves
from heed.papers.forms.boxes import has_boxes, options, words_of
from heed.papers.questions import Kind, Question, Section, key
from heed.papers.questions.agency import AGENCY_FORM_VERSION, AGENCY_SUMMARY
from heed.papers.word_controls import EMPTY, TICKED, WRITE_HERE

Answers = dict[str, str | list[str]]
Asked = tuple[Section, Question]

ENOUGH = 5
"""Controls of ours that make a form ours, when its version was lost on the way."""


def typed_in_agency_form(document: Document) -> Answers:
    """The answers of our own agency form as they were typed, by their keys; empty for
    any other paper."""
    tagged = dict(_by_controls(document))
    named = sum(field.tag in _TAGS for field in document.fields)
    if named >= ENOUGH:
        return _whole(tagged)
    return _whole(dict(_by_labels(document))) if _is_ours(document) else {}


def typed_beside(document: Document, answers: Answers) -> list[str]:
    """What somebody wrote on our form outside the places for answers: it is kept in
    their words, and they are asked where it belongs."""
    said = {_flat(line) for words in answers.values() for line in _lines(words)}
    lines = [_flat(line) for line in _all_lines(document)]
    begun = next((at for at, line in enumerate(lines) if line == TITLE), -1)
    known = {lines[at + 1] for at, line in enumerate(lines[:-1]) if line in HEAD}
    return [
        line
        for line in dict.fromkeys(lines[begun + 1 :])
        if line not in said | known and not _PRINTED.fullmatch(line)
    ]


def _lines(words: str | list[str]) -> list[str]:
    return words.split("\n") if isinstance(words, str) else words


def _all_lines(document: Document) -> Iterator[str]:
    for _, words in leaves(document.blocks):
        yield from words.split("\n")


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _is_ours(document: Document) -> bool:
    said = (words for _, words in leaves((*document.blocks, *document.margins)))
    return any(AGENCY_FORM_VERSION in words for words in said)


def _asked() -> Iterator[tuple[str, Asked]]:
    for section in AGENCY_SUMMARY:
        for number in range(1, (section.most if section.each else 1) + 1):
            for question in section.questions:
                yield key(section, question, number), (section, question)


_BY_KEY = dict(_asked())
_BY_WORDS: dict[str, Asked] = {
    re.sub(r"\s+", " ", question.label): (section, question)
    for section in AGENCY_SUMMARY
    for question in section.questions
}
_TAGS = {
    tag
    for name, (_, question) in _BY_KEY.items()
    for tag in [name, *(f"{name}.{choice.slug}" for choice in question.choices)]
}


def _printed() -> Iterator[str]:
    """Every line that the form prints by itself."""
    yield from PRINTED
    for number, section in enumerate(AGENCY_SUMMARY, 1):
        yield f"{number}. {section.title}"
        yield f"({section.help})"
        yield over_the_edge(section)
        for question in section.questions:
            yield question.label
            yield f"({question.help})"


_CHOICE = "|".join(
    sorted(
        {
            re.escape(choice.label)
            for section in AGENCY_SUMMARY
            for question in section.questions
            for choice in question.choices
        },
        key=len,
        reverse=True,
    )
)
_PRINTED = re.compile(
    "|".join(
        (
            *(re.escape(_flat(line)) for line in _printed()),
            *map(re.escape, HEAD),
            rf"(?:[{TICKED}{EMPTY}] ?(?:{_CHOICE}) ?)+",
            rf"Form: {AGENCY_FORM_VERSION}|If you cannot send it.*|{WRITE_HERE}|",
        )
    )
)


def _by_controls(document: Document) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for field in document.fields:
        if field.tag in _BY_KEY and field.checked is None and field.text.strip():
            found.setdefault(field.tag, []).append(field.text.strip())
        elif field.tag in _TAGS and field.checked:
            name, _, choice = field.tag.rpartition(".")
            found.setdefault(name, []).append(choice)
    yield from found.items()


def _by_labels(document: Document) -> Iterator[tuple[str, list[str]]]:
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [*block.header, *block.rows]
            columns = [_labelled(cell) for cell in rows[0]] if rows else []
            if len(columns) > 1 and all(columns):
                yield from _rows_of_answers(columns, rows[1:])
            else:
                yield from _beside_labels(rows)


def _beside_labels(rows: list[tuple[Cell, ...]]) -> Iterator[tuple[str, list[str]]]:
    for row in rows:
        found = _labelled(row[0]) if len(row) > 1 else None
        if found and (said := _said(found[1], row[1])):
            yield key(*found), said


def _rows_of_answers(
    columns: list[Asked | None], rows: list[tuple[Cell, ...]]
) -> Iterator[tuple[str, list[str]]]:
    for number, row in enumerate(rows, 1):
        for found, cell in zip(columns, row, strict=False):
            if found and (said := _said(found[1], cell)):
                yield key(*found, number), said


def _labelled(cell: Cell) -> Asked | None:
    first = words_of(cell).split("\n", maxsplit=1)[0]
    return _BY_WORDS.get(re.sub(r"\s+", " ", first).strip())


def _said(question: Question, cell: Cell) -> list[str]:
    words = words_of(cell)
    if question.choices and has_boxes(words):
        slugs = {choice.label: choice.slug for choice in question.choices}
        said = [
            (re.sub(r"\s+", " ", label).strip(), on) for label, on in options(words)
        ]
        return [slugs[label] for label, on in said if on and label in slugs]
    written = words.replace(WRITE_HERE, "").strip()
    return [written] if written else []


def _whole(found: dict[str, list[str]]) -> Answers:
    """Each answer by its kind: several choices where several may be ticked. Two ticks
    where one was asked are no answer: the person is asked again."""
    made: Answers = {}
    for name, said in found.items():
        _, question = _BY_KEY[name]
        if question.kind is Kind.SOME:
            made[name] = said
        elif question.kind is not Kind.ONE or len(said) == 1:
            made[name] = "\n".join(said)
    return made
