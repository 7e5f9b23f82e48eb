"""Whether, how and when to publish."""

from heed import clock
from heed.cases.models import Case
from heed.cases.sheets import keep_sheet
from heed.cases.steps import Refused, Seen, carrying_out
from heed.publications.actions.beginning import begun
from heed.publications.models import Publication
from heed.rulebook import process
from heed.rulebook.criteria.records import DR_4
from heed.rulebook.outcomes import PublicationDecision


def decide_on_publication(
    case: Case,
    *,
    outcome: str,
    reasons: str,
    answers: dict,
    expected_on=None,
    look_again_on=None,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Decide whether and how to publish (DR-4). Publishing in full is what is expected;
    anything else has its reasons, and a later day has its date."""
    with carrying_out(
        process.DECIDE_ON_PUBLICATION,
        case,
        by=by,
        at=at,
        outcome=outcome,
        reasons=reasons,
        seen=seen,
    ) as it:
        keep_sheet(it, record=DR_4, answers=answers, by=by, at=at)
        kept = begun(it, by=by, at=at)
        if outcome == PublicationDecision.PUBLISH_LATER:
            _set_dates(kept, expected_on, look_again_on, at=at)
        kept.decision = outcome
        kept.decided_at, kept.decided_by = at, by.actor_name
        kept.save(update_fields=["decision", "decided_at", "decided_by"])
    return kept


def defer_publication(
    case: Case,
    *,
    reasons: str,
    expected_on,
    look_again_on,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Put publication off, with the day now expected and the day to look at it again.
    The six months run on."""
    with carrying_out(
        process.DEFER_PUBLICATION, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        _set_dates(kept, expected_on, look_again_on, at=at)
    return kept


def plan_publication(
    case: Case, *, publish_on, by, at, seen: Seen | None = None
) -> Publication:
    """Set the day of publication; the copies go ahead seven working days before it, and
    the family is told it."""
    with carrying_out(
        process.PLAN_PUBLICATION,
        case,
        by=by,
        at=at,
        effective_on=publish_on,
        seen=seen,
    ) as it:
        if publish_on < clock.london_date(at):
            raise Refused("The day of publication cannot be in the past.")
        kept = begun(it, by=by, at=at)
        kept.planned_on, kept.planned_at = publish_on, at
        kept.save(update_fields=["planned_on", "planned_at"])
    return kept


def _set_dates(kept: Publication, expected_on, look_again_on, *, at) -> None:
    if expected_on is None or look_again_on is None:
        raise Refused(
            "Please give the day now expected, and the day to look at it again."
        )
    if min(expected_on, look_again_on) < clock.london_date(at):
        raise Refused("Neither day can be in the past.")
    kept.expected_on, kept.look_again_on = expected_on, look_again_on
    kept.save(update_fields=["expected_on", "look_again_on"])
