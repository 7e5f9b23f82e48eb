"""The tables of a form: rows of labels and answers, records, people side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from heed.papers.blocks import Cell, Table
from heed.papers.forms.above import (
    answer_below,
    answers_below,
    holds_table,
    labelled_inside,
    records_by_shape,
    rows_in_turn,
)
from heed.papers.forms.boxes import has_boxes, is_box, is_struck, standing, words_of
from heed.papers.forms.choice_columns import choices_below
from heed.papers.forms.laid import Columns, Rows, laid, starts
from heed.papers.forms.numbering import without_numbers
from heed.papers.forms.people_beside import people_beside
from heed.papers.forms.pieces import (
    Found,
    Loose,
    Pair,
    Piece,
    Records,
    Title,
    is_guidance,
)
from heed.papers.forms.sections import section_of
from heed.papers.forms.shapes import label_places, tells

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

LONGEST_TITLE = 100
_LEAST = 3
_TWO = 2
_SHORT = 4
"""Words: a title in the column of the labels has no more."""


def pieces_of_table(form: "Form", rows: Rows) -> Iterator[Piece]:
    """The pieces of a table, row by row."""
    rows = without_numbers(rows)
    reader = _Table(form, rows)
    in_turn = rows_in_turn(form, rows, reader.columns)
    yield from in_turn
    at = len(rows) if in_turn else 0
    while at < len(rows):
        records = (
            reader.halves(at)
            or reader.beside(at)
            or choices_below(rows, at, form.vocabulary.exactly)
            or reader.records(at)
        )
        if records:
            yield from records.pieces
            at += records.rows
            continue
        below = answer_below(form, rows, at)
        under = [below] if below else answers_below(form, rows, reader.columns, at)
        shaped = None if under else records_by_shape(form, rows, at)
        if shaped:
            yield shaped
            at += len(shaped.rows)
        elif under:
            yield from under
        else:
            yield from reader.row(at)
        at += 2 if under else 1


class _Table:
    def __init__(self, form: "Form", rows: Rows) -> None:
        self.form = form
        self.rows = rows
        self.columns = laid(rows)
        self._label_places = label_places(self.columns, form)
        self._struck = {words_of(c) for row in rows for c in row if is_struck(c)}
        """What is left where words were struck out: an answer, and never a label."""
        first = [form.is_label(words_of(row[0])) for row in rows if len(row) == _TWO]
        self._in_pairs = sum(first) >= _LEAST and sum(first) * 2 >= len(rows)
        """Whether labels stand left and answers right: then no row heads records."""
        self._heads: tuple[tuple[str, ...], list[int]] | None = None
        """The labels above the columns of the last records, and where they stand."""

    def _texts(self, at: int) -> list[str]:
        return [words_of(cell) for cell in self.rows[at]]

    def _places(self, at: int) -> list[bool]:
        """Which cells of a row stand where the labels of this table stand."""
        columns = starts(self.columns[at])
        own = [place for place in columns if self.columns[at][place] in self.rows[at]]
        return [place in self._label_places for place in own]

    def _is_label(self, text: str) -> bool:
        return text not in self._struck and self.form.is_label(text)

    # Two forms side by side under two titles

    def halves(self, at: int) -> Found | None:
        """Two forms side by side: first the whole left one, then the right one."""
        titles = [text for text in self._texts(at) if text]
        columns = self.columns[at]
        middle = len(columns) // 2
        if len(titles) != _TWO or len(columns) < 2 * _TWO or len(columns) % 2:
            return None
        if middle not in columns or words_of(columns[middle]) != titles[1]:
            return None
        if not all(map(section_of, titles)) or ":" in "".join(titles):
            return None
        rows = []
        for number in range(at + 1, len(self.rows)):
            row = self.columns[number]
            whole = len(self.rows[number]) <= _TWO
            if whole or not self._of_halves(row, middle):
                break
            rows.append(row)
        left = self._half(rows, 0, middle)
        right = self._half(rows, middle, len(columns))
        if not rows:
            return None
        ends: list[Piece] = [Title(titles[0]), *left, Title(titles[1]), *right]
        return Found(1 + len(rows), *ends)

    def _of_halves(self, row: Columns, middle: int) -> bool:
        """Whether a row has a label at the left of one of its halves."""
        if middle not in row or row[0] is row[middle]:
            return False
        return any(self._is_label(words_of(row[place])) for place in (0, middle))

    def _half(self, rows: list[Columns], first: int, last: int) -> Iterator[Pair]:
        for row in rows:
            cells = list(
                dict.fromkeys(row[at] for at in range(first, last) if at in row)
            )
            texts = [words_of(cell) for cell in cells]
            if texts and texts[0]:
                label = texts[0].rstrip(": *")
                yield Pair(label, tuple(texts[1:]), self.form.asks(label))

    # Records: labels above their columns

    def records(self, at: int) -> Found | None:
        """The records that begin in this row, if it holds labels of columns, or goes on
        under those of the records before.
        """
        labels = self._texts(at)
        known = sum(map(self._is_label, labels))
        if known < _TWO or known * 2 < len(labels) or self._in_turn(labels):
            return self._going_on(at, labels)
        self._heads = (tuple(labels), starts(self.columns[at]))
        found = self._below_heads(at + 1)
        if not found or self._is_label(found[0][0]):
            self._heads = None
            return None
        taken = self._taken
        return Found(1 + taken, Records(tuple(labels), found, self.rows[at][0].anchor))

    def _in_turn(self, texts: list[str]) -> bool:
        """Whether a row goes label, answer, label, answer."""
        known = [self._is_label(text) for text in texts]
        labels = [text for text in texts[::2] if text]
        if len(texts) == _TWO and self._in_pairs:
            return True
        even = len(texts) % 2 == 0 and len(labels) > 1
        return even and all(map(self._is_label, labels)) and not any(known[1::2])

    def _going_on(self, at: int, texts: list[str]) -> Found | None:
        if not self._heads or len(texts) < max(3, len(self._heads[0])):
            return None
        found = self._below_heads(at)
        labels = self._heads[0]
        return Found(self._taken, Records(labels, found)) if found else None

    def _below_heads(self, at: int) -> tuple[tuple[str, ...], ...]:
        """The rows from here on, by the columns of the labels above."""
        _, columns = self._heads or ((), [])
        found: list[list[str]] = []
        self._taken = 0
        above: Cell | None = None
        for number in range(at, len(self.rows)):
            texts = self._texts(number)
            labelled = sum(map(self._is_label, texts)) * 2 >= max(1, len(texts))
            # Behind a date, words that could be a label are what happened then.
            labelled = labelled and not tells(texts[0])
            row = self.columns[number]
            alone = len(texts) == 1 and len(columns) > 1 and len(row) >= len(columns)
            covers_all = alone and len({id(cell) for cell in row.values()}) == 1
            of_another = len(texts) == _TWO and len(columns) > _TWO
            if labelled or covers_all or of_another:
                break
            first = row.get(columns[0])
            said = [words_of(row[c]) if c in row else "" for c in columns]
            if first is not None and first is above and words_of(first):
                found[-1] = [
                    _joined(a, b) for a, b in zip(found[-1], said, strict=True)
                ]
            else:
                found.append(said)
            above = first
            self._taken += 1
        return tuple(tuple(row) for row in found)

    def beside(self, at: int) -> Found | None:
        """The people of a table that gives each of them a column."""
        labels = sum(map(self._is_label, self._texts(at)[1:]))
        in_columns = labels > 1 or bool(self._label_places)
        return people_beside(self.form, self.rows, at, in_columns=in_columns)

    # Rows of labels and answers

    def row(self, at: int) -> Iterator[Piece]:
        """One row by itself."""
        row = self.rows[at]
        if any(map(holds_table, row)):
            yield from self._nested(row)
            return
        texts, places = self._texts(at), self._places(at)
        if row and row[0].row_span > 1 and len(row) > _TWO and self._is_label(texts[1]):
            # A label that stands upright beside several rows is their title.
            yield Title(texts[0])
            row, texts, places = row[1:], texts[1:], places[1:]
        bare = len(texts) > 1 and not any(texts[1:]) and not self._is_label(texts[0])
        if bare and len(texts[0].split()) <= _SHORT and section_of(texts[0]):
            yield Title(texts[0])
        elif len(texts) == 1:
            yield from self._alone(row[0], texts[0])
        elif len(texts) == _TWO and texts[1] and is_box(texts[0]):
            yield Loose(f"{texts[0]} {texts[1]}")
        else:
            yield from self.across(row, texts, places)

    def _nested(self, row: tuple[Cell, ...]) -> Iterator[Piece]:
        for cell in row:
            flow = tuple(b for b in cell.blocks if not isinstance(b, Table))
            words = standing(flow).strip()
            if not holds_table(cell):
                yield from (Title(words),) if words else ()
            else:
                yield from self.form.pieces(cell.blocks)

    def _alone(self, cell: Cell, text: str) -> Iterator[Piece]:
        inside = self.form.inside(text, cell.anchor)
        lines = [line for line in text.split("\n") if line.strip()]
        if inside:
            yield from inside
        elif len(lines) > 1 and any(map(self.form.begins_with_label, lines)):
            yield from self.form.lines(cell.blocks)
        elif (own := labelled_inside(self.form, text, cell.anchor)) is not None:
            yield own
        elif has_boxes(text) or len(text) > LONGEST_TITLE:
            yield Loose(text)
        elif (unknown := self.form.unknown_label(text)) is not None:
            asks = self.form.asks(unknown[0])
            yield Pair(unknown[0], (unknown[1],), asks, cell.anchor)
        elif text:
            yield Title(text)

    def across(
        self, row: tuple[Cell, ...], texts: list[str], places: list[bool]
    ) -> Iterator[Piece]:
        """A row of labels, each with its answer, or its answers, to the right.

        `places` says which cells stand where the labels of the table stand.
        """
        at = 0
        while at < len(texts):
            text, anchor = texts[at], row[at].anchor
            inside = self.form.inside(text, anchor)
            following = self._answers(texts, at, places)
            label = self._label_at(texts, at, inside, following)
            label = label or (text.rstrip(": *") if places[at] and following else "")
            own = self._own_answer(text, inside, following)
            if own:
                yield Pair(own[0], (own[1],), "", anchor)
                at += 1
                continue
            if label and self._is_title(label, following):
                yield Title(label)
            elif label:
                asks = self.form.asks(label)
                yield Pair(label, tuple(following), asks, anchor, beside=True)
                at += len(following)
            elif inside:
                yield from inside
            elif text:
                yield Loose(text)
            at += 1

    def _own_answer(
        self, text: str, inside: list[Pair], following: list[str]
    ) -> tuple[str, str] | None:
        """An unknown label with its answer in one cell, beside another such cell."""
        beside = bool(following) and bool(self.form.inside(following[0], ""))
        return self.form.unknown_label(text) if beside and not inside else None

    def _label_at(
        self, texts: list[str], at: int, inside: list[Pair], following: list[str]
    ) -> str:
        """The label in this cell whose answer stands to the right; "" if none does."""
        text = texts[at]
        if text in self._struck:
            return ""
        label, rest = self.form.label_and_rest(text)
        if label and (not rest or is_guidance(rest)):
            return label
        if inside and (inside[-1].answer or not following):
            return ""
        if inside or _poses_as_label(texts, at):
            return text.rstrip(": ")
        return ""

    def _is_title(self, label: str, following: list[str]) -> bool:
        """Whether the cells beside a label hold labels and answers of their own."""
        inside = self.form.inside(following[0], "") if following else []
        asks = self.form.asks(label)
        return bool(inside) and (
            inside[0].asks.startswith(".")
            or inside[0].asks.partition(".")[0] == asks.partition(".")[0]
        )

    def _answers(self, texts: list[str], at: int, places: list[bool]) -> list[str]:
        """The cells right of a label, up to the next label."""
        following = texts[at + 1 : at + 2]
        if len(texts) == _TWO:
            # In a row of two, the second is the answer even where it reads as a label;
            # two that both end with a colon are both unanswered.
            unanswered = texts[0].endswith(":") and texts[1].endswith(":")
            return [] if unanswered and self._is_label(texts[1]) else following
        if following and self._is_label(following[0]):
            return following if self._alternates(texts, at) else []
        for number, text in enumerate(texts[at + 2 :], at + 2):
            known = self._is_label(text) or self.form.inside(text, "")
            if known or places[number] or text.endswith((":", "?")):
                break
            following.append(text)
        return following

    def _alternates(self, texts: list[str], at: int) -> bool:
        """Whether the row goes label, answer, label, answer: then this is a label."""
        others = [text for text in texts[at + 2 :: 2] if text]
        return at % 2 == 0 and len(texts) % 2 == 0 and all(map(self._is_label, others))


def _joined(one: str, other: str) -> str:
    return one if not other or other == one else f"{one}\n{other}".strip()


def _poses_as_label(texts: list[str], at: int) -> bool:
    """Whether words that the vocabulary does not have stand where a label stands."""
    text = texts[at]
    if not text or len(text) > 3 * LONGEST_TITLE or has_boxes(text):
        return False
    return at + 1 < len(texts) and (at == 0 or text.endswith((":", "?")))
