"""What is due in a case, and how that was worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases import readings
from heed.cases.deadlines import (
    LATER,
    clock_of,
    deadlines_kept,
    due_of,
    status_of,
    target_of,
    used_of,
    with_targets,
    working_days_left,
)
from heed.cases.models import Case, Deadline, StepTaken
from heed.cases.queries.ways import way_of
from heed.cases.seen import opened_to
from heed.partnership.prepared import Prepared
from heed.partnership.queries import holidays_for
from heed.rulebook import process
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.counting import Due
from heed.rulebook.language import Clock
from heed.rulebook.status import Status
from heed.rulebook.working_days import Holidays

ENDS_OF_ITSELF = [rule.slug for rule in CLOCKS.values() if rule.at_least]
AGREED = [rule.slug for rule in CLOCKS.values() if rule.limit is None]


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline as a page shows it: the clock, the dates, and how it stands today."""

    kept: Deadline
    clock: Clock
    status: Status
    allowed: int
    target_on: date | None
    working_days_left: int | None  # of a clock of working days; fewer than none: late
    today: date
    holidays: Holidays

    @cached_property
    def used(self) -> int:
        """How many days of its period are used up."""
        return used_of(self.kept, self.today, self.holidays)

    @cached_property
    def worked_out(self) -> Due | None:
        """How it was counted, day by day; None where nobody sets a period."""
        return due_of(self.kept)

    @property
    def name(self) -> str:
        """The clock's name; of an agreed date also what it is about."""
        name, about = self.clock.name, self.kept.about
        return f"{about}: {name[0].lower()}{name[1:]}" if about else name

    @property
    def counted_from(self) -> str:
        """What it is counted from, as this partnership counts it."""
        return readings.counted_from(self.kept) or self.clock.counted_from

    @cached_property
    def nationally(self) -> str:
        """The day by the national reading, where this area's own gives another."""
        return readings.nationally([self.kept]).get(self.kept.pk, "")

    @property
    def counts_on(self) -> date | None:
        """The day that it is held to: the one that was counted, which no later target
        replaces, or the one agreed last where a date is only agreed."""
        return self.target_on if self.clock.limit is None else self.kept.due_on

    @property
    def place(self) -> tuple[date | None, UUID]:
        """Where it stands among all that is due."""
        return self.counts_on, self.kept.pk

    @property
    def is_running(self) -> bool:
        """Whether something is still owed by it."""
        over = self.clock.at_least and self.status == Status.MET
        return self.kept.met_on is None and not over

    @property
    def has_later_target(self) -> bool:
        return self.target_on != self.kept.due_on

    @property
    def is_late(self) -> bool:
        return self.status in {Status.OVERDUE, Status.MET_LATE}


def shown(deadline: Deadline, *, at) -> ShownDeadline:
    """One deadline as a page shows it."""
    today, rule = clock.london_date(at), clock_of(deadline)
    holidays = holidays_for(deadline.partnership)
    return ShownDeadline(
        kept=deadline,
        clock=rule,
        status=status_of(deadline, today, holidays),
        allowed=abs(rule.limit.number) if rule.limit else 0,
        target_on=target_of(deadline),
        working_days_left=working_days_left(deadline, today, holidays),
        today=today,
        holidays=holidays,
    )


def deadlines_of(case: Case, *, at) -> list[ShownDeadline]:
    """Every deadline of a case that has not been superseded, the next one first."""
    kept = deadlines_kept(case)
    ordered = sorted(kept, key=lambda d: (d.met_on is not None, d.due_on is None))
    return [shown(deadline, at=at) for deadline in ordered]


def next_deadline(case: Case, *, at) -> ShownDeadline | None:
    """The deadline that falls due next."""
    kept = next(_still_owed(deadlines_kept(case), at=at), None)
    return shown(kept, at=at) if kept else None


def _still_owed(deadlines, *, at) -> Iterator[Deadline]:
    """Those that something is still owed by, in their order. A shortest period that is
    over asks for nothing any more."""
    today = clock.london_date(at)
    for each in deadlines:
        if each.met_on is None and each.due_on is not None:
            is_over = clock_of(each).at_least and each.due_on <= today
            if not is_over:
                yield each


def still_owed(deadlines, *, today):
    """The same, asked of the database."""
    over = Q(clock__in=ENDS_OF_ITSELF, due_on__lte=today)
    running = deadlines.filter(met_on=None, superseded_at=None, due_on__isnull=False)
    return running.exclude(over)


def running_deadlines(
    person, *, at, after: tuple[date, UUID] | None = None, most: int | None = None
) -> list[ShownDeadline]:
    """The deadlines that run in the cases that this person may open, the earliest
    first: at most so many after a place, or all."""
    if not (opened := opened_to(person, Deadline.objects.all().readers, at=at)):
        return []
    places, who = opened
    asked = {"places": places, **who}
    if after:
        asked |= {"day": after[0], "pk": after[1]}
    way = way_of(person)
    kept = [*counted_clocks(way, most, **asked), *agreed_clocks(way, most, **asked)]
    found = [shown(deadline, at=at) for deadline in kept]
    return sorted(found, key=lambda each: each.place)[:most]


@Prepared
def counted_clocks(among, most: int | None, *, day=None, pk=None, **who):
    """So many of those whose day is counted, in its order, after a place."""
    counted = _owed_to(among, **who).exclude(clock__in=AGREED)
    return _next_of(counted, "due_on", day, pk)[:most]


@Prepared
def agreed_clocks(among, most: int | None, *, day=None, pk=None, **who):
    """The same of those whose day is only agreed, by the one agreed last."""
    agreed = _owed_to(among, **who).filter(clock__in=AGREED)
    agreed = agreed.annotate(held_to=Coalesce(LATER, "due_on"))
    return _next_of(agreed, "held_to", day, pk)[:most]


def _owed_to(among, *, places, person, today):
    owed = with_targets(still_owed(Deadline.objects.all(), today=today))
    return owed.opened_in(places, person=person, today=today, among=among)


def _next_of(owed, by: str, day, pk):
    if day is not None:
        past = Q(**{f"{by}__gt": day}) | Q(pk__gt=pk)
        owed = owed.filter(past, **{f"{by}__gte": day})
    return owed.order_by(by, "pk").select_related("case", "partnership")


def deadline_for(person, deadline_id, *, at) -> Deadline:
    """A deadline of a case that this person may open; else Http404."""
    rows = Deadline.objects.visible_to(person, at=at)
    rows = rows.select_related("case__partnership", "partnership")
    return get_object_or_404(rows, pk=deadline_id)


def starts_before(deadline: Deadline) -> list[tuple[Deadline, str | None]]:
    """The days from which this clock was counted before, the latest first, each with
    the reason for which it was set right."""
    before = list(
        Deadline.objects.filter(
            spine_id=deadline.spine_id, clock=deadline.clock, about=deadline.about
        )
        .exclude(superseded_at=None)
        .order_by("-superseded_at")
    )
    steps = (process.AMEND_START.slug, process.COUNT_ANEW.slug)
    ids = [earlier.pk for earlier in before]
    amended = StepTaken.objects.filter(step__in=steps, subject_id__in=ids)
    why = {taken.subject_id: taken.reasons for taken in amended}
    return [(each, why.get(each.pk)) for each in before if each.pk != deadline.pk]
