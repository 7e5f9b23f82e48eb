"""The rows of a chronology under their headings, whichever table they stand in."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, product
from operator import itemgetter
from typing import NamedTuple

from heed.papers.chronologies.grids import ColumnGrid, Grid
from heed.papers.forms.columns import columns, heads_dates, is_header, with_contents
from heed.papers.forms.shapes import asks_by_shape

_UTC = re.compile(r"\b(utc|gmt|zulu)\b", re.IGNORECASE)
KEPT_BESIDE = ("n", "end", "kind", "recorded")
"""Columns that are understood and have no place of their own in an entry."""
_TOLD = frozenset(("event", "date", "action", "response", "outcome", "comment"))
_LONG, _LEAST, _LONGEST_HEADING = 40, 3, 80


class Picked(NamedTuple):
    """What stands in the columns that an entry is made of."""

    agency: str = ""
    end: str = ""
    n: str = ""
    source: str = ""
    event: str = ""
    outcome: str = ""
    comment: str = ""
    child: str = ""
    child_seen: str = ""
    seen_alone: str = ""
    child_voice: str = ""
    present: str = ""


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headings, each with its words; of columns that are headed alike, those of all."""
    found: dict[str, str] = {}
    for label, words in pairs:
        found[label] = f"{found[label]}\n{words}" if label in found else words
    return found


class Frame:
    """The headings of a table: what they mean, and as they were typed."""

    def __init__(self, names: list[str], labels: list[str]) -> None:
        self.names, self.labels = names, labels
        self.at = {name: n for n, name in enumerate(names) if name}
        self.typed = dict(zip(names, labels, strict=False))
        self.unknown = [(n, labels[n]) for n, name in enumerate(names) if not name]
        self.twice = {each for each in labels if each and labels.count(each) > 1}
        """Headings that stand over several columns."""
        self.utc = any(
            _UTC.search(label)
            for name, label in zip(names, labels, strict=False)
            if name in {"date", "time"}
        )
        """Whether the heading of its time says that it is universal time."""
        self.only_events = set(self.at) == {"event"}
        self.clock, self.event = self.at.get("time", -1), self.at.get("event", -1)
        self.is_usual = {"date", "event"} <= self.at.keys() and not (
            self.utc or self.at.keys() & {"recorded", "kind"}
        )
        """Whether its rows are events by its clock, which say not when they were
        written up."""
        self.picks = itemgetter(*(self.at.get(name, -1) for name in Picked._fields))
        self.is_plain = not self.unknown and not self.at.keys() & set(KEPT_BESIDE)


@dataclass(slots=True)
class Line:
    """One row of a chronology; `alone` where it is one cell over the whole table."""

    texts: list[str]
    frame: Frame
    row: int
    """Its row as a person counts."""
    alone: bool = False

    def get(self, name: str) -> str:
        """What stands in the column of this meaning, or ""."""
        if self.alone:
            return self.texts[0] if name == "event" else ""
        at = self.frame.at.get(name, -1)
        return self.texts[at] if -1 < at < len(self.texts) else ""

    def picked(self) -> Picked:
        """What stands in the columns that an entry is made of, each or ""."""
        if self.alone:
            return Picked(event=self.texts[0])
        texts, wide = self.texts, len(self.frame.names)
        if len(texts) != wide:
            texts = [*texts[:wide], *[""] * (wide - len(texts))]
        return Picked._make(self.frame.picks([*texts, ""]))

    @property
    def said(self) -> dict[str, str]:
        """What stands in each column that means something."""
        if self.alone:
            return {"event": self.texts[0]}
        texts = self.texts
        return {name: texts[n] for name, n in self.frame.at.items() if n < len(texts)}

    @property
    def extra(self) -> dict[str, str]:
        """Headings of no known meaning, each with its words."""
        texts = self.texts
        return joined(
            (label, texts[n])
            for n, label in self.frame.unknown
            if n < len(texts) and texts[n]
        )

    @property
    def labels(self) -> dict[str, str]:
        """The heading of each column by its meaning, as it was typed."""
        return self.frame.typed

    def cells(self) -> Iterable[tuple[str, str]]:
        """The cells as they were typed, each under its own heading; of those headed
        alike the empty ones too, which say which is which."""
        if self.alone:
            return [(self.labels.get("event", "event"), self.texts[0])]
        pairs = zip(self.frame.labels, self.texts, strict=False)
        if all(self.texts):
            return pairs
        twice = self.frame.twice
        return [pair for pair in pairs if pair[1] or pair[0] in twice]

    def beside(self) -> Iterator[tuple[str, str]]:
        """Headings that have no place of their own in an entry, with their words."""
        for name in KEPT_BESIDE:
            if said := self.get(name):
                yield self.labels[name], said
        if not self.alone:
            yield from self.extra.items()


@dataclass(frozen=True)
class Stretch:
    """The rows of a long table, column by column: each has a cell in every one."""

    frame: Frame
    columns: Sequence[Sequence[str]]
    rows: Sequence[int]
    """Of each its row as a person counts."""
    said: Collection[str]
    """What its cells say, each once and in their order."""

    def __len__(self) -> int:
        return len(self.rows)

    def of(self, name: str) -> Sequence[str] | None:
        """The column of this meaning."""
        at = self.frame.at.get(name)
        return None if at is None else self.columns[at]

    def lines(self) -> Iterator[Line]:
        """Its rows one by one."""
        texts = map(list, zip(*self.columns, strict=True))
        for said, row in zip(texts, self.rows, strict=True):
            yield Line(said, self.frame, row)

    def line(self, n: int) -> Line:
        """One of its rows, from 0."""
        return Line([each[n] for each in self.columns], self.frame, self.rows[n])


@dataclass(frozen=True)
class Lines:
    """The rows of all tables but a key."""

    names: list[str]
    found: list[Line]
    beside: list[str]
    """What rows say that are no entries: those above the headings, and notes."""
    stretch: Stretch | None = None
    """The rows of the one table that has any, where they lie in columns."""

    def one_by_one(self) -> Iterable[Line]:
        """All its rows."""
        return self.stretch.lines() if self.stretch else self.found

    @cached_property
    def frames(self) -> list[Frame]:
        """The headings of the tables, each once."""
        if self.stretch:
            return [self.stretch.frame]
        return list({id(line.frame): line.frame for line in self.found}.values())


def lines_of(grids: Iterable[Grid], *, at_once: bool = False) -> Lines:
    """The rows of these tables, and the names of the columns of the first; `at_once`
    as a stretch, where they lie in columns of one table."""
    found: list[Line] = []
    beside: list[str] = []
    stretches: list[Stretch] = []
    before: Frame | None = None
    for grid in grids:
        start, frame = _headed(grid, before)
        above = range(max(start - 1, 0) if frame else len(grid))
        beside += (text for n in above for text in grid.cells(n) if text)
        if frame is None:
            continue
        before = before or frame
        stretch = _stretch(grid, start, frame, beside)
        if stretch is not None and at_once and not (found or stretches):
            stretches.append(stretch)
            continue
        while stretches:
            found += stretches.pop().lines()
        if stretch is None:
            found += _below(grid, start, frame, beside)
        else:
            found += stretch.lines()
    return Lines(before.names if before else [], found, beside, *stretches)


def _headed(grid: Grid, before: Frame | None) -> tuple[int, Frame | None]:
    """Where the rows begin; a table without headings goes on from the first."""
    head, names, labels = header(grid)
    return (head + 1, Frame(names, labels)) if names else (0, before)


def header(grid: Grid) -> tuple[int, list[str], list[str]]:
    """Where the headings stand, what they mean, and as they were typed. Those that no
    heading shows are told by what stands below them.
    """
    for might in (_is_named, _has_their_shape):
        number = next((n for n in range(len(grid)) if might(grid, n)), None)
        if number is None:
            continue
        texts = grid.cells(number)
        names = columns(texts)
        if not all(names):
            below = (grid.cells(n) for n in range(number + 1, len(grid)))
            rows = [row for row in below if len(row) == len(names)]
            names = with_contents(texts, names, rows)
        if is_header(names):
            return number, names, texts
    return -1, [], []


def may_head(texts: list[str]) -> bool:
    """Whether a row holds the headings of a chronology."""
    return any(map(_is_heading_of_dates, texts)) and is_header(columns(texts))


@lru_cache(maxsize=1 << 14)
def _is_heading_of_dates(text: str) -> bool:
    # Without one a row is no heading; and few cells begin as one does.
    if len(text) > _LONGEST_HEADING:
        return False
    begins = text.lstrip(_BEFORE)[:3].lower().startswith(_BEGINNINGS)
    return begins and heads_dates(text)


_BEFORE = " :*.\n\t"
_BEGINNINGS = (
    *("eve", "con", "inc", "occ", "sta", "dat", "fro", "tim", "whe", "day"),
    *("dd/", "d/t", "dt", "on"),
)
_MAY_BEGIN = frozenset(
    "".join(signs)
    for each in _BEGINNINGS
    for signs in product(*((sign, sign.upper()) for sign in each))
)
"""The same in small letters and capitals."""


def _is_named(grid: Grid, number: int) -> bool:
    return may_head(grid.cells(number))


def _has_their_shape(grid: Grid, number: int) -> bool:
    """Whether a row could hold headings by its shape alone."""
    said = grid.cells(number)
    filled = [text for text in said if text]
    if len(filled) < _LEAST or len(filled) * 2 <= len(said):
        return False
    if not all(map(asks_by_shape, filled)):
        return False
    below = range(number + 1, len(grid))
    return sum(len(grid.cells(n)) == len(said) for n in below) > 1


def _below(grid: Grid, start: int, frame: Frame, beside: list[str]) -> Iterator[Line]:
    """The rows under the headings; what a note says is put beside them."""
    if not len(grid):
        return
    places = grid.places(start - 1) if start else grid.wide()
    for number in range(start, len(grid)):
        texts = grid.below(number, places)
        if len(grid.cells(number)) == 1:
            texts = grid.cells(number)
            if texts[0] and not may_head(texts):
                yield Line(texts, frame, grid.counted(number), alone=True)
        elif _is_row(texts, frame, beside):
            yield Line(texts, frame, grid.counted(number))


def _is_row(texts: list[str], frame: Frame, beside: list[str]) -> bool:
    """Whether these words are a row of their own; a note is put beside them."""
    dated = frame.at.get("date", len(texts))
    has_date = dated < len(texts) and texts[dated]
    if not has_date and _is_note(frame.names, texts):
        beside += filter(None, texts)
        return False
    return any(texts) and texts != frame.labels and not may_head(texts)


def _stretch(grid: Grid, start: int, frame: Frame, beside: list[str]) -> Stretch | None:
    """The rows under the headings of a table that lies in columns."""
    if not isinstance(grid, ColumnGrid) or len(grid.columns) < _LEAST_COLUMNS:
        return None
    columns, rows = [each[start:] for each in grid.columns], grid.numbers[start:]
    if len(frame.names) > len(columns):
        return None
    said = dict.fromkeys(chain.from_iterable(columns))
    doubted = _doubted(columns, frame, said)
    if doubted:
        kept = [
            n
            for n in range(len(rows))
            if n not in doubted or _is_row([c[n] for c in columns], frame, beside)
        ]
        columns = [[each[n] for n in kept] for each in columns]
        rows = [rows[n] for n in kept]
    return Stretch(frame, columns, rows, said)


_LEAST_COLUMNS = 2


def _doubted(
    columns: Sequence[Sequence[str]], frame: Frame, said: Iterable[str]
) -> set[int]:
    """The rows that may be none: those without a date, or with a cell that may be a
    heading of dates."""
    heads = {
        each
        for each in said
        if (each[:3] in _MAY_BEGIN or each[:2] in _MAY_BEGIN or each[:1] in _BEFORE)
        and _is_heading_of_dates(each)
    }
    dates = columns[frame.at["date"]] if "date" in frame.at else ()
    if len(dates) != len(columns[0]):
        return set(range(len(columns[0])))
    found = set() if all(dates) else {n for n, words in enumerate(dates) if not words}
    for column in columns if heads else ():
        if not heads.isdisjoint(column):
            found |= {n for n, words in enumerate(column) if words in heads}
    return found


def _is_note(names: list[str], texts: list[str]) -> bool:
    """Whether a row holds but a sentence where no column of a chronology has one."""
    filled = [(name, text) for name, text in zip(names, texts, strict=False) if text]
    return len(filled) == 1 and filled[0][0] not in _TOLD and len(filled[0][1]) > _LONG


def forget_headings() -> None:
    """Forget the words of a paper that might have been headings, when it was read."""
    _is_heading_of_dates.cache_clear()
