"""A full summary is part of what three confirm: a later one is compared part by part, and
no name or date of birth of it is shown."""

from datetime import timedelta

import pytest

from heed.rapid_reviews.actions import (
    confirm_decision,
    save_answers,
    send_summary,
)
from heed.rapid_reviews.confirmed import answers_to
from tests.cases.factories import NOON
from tests.rapid_reviews.answering import holder
from tests.rapid_reviews.factories import a_rapid_review, a_request, proposed

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(hours=2)
IN_FULL = {
    "author.name": "Pia Lund",
    "author.role": "Named nurse",
    "statement.1.words": "She asked for help.",
    "person.1.name": "Lumy Ostrander",
    "person.1.dob": "18/11/25",
    "person.1.relationship": "The child",
}


@pytest.mark.parametrize(
    ("change", "gone", "new"),
    [
        ({"statement.1.words": "She asked Ana twice."}, "for help.", "Ana twice."),
        ({"person.1.relationship": "His twin"}, "The child", "His twin"),
        ({"person.1.name": "Ana Ostrander"}, "1", "2"),
        ({"person.1.dob": "18/11/24"}, "1", "2"),
    ],
)
def test_a_full_summary_is_what_was_confirmed_part_by_part(change, gone, new):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    send_in_full(request, IN_FULL, at=NOON)
    proposed(review, people)
    confirm_decision(
        review, answer="agrees", reasons="We do.", by=people["icb"], at=NOON
    )

    send_in_full(request, IN_FULL | change, at=LATER)

    review.refresh_from_db()
    [greyed] = [each for each in answers_to(review) if each.given]
    ((name, found),) = greyed.changes
    pieces = [(piece.kind.value, piece.words.strip()) for piece in found]
    assert greyed.grey
    assert name == "Answer of Quillshire Hospitals"
    assert ("gone", gone) in pieces
    assert ("new", new) in pieces
    shown = " ".join(words for _, words in pieces)
    assert "Lumy" not in shown
    assert "18/11/2" not in shown


def send_in_full(request, facts, *, at):
    by = holder(request)
    save_answers(request, keys=facts.keys(), answers=facts, by=by, at=at)
    send_summary(request, by=by, at=at)
