"""The Panel's own report: the business unit records that it is public, and for how
long it stays so."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import record_panel_answer
from heed.reviews.actions import record_national_report, remove_national_report
from heed.rulebook.clocks import NATIONAL_AVAILABILITY, NATIONAL_REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off

pytestmark = pytest.mark.django_db


def a_national_review():
    review, people = a_rapid_review()
    sent_to_the_panel(signed_off(review, people), people)
    record_panel_answer(
        review.case,
        answer="national_review",
        dated_on=NOON.date(),
        words="We hold one ourselves.",
        by=people["coordinator"],
        at=NOON,
    )
    return Case.objects.get(pk=review.case.pk), people


def test_it_is_recorded_on_its_page_and_keeps_its_three_years(client):
    case, people = a_national_review()
    assert running_deadline(case, NATIONAL_REPORT_DUE) is not None
    address = reverse("record_national_report", args=[case.public_id])
    day = NOON.date() - timedelta(days=1)
    signed_in(client, people["coordinator"])
    said = {f"published_on-{part}": getattr(day, part) for part in DAY}

    with it_is(NOON):
        offered = client.get(reverse("case", args=[case.public_id])).content.decode()
        assert client.post(address, said).status_code == 302

    assert address in offered
    case.refresh_from_db()
    assert case.stage == Stage.ACTIONS_OPEN
    assert running_deadline(case, NATIONAL_REPORT_DUE) is None
    kept = running_deadline(case, NATIONAL_AVAILABILITY)
    assert kept.due_on == date(day.year + 3, day.month, day.day)
    assert StepTaken.objects.get(step="record_national_report").effective_on == day


DAY = ("day", "month", "year")


def test_it_is_not_taken_down_before(client):
    case, people = a_national_review()
    by = people["coordinator"]
    record_national_report(case, published_on=NOON.date(), by=by, at=NOON)
    due = running_deadline(case, NATIONAL_AVAILABILITY).due_on
    after = NOON + timedelta(days=4 * 366)

    early = due - timedelta(days=1)
    with pytest.raises(Refused, match="at least three years"):
        remove_national_report(case, taken_down_on=early, by=by, at=after)
    remove_national_report(case, taken_down_on=due, by=by, at=after)

    assert running_deadline(case, NATIONAL_AVAILABILITY) is None
    with pytest.raises(Refused, match="No national report"):
        remove_national_report(case, taken_down_on=due, by=by, at=after)


@pytest.mark.parametrize("who", ["icb", "police"])
def test_the_business_unit_records_it(who):
    case, people = a_national_review()
    with pytest.raises(Refused, match="Only"):
        record_national_report(case, published_on=NOON.date(), by=people[who], at=NOON)
