"""Deadlines: dated events in, due dates out. Nothing here counts days by itself."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects

from heed.cases.gaps import name_gap
from heed.cases.kept import has_any, rows_of
from heed.cases.models import Case, Deadline, DeadlineExtension
from heed.cases.readings import own_start
from heed.partnership.one_look import asked_once, is_one_look
from heed.partnership.prepared import Prepared
from heed.partnership.queries import counting_policy, holidays_for
from heed.rulebook.clocks import CLOCKS, NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.counting import Trigger, due
from heed.rulebook.language import Clock
from heed.rulebook.lateness import gap_of
from heed.rulebook.status import Status, status, status_of_day
from heed.rulebook.working_days import must_be_known, working_days_between
from heed.rulebook.working_plan import Planned, plan

LATER = "later_target"  # asked of many deadlines with them, and of one by its own look


def start_clocks(clocks, spine, *, on, at):
    """Start these clocks from the day of the event that they are counted from. The
    fifteen days of a rapid review run from the day that the partnership has chosen, as
    soon as it is known."""
    for clock in clocks:
        first, provisional = _first_day(clock, spine, on)
        start_clock(clock, spine, on=first, at=at, provisional=provisional)
    running = NOTIFICATION_DUE in clocks and running_deadline(spine, RAPID_REVIEW_DUE)
    if running:  # awareness was confirmed after the notification
        first, provisional = _first_day(
            RAPID_REVIEW_DUE, spine, running.counted_from_on
        )
        if not provisional:
            start_clock(RAPID_REVIEW_DUE, spine, on=first, at=at)


def _first_day(clock: Clock, spine, on) -> tuple[date, bool]:
    """From which day this clock runs, and whether that is provisional."""
    if clock != RAPID_REVIEW_DUE or not isinstance(spine, Case):
        return on, False
    if counting_policy(spine.partnership).trigger == Trigger.SIN_SENT:
        return on, False
    return own_start(spine) or (on, False)


def start_clock(clock: Clock, spine, *, on, at, provisional=False, about=""):
    """Start one clock. One that runs already is superseded and stays in the history."""
    running = running_deadline(spine, clock)
    says_no_more = provisional or not (running and running.provisional)
    if running and running.counted_from_on == on and says_no_more:
        return running
    worked = worked_out(clock, spine.partnership, on)
    started = Deadline(
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
    if running:
        return _in_place_of(running, started)
    started.save(force_insert=True)
    return started


def _in_place_of(before: Deadline, now: Deadline) -> Deadline:
    """Put one deadline in the place of another, which stays in the history. A later
    target that was agreed stands beside the new one."""
    before.superseded_at = now.started_at
    before.save(update_fields=["superseded_at"])
    now.save(force_insert=True)
    for later in before.extensions.all():
        later.deadline = now
        later.save(update_fields=["deadline"])
    return now


def counted_again(deadline: Deadline, spine, *, on, at, provisional=False) -> Deadline:
    """Count a deadline from this day, as its area counts now, whether it runs or was
    met. The one before is superseded and stays in the history."""
    worked = worked_out(clock_of(deadline), spine.partnership, on)
    again = Deadline(
        partnership_id=deadline.partnership_id,
        data_key_id=deadline.data_key_id,
        case=deadline.case,
        spine_id=deadline.spine_id,
        clock=deadline.clock,
        counted_from_on=on,
        due_on=worked.due_on if worked else None,
        last_working_day=worked.last_working_day if worked else None,
        provisional=provisional,
        started_at=at,
        about=deadline.about,
        met_on=deadline.met_on,
        ended_because=deadline.ended_because,
        late_reason=deadline.late_reason,
    )
    return _in_place_of(deadline, again)


def end_clocks(clocks, spine, *, on, at, because="met"):
    """Stop these clocks on the day of the event that they wait for; those that ran.
    UnknownYear where a year was mistyped, and the days until then cannot be counted."""
    ended = []
    for clock in clocks:
        if running := running_deadline(spine, clock):
            if on.year != at.year:  # in the year of today nothing stops a sending
                must_be_known(on)
            running.met_on = on
            running.ended_because = because
            running.save(update_fields=["met_on", "ended_because"])
            ended.append(running)
    return ended


def was_met_late(deadline: Deadline) -> bool:
    """Whether what a clock waited for came after the day on which it was due."""
    met, due_on = deadline.met_on, deadline.due_on
    return bool(met and due_on and met > due_on and not deadline.was_called_off)


def ask_why_late(deadline: Deadline, spine, *, at) -> None:
    """Name the gap that nobody has said why a clock was met late."""
    rule = clock_of(deadline)
    if was_met_late(deadline) and rule.asks_why_late and not deadline.late_reason:
        name_gap(
            spine,
            kind=gap_of(rule),
            label=f"“{rule.name}” was done late, and nobody has said why",
            at=at,
        )


@asked_once
def deadlines_kept(case: Case) -> list[Deadline]:
    """Every deadline of a case that has not been superseded, the earliest first."""
    deadlines = _kept_of(case=case.pk) if has_any(Deadline, case) else []
    later = Prefetch("extensions", rows_of(DeadlineExtension, case))
    prefetch_related_objects(deadlines, later)
    for deadline in deadlines:
        deadline.case, deadline.partnership = case, case.partnership
    return deadlines


@Prepared
def _kept_of(*, case):
    return Deadline.objects.filter(case=case, superseded_at=None)


def running_deadline(spine, clock: Clock) -> Deadline | None:
    """The deadline of this clock that runs now, if any."""
    if is_one_look() and isinstance(spine, Case):
        return next(
            (
                each
                for each in deadlines_kept(spine)
                if (each.spine_id, each.clock) == (spine.pk, clock.slug)
                and each.met_on is None
            ),
            None,
        )
    return Deadline.objects.filter(
        spine_id=spine.pk, clock=clock.slug, met_on=None, superseded_at=None
    ).first()


def is_past_due(spine, clock: Clock, day) -> bool:
    """Whether a day is later than the one by which this clock, if it runs, is due."""
    running = running_deadline(spine, clock)
    return bool(running and running.due_on and day > running.due_on)


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


def suggested_days(deadline: Deadline) -> tuple[Planned, ...]:
    """The days of a rapid review as areas plan them, for its clock; none for others."""
    if deadline.clock != RAPID_REVIEW_DUE.slug:
        return ()
    return plan(due_of(deadline))


def target_of(deadline: Deadline):
    """The day that counts now: the later one agreed last, else the first."""
    if hasattr(deadline, LATER):
        return getattr(deadline, LATER) or deadline.due_on
    later = [each.new_target_on for each in deadline.extensions.all()]
    return later[-1] if later else deadline.due_on


def with_targets(deadlines):
    """These deadlines, each with the later day agreed last, in the same look."""
    agreed = DeadlineExtension.objects.filter(deadline=OuterRef("pk"))
    latest = agreed.order_by("-made_at").values("new_target_on")[:1]
    return deadlines.annotate(**{LATER: Subquery(latest)})


def working_days_left(deadline: Deadline, today, holidays) -> int | None:
    """How many working days a clock of working days has left, fewer than none where it
    is late; None for any other, and for one that was met."""
    limit = clock_of(deadline).limit
    if deadline.met_on or not deadline.due_on or not limit:
        return None
    if limit.unit != "working day":
        return None
    return working_days_between(today, deadline.due_on, holidays)


@dataclass(frozen=True)
class Ends:
    """When a clock that is counted ends, as it was kept when it was last counted."""

    clock: Clock
    due_on: date
    last_working_day: date


def ends_of(deadline: Deadline) -> Ends | None:
    """The days that were kept of a deadline; None where nobody sets a period."""
    rule = clock_of(deadline)
    if rule.limit is None or deadline.due_on is None:
        return None
    return Ends(rule, deadline.due_on, deadline.last_working_day or deadline.due_on)


def status_of(deadline: Deadline, today, holidays) -> Status:
    """Where a deadline stands today, in the rulebook's words. It is held to the day
    that is kept: whoever changes how days are counted has it counted anew, once."""
    if deadline.was_called_off and not deadline.superseded_at:
        return Status.NOT_REQUIRED
    ends = ends_of(deadline)
    if ends is None and deadline.due_on and not deadline.superseded_at:
        return status_of_day(target_of(deadline), deadline.met_on, today)
    if ends is None:
        return Status.NOT_REQUIRED
    return status(
        ends,
        deadline.met_on,
        today,
        ended=Status.SUPERSEDED if deadline.superseded_at else None,
        holidays=holidays,
    )


def used_of(deadline: Deadline, today, holidays) -> int:
    """How many days of a period of days are used up, when it was met or today."""
    limit, until = clock_of(deadline).limit, deadline.met_on or today
    if not limit or not deadline.due_on or limit.number < 0 or until > deadline.due_on:
        return abs(limit.number) if limit and deadline.due_on else 0
    if limit.unit == "working day":
        left = working_days_between(until, deadline.due_on, holidays)
    else:
        left = (deadline.due_on - until).days
    return max(limit.number - left, 0)
