"""What is noted beside the way of a case: circumstances, a lead elsewhere."""

from heed.cases.access import able_on_the_list
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.rulebook import process
from heed.rulebook.circumstances import Circumstance


def note_circumstance(
    case: Case,
    *,
    circumstance: Circumstance,
    is_over: bool,
    since_on,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> Case:
    """Note that something stands beside a case, such as an inquest, or that it is over.
    What is said of it is kept, sealed, with the step."""
    with carrying_out(
        process.NOTE_CIRCUMSTANCE,
        case,
        by=by,
        at=at,
        effective_on=since_on,
        reasons=words,
        seen=seen,
    ) as it:
        if is_over and not it.has_flag(circumstance):
            raise Refused("Nobody has noted that it began. Note that first.")
        without = [flag for flag in it.flags if flag != circumstance]
        it.flags = without if is_over else sorted([*without, circumstance])
        it.save(update_fields=["flags"])
    return it


def transfer_case(
    case: Case, *, agreed_on, words: str, by, at, seen: Seen | None = None
) -> Case:
    """Record that another area leads, as both agreed in writing. No clock changes."""
    with carrying_out(
        process.TRANSFER_CASE,
        case,
        by=by,
        at=at,
        effective_on=agreed_on,
        reasons=words,
        seen=seen,
    ) as it:
        it.flags = sorted({*it.flags, Circumstance.CROSS_BORDER})
        it.save(update_fields=["flags"])
        told = able_on_the_list(it, process.TRANSFER_CASE.tells, at=at)
        tell("lead_elsewhere", told, it, page="case_history", by=by, at=at)
    return it
