"""What must happen now so that a child is safe. Nothing may stop it."""

from heed.cases.access import able_on_the_list, people_to_tell
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, SafetyAction
from heed.cases.steps import Seen, carrying_out
from heed.cases.telling import tell
from heed.rulebook import process
from heed.rulebook.roles import BUSINESS_UNIT


def raise_safety_action(
    case: Case,
    *,
    what: str,
    owner: str,
    owner_organisation: str,
    due_at,
    by,
    at,
    seen: Seen | None = None,
) -> SafetyAction:
    """Ask somebody to do something at once for a child's safety."""
    with carrying_out(process.RAISE_SAFETY_ACTION, case, by=by, at=at, seen=seen) as it:
        tell("safety_action", _told(it, at=at), it, by=by, at=at)
        return SafetyAction.objects.create(
            **belonging_to(it),
            what=what,
            owner=owner or None,
            owner_organisation=owner_organisation,
            due_at=due_at,
            raised_at=at,
            raised_by=by.actor_name,
        )


def _told(case: Case, *, at) -> list:
    """Those on the list; where none of them is there to be told, the business unit."""
    listed = able_on_the_list(case, process.RAISE_SAFETY_ACTION.tells, at=at)
    return listed or people_to_tell(case, BUSINESS_UNIT, at=at)


def confirm_safety_action(
    action: SafetyAction, *, outcome: str, by, at, seen: Seen | None = None
) -> SafetyAction:
    """Record that it was done, by whom it is confirmed, and what came of it."""
    with carrying_out(
        process.CONFIRM_SAFETY_ACTION,
        action,
        by=by,
        at=at,
        reasons=outcome,
        seen=seen,
    ) as it:
        it.confirmed_at = at
        it.confirmed_by = by.actor_name
        it.outcome = outcome
        it.save(update_fields=["confirmed_at", "confirmed_by", "outcome"])
    return it
