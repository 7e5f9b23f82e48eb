"""The tables of a PDF, told by where its words stand: a page has no cells of its own.

Programs write a page cell by cell: the lines of one cell below one another, then those
of the next, which begins higher up again. Words that begin where words of many other
lines begin, behind other words on their line, stand in a column.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from heed.papers.blocks import Block, Cell, Paragraph, Run, Table

_NEAR = 2.0
"""Points within which two words begin at the same place, or stand on one line."""
_LEADING = 1.7
"""Sizes of the letters between two lines of one cell, at most."""
_LEAST = 3
"""Lines that must begin a second cell at one place to make a column of it."""
_MOST_COLUMNS = 12
_FULL = 0.75
"""Of the widest line of a column: a line so long was broken by the edge of its cell."""


@dataclass(slots=True)
class _Words:
    x: float
    y: float
    size: float
    text: str


@dataclass(slots=True)
class _Row:
    """The lines of each cell of a row, by column, and where the last of them stands."""

    top: float
    cells: dict[int, list[str]] = field(default_factory=dict)
    last: tuple[int, float] = (0, 0.0)


def blocks_of_page(read: Callable[..., str]) -> list[Block] | str:
    """The lines and tables of a page, `read` being its `extract_text`; its text where
    it has no table that its places show.
    """
    found: list[_Words] = []

    def take(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if text.strip("\n\r"):
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(_Words(x, y, size or 10.0, text.replace("\x00", "")))

    text = read(visitor_text=take)
    words = _joined(found)
    columns = _columns(words)
    return _Page(columns).blocks(words) if columns else text


def _joined(found: Iterable[_Words]) -> list[_Words]:
    """The words that stand in one cell on one line, each as one: what begins where
    nothing else ends is another cell.
    """
    made: list[_Words] = []
    gap = False
    for each in found:
        same = bool(made) and abs(made[-1].y - each.y) < _NEAR
        if same and not each.text.strip():
            gap = True
        elif same and not gap:
            made[-1].text += each.text
        elif each.text.strip():
            made.append(each)
        gap = gap and not each.text.strip()
    return made


def _columns(words: list[_Words]) -> list[float]:
    """Where the columns begin, the first of them included; none where there is one."""
    second: Counter[int] = Counter()
    first: Counter[int] = Counter()
    for before, each in zip([None, *words], words, strict=False):
        behind = (
            before is not None and abs(before.y - each.y) < _NEAR < each.x - before.x
        )
        (second if behind else first)[round(each.x)] += 1
    further = sorted(x for x, count in second.items() if count >= _LEAST)
    inner = sum(second.values())
    if not further or len(further) > _MOST_COLUMNS:
        return []
    kept = sum(second[x] for x in further)
    left = [x for x in first if x < further[0] - 4 * _NEAR]
    return (
        [float(min(left)), *map(float, further)] if left and kept * 2 >= inner else []
    )


class _Page:
    """Goes through the words of a page in the order in which they were written."""

    def __init__(self, columns: list[float]) -> None:
        self.columns = columns
        self.made: list[Block] = []
        self.rows: list[_Row] = []
        self.waiting: list[_Words] = []
        """Lines at the left, of which it is not known yet whether they are a label."""
        self.width: Counter[int] = Counter()

    def blocks(self, words: list[_Words]) -> list[Block]:
        for each in words:
            column = self._column(each)
            self.width[column] = max(self.width[column], len(each.text.strip()))
        for each in words:
            self._take(each, self._column(each))
        self._end_table()
        self._end_lines()
        return self.made

    def _column(self, each: _Words) -> int:
        """The column in which words stand; that of the left for all that is in none."""
        near = [n for n, x in enumerate(self.columns) if abs(x - each.x) < _NEAR + 1]
        return near[-1] if near else 0

    def _take(self, each: _Words, column: int) -> None:
        row = self.rows[-1] if self.rows else None
        if column == 0:
            self.waiting.append(each)
        elif self.waiting:
            self._begin(each, column)
        elif row and self._goes_on(row, each, column):
            row.cells[column].append(each.text)
            row.last = (column, each.y)
        elif row and column > row.last[0] and self._is_beside(row, each):
            row.cells[column] = [each.text]
            row.last = (column, each.y)
        else:
            self.rows.append(_Row(each.y, {column: [each.text]}, (column, each.y)))

    def _goes_on(self, row: _Row, each: _Words, column: int) -> bool:
        """Whether a line is one more of the cell before it."""
        down = row.last[1] - each.y
        return column == row.last[0] and 0 < down < _LEADING * each.size

    @staticmethod
    def _is_beside(row: _Row, each: _Words) -> bool:
        """Whether words begin on the first line of a row, or no lower than its last."""
        return abs(row.top - each.y) < each.size or each.y > row.last[1] - each.size

    def _begin(self, each: _Words, column: int) -> None:
        """Begin a row whose first cell is what waits, from the line on beside which the
        second cell begins; lines before it are rows without an answer.
        """
        beside = [
            n for n, w in enumerate(self.waiting) if abs(w.y - each.y) < each.size / 2
        ]
        start = beside[0] if beside else self._first_of_cell()
        before, label = self.waiting[:start], self.waiting[start:]
        self.waiting = []
        self._keep(before)
        cells = {0: [w.text for w in label], column: [each.text]}
        self.rows.append(_Row(label[0].y, cells, (column, each.y)))

    def _first_of_cell(self) -> int:
        """Where the last lines that stand close below one another begin."""
        start = len(self.waiting) - 1
        while start and 0 < self.waiting[start - 1].y - self.waiting[start].y < (
            _LEADING * self.waiting[start].size
        ):
            start -= 1
        return start

    def _keep(self, lines: list[_Words]) -> None:
        """Lines that stand alone: the table ends before them."""
        if lines:
            self._end_table()
            self.made += _paragraphs(lines)

    def _end_lines(self) -> None:
        lines, self.waiting = self.waiting, []
        self.made += _paragraphs(lines)

    def _end_table(self) -> None:
        rows, self.rows = self.rows, []
        used = sorted({column for row in rows for column in row.cells})
        if rows:
            cells = [tuple(self._cell(row, column) for column in used) for row in rows]
            self.made.append(Table(rows=tuple(cells)))

    def _cell(self, row: _Row, column: int) -> Cell:
        lines = row.cells.get(column, [])
        text = _unbroken(lines, self.width[column])
        return Cell(tuple(Paragraph((Run(line),)) for line in text.split("\n")))


def _unbroken(lines: list[str], width: int) -> str:
    """The lines of a cell; one that its edge broke goes on in the next."""
    made = ""
    for line in lines:
        last = made.rsplit("\n", maxsplit=1)[-1]
        broken = last.endswith(" ") or len(last.strip()) > width * _FULL
        small = line[:1].islower() and not last.rstrip().endswith((".", ":", "?"))
        joint = "" if not made else " " if broken or small else "\n"
        made = f"{made.rstrip(' ')}{joint}{line}" if joint else made + line
    return re.sub(r" {2,}", " ", made).strip()


def _paragraphs(lines: list[_Words]) -> list[Block]:
    """Lines as paragraphs, parted where a wider gap stands between them."""
    stretches: list[list[_Words]] = []
    for each in lines:
        last = stretches[-1][-1] if stretches else None
        if last and 0 < last.y - each.y < _LEADING * max(each.size, last.size):
            stretches[-1].append(each)
        else:
            stretches.append([each])
    return [
        Paragraph((Run("\n".join(each.text for each in stretch).strip()),))
        for stretch in stretches
    ]
