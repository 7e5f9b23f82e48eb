"""The picture as rows of a table: whoever cannot see it reads the same."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from heed.ui.lanes.drawing import Lanes
from heed.ui.lanes.marks import Life, Mark, Seen
from heed.ui.lanes.scale import DAY


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A stretch between two named days: how many entries each lane has in it, with
    their numbers, and what else the picture shows there."""

    first: dt.date
    last: dt.date
    cells: tuple[tuple[Mark, ...], ...]
    beside: tuple[str, ...]

    @property
    def words(self) -> str:
        return days_in_words(self.first, self.last)

    @property
    def cells_in_words(self) -> tuple[str, ...]:
        """Each lane's entries: how many, their numbers, and what marks them."""
        return tuple(map(cell_in_words, self.cells))


def cell_in_words(marks: Sequence[Mark]) -> str:
    """How many entries, their numbers, how many of them saw the child."""
    if not marks:
        return ""
    words = [numbers_in_words(marks)]
    signs = (
        ("child seen", [mark for mark in marks if mark.seen == Seen.YES]),
        ("child not seen", [mark for mark in marks if mark.seen == Seen.NO]),
        ("kept from view", [mark for mark in marks if mark.held]),
    )
    words += (f"{sign}: {len(those)}" for sign, those in signs if those)
    if keys := [mark.number for mark in marks if mark.key]:
        words.append(f"key episode: {', '.join(keys)}")
    return "; ".join(words)


def rows_of(picture: Lanes) -> tuple[Row, ...]:
    """The rows of the table, from the first day to the last. An entry stands in the row
    of its first day, a life event and a gap where they begin; a row in which there
    is nothing is left out."""
    starts = _starts(picture)
    ends = [*(start - DAY for start in starts[1:]), picture.scale.last]
    rows = []
    for first, last in zip(starts, ends, strict=True):
        row = _row(picture, first, last)
        if row.beside or any(row.cells):
            rows.append(row)
    return tuple(rows)


def _starts(picture: Lanes) -> list[dt.date]:
    first = picture.scale.first
    days = (tick.day for tick in picture.scale.ticks())
    return [first, *(day for day in days if day > first)]


def _row(picture: Lanes, first: dt.date, last: dt.date) -> Row:
    def here(day: dt.date) -> bool:
        return first <= picture.scale.within(day) <= last

    return Row(
        first=first,
        last=last,
        cells=tuple(
            tuple(mark for mark in lane.marks if here(mark.first))
            for lane in picture.lanes
        ),
        beside=tuple(_beside(picture, here)),
    )


def _beside(picture: Lanes, here) -> Iterator[str]:
    for letter, life in letters_of(picture.lives):
        if here(life.on):
            yield f"{letter}: {life.on:%-d %B %Y}, {life.words}"
    for shade in picture.shades:
        if here(shade.first):
            yield f"{days_in_words(shade.first, shade.last)}: {shade.words}"


def letters_of(lives: Sequence[Life]) -> Iterator[tuple[str, Life]]:
    """Each life event with the letter that stands for it: A to Z, then AA, AB."""
    names = (
        "".join(letters)
        for length in itertools.count(1)
        for letters in itertools.product(ascii_uppercase, repeat=length)
    )
    return zip(names, sorted(lives, key=lambda life: life.on), strict=False)


def days_in_words(first: dt.date, last: dt.date) -> str:
    """One day, or from one to another."""
    if first == last:
        return f"{first:%-d %B %Y}"
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}"


def numbers_in_words(marks: Sequence[Mark]) -> str:
    """How many entries, and the first and last of their numbers."""
    if len(marks) == 1:
        return f"1 entry, number {marks[0].number}"
    first, last = marks[0].number, marks[-1].number
    return f"{len(marks)} entries, numbers {first} to {last}"
