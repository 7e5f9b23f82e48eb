"""The dates of a case stand at the top of each of its pages."""

from datetime import date, timedelta

import pytest

from heed.cases.actions import note_earliest_awareness
from heed.cases.date_strip import date_strip
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off

pytestmark = pytest.mark.django_db


def told(case, *, at=NOON):
    return [
        (one.what, one.day, "late" if one.is_late else "due" if one.is_due else "")
        for one in date_strip(case, at=at)
    ]


def test_while_awareness_is_not_settled_its_earliest_day_is_said_to_be_that():
    case, people = a_case_with_people()
    note_earliest_awareness(case, on=NOON.date(), by=people["manager"], at=NOON)
    case.happened_on = date(2026, 3, 2)
    assert told(case) == [
        ("Incident", date(2026, 3, 2), ""),
        ("Authority aware, at the earliest", NOON.date(), ""),
        ("Notify by", date(2026, 3, 18), "due"),
    ]
    later = NOON + timedelta(days=8)
    assert told(case, at=later)[-1] == ("Notify by", date(2026, 3, 18), "late")


def test_what_was_met_stands_in_the_place_of_what_was_due():
    review, people = a_rapid_review(at=NOON)
    names = [what for what, *_ in told(review.case)]
    assert "Rapid review due" in names
    sent_to_the_panel(signed_off(review, people, at=NOON), people, at=NOON)
    names = [what for what, *_ in told(review.case)]
    assert "Rapid review sent" in names
    assert "Rapid review due" not in names


def test_every_page_of_a_case_shows_its_dates(client):
    review, people = a_rapid_review(at=NOON)
    one = f"/cases/{review.case.public_id}/"
    with it_is(NOON):
        browser = signed_in(client, people["manager"])
        for page in ("", "history/", "children/", "family/", "access/"):
            shown = browser.get(one + page).text
            assert 'aria-label="Dates of this case"' in shown, page
            assert "Rapid review due" in shown
