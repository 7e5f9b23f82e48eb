"""The board of deadlines says of each clock what still matters of it."""

from datetime import date, timedelta

import pytest

from heed.cases.deadlines import start_clock
from heed.cases.queries import next_deadline, running_deadlines, shown
from heed.cases.templatetags.case_words import time_left, tone
from heed.learning.actions import agree_new_date, plan_action
from heed.rulebook.clocks import AVAILABILITY
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
