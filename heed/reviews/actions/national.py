"""What the business unit records of the national Panel's own review."""

from heed import clock
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.clocks import NATIONAL_AVAILABILITY
from heed.rulebook.words import in_words


def record_national_report(
    case: Case, *, published_on, by, at, seen: Seen | None = None
) -> None:
    """Record that the Panel published its report, and on which day: it stays public for
    three years from then."""
    with carrying_out(
        process.RECORD_NATIONAL_REPORT,
        case,
        by=by,
        at=at,
        effective_on=published_on,
        seen=seen,
    ):
        pass


def remove_national_report(
    case: Case, *, taken_down_on, by, at, seen: Seen | None = None
) -> None:
    """Record that the Panel took its report down: not before its three years are
    over."""
    with carrying_out(
        process.REMOVE_NATIONAL_REPORT,
        case,
        by=by,
        at=at,
        effective_on=taken_down_on,
        seen=seen,
    ) as it:
        kept = running_deadline(it, NATIONAL_AVAILABILITY)
        if kept is None:
            raise Refused("No national report of this case is recorded as public.")
        if (taken_down_on or clock.london_date(at)) < kept.due_on:
            raise Refused(
                "A national report stays public for at least three years: until "
                f"{in_words(kept.due_on)}. Look at the day again, or ask the Panel."
            )
