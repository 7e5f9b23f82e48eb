"""A notification was withdrawn: who was asked is asked for no more, and no link says any
more whom it was about. Nothing that was typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.incidents.actions import withdraw_notification
from heed.incidents.queries import standing_notification
from heed.learning.actions import reopen_case
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries import is_asked_no_more
from tests.cases.factories import NOON, it_is
from tests.incidents.asking import browser_of, text
from tests.rapid_reviews.answering import NIL, AtTheLink
from tests.rapid_reviews.factories import a_request

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def agency(client):
    return AtTheLink(client)


def withdrawn(agency):
    withdraw_notification(
        standing_notification(agency.review.case),
        reasons="It proved to be a birth mark.",
        panel_told_on=NOON.date(),
        by=agency.people["local_authority"],
        at=NOON,
    )


def test_no_page_behind_the_link_says_whom_it_was_about(agency):
    assert "Lumi" in agency.get()

    withdrawn(agency)

    for page in ("", "full/", "full/check/", "papers/"):
        said = agency.get(page)
        assert "This is not asked any more" in said, page
        assert "Lumi" not in said


def test_what_was_typed_on_a_page_that_was_open_already_still_arrives(agency):
    withdrawn(agency)

    agency.post("", **NIL)

    assert agency.answer.author == NIL["author"]


def test_what_was_sent_with_a_mistake_comes_back_to_be_mended_and_names_nobody(agency):
    assert "Lumi" in agency.post("", kind="not_known", author="Pia Lund").text
    withdrawn(agency)

    said = agency.post("", kind="not_known", author="Pia Lund").text

    assert "There is a problem" in said
    assert "Pia Lund" in said
    assert "Lumi" not in said
    assert "You do not need to answer" in said


def test_a_case_that_is_taken_up_again_opens_the_links_with_what_was_kept(agency):
    agency.post("", kind="not_known", author="Pia Lund", later="yes")
    withdrawn(agency)
    case = agency.review.case
    case.refresh_from_db()
    assert "This is not asked any more" in agency.get()

    reopen_case(case, reason="A second scan.", by=agency.people["icb"], at=NOON)

    opened = agency.get()
    assert "Lumi" in opened
    assert "Pia Lund" in opened


def test_the_desk_is_told_and_an_agency_that_is_asked_anew_is_asked(agency):
    withdrawn(agency)
    case = agency.review.case
    with it_is(LATER):
        page = text(
            browser_of(agency.people["coordinator"]).get(
                reverse("case", args=[case.public_id])
            )
        )
    assert "No review follows, so nobody is reminded" in page

    anew, _ = a_request(agency.review, agency.people, at=LATER)

    asked = AgencyRequest.objects.visible_to(agency.people["coordinator"], at=LATER)
    over = {one.pk: is_asked_no_more(one) for one in asked}
    assert over == {agency.request.pk: True, anew.pk: False}
