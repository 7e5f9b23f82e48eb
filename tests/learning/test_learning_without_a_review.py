"""No review is held: what the rapid review learned becomes actions all the same, or it is
said why none follows."""

import pytest

from heed.cases.actions import answer_open_item
from heed.cases.learned import points_without_action, said_in
from heed.learning.actions import plan_action
from heed.learning.models import Action
from heed.rapid_reviews.actions import (
    close_without_review,
    record_panel_answer,
    write_part,
)
from tests.cases.factories import NOON, it_is
from tests.learning.factories import DUE
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

LEARNING = "- Ask who lives with a baby.\n\n- Tell the school on the same day.\n"
STEPS = "The board looks again in May."
POINTS = [
    "Ask who lives with a baby.",
    "Tell the school on the same day.",
    "The board looks again in May.",
]


def written(review, people, part, words):
    write_part(review, part=part, words=words, by=people["coordinator"], at=NOON)


def closed(review, people):
    signed_off(review, people, "no_further_review")
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer="agrees",
        dated_on=NOON.date(),
        words="We agree.",
        by=people["coordinator"],
        at=NOON,
    )
    close_without_review(review.case, reason="All is known.", by=people["icb"], at=NOON)
    return review.case.__class__.objects.get()


@walked_once
def a_case_that_learned():
    review, people = a_rapid_review()
    written(review, people, "learning", LEARNING)
    written(review, people, "next_steps", STEPS)
    return closed(review, people), people


def test_what_was_learned_is_offered_as_actions_when_no_review_is_held(client):
    case, people = a_case_that_learned()
    assert [said_in(point) for point in points_without_action(case)] == POINTS

    with it_is(NOON):
        signed_in(client, people["coordinator"])
        shown = client.get(f"/cases/{case.public_id}/").text
        page = client.get(f"/cases/{case.public_id}/actions/add/").text

    assert "Which action follows, or why none: Ask who lives with a baby." in shown
    assert all(point in page for point in POINTS)


def test_an_action_that_follows_closes_its_point_and_no_other():
    case, people = a_case_that_learned()
    first, *others = points_without_action(case)

    plan_action(
        case,
        text="Midwives ask at each visit.",
        owner=people["coordinator"],
        due_on=DUE,
        learned=first,
        by=people["coordinator"],
        at=NOON,
    )

    assert Action.objects.get().text == "Midwives ask at each visit."
    assert points_without_action(case) == others


def test_that_none_follows_is_an_answer_with_its_reason():
    case, people = a_case_that_learned()
    first, *others = points_without_action(case)

    answer_open_item(
        first,
        answer="None: it is done already.",
        not_known=False,
        by=people["coordinator"],
        at=NOON,
    )

    assert points_without_action(case) == others


def test_where_no_learning_is_written_that_is_what_is_asked():
    review, people = a_rapid_review()
    case = closed(review, people)

    (asked,) = points_without_action(case)
    assert asked.label.startswith("The rapid review names no learning.")
