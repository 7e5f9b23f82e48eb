"""Extensions and reasons beside a deadline. The original date is never moved."""

from heed import clock
from heed.cases.deadlines import clock_of, running_deadline, start_clock
from heed.cases.models import Deadline, DeadlineExtension
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE
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
        if it.met_on or it.superseded_at:
            raise Refused("This clock runs no longer. What it was counted from stays.")
        if counted_from_on == it.counted_from_on and not it.provisional:
            raise Refused("It is counted from that day already.")
        if counted_from_on > clock.london_date(at):
            raise Refused("A clock runs from a day that has been. Check the year.")
        try:
            return start_clock(
                clock_of(it), it.spine, on=counted_from_on, at=at, about=it.about
            )
        except UnknownYear:
            raise Refused(
                "Heed does not know the bank holidays of that year. Check the year."
            ) from None


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
    return it


def note_earliest_awareness(spine, *, on, by, at) -> Deadline | None:
    """Show the earliest possible date for the notification while nobody has said when
    the local authority became aware. A date that was said is left alone."""
    running = running_deadline(spine, NOTIFICATION_DUE)
    if running and not running.provisional:
        return running
    return start_clock(NOTIFICATION_DUE, spine, on=on, at=at, provisional=True)
