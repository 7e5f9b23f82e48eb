"""Extensions and reasons beside a deadline. The original date is never moved."""

from heed.cases.deadlines import running_deadline, start_clock
from heed.cases.models import Deadline, DeadlineExtension
from heed.cases.steps import Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE


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
