"""What is due in a case, and how that was worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases import readings
from heed.cases.deadlines import (
    clock_of,
    deadlines_kept,
    due_of,
    status_of,
    target_of,
    working_days_left,
)
from heed.cases.models import Case, Deadline, StepTaken
from heed.rulebook import process
from heed.rulebook.counting import Due
from heed.rulebook.language import Clock
from heed.rulebook.status import Status


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline as a page shows it: the clock, the dates, and how it stands today."""

    kept: Deadline
    clock: Clock
    worked_out: Due | None
    status: Status
    used: int
    allowed: int
    target_on: date | None
    working_days_left: int | None  # of a clock of working days; fewer than none: late

    @property
    def name(self) -> str:
        """The clock's name; of an agreed date also what it is about."""
        name, about = self.clock.name, self.kept.about
        return f"{about}: {name[0].lower()}{name[1:]}" if about else name

    @property
    def counted_from(self) -> str:
        """What it is counted from, as this partnership counts it."""
        return readings.counted_from(self.kept) or self.clock.counted_from

    @property
    def counts_on(self) -> date | None:
        """The day that it is held to: the one that was counted, which no later target
        replaces, or the one agreed last where a date is only agreed."""
        return self.target_on if self.clock.limit is None else self.kept.due_on

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
    today = clock.london_date(at)
    worked, rule = due_of(deadline), clock_of(deadline)
    return ShownDeadline(
        kept=deadline,
        clock=rule,
        worked_out=worked,
        status=status_of(deadline, worked, today),
        used=worked.used_on(deadline.met_on or today) if worked else 0,
        allowed=abs(rule.limit.number) if rule.limit else 0,
        target_on=target_of(deadline),
        working_days_left=working_days_left(deadline, today),
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


def next_deadlines(cases, *, at) -> dict[UUID, ShownDeadline]:
    """The same of each of these cases, by its id: one look, however many they are."""
    running = _running(Deadline.objects.filter(case__in=cases))
    found: dict[UUID, Deadline] = {}
    for deadline in _still_owed(running, at=at):
        found.setdefault(deadline.case_id, deadline)
    return {case_id: shown(each, at=at) for case_id, each in found.items()}


def _running(deadlines):
    """Those that nobody has met, the earliest first."""
    return (
        deadlines.filter(superseded_at=None, met_on=None)
        .select_related("partnership")
        .prefetch_related("extensions")
        .order_by("due_on")
    )


def _still_owed(deadlines, *, at) -> Iterator[Deadline]:
    """Those that something is still owed by, in their order. A shortest period that is
    over asks for nothing any more."""
    today = clock.london_date(at)
    for each in deadlines:
        if each.met_on is None and each.due_on is not None:
            is_over = clock_of(each).at_least and each.due_on <= today
            if not is_over:
                yield each


def running_deadlines(person, *, at) -> list[ShownDeadline]:
    """Every deadline that runs in the cases that this person may open."""
    kept = _running(Deadline.objects.visible_to(person, at=at)).select_related("case")
    found = [shown(deadline, at=at) for deadline in _still_owed(kept, at=at)]
    return sorted(found, key=lambda each: each.counts_on)


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
    step = process.AMEND_START.slug
    amended = StepTaken.objects.filter(step=step, subject_id__in=[d.pk for d in before])
    why = {taken.subject_id: taken.reasons for taken in amended}
    return [(each, why.get(each.pk)) for each in before if each.pk != deadline.pk]
