"""Who still opens a case once it is closed, and which links still open anything."""

from datetime import timedelta

import pytest
from django.test import Client

from heed.audit.actors import LinkHolder
from heed.cases.models import AccessGrant, Case
from heed.cases.steps import Refused
from heed.learning.actions import close_case
from heed.rapid_reviews.actions import open_request
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, it_is
from tests.learning.factories import a_case_that_learns
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.reviews.factories import on_the_list

pytestmark = pytest.mark.django_db
TOMORROW = NOON + timedelta(days=1)
LEAVE = (
    Role.LEAD_REVIEWER,
    Role.RAPID_REVIEW_MEMBER,
    Role.SCRUTINEER,
    Role.LEGAL_ADVISER,
    Role.FAMILY_CONTACT,
)


def a_case_to_close():
    return a_case_that_learns(stage=Stage.IMPACT_ASSURED)


def closed(case, people, **more):
    return close_case(case, reason="All is done.", by=people["icb"], at=NOON, **more)


def opens(person, case, *, at=NOON):
    return Case.objects.opened_by(person, at=at).filter(pk=case.pk).exists()


@pytest.mark.parametrize("role", LEAVE)
def test_whoever_a_closed_case_does_not_need_leaves_its_list_at_once(role):
    case, people = a_case_to_close()
    person = on_the_list(case, people, role, at=NOON)
    assert opens(person, case)

    closed(case, people)

    assert not opens(person, case)


def test_the_business_unit_and_the_partners_stay():
    case, people = a_case_to_close()
    closed(case, people)

    stays = ("manager", "coordinator", "local_authority", "icb", "police")
    assert all(opens(people[who], case, at=TOMORROW) for who in stays)


def test_a_lead_reviewer_stays_until_the_aftercare_that_was_agreed_is_over():
    case, people = a_case_to_close()
    reviewer = on_the_list(case, people, Role.LEAD_REVIEWER, at=NOON)

    closed(case, people, aftercare_until=TOMORROW.date())

    assert opens(reviewer, case, at=TOMORROW)
    assert not opens(reviewer, case, at=TOMORROW + timedelta(days=1))


def test_aftercare_is_not_agreed_for_a_day_that_is_past():
    case, people = a_case_to_close()
    with pytest.raises(Refused, match="day to come"):
        closed(case, people, aftercare_until=NOON.date() - timedelta(days=1))
    assert not AccessGrant.objects.filter(case=case, revoked_at=NOON).exists()


def test_the_links_of_a_closed_case_open_nothing():
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    Case.objects.filter(pk=review.case.pk).update(stage=Stage.IMPACT_ASSURED)

    closed(review.case, people)

    request.refresh_from_db()
    assert request.state == AgencyRequest.State.REVOKED
    by = LinkHolder(str(request.pk), "Hospitals")
    with pytest.raises(Refused):
        open_request(request, code=code, by=by, at=NOON)


def test_a_link_opens_nothing_while_its_case_is_closed():
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    Case.objects.filter(pk=review.case.pk).update(stage=Stage.CLOSED)

    by = LinkHolder(str(request.pk), "Hospitals")
    with pytest.raises(Refused):
        open_request(request, code=code, by=by, at=NOON)


def test_the_partner_who_closes_says_until_when_the_reviewer_stays(client: Client):
    case, people = a_case_to_close()
    reviewer = on_the_list(case, people, Role.LEAD_REVIEWER, at=NOON)
    signed_in(client, people["icb"])
    sent = {
        "reason": "All is done.",
        "aftercare_until-day": "12",
        "aftercare_until-month": "3",
        "aftercare_until-year": "2026",
    }
    with it_is(NOON):
        client.post(f"/cases/{case.public_id}/close/", sent)

    case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    assert AccessGrant.objects.get(person=reviewer).ends_on == TOMORROW.date()
