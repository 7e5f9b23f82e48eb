"""A mistyped year, of which no bank holidays are known, is refused in a sentence: what was
typed stays on the page, nothing is kept, and the paper for the Panel still opens."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import send_to_panel
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db
NOT_KNOWN = "The bank holidays of 2006 are not known here"
MEANT_2026 = datetime(2006, 3, 9, 16, 40, tzinfo=UTC)


def on(name, moment=MEANT_2026):
    return {
        f"{name}-day": moment.day,
        f"{name}-month": moment.month,
        f"{name}-year": moment.year,
        f"{name}-time": f"{moment:%H:%M}",
    }


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("settle_awareness", on("aware_at") | {"basis": "The school rang."}),
        (
            "log_notification",
            on("sent_at") | {"national_reference": "The school rang."},
        ),
        (
            "log_enquiry",
            on("asked_at") | {"asked_by": "panel", "words": "The school rang."},
        ),
    ],
)
def test_a_page_of_a_case_says_so_and_keeps_what_was_typed(client, page, typed):
    case, people = a_case_with_people()
    who = "local_authority" if page == "settle_awareness" else "coordinator"
    signed_in(client, people[who])
    taken = StepTaken.objects.count()
    with it_is(NOON):
        answer = client.post(reverse(page, args=[case.public_id]), typed)
    words = answer.content.decode()
    assert answer.status_code == 200
    assert NOT_KNOWN in words
    assert "The school rang." in words
    assert StepTaken.objects.count() == taken


def test_no_case_begins_in_such_a_year(client):
    _case, people = a_case_with_people()
    signed_in(client, people["coordinator"])
    with it_is(NOON):
        answer = client.post(reverse("begin_with_notification"), on("sent_at"))
    assert NOT_KNOWN in answer.content.decode()
    assert Case.objects.count() == 1


def test_what_was_sent_in_such_a_year_ends_no_clock_and_the_paper_still_opens(client):
    review, people = a_rapid_review()
    with pytest.raises(Refused, match=NOT_KNOWN):
        send_to_panel(
            review,
            sent_at=MEANT_2026,
            route="The Panel's secure mailbox",
            proof="Receipt 4471",
            late_reason="",
            by=people["coordinator"],
            at=NOON,
        )
    assert running_deadline(review.case, RAPID_REVIEW_DUE) is not None
    signed_in(client, people["manager"])
    with it_is(NOON):
        shown = client.get(reverse("submission", args=[review.case.public_id]))
    assert shown.status_code == 200
