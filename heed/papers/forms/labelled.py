"""Finds the labelled answers of a form: right of, below or inside their labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from heed.papers.blocks import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Table,
)
from heed.papers.forms.boxes import has_boxes, standing
from heed.papers.forms.codes import without_codes
from heed.papers.forms.flat import (
    ends_question,
    goes_on,
    heads_part,
    is_head,
    is_torn,
    people_below,
)
from heed.papers.forms.in_columns import in_columns
from heed.papers.forms.indented import indented_pieces, is_indented
from heed.papers.forms.labels import REFERRAL, Vocabulary
from heed.papers.forms.pieces import (
    End,
    Loose,
    Pair,
    Piece,
    Records,
    Title,
    asks_on,
    is_guidance,
    is_tail,
)
from heed.papers.forms.run_on import SAID, run_on
from heed.papers.forms.sections import section_of
from heed.papers.forms.set_in_bold import is_set_in_bold, pieces_in_bold
from heed.papers.forms.shapes import asks_by_shape, asks_plainly
from heed.papers.forms.tables import LONGEST_TITLE, pieces_of_table
from heed.papers.patterns import later

__all__ = ["End", "Form", "Loose", "Pair", "Piece", "Records", "Title"]

_SHORT_LABEL = 6
_INSIDE = later(
    r"^(?=[^:?\n\tA-Za-z]*[A-Za-z])(?!\W*\d{1,2}:\d\d)(?P<label>[^:?\n\t]{2,110}?(?:\?\*?|(?=\s*[:\t])))\s*+[:\t]?+\s*+(?P<answer>.*)$"
)
_APART = later(r"(?<![ \xa0])[ \xa0]{3,}+(?=[^:\n]{2,60}:)|\s[|]\s(?=[^:\n]{2,60}:)")
"""Where one line of a cell holds two labels: a wide gap before the second."""
_DASHED = later(r"(?P<label>[^:?\n\t–]{2,60}?)\s[-–]\s++(?P<answer>[^\n]+)$")
"""A label with its answer behind a dash: "Child's name - Ava Pike"."""
_SIGNED = later(
    r"(?P<label>Signature|Signed|SIGNED|SIGNATURE) (?!of\b|by\b|on\b)"
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
)
_ON_DOTS = later(
    r"(?P<end>[:?])\s*[._…]{3,}[ \xa0]*(?=[^\s._…])(?![A-Z][^:.…_\n]{1,40}:)"
)
_ROW_OF_DOTS = later(r"\s*[._…]{3,}\s*")
_DOTS = later(r"[._…]{3,}")
_GAP = " " * 5
_ATTRIBUTES = frozenset(
    (
        *("name", "dob", "address", "relationship", "role", "phone", "email", "age"),
        *("contact", "organisation", "aka", "ethnicity"),
    )
)
"""What words ask that never answer, such as "date of birth"."""
_PART = later(
    r"(?:section|part) (?:\d+|[a-z]|one|two|three|four|five)\b", re.IGNORECASE
)
_ONE_OF_SEVERAL = later(
    r"\W*(?:child|young person|subject|sibling|adult|person|parent)"
    r"(?: (?:no\.?|number))? ?\d{1,2} (?:of|/) ?\d{1,2}\W*",
    re.IGNORECASE,
)
"""The heading of what is said of one of several: "Child 1 of 2"."""


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
        if self.flat and is_indented(blocks):
            yield from indented_pieces(self, blocks)
        elif is_set_in_bold(blocks):
            yield from pieces_in_bold(self, blocks)
        elif self.flat:
            yield from in_columns(self.of_blocks(blocks))
        else:
            yield from self.of_blocks(blocks)

    def of_blocks(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of some blocks, each by itself."""
        for block in blocks:
            match block:
                case Heading(text=text):
                    yield Title(text)
                case Table():
                    yield from pieces_of_table(self, [*block.header, *block.rows])
                    yield End()
                case Note(blocks=inner):
                    yield from self.pieces(inner)
                case Paragraph() | ListBlock():
                    yield from self.lines((block,))

    def asks(self, label: str) -> str:
        """What words ask that surely are a label."""
        return self.vocabulary.asked(label)

    def knows(self, label: str) -> str:
        """What words ask that may be a label: nothing, unless the vocabulary has it."""
        return self.vocabulary.meaning(label)

    def is_label(self, text: str) -> bool:
        """Whether words are a label, and nothing else."""
        inside = _parted(text)
        answer = inside["answer"].strip(" *") if inside else ""
        asks_on = answer.endswith("?") or is_guidance(answer)
        if answer and self._is_attribute(answer) and self.asks(text):
            # "Mother: date of birth" asks, and does not answer.
            return True
        if has_boxes(text) or not text or "\n" in text or (answer and not asks_on):
            return False
        words = without_codes(text).rstrip(": *")
        asking = text.endswith("?") and asks_by_shape(text)
        return bool(self.asks(words) if asking else self.knows(words))

    def _is_attribute(self, words: str) -> bool:
        """Whether words are by themselves a label such as "Name"."""
        return not has_boxes(words) and self.vocabulary.attribute(words) in _ATTRIBUTES

    def begins_with_label(self, line: str) -> bool:
        """Whether a line is a label with its answer behind it."""
        match = _parted(line)
        return match is not None and bool(self.knows(match["label"]))

    def label_and_rest(self, text: str) -> tuple[str, str]:
        """The label that a cell begins with, and what stands under it in the cell."""
        if self.is_label(text):
            return text.rstrip(": *"), ""
        first, _, rest = text.partition("\n")
        if rest and self.is_label(first):
            return first.rstrip(": *"), rest.strip()
        parted = _parted(text)
        if parted and asks_on(parted["answer"]) and self.asks(text):
            return text.rstrip(": *"), ""
        if parted and is_tail(parted["answer"]) and self._opens(parted["label"]):
            return parted["label"], parted["answer"]
        whole = re.sub(r"\s+", " ", text)
        if rest and self.is_label(whole):
            return whole.rstrip(": *"), ""
        return "", ""

    def inside(self, text: str, anchor: str) -> list[Pair]:
        """The answers in a cell that begins with a label; each goes on to the next."""
        found: list[tuple[str, list[str]]] = []
        for line, wide in _apart(text):
            match = _parted(line)
            label = match["label"] if match and not has_boxes(match["label"]) else ""
            boxed = match is not None and " " in label and has_boxes(match["answer"])
            opens = label and ((wide and found) or boxed or self._opens(label))
            if match and opens and not self.is_label(line):
                found.append((label, [match["answer"]]))
            elif (wide or not found) and line != text and self.is_label(line):
                found.append((line.rstrip(": "), []))
            elif found:
                found[-1][1].append(line)
            else:
                return []
        return [
            Pair(label, ("\n".join(_said(said)).strip(),), self.asks(label), anchor)
            for label, said in found
        ]

    def _opens(self, label: str) -> bool:
        """Whether words before an answer in the same cell or line are its label."""
        asking = label.endswith("?") and asks_by_shape(label)
        return bool(self.asks(label) if asking else self.knows(label))

    # Lines of text

    def lines(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of blocks line by line; lines with tabs are rows of a table."""
        for block in blocks:
            if not isinstance(block, Paragraph | ListBlock):
                yield from self.pieces((block,))
                continue
            bold = isinstance(block, Paragraph) and _is_bold(block)
            said = self._unbroken(standing((block,)))
            for tabbed, group in groupby(said, key=_is_row):
                if tabbed:
                    yield from pieces_of_table(self, [_cells(line) for line in group])
                    continue
                plain = [self._filled(line) for line in group]
                while plain:
                    count, people = self._people(plain)
                    yield from people
                    del plain[:count]
                    if not count:
                        yield from self._line(plain.pop(0), block.anchor, bold=bold)

    def _unbroken(self, text: str) -> list[str]:
        """The lines of a text; in a PDF the width of a cell breaks an answer, which
        goes on in the next line unless that begins with a label.
        """
        lines = [line for line in text.split("\n") if line.strip()]
        if not self.flat:
            return lines
        found: list[str] = []
        for line in lines:
            last = found[-1] if found else ""
            if ends_question(last, line) or (
                last and goes_on(last, line) and not self._starts_anew(line)
            ):
                found[-1] = (
                    last
                    + ("" if last.endswith("-") else " ") * (not last.endswith(" "))
                    + line
                )
            else:
                found.append(line)
        return found

    def _starts_anew(self, line: str) -> bool:
        """Whether a line begins with a label, or is a title."""
        return bool(run_on(line, self.vocabulary) or self._heads_section(line)) or (
            self.begins_with_label(line) or bool(self.vocabulary.exactly(line))
        )

    def _people(self, lines: list[str]) -> tuple[int, list[Piece]]:
        """The table of people that begins in the first of these lines, in a PDF; or the
        label, or the title, that this line is.
        """
        labels = run_on(lines[0], self.vocabulary) if self.flat else []
        if labels and heads_part(lines[0]) and section_of(lines[0]):
            return 1, [Title(lines[0])]
        whole = not _APART.search(lines[0])
        if whole and len(labels) == 1 and is_torn(*labels[0]):
            asks = self.asks(lines[0]) or self.asks(labels[0][0])
            return 1, [Pair(lines[0], ("",), asks)]
        heads = [self.asks(label) for label, _ in labels]
        if not is_head(labels, heads):
            return 0, []
        count, people = people_below(lines[1:], heads)
        return 1 + count, [Pair(lines[0], ("",), ""), *people]

    def _filled(self, line: str) -> str:
        """A line with dots, or a dash, as if a colon stood behind the label."""
        dashed = _DASHED.match(line.strip())
        if dashed and self._asks_alone(dashed["label"]):
            return f"{dashed['label']}: {dashed['answer']}"
        if _ON_DOTS.search(line):
            # "Name: ....Jo Lark....  Post: ....Ward Sister....": written on the dots.
            return _ROW_OF_DOTS.sub(_GAP, _ON_DOTS.sub(r"\g<end> ", line)).strip()
        signed = _SIGNED.fullmatch(line.strip())
        if signed:
            return f"{signed['label']}: {signed['name']}"
        label, *rest = _DOTS.split(line.strip())
        if not rest or not self.is_label(label.strip()):
            return line.strip()
        if more := [each for each in rest if self.is_label(each.strip())]:
            # "Signed: ......  Dated: ......": each is a label, and none answers.
            return _GAP.join(f"{each.strip(' :')}:" for each in (label, *more))
        return f"{label.strip(' :')}: {' '.join(rest).strip()}"

    def _asks_alone(self, label: str) -> bool:
        """Whether words before a dash are a label: whole phrases alone, and "Child"."""
        one = len(label.split()) == 1 and self.vocabulary.rooted(label) == "child.name"
        return bool(self.vocabulary.exactly(label)) or one

    def _line(self, line: str, anchor: str, *, bold: bool) -> Iterator[Piece]:
        several = self.inside(line, anchor)
        if several:
            yield from several
            return
        whole = self._asked_by_whole(line, bold=bold)
        runs = run_on(line, self.vocabulary) if self.flat else []
        if whole and not (runs and line.rsplit(" ", maxsplit=1)[-1] in SAID):
            yield Pair(line.rstrip(": "), ("",), whole, anchor)
        elif runs and not _is_title(line):
            yield from (Pair(a, (b,), self.asks(a), anchor) for a, b in runs)
        elif self._is_heading(line, bold=bold):
            yield Title(line)
        elif line.endswith("?") and asks_plainly(line):
            yield Pair(line, ("",), "", anchor)
        elif (unknown := self.unknown_label(line)) is not None:
            yield Pair(unknown[0], (unknown[1],), self.asks(unknown[0]), anchor)
        else:
            yield Loose(line)

    def _asked_by_whole(self, line: str, *, bold: bool) -> str:
        """What a line asks that is nothing but a label: boxes and answers are none."""
        answers = has_boxes(line) or line.strip(" .") in SAID
        if answers or _ONE_OF_SEVERAL.fullmatch(line):
            return ""
        if not (bold or line.endswith(("?", ":")) or asks_plainly(line)):
            return self.vocabulary.exactly(line)
        asking = asks_plainly(line)
        return self.asks(line) if asking else self.knows(line)

    def _is_heading(self, line: str, *, bold: bool) -> bool:
        """Whether a line is the title of a part, by its words or how it is set."""
        set_apart = self.flat or line.isupper()
        by_look = (bold and len(line) <= LONGEST_TITLE) or (
            set_apart and self._heads_section(line)
        )
        return _is_title(line) or by_look

    def unknown_label(self, line: str) -> tuple[str, str] | None:
        """A short label that nobody knows, and the answer behind it."""
        inside = _parted(line)
        if inside is None or not inside["answer"]:
            return None
        short = 0 < len(inside["label"].split()) <= _SHORT_LABEL
        return (inside["label"], inside["answer"]) if short else None

    @staticmethod
    def _heads_section(line: str) -> bool:
        """Whether a short line of a paper without headings names a section."""
        line = re.sub(r"^\s*(\d+(\.\d+)*|[A-Za-z])[.)]\s+", "", line)
        short = len(line.split()) <= _SHORT_LABEL and line[:1].isupper()
        return short and line[-1:].isalpha() and bool(section_of(line))


_WIDE = later(r"([ \xa0])[ \xa0]{8,}")


def _parted(line: str) -> re.Match[str] | None:
    """A line as a label with what stands behind it; thousands of spaces are a few."""
    return _INSIDE.match(_WIDE.sub(r"\1       ", line))


def _apart(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a cell, parted where a wide gap stands before a second label; and
    whether such a gap stands before each.
    """
    for line in text.split("\n"):
        first, *others = _APART.split(line)
        yield first, False
        yield from ((other, True) for other in others)


def _is_title(line: str) -> bool:
    """Whether a line by its words begins a part: "Section 2: …", "Child 1 of 2"."""
    part = _PART.match(line) and len(line) <= LONGEST_TITLE
    return bool(part or _ONE_OF_SEVERAL.fullmatch(line))


def _said(lines: list[str]) -> list[str]:
    """The lines of an answer, without the guidance that stands before it."""
    return lines[1:] if len(lines) > 1 and is_guidance(lines[0]) else lines


def _is_row(line: str) -> bool:
    return "\t" in line.strip()


def _cells(line: str) -> tuple[Cell, ...]:
    return tuple(
        Cell((Paragraph((Run(text.strip()),)),)) for text in line.strip(" ").split("\t")
    )


def _is_bold(block: Paragraph) -> bool:
    return all(run.bold for run in block.runs if run.text.strip())
