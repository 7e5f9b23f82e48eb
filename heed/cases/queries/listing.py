"""The list of cases, a window at a time: the same work for fifty cases and for fifty
thousand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from heed import clock
from heed.cases.deadlines import with_targets
from heed.cases.models import Case, Deadline, SafetyAction
from heed.cases.models.spine import probed
from heed.cases.queries.deadlines import ShownDeadline, shown, still_owed
from heed.cases.queries.places import Place
from heed.cases.queries.ways import way_of
from heed.partnership.models import Partnership
from heed.partnership.queries import roles_everywhere
from heed.rulebook.roles import READS_THE_CASE


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


@dataclass(frozen=True)
class ListedCase:
    """A case as the list needs it."""

    pk: UUID
    public_id: str
    reference: str
    stage: str
    opened_at: datetime
    partnership_id: UUID
    is_at_risk: bool
    next_id: UUID | None
    next_deadline: ShownDeadline | None = None

    @property
    def place(self) -> Place:
        return Place(self.opened_at, self.pk)


@dataclass(frozen=True)
class Window:
    """Some cases, the latest first, and the place after which others follow."""

    cases: list[ListedCase]
    more_after: Place | None


def window_of_cases(person, sought: Sought, *, most: int, at) -> Window:
    """The cases that this person may read, the latest first: at most so many, each
    with what falls due next."""
    areas = _areas_of(person, at=at) if way_of(person) is probed else [None]
    rows = [lines_of(person, sought, area, most=most + 1, at=at) for area in areas]
    found = [ListedCase(*row) for row in _latest_first(rows)]
    page, more = found[:most], len(found) > most
    lines = _with_deadlines(page, person, at=at)
    return Window(lines, page[-1].place if more else None)


def _areas_of(person, *, at) -> list[UUID]:
    held = roles_everywhere(person, clock.london_date(at))
    return sorted({where for where, role in held if role in READS_THE_CASE}, key=str)


def _latest_first(rows: list) -> Iterable[tuple]:
    """Most people read cases of one area, whose index gives them in their order."""
    if len(rows) == 1:
        return rows[0]
    return merge(*rows, key=lambda row: (-row[4].timestamp(), str(row[0])))


def lines_of(person, sought: Sought, area: UUID | None, *, most: int, at):
    """What the list reads of somebody's cases: of few in one look that begins with
    them, of many in one along the index of each area."""
    found = Case.objects.visible_to(person, at=at, among=way_of(person))
    if area:
        found = found.filter(partnership=area)
    if sought.stage:
        found = found.filter(stage=sought.stage)
    if sought.reference:
        found = found.filter(reference__icontains=sought.reference)
    if sought.after:
        found = found.filter(sought.after.onwards("opened_at"))
    risk = SafetyAction.objects.filter(case=OuterRef("pk"), confirmed_at=None)
    return (
        found.order_by("-opened_at", "id")
        .annotate(at_risk=Exists(risk), next_id=_next_deadline(at))
        .values_list(
            "pk",
            "public_id",
            "reference",
            "stage",
            "opened_at",
            "partnership_id",
            "at_risk",
            "next_id",
        )[:most]
    )


def _next_deadline(at) -> Subquery:
    of_case = Deadline.objects.filter(case=OuterRef("pk"))
    return Subquery(still_owed(of_case, at=at).order_by("due_on").values("pk")[:1])


def _with_deadlines(cases: list[ListedCase], person, *, at) -> list[ListedCase]:
    ids = [each.next_id for each in cases if each.next_id]
    rows = with_targets(Deadline.objects.filter(pk__in=ids))
    kept = {each.pk: each for each in rows} if ids else {}
    _tell_of_their_areas(kept.values(), person)
    return [
        replace(case, next_deadline=shown(kept[case.next_id], at=at))
        if case.next_id in kept
        else case
        for case in cases
    ]


def _tell_of_their_areas(deadlines, person) -> None:
    """Of one area, as nearly always, nothing is asked."""
    known = {person.partnership_id: person.partnership}
    others = {each.partnership_id for each in deadlines} - known.keys()
    areas = known | (Partnership.objects.in_bulk(others) if others else {})
    for each in deadlines:
        each.partnership = areas[each.partnership_id]
