"""Whether, how and when to publish."""

from datetime import time

from heed import clock
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.sheets import keep_sheet
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.publications.actions.beginning import begun
from heed.publications.actions.releasing import end_release
from heed.publications.beside import public_beside
from heed.publications.models import AnswerOnPublication, Publication
from heed.publications.queries import publication_of, takes_three, waits_for_answers
from heed.rapid_reviews.actions import name_untold
from heed.rapid_reviews.models import Told
from heed.rulebook import process
from heed.rulebook.criteria.records import DR_4
from heed.rulebook.deciding import is_carried
from heed.rulebook.outcomes import PublicationDecision

BEGINNING = time(0)
TOLD_WHY = (Told.Body.PANEL, Told.Body.DFE)  # the Secretary of State is told there
PROPOSED = (
    "proposed_decision",
    "proposed_reasons",
    "proposed_at",
    "proposed_by",
    "proposed_expected_on",
    "proposed_look_again_on",
)


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
    """Decide whether and how to publish (DR-4). Publishing in full is what is expected,
    and any partner records it. Anything else, and to change what the three decided, is
    put before the three, with one's own answer."""
    three = takes_three(publication_of(case), outcome)
    step = process.PROPOSE_PUBLICATION if three else process.DECIDE_ON_PUBLICATION
    with carrying_out(
        step,
        case,
        by=by,
        at=at,
        outcome="" if three else outcome,
        reasons=reasons,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        if takes_three(kept, outcome) != three:
            raise Refused("The partners decided something this very moment.")
        keep_sheet(it, record=DR_4, answers=answers, by=by, at=at)
        if not three:
            _decided(kept, outcome, by.actor_name, by=by, at=at)
            return kept
        _check_days(outcome, expected_on, look_again_on, at=at)
        _may_hide_its_area(it, outcome)
        kept.round, kept.proposed_decision = kept.round + 1, outcome
        kept.proposed_reasons = reasons
        kept.proposed_at, kept.proposed_by = at, by.actor_name
        kept.proposed_expected_on = expected_on
        kept.proposed_look_again_on = look_again_on
        kept.save(update_fields=[*PROPOSED, "round"])
        agrees = AnswerOnPublication.Answer.AGREES
        then_take(it, process.ANSWER_ON_PUBLICATION, by=by, at=at, reasons=reasons)
        _answered(kept, it, answer=agrees, reasons=reasons, by=by, at=at)
    return kept


def answer_on_publication(
    case: Case, *, answer: str, reasons: str, by, at, seen: Seen | None = None
) -> AnswerOnPublication:
    """Answer, for one's own body, to what was put before the three partners. The third
    answer decides it where two agree; dissent stands beside it."""
    with carrying_out(
        process.ANSWER_ON_PUBLICATION, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        if not waits_for_answers(kept):
            raise Refused("Nothing waits for the partners’ answers.")
        return _answered(kept, it, answer=answer, reasons=reasons, by=by, at=at)


def _answered(kept, it, *, answer, reasons, by, at) -> AnswerOnPublication:
    given = kept.answers.filter(round=kept.round)
    if given.filter(seat=it.acting_for).exists():
        raise Refused("Your body has already answered to this.")
    one = AnswerOnPublication.objects.create(
        **belonging_to(it),
        publication=kept,
        round=kept.round,
        seat=it.acting_for,
        person=by,
        answer=answer,
        answered_at=at,
        reasons=reasons,
    )
    agreeing = given.filter(answer=AnswerOnPublication.Answer.AGREES).count()
    if is_carried(answered=given.count(), agreeing=agreeing):
        _three_decided(kept, it, by=by, at=at)
    return one


def _three_decided(kept: Publication, it: Case, *, by, at) -> None:
    kept.expected_on = kept.proposed_expected_on
    kept.look_again_on = kept.proposed_look_again_on
    kept.save(update_fields=["expected_on", "look_again_on"])
    outcome = kept.proposed_decision
    _decided(kept, outcome, "the three partners", by=by, at=at)
    reasons = kept.proposed_reasons
    then_take(
        it,
        process.DECIDE_ON_PUBLICATION,
        by=by,
        at=at,
        outcome=outcome,
        reasons=reasons,
    )
    if outcome != PublicationDecision.PUBLISH:
        name_untold(it, what=Told.What.NOT_IN_FULL, bodies=TOLD_WHY, by=by, at=at)


def _decided(kept: Publication, outcome: str, who: str, *, by, at) -> None:
    """What was arranged was arranged for what had been decided: it ends."""
    end_release(kept, by=by, at=at)
    kept.decision, kept.decided_at, kept.decided_by = outcome, at, who
    kept.save(update_fields=["decision", "decided_at", "decided_by"])


def look_again_at_deferral(
    case: Case,
    *,
    reasons: str,
    expected_on=None,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Look again at why publication waits, and say what still stands in its way. It is
    looked at every month until the partners decide otherwise."""
    with carrying_out(
        process.LOOK_AGAIN_AT_DEFERRAL, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        if expected_on is not None:
            _must_lie_ahead(expected_on, at=at)
            kept.expected_on = expected_on
            kept.save(update_fields=["expected_on"])
    return kept


def plan_publication(
    case: Case,
    *,
    publish_on,
    publish_at: time = BEGINNING,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Set the day and the hour of publication; the copies go ahead seven working days
    before the day, and the family is told it. What was arranged to go out by itself at
    another moment is arranged no more."""
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
        if publish_on != kept.planned_on:
            kept.planned_at = at
        kept.planned_on = publish_on
        kept.planned_for = clock.moment_in_london(publish_on, publish_at)
        kept.save(update_fields=["planned_on", "planned_for", "planned_at"])
        end_release(kept, by=by, at=at)
    return kept


def _may_hide_its_area(case: Case, outcome: str) -> None:
    """What is public already says whose it is: it goes before the area is withheld."""
    anonymous = outcome == PublicationDecision.PUBLISH_ANONYMOUSLY
    if anonymous and (public := public_beside(case)):
        named = ", ".join(f"“{title}”" for title in public)
        raise Refused(f"{named} says of which area it is. Withdraw it first.")


def _must_lie_ahead(*days, at) -> None:
    if min(days) < clock.london_date(at):
        raise Refused("A day that is expected cannot be in the past.")


def _check_days(outcome: str, expected_on, look_again_on, *, at) -> None:
    if outcome != PublicationDecision.PUBLISH_LATER:
        return
    if expected_on is None or look_again_on is None:
        raise Refused(
            "Please give the day now expected, and the day to look at it again."
        )
    if min(expected_on, look_again_on) < clock.london_date(at):
        raise Refused("Neither day can be in the past.")
