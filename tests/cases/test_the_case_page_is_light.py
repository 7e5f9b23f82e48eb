"""A case page asks the database little, whoever opens it and whatever is in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import add_child
from heed.cases.queries import children_of
from heed.partnership.one_look import one_look
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off

pytestmark = pytest.mark.django_db(databases=["default", "library"])
NEW, WALKED = 40, 56


def queries_of(client, case, person):
    with it_is(NOON):
        signed_in(client, person)
        page = f"/cases/{case.public_id}/"
        client.get(page)  # the session is written once
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
    return [query["sql"][:110] for query in asked.captured_queries]


@pytest.mark.parametrize("who", ["manager", "police"])
def test_a_new_case(client, who):
    case, people = a_case_with_people()
    asked = queries_of(client, case, people[who])
    assert len(asked) <= NEW, "\n".join(asked)


def test_a_case_that_went_to_the_panel(client):
    review, people = a_rapid_review(at=NOON)
    sent_to_the_panel(signed_off(review, people, at=NOON), people, at=NOON)
    asked = queries_of(client, review.case, people["manager"])
    assert len(asked) <= WALKED, "\n".join(asked)


def test_outside_a_page_every_question_is_asked_anew():
    case, people = a_case_with_people()
    assert children_of(case) == []
    with one_look():
        assert children_of(case) == []
        add_child(case, by=people["manager"], at=NOON)
        assert children_of(case) == []  # one page tells one story
    assert len(children_of(case)) == 1
