"""One local review looks at several cases on the same theme. Each case keeps its own list
of people and its own six months; who may open one and not the other sees nothing of it."""

import pytest

from heed.cases.actions import exclude_person
from heed.cases.deadlines import running_deadline
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import (
    join_review,
    leave_joined_review,
)
from heed.rapid_reviews.models import JoinedReview, RapidReview
from heed.rapid_reviews.queries import looked_at_together, reviews_to_join
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, a_case, declared, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, signed_off
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

WHY = "Babies in both went home to people whom nobody had met."


@walked_once
def two_cases():
    """Two cases of one partnership, in each of which a local review was decided on."""
    review, people = a_rapid_review()
    signed_off(review, people, "thematic_local_review")
    other = a_case(review.partnership, stage=Stage.RAPID_REVIEW)
    declared(other, *people.values())
    second = RapidReview.objects.create(
        case=other,
        partnership=other.partnership,
        data_key=other.data_key,
        opened_at=NOON,
        parts={},
    )
    signed_off(second, people, "local_review")
    return review.case, other, people


def joined(case, leads, by):
    return join_review(case, leads=leads, why=WHY, by=by, at=NOON)


def references(case, person):
    return [each.case.reference for each in looked_at_together(case, person, at=NOON)]


def test_a_case_joins_another_and_keeps_its_own_six_months(client):
    lead, case, people = two_cases()
    before = running_deadline(case, REPORT_DUE)

    joined(case, lead, people["icb"])

    assert running_deadline(case, REPORT_DUE) == before
    both = [lead.reference, case.reference]
    assert references(case, people["police"]) == both
    assert references(lead, people["police"]) == both
    with it_is(NOON):
        signed_in(client, people["police"])
        for one in (lead, case):
            page = client.get(f"/cases/{one.public_id}/").text
            assert "One review of several cases" in page
            assert WHY in page


def test_who_may_not_open_the_other_case_sees_nothing_of_it(client):
    lead, case, people = two_cases()
    joined(case, lead, people["icb"])
    exclude_person(
        case, person=people["police"], reason="Kin", by=people["manager"], at=NOON
    )

    assert references(lead, people["police"]) == []
    with it_is(NOON):
        page = signed_in(client, people["police"]).get(f"/cases/{lead.public_id}/").text
    assert case.reference not in page
    assert "One review of several cases" not in page
    assert WHY not in page


def test_only_a_review_that_is_held_and_open_to_oneself_is_joined():
    lead, case, people = two_cases()
    undecided = a_case(lead.partnership, stage=Stage.RAPID_REVIEW)
    declared(undecided, *people.values())
    assert reviews_to_join(case, people["icb"], at=NOON) == [lead]

    with pytest.raises(Refused, match="cannot be joined"):
        joined(case, undecided, people["icb"])
    with pytest.raises(Refused, match="Only a delegated partner"):
        joined(case, lead, people["manager"])
    exclude_person(
        lead, person=people["icb"], reason="Kin", by=people["manager"], at=NOON
    )
    with pytest.raises(Refused, match="cannot be joined"):
        joined(case, lead, people["icb"])


def test_a_case_is_in_one_review_at_a_time_and_no_chain_comes_of_it():
    lead, case, people = two_cases()
    joined(case, lead, people["icb"])

    with pytest.raises(Refused, match="cannot be joined"):
        joined(lead, case, people["icb"])
    with pytest.raises(Refused, match="already"):
        joined(case, lead, people["police"])


def test_it_is_looked_at_by_itself_again_with_a_reason():
    lead, case, people = two_cases()
    joined(case, lead, people["icb"])

    leave_joined_review(case, reason="It differs.", by=people["police"], at=NOON)

    assert references(lead, people["icb"]) == []
    assert JoinedReview.objects.get().left_at == NOON
    with pytest.raises(Refused, match="by itself"):
        leave_joined_review(case, reason="Again.", by=people["police"], at=NOON)
    joined(case, lead, people["icb"])


def test_the_page_joins_it(client):
    lead, case, people = two_cases()
    path = f"/cases/{case.public_id}/rapid-review/together/"
    with it_is(NOON):
        signed_in(client, people["icb"])
        assert lead.reference in client.get(path).text
        client.post(path, {"leads": str(lead.pk), "why": WHY})
    assert JoinedReview.objects.get().why == WHY
