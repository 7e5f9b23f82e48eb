"""The composite: the rows of all agencies in the order of time. It is asked for, and
kept nowhere; a window of it is opened, and no more unless words are looked for."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from heed.cases.kept import has_any
from heed.cases.models import Case
from heed.chronologies.models import Row
from heed.chronologies.queries.cited import (
    rows_of_episode,
    rows_on_theme,
    rows_told_by_several,
)
from heed.chronologies.queries.counted import counted_in, hidden_in
from heed.chronologies.queries.told import (
    IN_ORDER,
    Told,
    standing_rows,
    told_in,
)

LAST = date.max
AT_A_TIME = 100
IN_WORDS = ("event", "outcome", "comment", "source", "child", "child_voice")


@dataclass(frozen=True)
class Sought:
    """Which rows somebody looks for."""

    agencies: tuple[str, ...] = ()
    kind: str = ""
    after: date | None = None
    before: date | None = None
    text: str = ""
    person: str = ""
    child: str = ""
    source: str = ""
    child_seen: str = ""
    doubt: bool = False
    no_source: bool = False
    restricted: bool = False
    several: bool = False
    theme: str = ""
    episode: str = ""

    @property
    def in_words(self) -> bool:
        """Whether something is looked for that only the words say."""
        return bool(self.text or self.person or self.child or self.source)

    @property
    def in_what_is_told(self) -> bool:
        """Whether something is looked for that a row tells nobody who is not cleared
        to read it."""
        told = self.kind or self.child_seen or self.no_source
        told = told or self.theme or self.episode or self.several
        return self.in_words or bool(told)

    @property
    def in_days(self) -> bool:
        """Whether some days are looked for: a row without a date is of none."""
        return bool(self.after or self.before)

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self != Sought()


@dataclass(frozen=True)
class Composite:
    """A window of the composite, and what there is beside it."""

    rows: list[Told] = field(default_factory=list)
    total: int = 0
    page: int = 1
    pages: int = 1
    hidden: int = 0
    undated: int = 0
    first: int = 0
    """How many rows stand before the window."""
    undated_left_out: int = 0
    """Rows without a date that are not shown because some days are looked for."""

    @property
    def earlier_page(self) -> int:
        return self.page - 1

    @property
    def later_page(self) -> int:
        return self.page + 1 if self.page < self.pages else 0

    @property
    def last(self) -> int:
        """The place of the last row of the window among all."""
        return self.first + len(self.rows)


def composite_until(
    case: Case, day: date | None, *, cleared: frozenset[str]
) -> Composite:
    """The window of all rows that ends with those of a day: of a long chronology the
    days before something happened, and not those of years ago."""
    found = composite_of(case, Sought(), cleared=cleared)
    if day is None or found.pages == 1:
        return found
    until = Row.objects.filter(case=case, gone_in=None, stands_on__lte=day)
    first = max(until.count() - AT_A_TIME, 0)
    rows = standing_rows(case, cleared, first=first, most=AT_A_TIME)
    return replace(found, first=first, rows=rows)


def in_order(row: Row, number: Decimal | None) -> tuple:
    """Where a row stands among others: as the database puts them in order. What has no
    number yet follows what has one, in the order of its file."""
    return (
        row.stands_on or LAST,
        row.breadth,
        (row.time is None, row.time or 0),
        row.sequence,
        (number is None, number or 0),
        row.place,
    )


def composite_of(
    case: Case,
    sought: Sought,
    *,
    cleared: frozenset[str],
    page: int = 1,
    whole: bool = False,
) -> Composite:
    """The rows that somebody looks for, a window at a time or whole. A restricted row
    stands in its place for everybody; its words are for those who are `cleared`, and no
    others find it by what it tells: who looks for that is told of no such row."""
    if not has_any(Row, case):
        return Composite()
    if not sought.is_narrow:
        return _all_in(case, cleared=cleared, page=page, whole=whole)
    found = _sought_in(case, sought, cleared=cleared, page=page, whole=whole)
    return replace(found, undated_left_out=_undated_left_out(case, sought, cleared))


def _all_in(
    case: Case, *, cleared: frozenset[str], page: int, whole: bool
) -> Composite:
    """The rows with nothing left out: they are counted by an index, and those of the
    window alone are read."""
    counted = counted_in(case)
    total = sum(each.rows for each in counted)
    pages = _pages(total, whole=whole)
    page = min(max(page, 1), pages)
    first, most = (0, None) if whole else ((page - 1) * AT_A_TIME, AT_A_TIME)
    return Composite(
        rows=standing_rows(case, cleared, first=first, most=most),
        total=total,
        page=page,
        pages=pages,
        hidden=hidden_in(case, cleared),
        undated=sum(each.rows - each.dated for each in counted),
    )


def _undated_left_out(case: Case, sought: Sought, cleared: frozenset[str]) -> int:
    if not sought.in_days:
        return 0
    on_any_day = replace(sought, after=None, before=None)
    found = _rows(case, on_any_day, cleared).filter(stands_on=None)
    if sought.in_words:
        return len(_with_words(told_in(case, found, cleared), on_any_day))
    return found.count()


def _rows(case: Case, sought: Sought, cleared: frozenset[str]) -> QuerySet:
    rows = _narrowed(Row.objects.filter(case=case, gone_in=None), sought, cleared)
    return rows.exclude(_hides(cleared)) if sought.in_what_is_told else rows


def _hides(cleared: frozenset[str]) -> Q:
    return ~Q(restricted__in=["", *cleared])


def _sought_in(
    case: Case, sought: Sought, *, cleared: frozenset[str], page: int, whole: bool
) -> Composite:
    rows, hides = _rows(case, sought, cleared), _hides(cleared)
    if sought.in_words:
        told = _with_words(told_in(case, rows, cleared), sought)
        return _window(told, len(told), page, whole=whole)
    counted = rows.order_by().aggregate(
        total=Count("pk"),
        hidden=Count("pk", filter=hides),
        undated=Count("pk", filter=Q(stands_on=None)),
    )
    pages = _pages(counted["total"], whole=whole)
    page = min(max(page, 1), pages)
    first = (page - 1) * AT_A_TIME
    some = rows if whole else rows[first : first + AT_A_TIME]
    told = told_in(case, some, cleared)
    return Composite(told, page=page, pages=pages, **counted)


def _narrowed(rows: QuerySet, sought: Sought, cleared: frozenset[str]) -> QuerySet:
    asked = (
        (Q(chronology__public_id__in=sought.agencies), sought.agencies),
        (Q(kind=sought.kind), sought.kind),
        (Q(child_seen=sought.child_seen), sought.child_seen),
        (Q(latest__gte=sought.after), sought.after),
        (Q(earliest__lte=sought.before), sought.before),
        (~Q(doubt=""), sought.doubt),
        (Q(without_source=True), sought.no_source),
        (~Q(restricted=""), sought.restricted),
        (Q(pk__in=rows_told_by_several(cleared=cleared)), sought.several),
        (Q(pk__in=rows_on_theme(sought.theme)), sought.theme),
        (Q(pk__in=rows_of_episode(sought.episode)), sought.episode),
    )
    wanted = [condition for condition, said in asked if said]
    return rows.filter(*wanted).order_by(*IN_ORDER)


def _with_words(rows: list[Told], sought: Sought) -> list[Told]:
    text, person = sought.text.casefold(), _whole(sought.person)
    child, source = sought.child.casefold(), sought.source.casefold()
    return [
        row
        for row in rows
        if not row.hidden
        and (not text or text in _all_words(row.words))
        and (not sought.person or person.search(_people(row.words)))
        and (not child or child in row.words.get("child", "").casefold())
        and (not source or source in row.words.get("source", "").casefold())
    ]


def _whole(person: str) -> re.Pattern:
    """A person by whole words: the mother is not the mother-in-law's GP."""
    words = re.escape(" ".join(person.split()))
    return re.compile(rf"(?<![\w-]){words}(?![\w'’-])", re.IGNORECASE)


def _all_words(words: dict[str, Any]) -> str:
    said = [words.get(name, "") for name in IN_WORDS]
    said += [each for pair in words.get("other", ()) for each in pair]
    said += [*words.get("present", ()), words.get("date", {}).get("words", "")]
    return "\n".join(said).casefold()


def _people(words: dict[str, Any]) -> str:
    """Where people are named as such: who was there, and which child it is about."""
    return "\n".join((*words.get("present", ()), words.get("child", "")))


def _window(told: list[Told], total: int, page: int, *, whole: bool) -> Composite:
    pages = _pages(total, whole=whole)
    page = min(max(page, 1), pages)
    first = (page - 1) * AT_A_TIME
    rows = told if whole else told[first : first + AT_A_TIME]
    undated = sum(row.earliest is None for row in told)
    return Composite(rows, total, page, pages, 0, undated)


def _pages(total: int, *, whole: bool) -> int:
    return 1 if whole or not total else -(-total // AT_A_TIME)


def of_one(case: Case, row: Row, *, cleared: frozenset[str]) -> Told:
    """One row as the composite shows it."""
    found = Row.objects.filter(case=case, pk=row.pk)
    return told_in(case, found, cleared)[0]
