"""A local review begins because the three partners decided to hold one."""

from datetime import date, timedelta

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.steps import Refused
from heed.incidents.actions import begin_other_learning
from heed.rapid_reviews.actions import close_without_review, record_panel_answer
from heed.reviews.actions import start_local_review
from heed.reviews.models import Review
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
)
from tests.reviews.factories import APRIL

pytestmark = pytest.mark.django_db
LATER = APRIL + timedelta(days=30)


def begins(case, people, who, *, at=LATER):
    return start_local_review(
        case, reason="As the partners decided.", by=people[who], at=at
    )


def decided(outcome):
    """A case that the three decided so, and to which the Panel agreed."""
    review, people = a_rapid_review(at=APRIL)
    signed_off(review, people, outcome, at=APRIL)
    sent_to_the_panel(review, people, at=APRIL)
    record_panel_answer(
        review.case,
        answer="agrees",
        dated_on=APRIL.date(),
        words="We agree.",
        by=people["coordinator"],
        at=APRIL,
    )
    review.case.refresh_from_db()
    return review.case, people


@pytest.mark.parametrize("who", ["manager", "icb"])
@pytest.mark.parametrize(
    "outcome", ["no_further_review", "other_learning", "recommend_national"]
)
def test_no_review_begins_that_the_three_decided_against(outcome, who):
    case, people = decided(outcome)

    with pytest.raises(Refused, match="have not decided to hold a local review"):
        begins(case, people, who)

    case.refresh_from_db()
    assert case.stage == Stage.PANEL_RESPONDED
    assert not Review.objects.exists()


def test_no_review_begins_of_a_case_in_which_nobody_decided_on_one():
    case, people = a_case_with_people(at=APRIL)
    begin_other_learning(case, reasons="A near miss.", by=people["icb"], at=APRIL)
    case.refresh_from_db()

    with pytest.raises(Refused, match="have not decided"):
        begins(case, people, "icb")


def test_what_only_two_have_answered_is_no_decision():
    review, people = a_rapid_review(at=APRIL)
    proposed(review, people, at=APRIL)
    sent_to_the_panel(review, people, at=APRIL)

    with pytest.raises(Refused, match="have not decided"):
        begins(review.case, people, "manager")


@pytest.mark.parametrize("outcome", ["local_review", "thematic_local_review"])
@pytest.mark.parametrize("who", ["manager", "icb"])
def test_one_that_the_three_decided_on_runs_from_their_day(outcome, who):
    case, people = decided(outcome)

    begun = begins(case, people, who)

    assert begun.decided_on == APRIL.date()
    assert running_deadline(case, REPORT_DUE).due_on == date(2026, 10, 27)


def test_decided_later_by_the_three_it_runs_from_that_later_day():
    case, people = decided("no_further_review")
    close_without_review(case, reason="It is learned.", by=people["icb"], at=APRIL)
    review = case.rapidreviews.get()
    signed_off(review, people, at=LATER)

    begun = begins(case, people, "manager", at=LATER + timedelta(days=5))

    assert begun.decided_on == LATER.date()
    assert running_deadline(case, REPORT_DUE).due_on == date(2026, 11, 27)
    assert len(SEATS) == review.confirmations.filter(round=3).count()


def test_the_start_is_offered_where_a_review_was_decided_on_alone(client):
    for outcome, offered in (("no_further_review", False), ("local_review", True)):
        case, people = decided(outcome)
        with it_is(LATER):
            browser = signed_in(client, people["manager"])
            page = browser.get(f"/cases/{case.public_id}/").content.decode()
        assert ("Start the local review" in page) is offered
