"""What the gate says of how the review behind a report was made comes from what was
recorded in it."""

import pytest

from heed.publications.queries.making import recorded_of_making
from heed.reviews import actions
from tests.publications.factories import family_was
from tests.reviews.factories import APRIL, a_review_at_work
from tests.reviews.test_practitioners_are_heard import an_event, invited

pytestmark = pytest.mark.django_db


def test_it_is_what_was_recorded_in_the_review():
    case, people = a_review_at_work()
    assert recorded_of_making(case) == {"method_agreed"}

    actions.note_monitoring(
        case,
        time="well",
        quality="well",
        note="Two drafts are read.",
        by=people["coordinator"],
        at=APRIL,
    )
    came = invited(an_event(case, people), people)
    actions.record_attendance(
        came.event, came={str(came.pk)}, by=people["coordinator"], at=APRIL
    )
    assert recorded_of_making(case) == {"method_agreed", "monitored"}

    family_was(case, people, "taking_part")
    made = {"method_agreed", "monitored", "people_took_part"}
    assert recorded_of_making(case) == made
