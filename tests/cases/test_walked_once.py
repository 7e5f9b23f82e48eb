"""A world that was walked once and copied is the world that was walked."""

import pytest
from django.db import transaction

from heed.audit.verification import verify
from heed.cases.actions import add_child
from heed.cases.models import StepTaken
from heed.cases.queries import children_of
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, a_case, a_case_with_people
from tests.rapid_reviews.factories import a_rapid_review, signed_off

pytestmark = pytest.mark.django_db


def steps_of(case):
    taken = StepTaken.objects.filter(case=case).order_by("at", "id")
    return list(taken.values_list("step", "by_name", "at"))


@pytest.fixture
def walked(db):
    """What a walk left, whoever walked first."""
    with transaction.atomic():
        review, _ = a_rapid_review(at=NOON)
        found = review.pk, steps_of(review.case), verify().entries
        transaction.set_rollback(True)
    return found


def test_the_copy_has_the_same_steps_and_a_record_that_holds(walked):
    review, _ = a_rapid_review(at=NOON)
    assert (review.pk, steps_of(review.case), verify().entries) == walked
    assert verify().ok


def test_what_is_sealed_opens_and_the_case_goes_on(walked):
    review, people = a_rapid_review(at=NOON)
    assert [child.given_name for child in children_of(review.case)] == ["Lumi"]
    signed_off(review, people)
    assert verify().ok
    assert verify().entries > walked[2]


def test_one_who_changes_a_copy_changes_no_other():
    _, people = a_case_with_people()
    people.pop("manager")
    assert "manager" in a_case_with_people()[1]


def test_over_a_database_in_which_something_happened_everybody_walks(walked):
    first = a_case()
    review, people = a_rapid_review(at=NOON)
    assert review.pk != walked[0]
    assert {first.pk} & {review.case_id} == set()
    add_child(review.case, by=people["manager"], at=NOON)
    assert len(children_of(review.case)) == 2


def test_another_stage_is_another_walk():
    case, _ = a_case_with_people(stage=Stage.ACTIONS_OPEN)
    assert case.stage == Stage.ACTIONS_OPEN
