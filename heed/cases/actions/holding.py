"""Something is put on hold in a case, looked at again, and let go on."""

from datetime import date

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, Hold, ParallelProcess
from heed.cases.reminding import remind_of_day
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Blocks
from heed.rulebook.reminders import FAR_OFF

PASSED = "That day has passed. Say a day to come on which it is looked at again."
LIFTED = "It was let go on already."


def set_hold(
    case: Case,
    *,
    blocks: Blocks,
    reason: str,
    review_on: date,
    by,
    at,
    seen: Seen | None = None,
) -> Hold:
    """Put something on hold: why, and when that is looked at again."""
    with carrying_out(
        process.SET_HOLD, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        return keep_hold(
            it, blocks=blocks, reason=reason, review_on=review_on, by=by, at=at
        )


def keep_hold(
    case: Case,
    *,
    blocks: Blocks,
    reason: str,
    review_on: date,
    of: ParallelProcess | None = None,
    by,
    at,
) -> Hold:
    """Keep a hold inside a step that is being carried out already."""
    _must_come(review_on, at=at)
    kept = Hold.objects.create(
        **belonging_to(case),
        blocks=blocks,
        process=of,
        review_on=review_on,
        set_at=at,
        set_by=by.actor_name,
        reason=reason,
    )
    _show_that_publication_waits(case)
    return kept


def look_again_at_hold(
    hold: Hold, *, reason: str, review_on: date, by, at, seen: Seen | None = None
) -> Hold:
    """Keep it on hold, with the reason as it is now and a later day to look again."""
    with carrying_out(
        process.LOOK_AGAIN_AT_HOLD, hold, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _must_stand(it)
        _must_come(review_on, at=at)
        it.review_on, it.reason = review_on, reason
        it.save(update_fields=["review_on", "reason"])
    return it


def lift_hold(hold: Hold, *, reason: str, by, at, seen: Seen | None = None) -> Hold:
    """Let something go on that was on hold, and say why."""
    with carrying_out(
        process.LIFT_HOLD, hold, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _must_stand(it)
        it.lifted_at, it.lifted_by = at, by.actor_name
        it.lifted_because = reason
        it.save(update_fields=["lifted_at", "lifted_by", "lifted_because"])
        _show_that_publication_waits(it.case)
    return it


def remind_of_holds(*, by, at) -> int:
    """Remind those who may lift a hold of the day to look at it again: before it, on it
    and after it, once each; how many."""
    near = clock.london_date(at) + FAR_OFF
    due = Hold.objects.filter(lifted_at=None, review_on__lte=near)
    return sum(
        remind_of_day(
            hold.review_on,
            process.LIFT_HOLD,
            hold.case,
            about=f"hold:{hold.pk}",
            by=by,
            at=at,
        )
        for hold in due.select_related("case__partnership")
    )


def remind_of_processes(*, by, at) -> int:
    """Remind those who keep the register of the next day of what runs beside a case;
    how many."""
    near = clock.london_date(at) + FAR_OFF
    due = ParallelProcess.objects.filter(ended_on=None, next_on__lte=near)
    return sum(
        remind_of_day(
            running.next_on,
            process.AMEND_PROCESS,
            running.case,
            about=f"process:{running.pk}",
            by=by,
            at=at,
        )
        for running in due.select_related("case__partnership")
    )


def _must_come(day: date, *, at) -> None:
    if day < clock.london_date(at):
        raise Refused(PASSED)


def _must_stand(hold: Hold) -> None:
    if hold.lifted_at is not None:
        raise Refused(LIFTED)


def _show_that_publication_waits(case: Case) -> None:
    """While a hold on publication stands, it stands among the circumstances too: the
    gate before publication reads it there."""
    standing = Hold.objects.filter(case=case, blocks=Blocks.PUBLICATION, lifted_at=None)
    without = {flag for flag in case.flags if flag != Circumstance.PUBLICATION_ON_HOLD}
    waits = {Circumstance.PUBLICATION_ON_HOLD} if standing.exists() else set()
    case.flags = sorted(without | waits)
    case.save(update_fields=["flags"])
