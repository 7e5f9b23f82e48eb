"""Finds the labelled answers of a form: right of, below or inside their labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import Block, Cell, Heading, ListBlock, Note, Paragraph, Table
from heed.papers.forms.boxes import has_boxes, standing, words_of
from heed.papers.forms.labels import REFERRAL, Vocabulary


@dataclass(frozen=True, slots=True)
class Title:
    """Words that say what the following answers are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answers: mostly one, several where columns stand side by side."""

    label: str
    answers: tuple[str, ...]
    asks: str
    anchor: str = ""

    @property
    def answer(self) -> str:
        """All its answers, a line each."""
        return "\n".join(each for each in self.answers if each)


@dataclass(frozen=True, slots=True)
class Records:
    """A table with labels above its columns."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """Words without a label."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The end of a table: no answer goes on beyond it."""


Rows = Sequence[tuple[Cell, ...]]
Piece = Title | Pair | Records | Loose | End

_LONGEST_TITLE = 100
_SHORT_LABEL = 6
_TWO = 2
_INSIDE = re.compile(
    r"^(?P<label>[^:?\n\t]{2,90}?(?:\?|(?=\s*[:\t])))\s*[:\t]?\s*(?P<answer>.*)$"
)
_APART = re.compile(r"\n|[ \xa0]{3,}(?=[^:\n]{2,60}:)")
"""Where one line of a cell holds two labels: a wide gap before the second."""


@dataclass(frozen=True, slots=True)
class Form:
    """Reads the blocks of a form by the labels of a vocabulary.

    `flat` is for a paper whose tables were lost (a PDF): there the answer follows its
    label on one line, with nothing between them.
    """

    vocabulary: Vocabulary = REFERRAL
    flat: bool = False

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of the form in reading order."""
        for block in blocks:
            match block:
                case Heading(text=text):
                    yield Title(text)
                case Table():
                    yield from self._table([*block.header, *block.rows])
                    yield End()
                case Note(blocks=inner):
                    yield from self.pieces(inner)
                case Paragraph() | ListBlock():
                    yield from self._lines(block)

    def _asks(self, label: str) -> str:
        return self.vocabulary.meaning(label)

    def _is_label(self, text: str) -> bool:
        return bool(text) and "\n" not in text and bool(self._asks(text.rstrip(": ")))

    # Lines of text

    def _lines(self, block: Paragraph | ListBlock) -> Iterator[Piece]:
        bold = isinstance(block, Paragraph) and _is_bold(block)
        for line in standing((block,)).split("\n"):
            if line.strip():
                yield self._line(line.strip(), block.anchor, bold=bold)

    def _line(self, line: str, anchor: str, *, bold: bool) -> Piece:
        inside = _INSIDE.match(line)
        label, answer = (inside["label"], inside["answer"]) if inside else ("", "")
        if label and (asks := self._asks(label)):
            return Pair(label, (answer,), asks, anchor)
        stands_out = bold or line.endswith(("?", ":"))
        whole = self._asks(line) if stands_out else self.vocabulary.exactly(line)
        if whole:
            return Pair(line, ("",), whole, anchor)
        if self.flat and (run_on := self._run_on(line)):
            return Pair(run_on[0], (run_on[1],), self._asks(run_on[0]), anchor)
        if bold and len(line) <= _LONGEST_TITLE:
            return Title(line)
        if answer and len(label.split()) <= _SHORT_LABEL:
            return Pair(label, (answer,), "", anchor)
        return Loose(line)

    def _run_on(self, line: str) -> tuple[str, str] | None:
        """A label and the answer that follows it without a sign between them."""
        words = line.split(" ")
        for count in range(min(8, len(words)), 0, -1):
            label = " ".join(words[:count])
            if self.vocabulary.exactly(label):
                return label, " ".join(words[count:])
        return None

    # Tables

    def _table(self, rows: Rows) -> Iterator[Piece]:
        number = 0
        while number < len(rows):
            texts = [words_of(cell) for cell in rows[number]]
            records = self._records(rows, number)
            below = self._below(rows, number) if len(texts) == 1 else ""
            if records:
                yield records
            elif len(texts) == 1:
                yield from self._alone(rows[number][0], texts[0], below)
            else:
                yield from self._across(rows[number], texts)
            number += 1 + (len(records.rows) if records else bool(below))

    def _records(self, rows: Rows, number: int) -> Records | None:
        """The table that begins in this row, if the row holds labels of columns."""
        labels = [words_of(cell) for cell in rows[number]]
        known = sum(map(self._is_label, labels))
        if known < _TWO or known * 2 < len(labels):
            return None
        found: list[tuple[str, ...]] = []
        for row in rows[number + 1 :]:
            texts = tuple(words_of(cell) for cell in row)
            labelled = sum(map(self._is_label, texts)) * 2 >= len(texts)
            if len(texts) != len(labels) or labelled:
                break
            found.append(texts)
        if not found or self._is_label(found[0][0]):
            return None
        return Records(tuple(labels), tuple(found), rows[number][0].anchor)

    def _below(self, rows: Rows, number: int) -> str:
        """The one cell under a label that stands alone in its row."""
        text = words_of(rows[number][0])
        if not self._is_label(text) or number + 1 >= len(rows):
            return ""
        if len(rows[number + 1]) != 1:
            return ""
        answer = words_of(rows[number + 1][0])
        first = answer.split("\n", maxsplit=1)[0]
        return "" if self._is_label(first) or _INSIDE.match(first) else answer

    def _alone(self, cell: Cell, text: str, below: str) -> Iterator[Piece]:
        inside = self._inside(text, cell.anchor)
        if below:
            yield Pair(text, (below,), self._asks(text.rstrip(": ")), cell.anchor)
        elif inside:
            yield from inside
        elif has_boxes(text) or len(text) > _LONGEST_TITLE:
            yield Loose(text)
        elif text:
            yield Title(text)

    def _inside(self, text: str, anchor: str) -> list[Pair]:
        """The answers in a cell that begins with a label; each goes on to the next."""
        found: list[tuple[str, list[str]]] = []
        for line in _APART.split(text):
            match = _INSIDE.match(line)
            if match and self._asks(match["label"]):
                found.append((match["label"], [match["answer"]]))
            elif not found and line != text and self._is_label(line):
                found.append((line.rstrip(": "), []))
            elif found:
                found[-1][1].append(line)
            else:
                return []
        return [
            Pair(label, ("\n".join(said).strip(),), self._asks(label), anchor)
            for label, said in found
        ]

    def _across(self, row: tuple[Cell, ...], texts: list[str]) -> Iterator[Piece]:
        """A row of labels, each with its answer, or its answers, to the right."""
        at = 0
        while at < len(texts):
            text, anchor = texts[at], row[at].anchor
            inside = self._inside(text, anchor)
            following = self._answers(texts, at)
            if inside and (inside[-1].answer or not following):
                yield from inside
            elif self._is_label(text) or inside or _poses_as_label(texts, at):
                label = text.rstrip(": ")
                yield Pair(label, tuple(following), self._asks(label), anchor)
                at += len(following)
            elif text:
                yield Loose(text)
            at += 1

    def _answers(self, texts: list[str], at: int) -> list[str]:
        """The cells right of a label, up to the next label."""
        following = texts[at + 1 : at + 2]
        if len(texts) == _TWO:
            # In a row of two, the second is the answer even where it reads as a label.
            return following
        if following and self._is_label(following[0]):
            return following if self._alternates(texts, at) else []
        for text in texts[at + 2 :]:
            if self._is_label(text) or text.endswith(":") or self._inside(text, ""):
                break
            following.append(text)
        return following

    def _alternates(self, texts: list[str], at: int) -> bool:
        """Whether the row goes label, answer, label, answer: then this is a label."""
        others = [text for text in texts[at + 2 :: 2] if text]
        return at % 2 == 0 and len(texts) % 2 == 0 and all(map(self._is_label, others))


def _is_bold(block: Paragraph) -> bool:
    return all(run.bold for run in block.runs if run.text.strip())


def _poses_as_label(texts: list[str], at: int) -> bool:
    """Whether words that the vocabulary does not have stand where a label stands."""
    text = texts[at]
    if not text or len(text) > 3 * _LONGEST_TITLE:
        return False
    return at + 1 < len(texts) and (at == 0 or text.endswith((":", "?")))
