"""The tables of a file as rows of words, whichever reader found them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from heed.papers.blocks import Document, Table
from heed.papers.forms.boxes import words_of
from heed.papers.forms.laid import Columns, laid, starts
from heed.papers.hidden import NOTHING_HIDDEN, Hidden

Place = tuple[int, int]


class Grid(Protocol):
    """A table, row by row from 0."""

    def __len__(self) -> int: ...

    def cells(self, n: int) -> list[str]:
        """The words of each cell of a row."""

    def places(self, n: int) -> list[int]:
        """The first column of each cell of a row."""

    def wide(self) -> list[int]:
        """All columns of the first row."""

    def below(self, n: int, places: list[int]) -> list[str]:
        """The words of a row by column, blank where a cell above reaches down."""

    def counted(self, n: int) -> int:
        """Its row as a person counts, from 1."""

    def first(self, count: int) -> list[list[str]]:
        """The words of so many rows from the top."""


@dataclass
class TableGrid:
    """A table of blocks."""

    table: Table
    above: int = 0
    """Rows of the tables before it in the paper."""

    def __post_init__(self) -> None:
        self.rows = [*self.table.header, *self.table.rows]
        self._words = [[words_of(cell) for cell in row] for row in self.rows]

    @cached_property
    def _laid(self) -> list[Columns]:
        return laid(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, n: int) -> list[str]:
        return self._words[n]

    def places(self, n: int) -> list[int]:
        return starts(self._laid[n])

    def wide(self) -> list[int]:
        return sorted(self._laid[0])

    def below(self, n: int, places: list[int]) -> list[str]:
        row, above = self._laid[n], self._laid[n - 1] if n else {}
        return [
            words_of(row[at]) if at in row and row[at] is not above.get(at) else ""
            for at in places
        ]

    def counted(self, n: int) -> int:
        return self.above + n + 1

    def first(self, count: int) -> list[list[str]]:
        return self._words[:count]


@dataclass
class PlainGrid:
    """Rows of words that a quick reader found; `merged` has the cells that another
    covers, each with the corner that covers it."""

    rows: list[list[str]]
    numbers: list[int]
    merged: dict[Place, Place] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, n: int) -> list[str]:
        if not self.merged:
            return self.rows[n]
        row = enumerate(self.rows[n])
        return [words for at, words in row if (n, at) not in self.merged]

    def places(self, n: int) -> list[int]:
        return [
            at
            for at in range(len(self.rows[n]))
            if not at or self._corner(n, at) != self._corner(n, at - 1)
        ]

    def below(self, n: int, places: list[int]) -> list[str]:
        row = self.rows[n]
        if not self.merged:
            wide = len(row)
            return (
                row if len(places) == wide else [row[at] for at in places if at < wide]
            )
        return [self._standing(n, at) for at in places]

    def wide(self) -> list[int]:
        return list(range(len(self.rows[0])))

    def _corner(self, n: int, at: int) -> Place:
        return self.merged.get((n, at), (n, at))

    def _standing(self, n: int, at: int) -> str:
        row, column = self._corner(n, at)
        return self.rows[n][column] if row == n else ""

    def counted(self, n: int) -> int:
        return self.numbers[n]

    def first(self, count: int) -> list[list[str]]:
        return self.rows[:count]


@dataclass
class ColumnGrid:
    """Columns of words that a quick reader found: every row has a cell in each."""

    columns: Sequence[Sequence[str]]
    numbers: Sequence[int]

    def __len__(self) -> int:
        return len(self.numbers)

    def cells(self, n: int) -> list[str]:
        return [column[n] for column in self.columns]

    def places(self, n: int) -> list[int]:
        return list(range(len(self.columns)))

    def below(self, n: int, places: list[int]) -> list[str]:
        wide = len(self.columns)
        return [self.columns[at][n] for at in places if at < wide]

    def wide(self) -> list[int]:
        return list(range(len(self.columns)))

    def counted(self, n: int) -> int:
        return self.numbers[n]

    def first(self, count: int) -> list[list[str]]:
        return [self.cells(n) for n in range(min(count, len(self)))]


def grid_of(
    columns: Sequence[Sequence[str]],
    numbers: Sequence[int],
    merged: dict[Place, Place] | None = None,
) -> Grid:
    """A table of these columns, of which some cells may cover others."""
    if merged:
        return PlainGrid(
            list(map(list, zip(*columns, strict=True))), list(numbers), merged
        )
    return ColumnGrid(columns, numbers)


@dataclass(frozen=True)
class Paper:
    """A file as the reader of chronologies needs it."""

    grids: list[Grid]
    around: Document
    """What stands around the tables; and they too, where they were read as blocks."""
    hidden: Hidden = NOTHING_HIDDEN
