"""Each partner signs for its own body; the third signature signs the rapid review off."""

from datetime import UTC, date, datetime

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, Stale
from heed.rapid_reviews.actions import confirm_decision
from heed.rapid_reviews.models import Confirmation, Submission
from heed.rulebook.clocks import RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
)

pytestmark = pytest.mark.django_db


def stage_of(review):
    return Case.objects.get(pk=review.case_id).stage


def test_six_months_run_from_the_day_of_the_partners_decision():
    at = datetime(2026, 4, 27, 12, 0, tzinfo=UTC)
    review, people = a_rapid_review(at=at)

    signed_off(review, people, at=at)

    assert stage_of(review) == Stage.RAPID_REVIEW_SIGNED_OFF
    assert running_deadline(review.case, REPORT_DUE).due_on == date(2026, 10, 27)


def test_two_signatures_are_not_three():
    review, people = a_rapid_review()
    proposed(review, people)

    for seat in SEATS[:2]:
        confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people[seat], at=NOON
        )

    assert stage_of(review) == Stage.RAPID_REVIEW


def test_dissent_stands_beside_the_decision_that_two_carry():
    review, people = a_rapid_review()
    proposed(review, people)
    confirm_decision(
        review, answer="dissents", reasons="Too soon.", by=people["icb"], at=NOON
    )
    for seat in ("local_authority", "police"):
        confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people[seat], at=NOON
        )

    assert stage_of(review) == Stage.RAPID_REVIEW_SIGNED_OFF
    dissent = Confirmation.objects.get(rapid_review=review, answer="dissents")
    assert dissent.reasons == "Too soon."


def test_a_body_signs_once():
    review, people = a_rapid_review()
    proposed(review, people)
    confirm_decision(review, answer="agrees", reasons="Yes.", by=people["icb"], at=NOON)

    with pytest.raises(Refused, match="already answered"):
        confirm_decision(
            review, answer="dissents", reasons="No.", by=people["icb"], at=NOON
        )


def test_nobody_signs_what_was_changed_while_they_read_it():
    review, people = a_rapid_review()
    proposed(review, people)
    review.refresh_from_db()
    read = Seen(version=review.version)
    proposed(review, people, outcome="no_further_review")

    with pytest.raises(Stale):
        confirm_decision(
            review,
            answer="agrees",
            reasons="Yes.",
            by=people["icb"],
            at=NOON,
            seen=read,
        )

    assert not Confirmation.objects.exists()


def test_a_new_proposal_sets_aside_what_was_signed_before():
    review, people = a_rapid_review()
    proposed(review, people)
    for seat in SEATS[:2]:
        confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people[seat], at=NOON
        )

    proposed(review, people, outcome="no_further_review")
    confirm_decision(
        review, answer="agrees", reasons="Yes.", by=people["police"], at=NOON
    )

    assert stage_of(review) == Stage.RAPID_REVIEW


@pytest.mark.parametrize("who", ["manager", "coordinator"])
def test_the_business_unit_does_not_decide(who):
    review, people = a_rapid_review()
    proposed(review, people)

    with pytest.raises(Refused, match="Only a delegated partner"):
        confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people[who], at=NOON
        )


def test_the_fifteen_days_are_met_by_sending_not_by_deciding():
    review, people = a_rapid_review()
    signed_off(review, people, "no_further_review")
    assert running_deadline(review.case, RAPID_REVIEW_DUE) is not None

    sent_to_the_panel(review, people)

    assert running_deadline(review.case, RAPID_REVIEW_DUE) is None
    assert stage_of(review) == Stage.WITH_THE_PANEL


def test_a_submission_with_gaps_leaves_and_names_them():
    review, people = a_rapid_review()

    sent_to_the_panel(review, people)

    missing = Submission.objects.get(case=review.case).missing
    assert "facts" in missing
    assert "sign_off" in missing
