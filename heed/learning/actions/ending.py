"""The end of a case: its actions are followed, what changed is signed off, it is
closed, archived, and perhaps taken up again."""

from heed.cases.actions import leave_when_closed
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.learning.queries import numbers_of, open_actions_of, without_impact
from heed.rapid_reviews.actions import close_requests
from heed.rapid_reviews.actions.questions import close_questions
from heed.reviews.actions import close_account_requests
from heed.rulebook import process


def open_actions(case: Case, *, by, at, seen: Seen | None = None) -> None:
    """Follow the actions of a case: what is decided and published is now done."""
    with carrying_out(process.OPEN_ACTIONS, case, by=by, at=at, seen=seen):
        pass


def assure_impact(case: Case, *, reason: str, by, at, seen: Seen | None = None) -> None:
    """Sign off what changed for children: every action has ended, and of each that was
    done somebody has said what it changed."""
    with carrying_out(
        process.ASSURE_IMPACT, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _none_open(it, at=at)
        if waiting := without_impact(it, at=at):
            raise Refused(
                f"Nobody has said yet what changed because of action "
                f"{numbers_of(waiting)}. That an action was done is not enough."
            )
        for action in it.actions.prefetch_related("impacts"):
            if latest := action.impacts.first():
                latest.assured_at, latest.assured_by = at, by.actor_name
                latest.save(update_fields=["assured_at", "assured_by"])


def close_case(
    case: Case,
    *,
    reason: str,
    aftercare_until=None,
    by,
    at,
    seen: Seen | None = None,
) -> Case:
    """Close a case of which nothing more is owed. The lead reviewer leaves its list,
    that day or when the aftercare that was agreed is over; so do all but the business
    unit and the partners. No link into the case opens anything any more."""
    with carrying_out(
        process.CLOSE_CASE, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _none_open(it, at=at)
        it.closed_at = at
        it.save(update_fields=["closed_at"])
        leave_when_closed(it, aftercare_until=aftercare_until, by=by, at=at)
        close_requests(it, by=by, at=at)
        close_questions(it, by=by, at=at)
        close_account_requests(it, by=by, at=at)
    return it


def archive_case(case: Case, *, reason: str, by, at, seen: Seen | None = None) -> None:
    """Archive a closed case, and name the retention rule that applies."""
    with carrying_out(
        process.ARCHIVE_CASE, case, by=by, at=at, reasons=reason, seen=seen
    ):
        pass


def reopen_case(case: Case, *, reason: str, by, at, seen: Seen | None = None) -> Case:
    """Take up a case again because something is newly known."""
    with carrying_out(
        process.REOPEN, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.closed_at = None
        it.save(update_fields=["closed_at"])
    return it


def _none_open(case: Case, *, at) -> None:
    if still := open_actions_of(case, at=at):
        several = len(still) > 1
        raise Refused(
            f"Action{'s' if several else ''} {numbers_of(still)} "
            f"{'are' if several else 'is'} still open."
        )
