"""The list of cases, a window at a time: the same work for fifty cases and for fifty
thousand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from heed import clock
from heed.cases.deadlines import with_targets
from heed.cases.models import Case, Deadline, SafetyAction
from heed.cases.models.spine import Places, places_held_by, probed
from heed.cases.queries.deadlines import ShownDeadline, shown, still_owed
from heed.cases.queries.places import Place
from heed.cases.queries.ways import way_of
from heed.partnership.models import Partnership
from heed.partnership.prepared import Prepared
from heed.rulebook.roles import READS_THE_CASE

ROOM_FOR = 25  # deadlines are asked for by so many at once, or by twice as many, ...


@dataclass(frozen=True)
class Sought:
    """Which cases somebody looks for, and after which place of the list."""

    stage: str = ""
    reference: str = ""
    after: Place | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out that somebody may read."""
        return bool(self.stage or self.reference or self.after)

    @property
    def values(self) -> dict:
        """What is asked of the list beyond who asks."""
        asked = {"stage": self.stage, "reference": self.reference}
        values: dict = {name: value for name, value in asked.items() if value}
        if self.after:
            values |= {"after": self.after.at, "after_pk": self.after.pk}
        return values


class ListedCase(NamedTuple):
    """A case as the list needs it."""

    pk: UUID
    public_id: str
    reference: str
    stage: str
    opened_at: datetime
    is_at_risk: bool
    next_id: UUID | None
    next_deadline: ShownDeadline | None = None

    @property
    def place(self) -> Place:
        return Place(self.opened_at, self.pk)


class Owed(NamedTuple):
    """A deadline as the list reads it: a hundred of them, and no row is built."""

    clock: str
    about: str
    counted_from_on: date
    due_on: date
    last_working_day: date | None
    later_target: date | None
    provisional: bool
    partnership: Partnership
    # It runs: `still_owed` says so.
    met_on: None = None
    superseded_at: None = None
    was_called_off: bool = False


@dataclass(frozen=True)
class Window:
    """Some cases, the latest first, and the place after which others follow."""

    cases: list[ListedCase]
    more_after: Place | None


def window_of_cases(person, sought: Sought, *, most: int, at) -> Window:
    """The cases that this person may read, the latest first: at most so many, each
    with what falls due next."""
    rows = _rows_of(person, sought, most=most + 1, at=at)
    found = [ListedCase(*row) for row in _latest_first(rows)]
    page, more = found[:most], len(found) > most
    lines = _with_deadlines(page, person, at=at)
    return Window(lines, page[-1].place if more else None)


def _rows_of(person, sought: Sought, *, most: int, at) -> list[list[tuple]]:
    places = places_held_by(person, READS_THE_CASE, at=at)
    if not places:
        return [[]]
    way, today = way_of(person), clock.london_date(at)
    areas = [where for where, _ in places] if way is probed else [None]
    values = {"person": person.pk, "today": today} | sought.values
    return [lines_of(way, places, area, most, **values) for area in areas]


def _latest_first(rows: list) -> Iterable[tuple]:
    """Most people read cases of one area, whose index gives them in their order."""
    if len(rows) == 1:
        return rows[0]
    return merge(*rows, key=lambda row: (-row[4].timestamp(), str(row[0])))


@Prepared
def lines_of(way, places: Places, area, most: int, *, person, today, **sought):
    """What the list reads of somebody's cases: of few in one look that begins with
    them, of many in one along the index of each area."""
    found = Case.objects.opened_in(places, person=person, today=today, among=way)
    if area:
        found = found.filter(partnership=area)
    if "stage" in sought:
        found = found.filter(stage=sought["stage"])
    if "reference" in sought:
        found = found.filter(reference__icontains=sought["reference"])
    if "after" in sought:
        after = Place(sought["after"], sought["after_pk"])
        found = found.filter(after.onwards("opened_at"))
    risk = SafetyAction.objects.filter(case=OuterRef("pk"), confirmed_at=None)
    return (
        found.order_by("-opened_at", "id")
        .annotate(at_risk=Exists(risk), next_id=_next_deadline(today))
        .values_list(
            "pk",
            "public_id",
            "reference",
            "stage",
            "opened_at",
            "at_risk",
            "next_id",
        )[:most]
    )


def _next_deadline(today) -> Subquery:
    of_case = Deadline.objects.filter(case=OuterRef("pk"))
    return Subquery(
        still_owed(of_case, today=today).order_by("due_on").values("pk")[:1]
    )


def _with_deadlines(cases: list[ListedCase], person, *, at) -> list[ListedCase]:
    """Each with its next deadline. Many have the same days and the same clock: how such
    a deadline stands is worked out once."""
    ids = [each.next_id for each in cases if each.next_id]
    rows = _owed(ids) if ids else []
    areas = _areas({where for _, where, *_ in rows}, person)
    worked: dict[tuple, ShownDeadline] = {}
    stands = {}
    for pk, where, *facts in rows:
        alike = (where, *facts)
        if alike not in worked:
            worked[alike] = shown(Owed(*facts, areas[where]), at=at)
        stands[pk] = worked[alike]
    return [ListedCase(*case[:-1], stands.get(case.next_id)) for case in cases]


def _owed(ids: list[UUID]) -> list[tuple]:
    """What is read of these deadlines. Of a few too many nothing more comes, and so
    there are only a few lengths of the question."""
    room = -len(ids) % ROOM_FOR
    asked = {f"number_{n}": pk for n, pk in enumerate([*ids, *ids[:1] * room])}
    return _owed_of(**asked)


@Prepared
def _owed_of(**ids):
    facts = Owed._fields[: Owed._fields.index("partnership")]
    rows = with_targets(Deadline.objects.filter(pk__in=[*ids.values()])).order_by()
    return rows.values_list("pk", "partnership_id", *facts)


def _areas(wanted: set[UUID], person) -> dict[UUID, Partnership]:
    """Of one area, as nearly always, nothing is asked."""
    known = {person.partnership_id: person.partnership}
    others = wanted - known.keys()
    return known | (Partnership.objects.in_bulk(others) if others else {})
