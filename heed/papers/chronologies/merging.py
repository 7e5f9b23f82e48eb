"""Several chronologies in one order, and what links their rows. Nothing is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from heed.papers.chronologies.duplicates import duplicates
from heed.papers.chronologies.entries import (
    Conflict,
    Duplicate,
    Entry,
    Gap,
    Telling,
    order_of,
)
from heed.papers.chronologies.gaps import RULES, Rule, gaps
from heed.papers.chronologies.ordering import Rows
from heed.papers.chronologies.reading import Chronology, Scope
from heed.papers.chronologies.tellings import conflicts, tellings
from heed.papers.collecting import nothing_to_collect


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """The rows of all files in one order, and what was found between them."""

    entries: tuple[Entry, ...]
    """In order; `n` is the place in it, from 1."""
    tellings: tuple[Telling, ...]
    duplicates: tuple[Duplicate, ...]
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]
    outside: tuple[int, ...] = ()
    """Entries that lie outside the scope that was asked for. They stay."""

    @property
    def undated(self) -> tuple[int, ...]:
        """The entries without a day that can be read: they stand last."""
        return tuple(e.n for e in self.entries if e.date.earliest is None)

    @property
    def restricted(self) -> tuple[int, ...]:
        """The entries that few may see."""
        return tuple(e.n for e in self.entries if e.restricted)

    @property
    def events(self) -> int:
        """How many events are told, where the accounts of one are counted once.

        A duplicate stays a row of its own until a person has looked at it.
        """
        return len(self.entries) - sum(len(t.entries) - 1 for t in self.tellings)


def merged(
    chronologies: Iterable[Chronology],
    *,
    scope: Scope | None = None,
    rules: Sequence[Rule] = RULES,
    incident: date | None = None,
) -> Composite:
    """The chronologies as one. A row that names no agency is of its file's."""
    return _of_ordered(ordered_rows(chronologies), scope, rules, incident)


@nothing_to_collect()
def ordered_rows(chronologies: Iterable[Chronology]) -> list[Entry]:
    """The rows of all files in one order, numbered so from 1."""
    rows = Rows()
    for chronology in chronologies:
        rows.take(chronology.entries, chronology.agency)
    return rows.ordered()


def composite(
    entries: Iterable[Entry],
    *,
    scope: Scope | None = None,
    rules: Sequence[Rule] = RULES,
    incident: date | None = None,
) -> Composite:
    """What entries come to together; each keeps the number that it has."""
    return _of_ordered(sorted(entries, key=order_of), scope, rules, incident)


@nothing_to_collect()
def _of_ordered(
    rows: Sequence[Entry],
    scope: Scope | None,
    rules: Sequence[Rule],
    incident: date | None,
) -> Composite:
    ordered = tuple(rows)
    twice = duplicates(ordered)
    again = frozenset(n for each in twice for n in each.entries[1:])
    told = tellings(ordered, again)
    return Composite(
        entries=ordered,
        tellings=tuple(told),
        duplicates=tuple(twice),
        conflicts=tuple(conflicts(told)),
        gaps=tuple(gaps(ordered, rules=rules, incident=incident)),
        outside=tuple(e.n for e in ordered if _is_outside(e, scope)),
    )


def _is_outside(entry: Entry, scope: Scope | None) -> bool:
    first, last = scope or (None, None)
    day, until = entry.date.earliest, entry.date.latest
    if day is None or until is None:
        return False
    return bool((first and until < first) or (last and day > last))
