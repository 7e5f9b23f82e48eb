"""Which cells of a table count, and what each says, as a person reads it.

In doubt a cell counts: whoever looks at the table says that it counts no people.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise, product

from heed.papers.blocks import Table
from heed.papers.grid import Placed, gridded
from heed.papers.small_cells.flows import MOST
from heed.papers.small_cells.protecting import Counts, Number, Place, Range, worked_out


class Sign(Enum):
    """What a cell says that counts nobody."""

    NOTHING = auto()
    SHARE = auto()
    MEASURE = auto()
    UNCLEAR = auto()


Said = list[list[Number | Sign]]
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+|\d{1,9}"
_NUMBER = re.compile(
    rf"(?P<number>{_DIGITS})"
    r"(?:\s?(?:children|child|babies|baby|boys?|girls?|infants?|siblings?|families|"
    r"family|young people|people|adults?|mothers?|fathers?|carers?|cases?))?"
    r"(?:\s*(?:of|out of|/)\s*\d[\d, ]*)?"
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|[*†‡§¹²³]+))*",
    re.IGNORECASE,
)
"""A number, with what may stand behind it: of how many, its share, a footnote."""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_IN_WORDS = {"zero": 0} | {word: number for number, word in enumerate(_WORDS, 1)}
_FEWER = re.compile(
    r"(?:<|less than|fewer than|under)\s*(\d{1,2})|1\s*(?:[-–]|to)\s*(\d{1,2})|"
    r"≤\s*(\d{1,2})",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"[\[(]?(?:c|x|z|u|\*+|suppressed|withheld)[\])]?", re.IGNORECASE
)
_NOTHING = re.compile(r"[-–—.…]?|nil|none|n/?a", re.IGNORECASE)
_SHARE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|per ?cent)|\d+\.\d+", re.IGNORECASE)
_MEASURE = re.compile(
    r"£\s*\d[\d,.]*[km]?|\d{1,2}[:.]\d\d(?:\s*[ap]m)?|"
    r"\d+\s*(?:years?|months?|weeks?|days?|hours?|minutes?)(?: old)?|"
    r"\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -]\d{2,4}",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?")

_SUM = re.compile(
    r"\b(?:grand |sub-?)?totals?\b|\ball\b|\bsum\b|\boverall\b", re.IGNORECASE
)
_OF_SHARES = r"%|per ?cent|percentages?|rates?|average|mean|median|proportion|share"
_BEGINS_WITH_SHARE = re.compile(rf"(?:{_OF_SHARES})(?!\w)", re.IGNORECASE)
_HOLDS_SHARE = re.compile(rf"(?<!\w)(?:{_OF_SHARES})(?!\w)", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:n|nos?|numbers?|counts?)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:(?:start|end|due)\s)?"
    r"(?:ages?|dates?|years?|months?|weeks?|days?|hours?|minutes?|times?|pages?|"
    r"para(?:graph)?s?|ref(?:erence)?s?|scores?|versions?|order|priority|findings?|"
    r"recommendations?|actions?)\.?"
    r"(?:\s(?:no|number|ref)\.?)?"
    r"(?:\s(?:in|at|of|from|to|since|on)\s\D+)?"
    r"(?:\s?\([^\d()]*\))?",
    re.IGNORECASE,
)
"""A head that is nothing but a unit: "Age (years)", yet not "1 to 5 years"."""
_NUMBERS_ROWS = re.compile(r"(?:no|number|item|step|case|child)?\.?|#", re.IGNORECASE)
_LEAST_RUNNING = 3
_LEAST_WITH_SUM = 3


@dataclass(frozen=True, slots=True)
class Read:
    """The numbers of a table with the cell in which each stands, and the cells beside
    them that tell of the same people. `clear` are numbers that can stand alone."""

    counts: Counts
    cells: Mapping[Place, Placed]
    heads: Sequence[str]
    labels: Sequence[str]
    nested: bool = False
    unclear: Sequence[Placed] = ()
    shares: Sequence[Placed] = ()
    clear: Mapping[Place, str] = field(default_factory=dict)


def counts_of(table: Table) -> Read | None:
    """The numbers of a table of counts; None for any other table."""
    sheet = _Sheet.of(table)
    counted = [c for c in range(sheet.width) if sheet.counts(c)]
    rows = [
        row
        for row in range(sheet.first, sheet.rows)
        if 0 in counted or not _measures(sheet.said(row, 0))
    ]
    if not counted or not any(
        isinstance(said_in(sheet.said(row, c)), int) for row in rows for c in counted
    ):
        return None
    return _read(sheet, rows, counted)


def said_in(text: str) -> Number | Sign:
    """What a cell says: a number, one that was left out, or something else."""
    if found := _NUMBER.fullmatch(text):
        return int(re.sub(r"[, ]", "", found["number"]))
    if text.lower() in _IN_WORDS:
        return _IN_WORDS[text.lower()]
    if fewer := _FEWER.fullmatch(text):
        below, to, up_to = fewer.groups()
        most = int(to or up_to or int(below) - 1)
        return Range(min(1, most), most)
    if _LEFT_OUT.fullmatch(text):
        return Range()
    for sign, pattern in (
        (Sign.NOTHING, _NOTHING),
        (Sign.SHARE, _SHARE),
        (Sign.MEASURE, _MEASURE),
    ):
        if pattern.fullmatch(text):
            return sign
    return Sign.UNCLEAR


# A table with its heads


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cells of a table by place; a head that spans stands over each column."""

    placed: Mapping[Place, Placed]
    over: Mapping[Place, str]
    first: int
    rows: int
    width: int

    @classmethod
    def of(cls, table: Table) -> "_Sheet":
        grid = gridded(table)
        placed = {(each.row, each.column): each for each in (*grid.header, *grid.body)}
        over = {
            (each.row + down, each.column + along): _words(each)
            for each in placed.values()
            for down in range(each.rows)
            for along in range(each.columns)
        }
        width = max((column for _, column in placed), default=-1) + 1
        first = grid.header_rows or int(_heads(placed, 0, width))
        while first and _names_units(placed, first):
            first += 1
        return cls(placed, over, first, grid.rows, width)

    def said(self, row: int, column: int) -> str:
        found = self.placed.get((row, column))
        return _words(found) if found else ""

    def head(self, column: int) -> str:
        said = (self.over.get((row, column), "") for row in range(self.first))
        return " ".join(dict.fromkeys(said)).strip()

    def column(self, column: int) -> list[str]:
        said = (self.said(row, column) for row in range(self.first, self.rows))
        return [text for text in said if text]

    def counts(self, column: int) -> bool:
        """Whether a column holds numbers, and counts with them."""
        words, head = self.column(column), self.head(column)
        if _measures(head) or (words and all(map(_A_YEAR.fullmatch, words))):
            return False
        said = [said_in(text) for text in words]
        numbers = [number for number in said if isinstance(number, int)]
        if column == 0:
            plain = not any(text.lower() in _IN_WORDS for text in words)
            alone = plain and said and all(isinstance(n, int | Range) for n in said)
            return bool(alone) and not _numbers_rows(head, numbers)
        hidden = bool(said) and all(isinstance(number, Range) for number in said)
        return any(numbers) or "0" in words or hidden


def _heads(placed: Mapping[Place, Placed], row: int, width: int) -> bool:
    """Whether a row at the top is a head that does not say so."""
    beside = range(1 if width > 1 else 0, width)
    said = [_words(placed[row, c]) for c in beside if (row, c) in placed]
    filled = [text for text in said if text]
    heads = [bool(_A_YEAR.fullmatch(t)) or _is_words(said_in(t)) for t in filled]
    data = any(
        not head and (isinstance(said_in(text), int) or said_in(text) is Sign.SHARE)
        for text, head in zip(filled, heads, strict=True)
    )
    return any(heads) and not data


def _names_units(placed: Mapping[Place, Placed], row: int) -> bool:
    """Whether a row below a head goes on with it: "No.", "%", "No.", "%"."""
    said = [_words(each) for (r, _), each in placed.items() if r == row]
    filled = [text for text in said if text]
    return bool(filled) and all(
        _measures(text) or _HOW_MANY.match(text) for text in filled
    )


def _is_words(said: Number | Sign) -> bool:
    return said is Sign.UNCLEAR or said is Sign.MEASURE


def _measures(head: str) -> bool:
    """Whether a head is one of a share, a date, an age or the like: no count."""
    return _is_of_shares(head) or _UNIT.fullmatch(head) is not None


def _is_of_shares(head: str) -> bool:
    if _BEGINS_WITH_SHARE.match(head):
        return True
    return bool(_HOLDS_SHARE.search(head)) and not _HOW_MANY.search(head)


def _numbers_rows(head: str, numbers: Sequence[int]) -> bool:
    """Whether the first column only tells one row from another."""
    if not all(b == a + 1 for a, b in pairwise(numbers)):
        return False
    long = len(numbers) >= _LEAST_RUNNING and numbers[0] <= 1
    return long or _NUMBERS_ROWS.fullmatch(head) is not None


def _words(placed: Placed) -> str:
    return " ".join(placed.cell.text.split())


# Its numbers


def _read(sheet: _Sheet, rows: list[int], columns: list[int]) -> Read:
    heads = [sheet.head(c) for c in columns]
    labels = [sheet.said(r, 0) if 0 not in columns else "" for r in rows]
    said = [[said_in(sheet.said(r, c)) for c in columns] for r in rows]
    across, down = _sum_last(heads, said), _sum_last(labels, _turned(said))
    heads, labels = [heads[j] for j in across], [labels[i] for i in down]
    said = [[said[i][j] for j in across] for i in down]
    cells = {
        (at, to): sheet.placed[rows[i], columns[j]]
        for (at, i), (to, j) in product(enumerate(down), enumerate(across))
        if (rows[i], columns[j]) in sheet.placed
    }
    return Read(
        _counts(said, heads, labels),
        cells,
        heads,
        labels,
        nested=any(_SUM.search(each) for each in (*heads[:-1], *labels[:-1])),
        unclear=[cells[p] for p in cells if said[p[0]][p[1]] is Sign.UNCLEAR],
        shares=_shares(sheet),
        clear=_clear(cells),
    )


def _sum_last(names: list[str], said: Said) -> list[int]:
    """The order of rows or columns with the sum at their end, where it stands first."""
    order = list(range(len(names)))
    turned = [*order[1:], *order[:1]]
    if _is_sum(names):
        return order
    if _is_sum([names[place] for place in turned]):
        return turned
    first = _add_up([[row[place] for place in turned] for row in said])
    return turned if first and not _add_up(said) else order


def _counts(said: Said, heads: list[str], labels: list[str]) -> Counts:
    """A cell with nothing in it says that there is nobody, and numbers that add up are
    a sum without its name, as far as all the sums fit so."""
    named = _is_sum(heads), _is_sum(labels)
    found = named[0] or _add_up(said), named[1] or _add_up(_turned(said))
    nothing: tuple[Number, ...] = (0, Range(0, MOST))
    made = [
        Counts([[_number(each, nobody) for each in row] for row in said], *sums)
        for sums, nobody in product((found, named), nothing)
    ]
    return next(filter(_fit, made), made[-1])


def _fit(counts: Counts) -> bool:
    try:
        worked_out(counts)
    except ValueError:
        return False
    return True


def _is_sum(names: Sequence[str]) -> bool:
    return len(names) > 1 and bool(_SUM.search(names[-1]))


def _turned(said: Said) -> Said:
    return [list(column) for column in zip(*said, strict=True)]


def _number(said: Number | Sign, nothing: Number) -> Number:
    if isinstance(said, Sign):
        return nothing if said is Sign.NOTHING else Range(0, MOST)
    return said


def _add_up(said: Said) -> bool:
    """Whether the last number of each row is what the others make. Of two numbers
    nobody can tell."""
    whole = [row for row in said if all(isinstance(n, int) for n in row)]
    numbers = [[n for n in row if isinstance(n, int)] for row in whole]
    wide = bool(numbers) and len(numbers[0]) >= _LEAST_WITH_SUM
    return (
        wide
        and any(map(any, numbers))
        and all(sum(row[:-1]) == row[-1] for row in numbers)
    )


def _shares(sheet: _Sheet) -> list[Placed]:
    """The cells that say a number as a share or a rate."""
    of_shares = {c for c in range(sheet.width) if _is_of_shares(sheet.head(c))}
    return [
        placed
        for (row, column), placed in sorted(sheet.placed.items())
        if row >= sheet.first and column and _is_share(sheet, row, column, of_shares)
    ]


def _is_share(sheet: _Sheet, row: int, column: int, of_shares: set[int]) -> bool:
    said = said_in(sheet.said(row, column))
    beside = column in of_shares or _is_of_shares(sheet.said(row, 0))
    return said is Sign.SHARE or (beside and isinstance(said, int))


def _clear(cells: Mapping[Place, Placed]) -> dict[Place, str]:
    """The number alone, of cells that say its share beside it."""
    found = {p: (_words(c), _NUMBER.fullmatch(_words(c))) for p, c in cells.items()}
    return {
        place: number["number"]
        for place, (text, number) in found.items()
        if number and ("%" in text or "per cent" in text.lower())
    }
