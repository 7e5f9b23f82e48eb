"""The board of deadlines says of each clock what still matters of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.cases.deadlines import start_clock
from heed.cases.queries import next_deadline, running_deadlines, shown
from heed.cases.templatetags.case_words import time_left, tone
from heed.learning.actions import agree_new_date, plan_action
from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    MONITORING,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import an_organisation

pytestmark = pytest.mark.django_db


def an_action_due(day):
    case, people = a_case_with_people()
    people["manager"].organisation = an_organisation(case.partnership, at=NOON)
    people["manager"].save(update_fields=["organisation"])
    action = plan_action(
        case,
        text="Ask about fathers at every first visit.",
        owner=people["manager"],
        due_on=day,
        by=people["manager"],
        at=NOON,
    )
    return action, people


def test_an_action_is_named_by_its_number_and_is_late_after_its_day():
    _action, people = an_action_due(date(2026, 3, 20))
    later = NOON + timedelta(days=11)

    (found,) = running_deadlines(people["manager"], at=later)

    assert found.name == "Action 1: complete the action"
    assert time_left(found, later) == "2 days late"
    assert tone(found) == "late"


def test_an_action_is_held_to_the_date_agreed_last_and_shows_the_first():
    action, people = an_action_due(date(2026, 3, 20))
    agree_new_date(
        action,
        new_target_on=date(2026, 4, 30),
        reason="The trainer is ill.",
        told="The partners",
        by=people["manager"],
        at=NOON,
    )

    (found,) = running_deadlines(people["manager"], at=NOON + timedelta(days=11))

    assert not found.is_late
    assert found.kept.due_on == date(2026, 3, 20)
    assert found.target_on == date(2026, 4, 30)


def test_a_shortest_period_that_is_over_is_never_late():
    case, people = a_case_with_people()
    kept = start_clock(AVAILABILITY, case, on=date(2025, 1, 14), at=NOON)

    assert time_left(shown(kept, at=NOON), NOON) == "this period is over"
    assert running_deadlines(people["manager"], at=NOON) == []
    assert next_deadline(case, at=NOON) is None


@pytest.mark.parametrize(
    ("clock", "start", "today", "words"),
    [
        # Sent on Wednesday 11 March; Good Friday (3 April) lies after its end.
        (RAPID_REVIEW_DUE, (3, 11), (3, 11), "15 working days left (day 0 of 15)"),
        (RAPID_REVIEW_DUE, (3, 11), (3, 26), "4 working days left (day 11 of 15)"),
        (RAPID_REVIEW_DUE, (3, 11), (3, 28), "3 working days left (day 12 of 15)"),
        (RAPID_REVIEW_DUE, (3, 11), (3, 31), "1 working day left (day 14 of 15)"),
        (RAPID_REVIEW_DUE, (3, 11), (4, 1), "due today"),
        (RAPID_REVIEW_DUE, (3, 11), (4, 7), "2 working days late"),
        # Counted back from publication on 27 April, so no day of so many is said.
        (ADVANCE_COPY, (4, 27), (4, 14), "2 working days left"),
        (MONITORING, (3, 11), (3, 31), "8 days left (day 20 of 28)"),
        (REPORT_DUE, (3, 11), (4, 30), "4 months and 12 days left"),
        (REPORT_DUE, (3, 11), (9, 10), "1 day left"),
        (REPORT_DUE, (3, 11), (10, 11), "1 month late"),
        (AVAILABILITY, (3, 11), (9, 11), "6 months to run"),
    ],
)
def test_the_time_left_is_told_in_the_unit_of_the_clock(clock, start, today, words):
    case, _ = a_case_with_people()
    kept = start_clock(clock, case, on=date(2026, *start), at=NOON)
    moment = datetime(2026, *today, 12, tzinfo=UTC)

    assert time_left(shown(kept, at=moment), moment) == words
