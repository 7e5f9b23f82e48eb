"""A row as the composite shows it. Of a chronology there may be thousands on a page:
they are fetched without being built, opened by one key that is looked for once, and
what few pages ask of them is made when it is asked for."""

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BinaryField, F, Model, QuerySet
from django.db.models.expressions import Col

from heed.cases.kept import has_any
from heed.cases.models import Case
from heed.chronologies.models import Chronology, Row
from heed.chronologies.models.rows import told_by
from heed.chronologies.numbers import FINEST, as_cited
from heed.partnership.prepared import Prepared, uuid_of

WORDS = Row._meta.get_field("words")
IN_ORDER = (
    F("stands_on").asc(nulls_last=True),
    "breadth",
    F("time").asc(nulls_last=True),
    "sequence",
    "number",
)


def _as_it_lies(name: str, of: type[Model] = Row) -> Col:
    """A column as the database gives it, in whatever way it keeps that."""
    return Col(of._meta.db_table, of._meta.get_field(name), BinaryField())


COLUMNS = (
    *map(_as_it_lies, ("id", "data_key")),
    "public_id",
    *map(_as_it_lies, ("number", "chronology", "earliest", "latest", "time")),
    *("kind", "child_seen", "seen_alone", "doubt"),
    _as_it_lies("without_source"),
    "restricted",
    _as_it_lies("amended_at"),
    WORDS.as_kept(),
)
WHOSE, RESTRICTED = 4, 13


def _day(kept: str | dt.date | None) -> dt.date | None:
    return dt.date.fromisoformat(kept) if isinstance(kept, str) else kept


class Told(NamedTuple):
    """A row of the composite as it is shown: its words are {} where they are hidden."""

    kept_id: Any
    kept_key: Any
    public_id: str
    kept_number: Any
    agency: str
    service: str
    kept_earliest: Any
    kept_latest: Any
    kept_time: Any
    kind: str
    child_seen: str
    seen_alone: str
    doubt: str
    without_source: Any
    restricted: str
    was_amended: Any
    words: dict[str, Any]
    hidden: bool

    @property
    def pk(self) -> UUID:
        """The id of the row."""
        return _id(self.kept_id)

    @property
    def number(self) -> Decimal:
        """The number by which it is cited."""
        return _number(self.kept_number)

    @property
    def earliest(self) -> dt.date | None:
        """The first day that its date may mean."""
        return _day(self.kept_earliest)

    @property
    def latest(self) -> dt.date | None:
        """The last day that its date may mean."""
        return _day(self.kept_latest)

    @property
    def time(self) -> dt.time | None:
        """The time of day, where it says one."""
        kept = self.kept_time
        return dt.time.fromisoformat(kept) if isinstance(kept, str) else kept

    @property
    def told_by(self) -> str:
        """The agency, and which service of it."""
        return told_by(self.agency, self.service)

    @property
    def cited(self) -> str:
        """Its number, as people write it: most are whole."""
        return _cited(self.kept_number)


class Opened(NamedTuple):
    """A row that somebody may read, opened to be looked through with all others: no
    more of it than its words, whose they are, and the way to it."""

    kept_id: Any
    public_id: str
    kept_number: Any
    agency: str
    service: str
    words: dict[str, Any]

    @property
    def pk(self) -> UUID:
        """The id of the row."""
        return _id(self.kept_id)

    @property
    def number(self) -> Decimal:
        """The number by which it is cited."""
        return _number(self.kept_number)

    @property
    def told_by(self) -> str:
        """The agency, and which service of it."""
        return told_by(self.agency, self.service)

    @property
    def cited(self) -> str:
        """Its number, as people write it."""
        return _cited(self.kept_number)

    @property
    def hidden(self) -> bool:
        """What may not be read is not opened."""
        return False


Read = Told | Opened
"""A row as somebody reads it."""


def _id(kept: Any) -> UUID:
    return kept if isinstance(kept, UUID) else uuid_of(kept)


def _number(kept: Any) -> Decimal:
    return Decimal(repr(round(kept, FINEST)) if isinstance(kept, float) else kept)


def _cited(kept: Any) -> str:
    """Most numbers are whole."""
    return str(kept) if isinstance(kept, int) else as_cited(_number(kept))


def _tellers(*, case) -> QuerySet:
    found = Chronology.objects.filter(case=case).order_by()
    whose = (_as_it_lies("id", Chronology), "organisation__name", "service")
    return found.values_list(*whose)


_tellers_in = Prepared(_tellers)


def _drawn(first: int, most: int | None, *, case) -> QuerySet:
    rows = Row.objects.filter(case=case, gone_in=None).order_by(*IN_ORDER)
    last = None if most is None else first + most
    return rows.values_list(*COLUMNS)[first:last]


_standing = Prepared(_drawn)


def standing_rows(
    case: Case, cleared: frozenset[str], *, first: int = 0, most: int | None = None
) -> list[Told]:
    """The rows that stand in a case, in the order of time: so many of them, or all that
    follow."""
    return _opened(case, _standing(first, most, case=case.pk), cleared)


def _read(*, case, readable) -> QuerySet:
    rows = Row.objects.filter(case=case, gone_in=None, restricted__in=readable)
    named = map(_as_it_lies, ("id", "data_key", "chronology", "number"))
    return rows.order_by(*IN_ORDER).values_list(*named, "public_id", WORDS.as_kept())


_readable = Prepared(_read)


def opened_rows(case: Case, cleared: frozenset[str]) -> list[Opened]:
    """The rows that stand in a case and that somebody may read, in the order of time,
    to be looked through: a third of the columns, and of what is hidden none."""
    if not has_any(Row, case):
        return []
    rows = _readable(case=case.pk, readable=("", *sorted(cleared)))
    open_ = WORDS.opening()
    whose = {key: names for key, *names in _tellers_in(case=case.pk)}
    return [
        Opened(kept, public_id, number, *whose[chronology], open_(kept, key, words))
        for kept, key, chronology, number, public_id, words in rows
    ]


def told_in(case: Case, rows: QuerySet, cleared: frozenset[str]) -> list[Told]:
    """The same of rows of a case that were narrowed down."""
    return _opened(case, [*rows.values_list(*COLUMNS)], cleared)


def _opened(case: Case, rows: list[tuple], cleared: frozenset[str]) -> list[Told]:
    """The rows with their words, each opened once; those that are not for this person
    stay closed. They are read before whose they are is asked: an agency may have begun
    in between."""
    # Whose a chronology is, by its key as the database gives it.
    readable, open_ = {"", *cleared}, WORDS.opening()
    whose = {key: names for key, *names in _tellers_in(case=case.pk)}
    made = []
    for row in rows:
        hidden = row[RESTRICTED] not in readable
        words = {} if hidden else open_(row[0], row[1], row[-1])
        told = (*row[:WHOSE], *whose[row[WHOSE]], *row[WHOSE + 1 : -1], words, hidden)
        made.append(Told._make(told))
    return made
