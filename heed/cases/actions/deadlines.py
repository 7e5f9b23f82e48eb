"""Extensions and reasons beside a deadline. The original date is never moved."""

from heed import clock
from heed.cases.deadlines import (
    ask_why_late,
    clock_of,
    counted_again,
    running_deadline,
    start_clock,
    was_met_late,
)
from heed.cases.gaps import fill_gap
from heed.cases.models import Deadline, DeadlineExtension
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.lateness import gaps_filled
from heed.rulebook.working_days import UnknownYear


def extend_deadline(
    deadline: Deadline,
    *,
    new_target_on,
    reason: str,
    told: str,
    by,
    at,
    seen: Seen | None = None,
) -> DeadlineExtension:
    """Set a new target beside the original date, with the reason and who was told."""
    with carrying_out(
        process.SET_NEW_TARGET, deadline, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        return DeadlineExtension.objects.create(
            partnership_id=it.partnership_id,
            data_key_id=it.data_key_id,
            case=it.case,
            spine_id=it.spine_id,
            deadline=it,
            new_target_on=new_target_on,
            made_at=at,
            reason=reason,
            told=told or None,
        )


def amend_start(
    deadline: Deadline,
    *,
    counted_from_on,
    reason: str,
    by,
    at,
    seen: Seen | None = None,
) -> Deadline:
    """Set right the day from which a clock runs. The deadline that was worked out from
    the earlier day stays in the history beside it, with the reason."""
    with carrying_out(
        process.AMEND_START, deadline, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if it.superseded_at:
            raise Refused("This clock runs no longer. What it was counted from stays.")
        if counted_from_on == it.counted_from_on and not it.provisional:
            raise Refused("It is counted from that day already.")
        if counted_from_on > clock.london_date(at):
            raise Refused("A clock runs from a day that has been. Check the year.")
        try:
            again = counted_again(it, it.spine, on=counted_from_on, at=at)
        except UnknownYear:
            raise Refused(
                "We do not know the bank holidays of that year. Check the year."
            ) from None
        _late_after_all(again, by=by, at=at)
        return again


def _late_after_all(deadline: Deadline, *, by, at) -> None:
    """What was met already may have been late after all, or not late at all."""
    if was_met_late(deadline):
        ask_why_late(deadline, deadline.spine, at=at)
    elif deadline.met_on:
        _is_said(deadline, by=by, at=at)


def _is_said(deadline: Deadline, *, by, at) -> None:
    for kind in gaps_filled(clock_of(deadline)):
        fill_gap(deadline.spine, kind=kind, by=by, at=at)


def give_reason_for_lateness(
    deadline: Deadline, *, reason: str, by, at, seen: Seen | None = None
) -> Deadline:
    """Say why a date was missed."""
    with carrying_out(
        process.GIVE_REASON_FOR_LATENESS,
        deadline,
        by=by,
        at=at,
        reasons=reason,
        seen=seen,
    ) as it:
        it.late_reason = reason
        it.save(update_fields=["late_reason"])
        _is_said(it, by=by, at=at)
    return it


def count_anew(
    deadline: Deadline, *, on, why: str, by, at, provisional=False
) -> Deadline:
    """Count what still runs as its area counts days from now on. The day before stays
    in the history beside the new one, with what was changed."""
    with carrying_out(process.COUNT_ANEW, deadline, by=by, at=at, reasons=why) as it:
        if it.superseded_at or it.met_on:
            raise Refused("It was counted anew or met meanwhile.")
        return counted_again(it, it.spine, on=on, at=at, provisional=provisional)


def note_earliest_awareness(spine, *, on, by, at) -> Deadline | None:
    """Show the earliest possible date for the notification while nobody has said when
    the local authority became aware. A date that was said is left alone."""
    running = running_deadline(spine, NOTIFICATION_DUE)
    if running and not running.provisional:
        return running
    return start_clock(NOTIFICATION_DUE, spine, on=on, at=at, provisional=True)
