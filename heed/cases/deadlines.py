"""Deadlines: dated events in, due dates out. Nothing here counts days by itself."""

from heed.cases.models import Deadline
from heed.partnership.queries import counting_policy, holidays_for
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.counting import due
from heed.rulebook.language import Clock
from heed.rulebook.status import Status, status, status_of_day


def start_clocks(clocks, spine, *, on, at, provisional=False):
    """Start these clocks from the day of the event that they are counted from."""
    return [
        start_clock(clock, spine, on=on, at=at, provisional=provisional)
        for clock in clocks
    ]


def start_clock(clock: Clock, spine, *, on, at, provisional=False, about=""):
    """Start one clock. One that runs already is superseded and stays in the history."""
    running = running_deadline(spine, clock)
    if running and running.counted_from_on == on and not running.provisional:
        return running
    if running:
        running.superseded_at = at
        running.save(update_fields=["superseded_at"])
    worked = worked_out(clock, spine.partnership, on)
    return Deadline.objects.create(
        partnership_id=spine.partnership_id,
        data_key_id=spine.data_key_id,
        case=spine if spine._meta.label == "cases.Case" else None,
        spine_id=spine.pk,
        clock=clock.slug,
        counted_from_on=on,
        due_on=worked.due_on if worked else None,
        last_working_day=worked.last_working_day if worked else None,
        provisional=provisional,
        started_at=at,
        about=about,
    )


def end_clocks(clocks, spine, *, on, at, because="met"):
    """Stop these clocks on the day of the event that they wait for."""
    for clock in clocks:
        if running := running_deadline(spine, clock):
            running.met_on = on
            running.ended_because = because
            running.save(update_fields=["met_on", "ended_because"])


def running_deadline(spine, clock: Clock) -> Deadline | None:
    """The deadline of this clock that runs now, if any."""
    return Deadline.objects.filter(
        spine_id=spine.pk, clock=clock.slug, met_on=None, superseded_at=None
    ).first()


def latest_deadline(spine, clock: Clock) -> Deadline | None:
    """The deadline of this clock that runs, or ran last, superseded ones aside."""
    kept = Deadline.objects.filter(
        spine_id=spine.pk, clock=clock.slug, superseded_at=None
    )
    return kept.order_by("started_at").last()


def worked_out(clock: Clock, partnership, on):
    """How a due date comes about, day by day; None for a clock without a period."""
    if clock.limit is None:
        return None
    return due(
        clock,
        on,
        policy=counting_policy(partnership),
        holidays=holidays_for(partnership),
    )


def clock_of(deadline: Deadline) -> Clock:
    """The rulebook's clock behind a deadline."""
    return CLOCKS[deadline.clock]


def due_of(deadline: Deadline):
    """The rulebook's working-out of a deadline; None where nobody sets a period."""
    return worked_out(
        clock_of(deadline), deadline.partnership, deadline.counted_from_on
    )


def target_of(deadline: Deadline):
    """The day that counts now: the later one agreed last, else the first."""
    later = [each.new_target_on for each in deadline.extensions.all()]
    return later[-1] if later else deadline.due_on


def status_of(deadline: Deadline, worked, today) -> Status:
    """Where a deadline stands today, in the rulebook's words."""
    if worked is None and deadline.due_on and not deadline.superseded_at:
        return status_of_day(target_of(deadline), deadline.met_on, today)
    if worked is None:
        return Status.NOT_REQUIRED
    return status(
        worked,
        deadline.met_on,
        today,
        ended=Status.SUPERSEDED if deadline.superseded_at else None,
        holidays=holidays_for(deadline.partnership),
    )
