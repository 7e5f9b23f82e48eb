"""The clock of a rapid review leads to the plan of its days, while it runs."""

import pytest

from heed.cases.deadlines import running_deadline
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off

pytestmark = pytest.mark.django_db


def page_of(client, deadline):
    with it_is(NOON):
        return client.get(f"/deadlines/{deadline.pk}/").content.decode()


def test_its_page_leads_to_the_plan_while_the_rapid_review_runs(client):
    review, people = a_rapid_review()
    running = running_deadline(review.case, RAPID_REVIEW_DUE)
    signed_in(client, people["coordinator"])
    plan = f"/cases/{review.case.public_id}/rapid-review/plan/"

    assert plan in page_of(client, running)

    signed_off(review, people)
    sent_to_the_panel(review, people)
    assert plan not in page_of(client, running)
