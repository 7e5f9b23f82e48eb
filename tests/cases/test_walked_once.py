"""A world that was walked once and copied is the world that was walked."""

import pytest
from django.db import transaction

from heed.audit.verification import verify
from heed.cases.actions import add_child
from heed.cases.models import StepTaken
from heed.cases.queries import children_of
from heed.rapid_reviews.models import Confirmation
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


def signed():
    """A way on, from a world that was walked."""
    review, people = a_rapid_review(at=NOON)
    stood = review.case
    signed_off(review, people)
    made = set(Confirmation.objects.values_list("pk", flat=True))
    return made, review, stood


@pytest.fixture
def went_on(db):
    with transaction.atomic():
        made, review, stood = signed()
        found = made, review.case is stood, review.case.stage, verify().entries
        transaction.set_rollback(True)
    return found


def test_a_way_on_is_copied_too_and_its_record_holds(went_on):
    made, review, _ = signed()
    assert made == went_on[0]
    assert verify().ok
    assert verify().entries == went_on[3]
    assert Confirmation.objects.filter(rapid_review=review).count() == 3


def test_what_was_given_stands_as_the_walk_left_it(went_on):
    _, review, stood = signed()
    assert (review.case is stood, review.case.stage) == went_on[1:3]


def test_who_did_something_else_on_the_way_walks(went_on):
    review, people = a_rapid_review(at=NOON)
    add_child(review.case, by=people["manager"], at=NOON)
    signed_off(review, people)
    assert went_on[0].isdisjoint(Confirmation.objects.values_list("pk", flat=True))


def test_what_was_taken_back_is_no_place_to_go_on_from(went_on):
    review, people = a_rapid_review(at=NOON)
    with transaction.atomic():
        signed_off(review, people)
        transaction.set_rollback(True)
    review.refresh_from_db()
    people["manager"].name = "Somebody else"
    signed_off(review, people)
    assert went_on[0].isdisjoint(Confirmation.objects.values_list("pk", flat=True))
    assert verify().ok


def test_other_words_are_another_way(went_on):
    review, people = a_rapid_review(at=NOON)
    signed_off(review, people, "no_further_review")
    assert went_on[0].isdisjoint(Confirmation.objects.values_list("pk", flat=True))


def test_who_replaces_something_of_heed_walks_on_by_themselves(went_on, monkeypatch):
    monkeypatch.setenv("HEED_SMTP_HOST", "elsewhere")
    assert went_on[0].isdisjoint(signed()[0])


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
