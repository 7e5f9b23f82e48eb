"""Labels that stand above their answers: in the row before, or in the same cell."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from heed.papers.blocks import Cell, Paragraph, Table
from heed.papers.bold import is_set
from heed.papers.forms.boxes import has_boxes, words_of
from heed.papers.forms.laid import Columns, Rows, starts
from heed.papers.forms.pieces import Pair, Records, is_guidance
from heed.papers.forms.shapes import asks_by_shape, asks_plainly, tells
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_LEAST = 3
"""Columns that make the head of a table of records."""


def answer_below(form: "Form", rows: Rows, at: int) -> Pair | None:
    """The label that stands alone in its row, with the row below for its answer."""
    if len(rows[at]) != 1 or at + 1 >= len(rows):
        return None
    below = rows[at + 1]
    boxes = all(has_boxes(words_of(cell)) for cell in below)
    if (len(below) != 1 and not boxes) or any(map(holds_table, below)):
        return None
    text = words_of(rows[at][0])
    label, rest = form.label_and_rest(text)
    asking = asks_plainly(text) or (at in in_turn(form, rows) and asks_by_shape(text))
    label = label or (text.rstrip(": *") if asking else "")
    if not label or (rest and not is_guidance(rest)):
        return None
    answer = "\n".join(words_of(cell) for cell in below)
    first = answer.split("\n", maxsplit=1)[0]
    asking = form.is_label(first) or form.begins_with_label(first)
    asking |= not form.asks(label) and asks_plainly(first)
    if asking and not boxes:
        return None
    return Pair(label, (answer,), form.asks(label), rows[at][0].anchor)


def in_turn(form: "Form", rows: Rows) -> range:
    """The rows of one column that are labels in turn with their answers: several are
    known, every other row is one, and none of the rows between.
    """
    if any(len(row) != 1 for row in rows):
        return range(0)
    known = [n for n, row in enumerate(rows) if form.is_label(words_of(row[0]))]
    first = known[0] % 2 if known else 0
    several = len(known) >= _LEAST and len(known) * 4 >= len(rows)
    in_step = all(n % 2 == first for n in known)
    return range(first, len(rows), 2) if several and in_step else range(0)


def answers_below(
    form: "Form", rows: Rows, columns: list[Columns], at: int
) -> list[Pair]:
    """The labels of a whole row, each with the answer that stands below it."""
    if at + 1 >= len(rows) or len(rows[at]) < len("ab"):
        return []
    if starts(columns[at]) != starts(columns[at + 1]):
        return []
    labels = [words_of(cell) for cell in rows[at]]
    answers = [words_of(cell) for cell in rows[at + 1]]
    asking = all(asks_plainly(each) for each in labels)
    answered = any(map(tells, answers)) and not any(map(form.is_label, answers))
    if not asking or not answered:
        return []
    return [
        Pair(label.rstrip(": *"), (answer,), form.asks(label), cell.anchor)
        for label, answer, cell in zip(labels, answers, rows[at], strict=True)
    ]


def rows_in_turn(form: "Form", rows: Rows, columns: list[Columns]) -> list[Pair]:
    """The answers of a table whose every other row holds labels, known or set apart in
    bold, and whose rows between hold their answers; none where it lists people.
    """
    if len(rows) % 2:
        return []
    found: list[Pair] = []
    turned = _is_turned(form, rows)
    for at in range(0, len(rows), 2):
        if starts(columns[at]) != starts(columns[at + 1]):
            return []
        if not turned and not _row_of_labels(form, rows[at], rows[at + 1]):
            return []
        for cell, below in zip(rows[at], rows[at + 1], strict=True):
            text = words_of(cell)
            label = form.label_and_rest(text)[0] or text.rstrip(": *")
            answer = (words_of(below),)
            found.append(Pair(label, answer, form.asks(label), cell.anchor))
    once = len(rows) == len("ab")
    return [] if once and _lists(found) else found


_TURNS = 12
"""Rows of labels and of answers in turn, before all of a table is taken for that."""


def _is_turned(form: "Form", rows: Rows) -> bool:
    """Whether a long table goes a row of labels, a row of answers throughout: most of
    the one kind are known, and none of the other.
    """
    if len(rows) < _TURNS or any(holds_table(cell) for row in rows for cell in row):
        return False
    labels = [words_of(cell) for row in rows[::2] for cell in row]
    answers = [words_of(cell) for row in rows[1::2] for cell in row]
    asking = [form.label_and_rest(each)[0] or form.is_label(each) for each in labels]
    shaped = all(
        known or _may_ask(each) for known, each in zip(asking, labels, strict=True)
    )
    told = any(each and form.is_label(each) for each in answers)
    return shaped and not told and sum(map(bool, asking)) * 2 >= len(labels)


def _may_ask(text: str) -> bool:
    plain = re.sub(r"\byes ?/ ?no\b.*$|\?", "", text, flags=re.IGNORECASE | re.DOTALL)
    return bool(text) and asks_by_shape(plain)


def _row_of_labels(form: "Form", above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a row is of labels, and the row below it holds their answers."""
    labels = [words_of(cell) for cell in above]
    answers = [words_of(cell) for cell in below]
    if any(map(holds_table, (*above, *below))):
        return False
    if not any(answers):
        return all(map(form.is_label, labels))
    if _is_set_apart(above, below):
        return all(map(_asks_set_apart, labels))
    several = len(labels) > 1 and all(map(form.is_label, labels))
    return several and not any(each and form.is_label(each) for each in answers)


def _asks_set_apart(text: str) -> bool:
    """Whether words that are set apart may ask: also two questions, or a question with
    the choices that it leaves.
    """
    plain = re.sub(r"[?/.,]", " ", _BRACKETS.sub(" ", text))
    return len(text) <= _LONGEST_SET_APART and all(
        asks_by_shape(part) for part in re.split(r"[:;]", plain) if part.strip()
    )


_LONGEST_SET_APART = 180
_BRACKETS = later(r"\([^)]*\)")


def _is_set_apart(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether all of one row is in bold, or in italics, and nothing of the next is."""
    return any(
        all(_is_in(cell, **manner) for cell in above)
        and not any(_is_in(cell, **manner) for cell in below)
        for manner in ({"bold": True}, {"italic": True})
    )


def _is_in(cell: Cell, *, bold: bool = False, italic: bool = False) -> bool:
    """Whether all words of a cell are in bold, or in italics."""
    flow = [block for block in cell.blocks if isinstance(block, Paragraph)]
    runs = tuple(run for block in flow for run in block.runs)
    return is_set(runs, bold=bold, italic=italic)


def _lists(found: list[Pair]) -> bool:
    """Whether labels are those of a list of people, agencies or events."""
    attributes = [pair.asks.rpartition(".")[2] for pair in found]
    named = {"name", "given", "family"} & set(attributes)
    of_list = {"relationship", "still_involved", "event"} & set(attributes)
    general = any(pair.asks == ".organisation" for pair in found)
    return bool(of_list or general or (named and len(found) > len("ab")))


def is_head(form: "Form", rows: Rows, at: int) -> bool:
    """Whether a row is the head of records, by what stands below it: each of its cells
    could be a label, and a column below holds what can only be answers.
    """
    labels = [words_of(cell) for cell in rows[at]]
    if len(labels) < _LEAST or at + 1 >= len(rows) or not all(labels):
        return False
    below = [words_of(cell) for cell in rows[at + 1]]
    if len(below) != len(labels) or not all(map(asks_by_shape, labels)):
        return False
    if form.is_label(below[0]) or asks_plainly(below[0]) or not below[0]:
        return False
    known = any(form.is_label(label) for label in labels[1::2])
    return known and any(map(tells, below))


def whole_row(rows: Rows, at: int, count: int) -> list[tuple[str, ...]]:
    """The rows from here on that have this many cells."""
    found = []
    for row in rows[at:]:
        if len(row) != count:
            break
        found.append(tuple(words_of(cell) for cell in row))
    return found


def records_by_shape(form: "Form", rows: Rows, at: int) -> Records | None:
    """The records under a head that only its shape shows."""
    if not is_head(form, rows, at):
        return None
    labels = tuple(words_of(cell) for cell in rows[at])
    return Records(labels, tuple(whole_row(rows, at + 1, len(labels))))


def labelled_inside(form: "Form", text: str, anchor: str) -> Pair | None:
    """A cell whose first line, or whose words up to a question mark, ask, and whose
    rest answers.
    """
    first, _, rest = text.partition("\n")
    if not rest.strip():
        match = re.match(r"(?P<label>[^?\n]{4,110}\?)\s+(?P<rest>\S.*)$", text)
        first, rest = (match["label"], match["rest"]) if match else ("", "")
    asking = form.is_label(first) or asks_plainly(first)
    if not first or not asking:
        return None
    return Pair(first.rstrip(": *"), (rest.strip(),), form.asks(first), anchor)


def holds_table(cell: Cell) -> bool:
    """Whether a cell has a table of its own."""
    return any(isinstance(block, Table) for block in cell.blocks)
