"""A rapid review that no statute asks for: the partners may hold one, no fifteen days run,
and every page and the paper say what it is."""

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.steps import Refused
from heed.incidents.actions import record_notification
from heed.rapid_reviews.actions import open_local_rapid_review
from heed.rapid_reviews.missing import what_is_missing
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.pack import NOT_STATUTORY, pack_of
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import signed_off

pytestmark = pytest.mark.django_db

WHY = "Nobody was harmed, and it came close."


def opened(case, by):
    return open_local_rapid_review(case, reason=WHY, by=by, at=NOON)


def a_local_rapid_review():
    case, people = a_case_with_people()
    review = opened(case, people["police"])
    review.refresh_from_db()
    return review, people


def test_it_runs_no_fifteen_days_and_may_be_decided():
    review, people = a_local_rapid_review()
    assert review.without_statute
    assert running_deadline(review.case, RAPID_REVIEW_DUE) is None

    signed_off(review, people, "no_further_review")

    assert review.case.__class__.objects.get().stage == Stage.RAPID_REVIEW_SIGNED_OFF


def test_every_page_says_that_no_statute_asks_for_it(client):
    review, people = a_local_rapid_review()
    with it_is(NOON):
        signed_in(client, people["icb"])
        pages = [
            client.get(f"/cases/{review.case.public_id}/{page}").text
            for page in ("", "children/", "rapid-review/criteria/")
        ]
    assert all("Rapid review, no statute asks for it" in page for page in pages)


def test_the_paper_says_so_and_misses_no_notification():
    review, _people = a_local_rapid_review()

    assert "notification" not in {
        each.part for each in what_is_missing(review, at=NOON)
    }
    (told,) = [
        words
        for name, words in pack_of(review, at=NOON).facts
        if name == "Reference of the notification"
    ]
    assert told == NOT_STATUTORY


def test_a_notification_that_is_sent_after_all_makes_it_statutory(client):
    review, people = a_local_rapid_review()

    record_notification(
        review.case,
        sent_at=NOON,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )

    assert not RapidReview.objects.get().without_statute
    assert running_deadline(review.case, RAPID_REVIEW_DUE) is not None
    with it_is(NOON):
        signed_in(client, people["icb"])
        page = client.get(f"/cases/{review.case.public_id}/").text
    assert "no statute asks for it" not in page


def test_it_takes_a_partner_or_the_manager_and_a_reason():
    case, people = a_case_with_people()
    with pytest.raises(Refused, match="Only a"):
        opened(case, people["coordinator"])
    with pytest.raises(Refused, match="reasons"):
        open_local_rapid_review(case, reason="", by=people["icb"], at=NOON)
    assert not RapidReview.objects.exists()
