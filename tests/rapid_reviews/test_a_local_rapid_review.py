"""A rapid review that no statute asks for: the partners may hold one, no fifteen days run,
and every page and the paper say what it is."""

import pytest
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.learned import points_without_action, said_in
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.incidents.actions import record_notification
from heed.learning.actions import open_actions
from heed.rapid_reviews.actions import (
    close_without_review,
    open_local_rapid_review,
    write_part,
)
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


def stage_of(review):
    return Case.objects.get(pk=review.case.pk).stage


def notified(review, people):
    record_notification(
        review.case,
        sent_at=NOON,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )


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

    assert stage_of(review) == Stage.RAPID_REVIEW_SIGNED_OFF


@pytest.mark.parametrize(
    ("decided", "stage"),
    [
        ("no_further_review", Stage.NO_FURTHER_REVIEW),
        ("other_learning", Stage.OTHER_LEARNING),
    ],
)
def test_it_ends_as_the_three_decided_and_what_was_learned_goes_on(
    client, decided, stage
):
    review, people = a_local_rapid_review()
    learned = {"part": "learning", "words": "- Ask who lives with a baby."}
    write_part(review, **learned, by=people["coordinator"], at=NOON)
    signed_off(review, people, decided)
    path = reverse("close_without_review", args=[review.case.public_id])
    with it_is(NOON):
        signed_in(client, people["icb"])
        assert path in client.get(f"/cases/{review.case.public_id}/").text
        client.post(path, {"reason": "All is known."})

    assert stage_of(review) == stage
    (point,) = points_without_action(review.case)
    assert said_in(point) == "Ask who lives with a baby."
    open_actions(review.case, by=people["icb"], at=NOON)
    assert stage_of(review) == Stage.ACTIONS_OPEN


def test_a_national_review_that_it_recommends_is_for_the_panel_first(client):
    review, people = a_local_rapid_review()
    signed_off(review, people, "recommend_national")

    assert_that_the_panel_is_first(client, review, people)


def test_once_it_was_notified_after_all_the_panel_reads_it_before_it_ends(client):
    review, people = a_local_rapid_review()
    signed_off(review, people, "no_further_review")
    notified(review, people)

    assert_that_the_panel_is_first(client, review, people)


def assert_that_the_panel_is_first(client, review, people):
    case = Case.objects.get()
    with it_is(NOON):
        signed_in(client, people["icb"])
        shown = client.get(f"/cases/{case.public_id}/").text
    assert reverse("close_without_review", args=[case.public_id]) not in shown
    with pytest.raises(Refused, match="The Panel reads this rapid review first"):
        close_without_review(case, reason="It is.", by=people["icb"], at=NOON)
    assert stage_of(review) == Stage.RAPID_REVIEW_SIGNED_OFF


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

    notified(review, people)

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
