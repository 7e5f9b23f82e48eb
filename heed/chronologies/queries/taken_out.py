"""Files that were taken out, and what hangs on the rows of one that would be."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.beside import IN_THE_COMPOSITE
from heed.chronologies.citing import cited
from heed.chronologies.models import (
    Account,
    Chronology,
    ChronologyNote,
    Coming,
    Row,
    RowInEpisode,
    RowOfFinding,
    RowTheme,
    TakenOut,
)

MOST = 20  # rows that are named by their numbers


def taken_out(coming: Coming) -> TakenOut | None:
    """That a file was taken out, while it stands."""
    return coming.takings_out.filter(put_back_at=None).last()


def taken_out_of(chronology: Chronology) -> set[UUID]:
    """The files of an agency that were taken out."""
    standing = TakenOut.objects.filter(coming__chronology=chronology, put_back_at=None)
    return set(standing.values_list("coming_id", flat=True))


@dataclass(frozen=True)
class Carried:
    """What hangs on rows of a file, and on which."""

    what: str
    numbers: str
    more: int


@dataclass(frozen=True)
class WouldGo:
    """What taking out a file would do: rows that are told no more, that are told again,
    that say again what they said; and what hangs on those that go."""

    rows: int
    again: int
    otherwise: int
    carried: tuple[Carried, ...]
    hidden: int


def what_would_go(coming: Coming, person, *, cleared: frozenset[str]) -> WouldGo:
    """What taking out a file would do, as somebody may read it."""
    rows = list(rows_of(Row, coming.case).filter(first_in=coming.pk, gone_in=None))
    open_ = [row for row in rows if row.restricted in {"", *cleared}]
    went = Row.objects.filter(gone_in=coming).exclude(first_in=coming)
    return WouldGo(
        rows=len(rows),
        again=went.count(),
        otherwise=sum("words" in state for state in (coming.stood or {}).values()),
        carried=tuple(_carried(coming, open_, person, cleared=cleared)),
        hidden=len(rows) - len(open_),
    )


def _carried(
    coming: Coming, rows: list[Row], person, *, cleared: frozenset[str]
) -> Iterable[Carried]:
    case, here = coming.case, {row.pk: row.number for row in rows}
    seen = Q(person=person.pk) | Q(is_shared=True)
    out = {"taken_out_at": None}
    asked = [
        pk for marks in IN_THE_COMPOSITE for pk in marks(case, rows, cleared=cleared)
    ]
    together = _together_in(case, cleared=cleared)
    of = {
        "Notes": rows_of(ChronologyNote, case).filter(seen, **out),
        "Said to belong together with others, or not": together,
        "In key practice episodes": rows_of(RowInEpisode, case).filter(
            **out, episode__taken_out_at=None
        ),
        "Under themes": rows_of(RowTheme, case).filter(**out),
        "Findings rest on them": rows_of(RowOfFinding, case).filter(**out),
    }
    found = {what: kept.values_list("row_id", flat=True) for what, kept in of.items()}
    found["Their agency was asked"] = asked
    found["Put right here"] = [row.pk for row in rows if row.amended_at]
    for what, keys in found.items():
        if numbers := sorted({here[key] for key in keys if key in here}):
            more = max(len(numbers) - MOST, 0)
            yield Carried(what, cited(numbers[:MOST]), more)


def _together_in(case: Case, *, cleared: frozenset[str]) -> QuerySet:
    """What was said of rows of which this person may read more than one: of no other
    row is told that it belongs to any."""
    said = rows_of(Account, case).filter(left_at=None, telling__over_at=None)
    read = said.filter(row__restricted__in=["", *cleared], row__gone_in=None)
    several = read.order_by().values("telling").annotate(rows=Count("pk"))
    return said.filter(telling__in=several.filter(rows__gt=1).values("telling"))
