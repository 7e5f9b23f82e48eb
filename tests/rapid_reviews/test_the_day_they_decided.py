"""A decision is of the day on which the three made it, though the last of them signs
some days later; both days are shown."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import confirm_decision, propose_decision
from heed.rapid_reviews.models import RapidReview
from heed.rulebook.clocks import REPORT_DUE
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import SEATS, a_rapid_review, signed_off

pytestmark = pytest.mark.django_db
MET = date(2026, 3, 25)  # opened on 11 March, at a meeting on the 25th
SIGNED = datetime(2026, 3, 30, 11, 0, tzinfo=UTC)


def put_before(review, people, decided_on, *, outcome="local_review", at=SIGNED):
    return propose_decision(
        review,
        outcome=outcome,
        reasons="Two agencies held half the picture each.",
        national_view="no",
        national_reasons="The learning is local.",
        decided_on=decided_on,
        by=people["manager"],
        at=at,
    )


def all_three_confirm(review, people, *, at=SIGNED):
    for seat in SEATS:
        confirm_decision(
            review, answer="agrees", reasons="We did.", by=people[seat], at=at
        )
    review.refresh_from_db()


def six_months_of(review):
    return running_deadline(Case.objects.get(pk=review.case_id), REPORT_DUE).due_on


def test_six_months_run_from_the_meeting_and_not_from_the_third_click():
    review, people = a_rapid_review()
    put_before(review, people, MET)
    all_three_confirm(review, people)

    assert six_months_of(review) == date(2026, 9, 25)
    assert (review.decided_on, review.decision_recorded_on) == (MET, SIGNED.date())
    taken = StepTaken.objects.get(step="sign_off_rapid_review")
    assert (taken.effective_on, taken.at) == (MET, SIGNED)


def test_where_no_day_is_said_it_is_that_of_the_third_answer():
    review, people = a_rapid_review()
    put_before(review, people, None)
    all_three_confirm(review, people)

    assert six_months_of(review) == date(2026, 9, 30)
    assert review.decided_on == review.decision_recorded_on == SIGNED.date()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 31), "on a day to come"),
        (date(2026, 3, 10), "opened on Wednesday 11 March 2026"),
    ],
)
def test_nothing_was_decided_tomorrow_or_before_the_rapid_review(day, why):
    review, people = a_rapid_review()

    with pytest.raises(Refused, match=why):
        put_before(review, people, day)

    assert RapidReview.objects.get().proposed_outcome == ""


def test_nothing_is_decided_again_before_what_stands():
    review, people = a_rapid_review()
    signed_off(review, people, "no_further_review", at=SIGNED)

    with pytest.raises(Refused, match="was decided on Monday 30 March 2026"):
        put_before(review, people, MET)


def test_a_local_review_that_stands_keeps_the_first_of_its_days():
    review, people = a_rapid_review()
    put_before(review, people, MET)
    all_three_confirm(review, people)
    later = datetime(2026, 4, 20, 11, 0, tzinfo=UTC)
    day = date(2026, 4, 17)
    put_before(review, people, day, outcome="thematic_local_review", at=later)
    all_three_confirm(review, people, at=later)

    assert six_months_of(review) == date(2026, 9, 25)
    assert (review.decided_on, review.decision_recorded_on) == (MET, SIGNED.date())


def test_each_reads_the_day_before_confirming_and_everybody_reads_both(client):
    review, people = a_rapid_review()
    with it_is(SIGNED):
        desk = signed_in(client, people["manager"])
        said = {
            "outcome": "local_review",
            "reasons": "Half the picture each.",
            "national_view": "no",
            "national_reasons": "It is local.",
            "decided_on-day": "25",
            "decided_on-month": "3",
            "decided_on-year": "2026",
        }
        place = [review.case.public_id]
        desk.post(reverse("propose_decision", args=place), said)
        partner = signed_in(client, people["police"])
        asked = partner.get(reverse("confirm_decision", args=place)).text
    assert "Decided together on Wednesday 25 March 2026" in asked
    review.refresh_from_db()
    all_three_confirm(review, people)

    with it_is(SIGNED):
        page = client.get(reverse("case", args=place)).text
    assert "25 March 2026 (recorded on 30 March 2026)" in page


def test_a_day_to_come_is_said_on_the_form_and_nothing_typed_is_lost(client):
    review, people = a_rapid_review()
    with it_is(NOON):
        answer = signed_in(client, people["manager"]).post(
            reverse("propose_decision", args=[review.case.public_id]),
            {
                "outcome": "local_review",
                "reasons": "Half the picture each.",
                "national_view": "no",
                "national_reasons": "It is local.",
                "decided_on-day": "12",
                "decided_on-month": "3",
                "decided_on-year": "2026",
            },
        )
    assert "It cannot have been decided on a day to come." in answer.text
    assert "Half the picture each." in answer.text
