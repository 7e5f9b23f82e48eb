"""The criteria are weighed; the three partners decide, each on their own device."""

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, DecisionSheet
from heed.cases.sheets import keep_sheet
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.rapid_reviews.actions.setting_aside import set_aside_what_was_confirmed
from heed.rapid_reviews.actions.thread import keep_reply_to_panel
from heed.rapid_reviews.confirmed import may_be_confirmed_again, what_stands
from heed.rapid_reviews.missing import fill_what_is_there
from heed.rapid_reviews.models import (
    Confirmation,
    PanelLetter,
    RapidReview,
    ViewOnReview,
    ViewsOpened,
)
from heed.rapid_reviews.queries import views_are_sealed
from heed.rulebook import process
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.criteria.records import DECISION_RECORDS
from heed.rulebook.deciding import have_all_answered, is_carried
from heed.rulebook.outcomes import HOLDS_A_LOCAL_REVIEW, Reconsideration
from heed.rulebook.words import in_words


def weigh_criteria(
    case: Case,
    *,
    record: str,
    answers: dict,
    by,
    at,
    seen: Seen | None = None,
) -> DecisionSheet:
    """Weigh what the rapid review must answer (DR-2), or whether a local review is
    appropriate (DR-3). Partners who have confirmed a decision meanwhile are asked
    anew."""
    said = "; ".join(each["why"] for each in answers.values() if each["why"])
    with carrying_out(
        process.WEIGH_CRITERIA, case, by=by, at=at, reasons=said, seen=seen
    ) as it:
        written = RapidReview.objects.filter(case=it).first()
        set_aside_what_was_confirmed(written, by=by, at=at)
        return keep_sheet(
            it, record=DECISION_RECORDS[record], answers=answers, by=by, at=at
        )


def give_view_on_review(
    case: Case, *, view: str, reasons: str, by, at, seen: Seen | None = None
) -> ViewOnReview:
    """Give one's own body's view on a review, for the others to weigh. It may be given
    anew; the latest counts, and the earlier ones stay. A first view is sealed where the
    partnership has it so."""
    with carrying_out(
        process.GIVE_VIEW_ON_REVIEW, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        return ViewOnReview.objects.create(
            **belonging_to(it),
            seat=it.acting_for,
            person=by,
            view=view,
            given_at=at,
            given_sealed=views_are_sealed(it),
            reasons=reasons or None,
        )


def open_views(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> ViewsOpened:
    """Open the sealed first views before all three are in, with a reason that everybody
    on the list reads. They are not sealed again."""
    with carrying_out(
        process.OPEN_VIEWS, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if not views_are_sealed(it):
            raise Refused("No view is sealed here.")
        return ViewsOpened.objects.create(
            **belonging_to(it), opened_at=at, opened_by=by.actor_name, reasons=reason
        )


def propose_decision(
    rapid_review: RapidReview,
    *,
    outcome: str,
    reasons: str,
    national_view: str,
    national_reasons: str,
    by,
    at,
    decided_on=None,
    seen: Seen | None = None,
) -> RapidReview:
    """Put a decision before the three partners, for the first time or again; where they
    made it at a meeting, with the day of that. One proposed anew sets aside what was
    confirmed of the one before: nobody has signed what they did not read. What was
    decided stands until three have answered."""
    with carrying_out(
        process.PROPOSE_DECISION,
        rapid_review,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        _may_be_of(decided_on, it, at=at)
        it.proposed_outcome, it.proposed_reasons = outcome, reasons
        it.proposed_decided_on = decided_on
        it.national_view, it.national_reasons = national_view, national_reasons
        it.round += 1
        it.save(
            update_fields=[
                "proposed_outcome",
                "proposed_reasons",
                "proposed_decided_on",
                "national_view",
                "national_reasons",
                "round",
            ]
        )
        fill_what_is_there(it, by=by, at=at)
    return it


def _may_be_of(day, it: RapidReview, *, at) -> None:
    """Refuse a day of deciding that lies ahead, or before what was decided on."""
    if day is None:
        return
    if day > clock.london_date(at):
        raise Refused("It cannot have been decided on a day to come.")
    opened = clock.london_date(it.opened_at)
    if day < opened:
        raise Refused(
            f"The rapid review was opened on {in_words(opened)}. It cannot have been "
            "decided before."
        )
    if it.decided_on and day < it.decided_on:
        raise Refused(
            f"What stands was decided on {in_words(it.decided_on)}. It cannot have "
            "been decided again before."
        )


def confirm_decision(
    rapid_review: RapidReview,
    *,
    answer: str,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Confirmation:
    """Confirm the proposed decision for one's own body, or dissent from it, and keep
    all that was confirmed. The third partner's confirmation signs the rapid review off,
    dissent beside it. What was changed after that may be confirmed once more: it
    decides nothing anew, and what was confirmed before stays."""
    with carrying_out(
        process.CONFIRM_DECISION,
        rapid_review,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        if not it.proposed_outcome:
            raise Refused("No decision has been put before the partners yet.")
        before = _confirmed(it).filter(seat=it.acting_for).count()
        if before and not may_be_confirmed_again(it, it.acting_for):
            raise Refused("Your body has already answered to this decision.")
        given = Confirmation.objects.create(
            **belonging_to(it.case),
            rapid_review=it,
            round=it.round,
            again=before,
            seat=it.acting_for,
            person=by,
            answer=answer,
            outcome=it.proposed_outcome,
            confirmed_at=at,
            reasons=reasons,
            confirmed=what_stands(it),
        )
        if not before and have_all_answered(_confirmed(it).count()):
            _sign_off(it, by=by, at=at)
            fill_what_is_there(it, by=by, at=at)
    return given


def _confirmed(rapid_review):
    return Confirmation.objects.filter(
        rapid_review=rapid_review, round=rapid_review.round
    )


def _sign_off(rapid_review: RapidReview, *, by, at) -> None:
    """Sign it off where the partners carry it; dissent stands beside it. It is of
    the day on which they made it, as all three have read, or of this one. A local
    review that is held all the same keeps the day from which its six months run."""
    given = _confirmed(rapid_review)
    agreeing = given.filter(answer=Confirmation.Answer.AGREES)
    if not is_carried(answered=given.count(), agreeing=agreeing.count()):
        return
    before, now = rapid_review.decided_outcome, rapid_review.proposed_outcome
    still_held = {before, now} <= HOLDS_A_LOCAL_REVIEW
    running = running_deadline(rapid_review.case, REPORT_DUE) if still_held else None
    effective_on = running.counted_from_on if running else None
    if not still_held:
        effective_on = rapid_review.proposed_decided_on or clock.london_date(at)
        rapid_review.decided_on = effective_on
        rapid_review.decision_recorded_on = clock.london_date(at)
    rapid_review.decided_outcome = now
    rapid_review.save(
        update_fields=["decided_outcome", "decided_on", "decision_recorded_on"]
    )
    step, outcome = process.SIGN_OFF_RAPID_REVIEW, now
    if before and rapid_review.case.stage in process.RECONSIDER.at:
        step = process.RECONSIDER
        outcome = Reconsideration.DECISION_STANDS if before == now else now
        _reply_to_the_panel(rapid_review, by=by, at=at)
    then_take(
        rapid_review,
        step,
        by=by,
        at=at,
        outcome=outcome,
        effective_on=effective_on,
        reasons=rapid_review.proposed_reasons,
    )


def _reply_to_the_panel(rapid_review: RapidReview, *, by, at) -> None:
    """The reasons of a decision made again are the reply to the Panel's letter."""
    letter = PanelLetter.objects.filter(case=rapid_review.case).last()
    if letter:
        words = rapid_review.proposed_reasons
        keep_reply_to_panel(letter, words=words, by=by, at=at)
