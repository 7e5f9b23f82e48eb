"""What three partners decided, three decide again: nobody turns it alone."""

from datetime import UTC, date, datetime

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused, Seen, Stale
from heed.rapid_reviews.actions import (
    close_without_review,
    confirm_decision,
    record_panel_answer,
)
from heed.rapid_reviews.models import PanelLetter, ReplyToPanel
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
)

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 4, 20, 11, 0, tzinfo=UTC)


def answered(outcome, *, answer="disagrees"):
    """A rapid review that was decided so, and to which the Panel answered."""
    review, people = a_rapid_review()
    signed_off(review, people, outcome)
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer=answer,
        dated_on=NOON.date(),
        words="We think that a review would find more.",
        by=people["coordinator"],
        at=NOON,
    )
    return review, people


def confirms(review, people, seat, answer="agrees", *, at=LATER):
    confirm_decision(review, answer=answer, reasons="We do.", by=people[seat], at=at)
    review.refresh_from_db()


def stage_of(review):
    return Case.objects.get(pk=review.case_id).stage


def six_months_of(review):
    running = running_deadline(review.case, REPORT_DUE)
    return running.due_on if running else None


def test_one_partner_alone_does_not_turn_what_three_decided():
    review, people = answered("no_further_review")
    proposed(review, people, "local_review", at=LATER)
    confirms(review, people, "police")

    with pytest.raises(Refused, match="already answered"):
        confirms(review, people, "police")

    assert review.decided_outcome == "no_further_review"
    assert stage_of(review) == Stage.PANEL_RESPONDED
    assert six_months_of(review) is None


def test_the_third_answer_decides_again_and_six_months_run_from_that_day():
    review, people = answered("no_further_review")
    proposed(review, people, "local_review", at=LATER)
    for seat in SEATS:
        confirms(review, people, seat)

    assert (review.decided_outcome, review.decided_on) == (
        "local_review",
        date(2026, 4, 20),
    )
    assert stage_of(review) == Stage.RECONSIDERED
    assert six_months_of(review) == date(2026, 10, 20)
    taken = StepTaken.objects.get(step="reconsider")
    assert taken.outcome == "local_review"
    assert StepTaken.objects.get(step="sign_off_rapid_review").outcome == (
        "no_further_review"
    )


def test_the_reasons_of_the_second_decision_are_the_reply_to_the_panel():
    review, people = answered("no_further_review")
    proposed(review, people, "no_further_review", at=LATER)
    for seat in SEATS:
        confirms(review, people, seat)

    reply = ReplyToPanel.objects.get()
    assert reply.letter == PanelLetter.objects.get()
    assert reply.words == "Two agencies held half the picture each."
    assert StepTaken.objects.get(step="reconsider").outcome == "decision_stands"
    assert six_months_of(review) is None


def test_two_who_dissent_leave_the_first_decision_as_it_stands():
    review, people = answered("local_review")
    due = six_months_of(review)
    proposed(review, people, "no_further_review", at=LATER)
    for seat, answer in zip(SEATS, ("agrees", "dissents", "dissents"), strict=True):
        confirms(review, people, seat, answer)

    assert review.decided_outcome == "local_review"
    assert six_months_of(review) == due


@pytest.mark.parametrize("outcome", ["local_review", "thematic_local_review"])
def test_a_local_review_that_is_held_all_the_same_gains_no_time(outcome):
    review, people = answered("local_review")
    due = six_months_of(review)
    proposed(review, people, outcome, at=LATER)
    for seat in SEATS:
        confirms(review, people, seat)

    assert review.decided_outcome == outcome
    assert stage_of(review) == Stage.RECONSIDERED
    assert six_months_of(review) == due
    assert review.decided_on == NOON.date()


def test_a_decision_against_a_review_stops_the_six_months():
    review, people = answered("local_review")
    proposed(review, people, "no_further_review", at=LATER)
    for seat in SEATS:
        confirms(review, people, seat)

    assert six_months_of(review) is None


def test_a_local_review_beside_a_national_one_keeps_the_case_where_it_is():
    review, people = answered("recommend_national", answer="national_review")
    proposed(review, people, "local_review", at=LATER)
    for seat in SEATS:
        confirms(review, people, seat)

    assert stage_of(review) == Stage.NATIONAL_REVIEW
    assert six_months_of(review) == date(2026, 10, 20)


def test_whoever_proposes_again_sees_what_was_proposed_meanwhile(client):
    review, people = answered("no_further_review")
    review.refresh_from_db()
    path = f"/cases/{review.case.public_id}/rapid-review/decision/"
    with it_is(LATER):
        browser = signed_in(client, people["icb"])
        page = browser.get(path).content.decode()
        shown = review.version
        proposed(review, people, "other_learning", at=LATER)
        second = browser.post(
            path,
            {
                "seen_version": shown,
                "outcome": "local_review",
                "reasons": "We agree with the Panel.",
                "national_view": "no",
                "national_reasons": "It is local.",
            },
        ).content.decode()

    assert "This is the reply to the Panel" in page
    assert "No further review" in page
    assert "Another decision was proposed meanwhile" in second
    assert "We agree with the Panel." in second
    review.refresh_from_db()
    assert review.proposed_outcome == "other_learning"


def test_nobody_proposes_over_what_they_did_not_read():
    review, people = answered("no_further_review")
    review.refresh_from_db()
    read = Seen(version=review.version)
    proposed(review, people, "other_learning", at=LATER)

    with pytest.raises(Stale):
        proposed(review, people, "local_review", at=LATER, seen=read)


def test_a_review_that_three_decided_on_is_ended_by_nobody_alone():
    review, people = answered("local_review")

    with pytest.raises(Refused, match="decided to hold a local review"):
        close_without_review(review.case, reason="No.", by=people["icb"], at=LATER)

    assert six_months_of(review) is not None


def test_what_three_have_not_decided_is_not_ended():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer="agrees",
        dated_on=NOON.date(),
        words="We agree.",
        by=people["coordinator"],
        at=NOON,
    )

    with pytest.raises(Refused, match="have not decided yet"):
        close_without_review(review.case, reason="No.", by=people["icb"], at=LATER)


@pytest.mark.parametrize(
    ("decided", "stage"),
    [
        ("no_further_review", Stage.NO_FURTHER_REVIEW),
        ("recommend_national", Stage.NO_FURTHER_REVIEW),
        ("other_learning", Stage.OTHER_LEARNING),
    ],
)
def test_a_case_ends_without_a_review_as_the_three_decided(decided, stage):
    review, people = answered(decided, answer="agrees")

    close_without_review(review.case, reason="It is.", by=people["icb"], at=LATER)

    assert stage_of(review) == stage
