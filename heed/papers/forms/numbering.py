"""The column of numbers that stands before the questions of a form: no label, and no
answer.
"""

import re
from dataclasses import replace
from itertools import pairwise

from heed.papers.blocks import Cell
from heed.papers.forms.boxes import words_of
from heed.papers.forms.laid import Rows
from heed.papers.patterns import later

_NUMBER = later(
    r"(?:(?:section|part|question|q|no|item)\.? ?)?"
    r"(?:[a-z]?\d{1,2}(?:[.-]\d{1,2}){0,2} ?[a-z]?|[a-z]|[ivx]{1,4}|"
    r"\(\w{1,3}\))[.):]?",
    re.IGNORECASE,
)
_ABOVE_NUMBERS = later(
    r"|(?:no|number|ref|reference|#|q|qn|question|item|section|row|line)"
    r"(?: ?(?:no|number|#))?\.?",
    re.IGNORECASE,
)
_LEAST = 3
"""Cells of a row of which the first may be a number, and rows that must have one."""


def without_numbers(rows: Rows) -> Rows:
    """The rows of a table without its column of numbers, where it has one."""
    numbered = [n for n, row in enumerate(rows) if _begins_with_number(row)]
    if len(numbered) < _LEAST or not _in_order(
        [words_of(rows[n][0]) for n in numbered]
    ):
        return rows
    others = [row for n, row in enumerate(rows) if n not in numbered]
    if any(_contradicts(row) for row in others):
        return rows
    return _narrowed(rows)


def _begins_with_number(row: tuple[Cell, ...]) -> bool:
    if len(row) < _LEAST:
        return False
    return _NUMBER.fullmatch(words_of(row[0])) is not None


def _in_order(numbers: list[str]) -> bool:
    """Whether no number comes twice, and those that are figures rise, within the part
    that a letter before them names: A1, A2, B1.
    """
    figures = [
        [ord(letter[0].lower()) if letter else 0, *map(int, re.findall(r"\d+", each))]
        for each in numbers
        for letter in [re.match(r"[A-Za-z](?=\d)", each)]
    ]
    rising = all(a <= b for a, b in pairwise(figures))
    return rising and len(set(numbers)) == len(numbers)


def _contradicts(row: tuple[Cell, ...]) -> bool:
    """Whether a row has something else in the first of several columns."""
    if len(row) < _LEAST or row[0].column_span > 1:
        return False
    return _ABOVE_NUMBERS.fullmatch(words_of(row[0])) is None


def _narrowed(rows: Rows) -> list[tuple[Cell, ...]]:
    made: list[tuple[Cell, ...]] = []
    reaching = 0
    for row in rows:
        if reaching or not row:
            reaching = max(0, reaching - 1)
            made.append(row)
            continue
        first, *rest = row
        reaching = max(0, first.row_span - 1)
        if first.column_span > 1:
            made.append((replace(first, column_span=first.column_span - 1), *rest))
        else:
            kept = len(row) == 1 or not _drops(first)
            made.append(row if kept else tuple(rest))
    return made


def _drops(first: Cell) -> bool:
    said = words_of(first)
    return bool(_NUMBER.fullmatch(said) or _ABOVE_NUMBERS.fullmatch(said))
