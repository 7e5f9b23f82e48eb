"""Beside the clock of a rapid review stand the days on which areas plan its work."""

import pytest

from heed.cases.deadlines import running_deadline
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off

pytestmark = pytest.mark.django_db
MEETING = "The group reads, meets and drafts what it recommends."


def page_of(client, deadline):
    with it_is(NOON):
        return client.get(f"/deadlines/{deadline.pk}/").content.decode()


def test_the_days_are_suggested_while_the_rapid_review_runs(client):
    review, people = a_rapid_review()
    running = running_deadline(review.case, RAPID_REVIEW_DUE)
    signed_in(client, people["coordinator"])

    shown = page_of(client, running)

    assert MEETING in shown
    # Sent on Wednesday 11 March 2026: the tenth working day is the 25th.
    assert "Wednesday 25 March 2026 to Friday 27 March 2026" in shown

    signed_off(review, people)
    sent_to_the_panel(review, people)
    assert MEETING not in page_of(client, running)
