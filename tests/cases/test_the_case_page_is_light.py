"""A case page asks the database little, whoever opens it and whatever is in it."""

import pytest
from django.db import connection
from django.db.models import Max
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import add_child, name_family_member, raise_safety_action
from heed.cases.belonging import belonging_to
from heed.cases.kept import has_any, rows_of
from heed.cases.models import Child, SafetyAction
from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.partnership.one_look import one_look
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import PUBLISHED, a_published_report, ready_to_publish
from tests.rapid_reviews.factories import (
    a_rapid_review,
    a_request,
    sent_to_the_panel,
    signed_off,
)
from tests.reviews.factories import APRIL, a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
NEW, IN_RAPID_REVIEW, AT_THE_PANEL = 9, 16, 20
# At the gate it is asked who may approve still, and for the second reader, the duties,
# the sheet of what is public, the briefing, how the review was made and the gate as it
# was approved.
REPORTED, GATE, PUBLIC = 28, 49, 36


def queries_of(client, case, person, *, at=NOON):
    with it_is(at):
        signed_in(client, person)
        page = f"/cases/{case.public_id}/"
        client.get(page)  # the session is written once
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
    return [query["sql"][:110] for query in asked.captured_queries]


def is_light(asked, most):
    assert len(asked) <= most, f"{len(asked)}\n" + "\n".join(asked)


@pytest.mark.parametrize("who", ["manager", "police"])
def test_a_new_case(client, who):
    case, people = a_case_with_people()
    is_light(queries_of(client, case, people[who]), NEW)


def test_a_case_in_rapid_review(client):
    review, people = a_rapid_review(at=NOON)
    a_request(review, people)
    is_light(queries_of(client, review.case, people["manager"]), IN_RAPID_REVIEW)


def test_a_case_that_went_to_the_panel(client):
    review, people = a_rapid_review(at=NOON)
    sent_to_the_panel(signed_off(review, people, at=NOON), people, at=NOON)
    is_light(queries_of(client, review.case, people["manager"]), AT_THE_PANEL)


def test_a_case_whose_report_is_signed(client):
    case, people = a_signed_report()
    is_light(queries_of(client, case, people["manager"], at=APRIL), REPORTED)


def test_a_case_before_the_gate(client):
    case, people = ready_to_publish()
    is_light(queries_of(client, case, people["manager"], at=PUBLISHED), GATE)


def test_a_case_that_is_public(client):
    case, people, _publication = a_published_report()
    is_light(queries_of(client, case, people["manager"], at=PUBLISHED), PUBLIC)


def test_a_full_case_asks_no_more_than_one_of_each(client):
    case, people = a_case_with_people()
    full_of(case, people, 1)
    few = queries_of(client, case, people["manager"])
    full_of(case, people, 4)
    assert len(queries_of(client, case, people["manager"])) == len(few)


def full_of(case, people, count):
    """More children, more of the family, more to be done at once: more steps and more
    dates by that."""
    for number in range(count):
        add_child(case, given_name=f"Lumi {number}", by=people["manager"], at=NOON)
        name_family_member(
            case,
            name=f"Rook {number}",
            relationship="uncle",
            by=people["manager"],
            at=NOON,
        )
        raise_safety_action(
            case,
            what="See the baby today.",
            owner="The duty social worker",
            owner_organisation="Children's services",
            due_at=NOON,
            by=people["manager"],
            at=NOON,
        )


def test_what_is_empty_is_not_asked_for(django_assert_num_queries):
    case, people = a_case_with_people()
    with one_look():
        with django_assert_num_queries(1):
            assert not has_any(Child, case)
            assert children_of(case) == []
            assert list(rows_of(SafetyAction, case)) == []
            nothing = rows_of(Child, case).select_related("case").order_by("pk")
            assert not nothing.filter(number=1).exists()
            assert list(nothing[:1]) == []
            assert nothing.count() == 0
            assert nothing.first() is None
            assert nothing.aggregate(Max("number")) == {"number__max": None}
        assert not has_any(SafetyAction, case)
        full_of(case, people, 1)
        assert has_any(SafetyAction, case)
        assert [each.case for each in rows_of(SafetyAction, case)] == [case]


def test_outside_a_page_every_question_is_asked_anew():
    case, _people = a_case_with_people()
    assert children_of(case) == []
    with one_look():
        assert children_of(case) == []
        Child.objects.create(**belonging_to(case), number=1)
        assert children_of(case) == []  # one page tells one story
    assert len(children_of(case)) == 1


def test_a_step_that_is_taken_ends_what_a_page_remembers():
    case, people = a_case_with_people()
    with one_look():
        assert children_of(case) == []
        add_child(case, by=people["manager"], at=NOON)
        assert len(children_of(case)) == 1


def test_a_refused_step_ends_it_too():
    case, people = a_case_with_people()
    with one_look():
        assert children_of(case) == []
        Child.objects.create(**belonging_to(case), number=1)
        with pytest.raises(Refused):
            add_child(case, by=people["police"], at=NOON)
        assert len(children_of(case)) == 1
