"""How a deadline stands on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.clocks import (
    AVAILABILITY,
    NOTIFICATION_DUE,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.counting import due
from heed.rulebook.status import LABELS, SOON, Status, status

NOTIFICATION = due(NOTIFICATION_DUE, date(2026, 3, 30))  # Wednesday 8 April


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2026, 3, 30), Status.RUNNING),
        (date(2026, 4, 1), Status.RUNNING),
        (date(2026, 4, 2), Status.DUE_SOON),  # two working days are left
        (date(2026, 4, 6), Status.DUE_SOON),
        (date(2026, 4, 8), Status.DUE_SOON),  # to the end of the day
        (date(2026, 4, 9), Status.OVERDUE),
    ],
)
def test_an_open_deadline_runs_is_due_soon_and_is_overdue(today, stands):
    assert status(NOTIFICATION, None, today) == stands


def test_sent_on_the_last_day_is_in_time_and_a_day_later_is_late():
    today = date(2026, 6, 1)
    assert status(NOTIFICATION, date(2026, 4, 8), today) == Status.MET
    assert status(NOTIFICATION, date(2026, 4, 9), today) == Status.MET_LATE


def test_before_its_clock_runs_a_deadline_has_not_started():
    assert status(None, None, date(2026, 4, 1)) == Status.NOT_STARTED


@pytest.mark.parametrize("ended", [Status.NOT_REQUIRED, Status.SUPERSEDED])
def test_what_is_not_required_or_replaced_says_so_whatever_the_day(ended):
    assert status(NOTIFICATION, None, date(2030, 1, 1), ended=ended) == ended


def test_a_report_that_must_stay_is_never_overdue():
    stays = due(AVAILABILITY, date(2026, 10, 27))
    assert status(stays, None, date(2027, 10, 26)) == Status.RUNNING
    assert status(stays, None, date(2027, 10, 27)) == Status.MET
    assert status(stays, None, date(2030, 1, 2)) == Status.MET


def test_a_report_is_due_soon_four_weeks_before_its_six_months_end():
    publication = due(REPORT_DUE, date(2026, 4, 27))  # 27 October
    assert status(publication, None, date(2026, 9, 28)) == Status.RUNNING
    assert status(publication, None, date(2026, 9, 29)) == Status.DUE_SOON


def test_a_report_due_on_a_sunday_is_due_to_the_end_of_that_sunday():
    publication = due(REPORT_DUE, date(2026, 8, 30))  # Sunday 28 February
    assert status(publication, None, date(2027, 2, 28)) == Status.DUE_SOON
    assert status(publication, date(2027, 2, 28), date(2027, 3, 1)) == Status.MET
    assert status(publication, None, date(2027, 3, 1)) == Status.OVERDUE


def test_every_status_has_its_words():
    assert set(LABELS) == set(Status)


def test_every_unit_says_when_it_is_due_soon():
    assert set(SOON) == {"working day", "day", "month", "year"}


ORDER = [Status.RUNNING, Status.DUE_SOON, Status.OVERDUE]


@given(st.integers(0, 60), st.integers(0, 60))
def test_an_open_deadline_never_gets_better_with_time(first, more):
    rapid_review = due(RAPID_REVIEW_DUE, date(2026, 4, 2))
    today = date(2026, 4, 2) + timedelta(days=first)
    before = status(rapid_review, None, today)
    after = status(rapid_review, None, today + timedelta(days=more))
    assert ORDER.index(before) <= ORDER.index(after)


@given(st.integers(-5, 60), st.integers(0, 60))
def test_what_was_met_stays_as_it_was_met(done_after, more):
    done = date(2026, 3, 30) + timedelta(days=done_after)
    at_once = status(NOTIFICATION, done, done)
    assert status(NOTIFICATION, done, done + timedelta(days=more)) == at_once
    assert at_once in {Status.MET, Status.MET_LATE}
