"""Nobody has signed what they did not read: what a decision rests on is changed while
it is being confirmed, and the partners are asked anew."""

import pytest

from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import confirm_decision, weigh_criteria, write_part
from heed.rapid_reviews.models import Confirmation
from heed.rapid_reviews.queries import confirmations_of
from heed.rulebook.criteria.records import DR_3
from tests.cases.factories import NOON
from tests.rapid_reviews.factories import SEATS, a_rapid_review, proposed, signed_off

pytestmark = pytest.mark.django_db


def confirmed_by(review, people, *seats):
    for seat in seats:
        confirm_decision(
            review, answer="agrees", reasons="We do.", by=people[seat], at=NOON
        )
        review.refresh_from_db()


def standing(review):
    review.refresh_from_db()
    return [row["seat"] for row in confirmations_of(review) if row["given"]]


def write(review, people, words):
    write_part(
        review, part="childs_voice", words=words, by=people["coordinator"], at=NOON
    )


def weigh(review, people):
    question = DR_3.questions[0].slug
    weigh_criteria(
        review.case,
        record=DR_3.slug,
        answers={question: {"answer": "yes", "why": "Agencies did not share it."}},
        by=people["coordinator"],
        at=NOON,
    )


@pytest.mark.parametrize(
    "change", [lambda r, p: write(r, p, "He asked to be heard."), weigh]
)
def test_partners_who_confirmed_are_asked_anew_and_their_answers_stay(change):
    review, people = a_rapid_review()
    proposed(review, people)
    confirmed_by(review, people, *SEATS[:2])
    assert standing(review) == sorted(SEATS[:2], key=standing(review).index)
    OutgoingEmail.objects.all().delete()

    change(review, people)

    assert standing(review) == []
    assert Confirmation.objects.filter(rapid_review=review).count() == 2
    assert OutgoingEmail.objects.filter(letter="please_look").count() == 3
    confirmed_by(review, people, *SEATS)
    assert review.decided_outcome == "local_review"


def test_the_same_words_saved_again_change_nothing():
    review, people = a_rapid_review()
    write(review, people, "He asked to be heard.")
    proposed(review, people)
    confirmed_by(review, people, SEATS[0])

    write(review, people, "He asked to be heard.")

    assert standing(review) == [SEATS[0]]


def test_what_all_three_have_signed_is_settled():
    review, people = a_rapid_review()
    signed_off(review, people)

    write(review, people, "Written after it was sent.")

    assert len(standing(review)) == 3
