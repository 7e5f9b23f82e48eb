"""Which rows belong together: as somebody said, and as may be asked. All of it is over
those rows alone that whoever asks may read: a rule says words of theirs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heed.cases.kept import has_any, rows_of
from heed.cases.models import Case
from heed.chronologies.accounts import an_account
from heed.chronologies.citing import Stretch
from heed.chronologies.models import Account, Row, Telling
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries.composite import in_order
from heed.chronologies.queries.told import WORDS, Opened, opened_rows
from heed.chronologies.saying import print_of
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.suggested import Answers, suggestions
from heed.partnership.prepared import Prepared

TWO = 2
Kind = Telling.Kind


class Beside(NamedTuple):
    """One row beside others: who says it, and what."""

    pk: UUID
    public_id: str
    number: Decimal
    agency: str
    entry: Entry
    account: Account | None = None
    is_gone: bool = False
    is_changed: bool = False

    @property
    def cited(self) -> str:
        """The number by which it is cited."""
        return as_cited(self.number)


@dataclass(frozen=True)
class Suggestion:
    """Rows that may belong together, and the rule that says so. `together` are the
    places of all rows that are together already."""

    kind: str
    rule: str
    told: tuple[tuple[Opened, Entry], ...]
    together: frozenset[int] = frozenset()

    @cached_property
    def rows(self) -> tuple[Beside, ...]:
        """The rows beside each other: of a thousand suggestions ten are shown."""
        return tuple(_beside(*each) for each in self.told)

    @property
    def known(self) -> frozenset[UUID]:
        """Those of its rows that are together already."""
        return frozenset(r.pk for r, entry in self.told if entry.n in self.together)

    @property
    def seen(self) -> str:
        """By what it is known that nobody changed the rows since they were shown."""
        said = [f"{row.pk} {row.entry!r}" for row in self.rows]
        whole = "\n".join([self.rule, *said]).encode("utf-8", "surrogatepass")
        return sha256(whole).hexdigest()[:32]


@dataclass(frozen=True)
class Event:
    """Rows of which somebody said something, as far as they may be read here. Only to
    whoever reads `all_of_it` is told what was written of it."""

    telling: Telling
    accounts: tuple[Account, ...]
    """Those that stand, in the order of time."""
    all_of_it: bool

    def is_of(self, kind: str) -> bool:
        """Whether these rows belong together in this way."""
        return self.telling.belongs and self.telling.kind == kind

    @cached_property
    def rows(self) -> tuple[Beside, ...]:
        """The rows themselves: their words are opened once somebody looks at them."""
        return tuple(_account(n, each) for n, each in enumerate(self.accounts))

    @property
    def is_as_it_was(self) -> bool:
        """Whether each row says what it said when somebody said so."""
        return not any(row.is_gone or row.is_changed for row in self.rows)


def suggestions_in(case: Case, *, cleared: frozenset[str]) -> list[Suggestion]:
    """What may belong together and nobody has spoken of yet, in the order of time."""
    rows = opened_rows(case, cleared)
    entries = [an_account(n, row.words, row.told_by) for n, row in enumerate(rows)]
    said = _said_of(case, rows)
    told, twice = suggestions(entries, said)
    events, same = (frozenset().union(*each) for each in (said.events, said.twice))
    found = [(Kind.EVENT, each, events) for each in told]
    found += [(Kind.TWICE, each, same) for each in twice]
    found.sort(key=lambda one: one[1].entries[0])
    return [
        Suggestion(
            kind=kind,
            rule=each.rule,
            told=tuple((rows[n], entries[n]) for n in each.entries),
            together=known,
        )
        for kind, each, known in found
    ]


def _beside(row: Opened, entry: Entry) -> Beside:
    return Beside(row.pk, row.public_id, row.number, row.told_by, entry)


def _said_of(case: Case, rows: Sequence[Opened]) -> Answers:
    """What people have said of these rows, by their places."""
    if not has_any(Account, case):
        return Answers()
    place = {row.pk: n for n, row in enumerate(rows)}
    groups: dict[str, list] = {kind: [] for kind in Kind}
    apart: dict[str, set[frozenset[int]]] = {kind: set() for kind in Kind}
    for telling, accounts in _by_telling(rows_of(Account, case)).items():
        here = [(place[a.row_id], a) for a in accounts if a.row_id in place]
        standing = [n for n, a in here if not a.left_at]
        if telling.belongs:
            if len(standing) >= TWO:
                groups[telling.kind].append(tuple(sorted(standing)))
            out = {n for n, a in here if a.left_at} - set(standing)
            pairs = [(n, other) for n in out for other in standing]
        else:
            pairs = [
                (n, m) for (n, a), (m, b) in combinations(here, TWO) if a.side != b.side
            ]
        apart[telling.kind].update(map(frozenset, pairs))
    return Answers(
        events=groups[Kind.EVENT],
        not_one=frozenset(apart[Kind.EVENT]),
        twice=groups[Kind.TWICE],
        not_twice=frozenset(apart[Kind.TWICE]),
    )


def _by_telling(accounts) -> dict[Telling, list[Account]]:
    found: dict[Telling, list[Account]] = defaultdict(list)
    standing = accounts.filter(telling__over_at=None).select_related("telling")
    for account in standing.order_by("telling__said_at", "put_at"):
        found[account.telling].append(account)
    return found


def events_in(case: Case, *, cleared: frozenset[str]) -> list[Event]:
    """What was said of rows and stands, in the order of time: of rows that belong
    together, and of rows that do not."""
    return _events(rows_of(Account, case), cleared)


def event_of(telling: Telling, *, cleared: frozenset[str]) -> Event | None:
    """One of them, whether it stands or was taken back; None for whoever may not read
    two rows of it: which rows they are says what is in them."""
    found = _events(telling.accounts.all(), cleared, standing=False)
    return found[0] if found else None


def _events(accounts, cleared: frozenset[str], *, standing: bool = True) -> list:
    found = accounts.select_related(
        "telling", "row", "row__chronology", "row__chronology__organisation"
    )
    of: dict[Telling, list[Account]] = defaultdict(list)
    for account in found.filter(telling__over_at=None) if standing else found:
        of[account.telling].append(account)
    events = [_event(telling, each, cleared) for telling, each in of.items()]
    shown = [each for each in events if len(each.accounts) >= TWO]
    return sorted(shown, key=lambda each: _stands(each.accounts[0].row))


def _event(telling: Telling, accounts: list[Account], cleared: frozenset[str]) -> Event:
    """One event. What was written of it may tell what an account says that was taken
    out since: whoever may not read that one does not read all of it."""
    readable = {"", *cleared}
    mine = [each for each in accounts if each.row.restricted in readable]
    told = [each for each in mine if not each.left_at]
    told.sort(key=lambda each: _stands(each.row))
    return Event(telling, tuple(told), all_of_it=len(mine) == len(accounts))


def _stands(row: Row) -> tuple:
    return in_order(row, row.number)


def _account(place: int, account: Account) -> Beside:
    row = account.row
    agency = row.chronology.told_by
    return Beside(
        row.pk,
        row.public_id,
        row.number,
        agency,
        an_account(place, {} if row.was_taken_out else row.words, agency),
        account,
        is_gone=bool(row.gone_in_id),
        is_changed=print_of(row.words) != account.said,
    )


class Together(NamedTuple):
    """A row that stands with others, for the mark beside it."""

    row: UUID
    key: UUID
    number: Decimal
    agency: str
    restricted: str
    telling: UUID
    public_id: str
    kind: str
    agreed: str
    left_at: datetime | None
    gone_in: UUID | None
    closed: bytes

    @property
    def is_told(self) -> bool:
        """Whether it stands in the event today, and in the newest file."""
        return self.left_at is None and self.gone_in is None


def together_with(case: Case, pks: Collection[UUID]) -> list[list[Together]]:
    """The groups in which some of these rows stand or stood, with all of their rows:
    one look, and none where nobody has said of any rows that they belong together."""
    if not pks or not has_any(Account, case):
        return []
    groups: dict[UUID, list[Together]] = defaultdict(list)
    for row in _standing(case=case.pk):
        one = Together(*row)
        groups[one.telling].append(one)
    here = set(pks)
    return [each for each in groups.values() if here.intersection(r.row for r in each)]


def _drawn(*, case):
    # From the accounts, of which there are few, to their rows.
    found = Account.objects.filter(
        case=case,
        telling__belongs=True,
        telling__over_at=None,
    ).values_list(
        *("row", "row__data_key", "row__number"),
        *("row__chronology__organisation__name", "row__restricted", "telling"),
        *("telling__public_id", "telling__kind", "telling__agreed"),
        *("left_at", "row__gone_in", WORDS.as_kept()),
    )
    return found.order_by("row__number")


_standing = Prepared(_drawn)


def words_in(row: Together) -> dict:
    """What a row says, opened."""
    return WORDS.opened(row.row, row.key, row.closed)


def rows_cited(case: Case, stretches: Iterable[Stretch]) -> list[Row]:
    """The rows that are cited by number, and still told."""
    cited = Q(pk__in=[])
    for each in stretches:
        cited |= Q(number__gte=each.first, number__lte=each.last)
    found = Row.objects.filter(cited, case=case, gone_in=None)
    return list(found.order_by("number"))
