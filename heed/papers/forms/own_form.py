"""Our own form by its printed words, when a program lost the names of its controls.

LibreOffice keeps what was written and forgets the tags. The words that the form prints
are known to the letter, so they are told apart from what was written between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from heed.papers.blocks import Block, Cell, Document, Heading, Table, leaves
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.boxes import has_boxes, options, words_of
from heed.papers.patterns import later
from heed.papers.questions import (
    FORM_VERSION,
    OWN_BEGINS,
    OWN_ENDS,
    REFERRAL,
    VERSION_TAG,
    Question,
    Section,
    asked,
    key,
    question,
)

_PLACEHOLDER = "Write here"
_PRINTED = later(
    rf"please answer this\.?|only if you ticked .*|form: {FORM_VERSION}|{_PLACEHOLDER}",
    re.IGNORECASE,
)
_CLOSING = later(
    r"More than \d+\?.*?what\s+is\s+missing\.|Thank you\. Now save.*?has\s+arrived\.",
    re.DOTALL,
)
_OWN_WORDS = later(f"{OWN_BEGINS}.*?{OWN_ENDS}", re.DOTALL)
"""What a partnership explains in its own words."""


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_BY_LABEL = {
    _flat(question.label): (section, question) for section, question in asked()
}


@cache
def _helps() -> list[re.Pattern[str]]:
    """What the form prints to help, the longest first."""
    said = {each.help for each in REFERRAL} | {each.help for _, each in asked()}
    return [
        re.compile(re.escape(help_).replace(r"\ ", r"\s+"))
        for help_ in sorted(said, key=len, reverse=True)
        if help_
    ]


_FIRST_OF_CHILD = _flat(question("child", "role").label)


@cache
def _any_label() -> re.Pattern[str]:
    """Any label of the form, at the beginning of a line."""
    labels = sorted(_BY_LABEL, key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<=\n){re.escape(each)}".replace(r"\ ", r"\s+") for each in labels)
    )


_EDGES = later(
    r"\n(?:Referral for a child .* Page \d+ of \d+|OFFICIAL-SENSITIVE.*|Child \d|"
    r"About (?:child|each).*|\d+\. [A-Z].*)(?=\n|$)"
)
"""What stands at the edges of a page, and titles between two answers."""


def printed_answers(document: Document, *, flat: bool = False) -> Answers | None:
    """The answers of our own form; None when the paper does not print its version.

    `flat` is for a PDF, where tables and headings were lost.
    """
    said = [words for _, words in leaves((*document.blocks, *document.margins))]
    if not any(FORM_VERSION in words for words in said):
        return None
    reader = _Reader()
    if flat:
        reader.take_text("\n".join(said))
    for block in () if flat else document.blocks:
        reader.take(block)
    reader.answers.add(VERSION_TAG, FORM_VERSION)
    return reader.answers


def typed_beside(tagged: Answers, printed: Answers) -> list[Answer]:
    """What stands on the form under a question, and not in the control for it.

    Only where a question is asked once: whose the words of several would be is unsure.
    """
    found = []
    once = {key(section, each) for section, each in asked() if not section.each}
    for name, answer in printed.by_key.items():
        if name not in once:
            continue
        inside = _flat(tagged.text(name))
        beside = _flat(answer.text).replace(inside, "", 1).strip()
        if beside and inside != _flat(answer.text):
            found.append(Answer(beside, answer.label))
    return found


def _written(text: str) -> str:
    """What of some words was written, and is not printed on the form."""
    rest = re.sub(r"[ \xa0\u2003]+", " ", text)
    for help_ in (_OWN_WORDS, _CLOSING, *_helps()):
        rest = help_.sub("", rest)
    lines = (line.strip() for line in rest.split("\n"))
    kept = (line for line in lines if not _PRINTED.fullmatch(line))
    return "\n".join(kept).strip()


def _label(text: str) -> tuple[Section, Question] | None:
    return _BY_LABEL.get(_flat(text.split("\n", maxsplit=1)[0]))


@dataclass
class _Reader:
    """Goes down the form, from question to question."""

    answers: Answers = field(default_factory=lambda: Answers(ours=True))
    number: int = 1
    _asked: tuple[Section, Question] | None = None

    def take(self, block: Block) -> None:
        """Take in one block of the form."""
        match block:
            case Heading(text=text):
                self._asked = None
                self._turn_to(text)
            case Table():
                self._asked = None
                self._table([*block.header, *block.rows])
            case _:
                for _, words in leaves((block,)):
                    self._line(words)

    def take_text(self, text: str) -> None:
        """Take in a form whose tables were lost: each answer goes on to the next label.

        Where several people stood side by side, whose answer it is can no longer be
        told: such answers stay unread.
        """
        found = list(_any_label().finditer(text))
        ends = [match.start() for match in found[1:]] + [len(text)]
        children = 0
        for match, end in zip(found, ends, strict=False):
            section, question = _BY_LABEL[_flat(match[0])]
            children += (section, question) == _BY_LABEL[_FIRST_OF_CHILD]
            words = _EDGES.sub("", text[match.end() : end])
            if section.each and section.slug != "child":
                self._keep_unread(question, words)
            else:
                self._answer((section, question), children, words)

    def _keep_unread(self, question: Question, words: str) -> None:
        said = re.sub(r"\s+", " ", _written(words).replace(_PLACEHOLDER, "")).strip()
        if said and not has_boxes(said):
            self.answers.unread.append(Answer(said, question.label))

    def _turn_to(self, title: str) -> None:
        """A title that ends in a number says which child; any other begins anew."""
        match = re.search(r"\w (\d+)$", title.strip())
        self.number = int(match[1]) if match else 1

    def _line(self, words: str) -> None:
        found = _label(words)
        if found:
            self._asked = found
        elif self._asked:
            self._answer(self._asked, self.number, words)

    def _table(self, rows: list[tuple[Cell, ...]]) -> None:
        columns = [_label(words_of(cell)) for cell in rows[0]]
        if len(columns) > 1 and all(columns):
            self._rows_of_answers(columns, rows[1:])
            return
        for row in rows:
            texts = [words_of(cell) for cell in row]
            found = _label(texts[0]) if texts else None
            for number, text in enumerate(texts[1:], 1) if found else ():
                which = number if len(texts) > 2 else self.number  # noqa: PLR2004
                self._answer(found, which, text)

    def _rows_of_answers(
        self,
        columns: list[tuple[Section, Question] | None],
        rows: list[tuple[Cell, ...]],
    ) -> None:
        for number, row in enumerate(rows, 1):
            for found, cell in zip(columns, row, strict=False):
                self._answer(found, number, words_of(cell))

    def _answer(
        self, found: tuple[Section, Question] | None, number: int, words: str
    ) -> None:
        if found is None:
            return
        section, question = found
        name = key(section, question, number)
        if question.choices and has_boxes(words):
            self.answers.add(name, "; ".join(_ticked(question, words)), question.label)
        else:
            self.answers.add(name, _written(words), question.label)


def _ticked(question: Question, words: str) -> Iterator[str]:
    """The choices whose boxes are ticked."""
    slugs = {_flat(each.label): each.slug for each in question.choices}
    for said, on in options(words):
        if on:
            yield slugs.get(_flat(said), _flat(said))
