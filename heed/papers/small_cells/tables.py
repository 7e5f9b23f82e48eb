"""Small numbers in a table of a report: what may not be printed as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heed.papers.blocks import Table
from heed.papers.grid import Placed
from heed.papers.small_cells.counted import Read, counts_of
from heed.papers.small_cells.protecting import (
    LEAST,
    LEFT_OUT,
    Counts,
    Number,
    Place,
    Range,
    changed_little,
    protected,
    worked_out,
)

SMALL = "A number from one to five tells of somebody. Leave it out."
GIVEN_AWAY = "This number was left out, and the sums of the table give it away."
AS_WELL = "Leave this number out as well: the sums give a smaller one away."
CHANGED = "It changed by a few since it was published: the change tells of somebody."
SHARE = "A share gives away the number that was left out."
LOOK = "Nobody can say what this cell counts. Look at it."
NO_FIT = "The sums of this table do not fit, so nobody can say what they give away."
SUMS_IN_SUMS = "This table has sums within sums: look whether they give numbers away."


@dataclass(frozen=True, slots=True)
class SmallCell:
    """A cell that may not be printed so, why, and what may stand there instead. A whole
    table has no row."""

    anchor: str
    text: str
    why: str
    row: int = -1
    column: int = -1
    instead: str = LEFT_OUT


def small_cells(
    table: Table, *, least: int = LEAST, earlier: Sequence[Table] = ()
) -> tuple[SmallCell, ...]:
    """The cells for which a table may not be printed as it stands: small numbers in
    clear, numbers that were left out and can be worked out, those to leave out with
    them, and what nobody can read. Empty for a table that is no table of counts, or is
    safe. `earlier` are the same table as it was published before."""
    read = counts_of(table)
    if read is None:
        return ()
    known = (counts_of(before) for before in earlier)
    before = [_beside(read, each) for each in known if each is not None]
    try:
        gone = protected(read.counts, least=least, earlier=before)
        found = worked_out(read.counts)
    except ValueError:
        return _whole(table, read, NO_FIT, least)
    if read.nested and (whole := _whole(table, read, SUMS_IN_SUMS, least)):
        return whole
    given = {place for place, number in found.items() if 0 < number < least}
    given |= {p for each in before for p in changed_little(read.counts, each, least)}
    told = tuple(_told(read, gone, given, least))
    looked_at = tuple(_cell(each, LOOK) for each in read.unclear)
    left_out = {p for p in gone if isinstance(read.counts.at(p), Range)}
    hides = bool(told or _was_left_out(read, left_out))
    return (*told, *looked_at, *(_shares(read, gone) if hides else ()))


def without(
    table: Table, *, least: int = LEAST, earlier: Sequence[Table] = ()
) -> dict[Place, str]:
    """What is to stand in which cell of a table instead, so that its numbers tell of
    nobody; all of its numbers are left out where nobody can say which."""
    found = small_cells(table, least=least, earlier=earlier)
    if any(each.row < 0 for each in found):
        return all_numbers(table)
    return {(each.row, each.column): each.instead for each in found}


def all_numbers(table: Table) -> dict[Place, str]:
    """The same, with every number and every share of it left out."""
    read = counts_of(table)
    cells = (*read.cells.values(), *read.shares) if read else ()
    return {(c.row, c.column): LEFT_OUT for c in cells if c.cell.text.strip()}


def _told(
    read: Read, gone: frozenset[Place], given: set[Place], least: int
) -> Iterator[SmallCell]:
    for place in sorted(gone):
        number = read.counts.at(place)
        if isinstance(number, Range):
            why = GIVEN_AWAY if place in given else ""
        elif 0 < number < least:
            why = SMALL
        else:
            why = CHANGED if place in given else AS_WELL
        if why and place in read.cells:
            yield _cell(read.cells[place], why)


def _shares(read: Read, gone: frozenset[Place]) -> Iterator[SmallCell]:
    """The shares in a table of which a number is left out: all make a hundred."""
    yield from (_cell(each, SHARE) for each in read.shares)
    for place, number in read.clear.items():
        if place not in gone:
            yield _cell(read.cells[place], SHARE, instead=number)


def _was_left_out(read: Read, places: set[Place]) -> bool:
    """Whether somebody left a number out, and did not only write nothing."""
    hidden = (read.counts.at(place) for place in places)
    return any(isinstance(number, Range) and number.least for number in hidden)


def _cell(placed: Placed, why: str, instead: str = LEFT_OUT) -> SmallCell:
    return SmallCell(
        placed.cell.anchor,
        placed.cell.text.strip(),
        why,
        row=placed.row,
        column=placed.column,
        instead=instead,
    )


def _whole(table: Table, read: Read, why: str, least: int) -> tuple[SmallCell, ...]:
    """The whole table, where it holds anything small, left out or unclear beside what
    is printed."""
    numbers = [read.counts.at(place) for place in read.counts.places]
    tells = any(isinstance(n, Range) or 0 < n < least for n in numbers)
    return (SmallCell(table.anchor, table.caption, why),) if tells else ()


# Beside what was published before


def _beside(now: Read, before: Read) -> Counts:
    """The numbers of before, each in the place of the one that it is of: by the words
    of its row and of its column, whatever was put in between."""
    rows = _same(now.labels, before.labels)
    columns = _same(now.heads, before.heads)
    return Counts([[_then(before, r, c) for c in columns] for r in rows])


def _then(before: Read, row: int | None, column: int | None) -> Number:
    if row is None or column is None:
        return Range(0)
    return before.counts.at((row, column))


def _same(now: Sequence[str], before: Sequence[str]) -> list[int | None]:
    """Which name of before each name is; where as many stood there and it is new, the
    one that stood in its place and is gone."""
    names, old = _told_apart(now), _told_apart(before)
    alike = len(names) == len(old)
    return [
        old.index(name)
        if name in old
        else (place if alike and old[place] not in names else None)
        for place, name in enumerate(names)
    ]


def _told_apart(names: Sequence[str]) -> list[tuple[str, int]]:
    """Names with how often each stood there before: a table may say one twice."""
    plain = [" ".join(name.lower().split()) for name in names]
    return [(name, plain[:place].count(name)) for place, name in enumerate(plain)]
