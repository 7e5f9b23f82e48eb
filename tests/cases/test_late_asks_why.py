"""What is met late asks why, until somebody says so."""

from datetime import date, timedelta

import pytest

from heed.cases.actions import amend_start, give_reason_for_lateness
from heed.cases.deadlines import (
    ask_why_late,
    end_clocks,
    latest_deadline,
    running_deadline,
    start_clock,
)
from heed.cases.models import OpenItem
from heed.incidents.actions import record_notification, tell_partners
from heed.rulebook import process
from heed.rulebook.clocks import CLOCKS, NOTIFICATION_DUE, PARTNERS_TOLD
from heed.rulebook.lateness import gap_of, wants_a_reason
from heed.rulebook.rows import clocks_stopped
from tests.asked_of_each import asked_of_each
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db
LONG_AGO, LATER = date(2024, 1, 8), NOON + timedelta(days=1)
ASKING = sorted(c.slug for c in CLOCKS.values() if c.asks_why_late and c.limit)


def gaps():
    return set(OpenItem.objects.filter(answered_at=None).values_list("kind", flat=True))


@pytest.mark.parametrize("slug", ASKING)
def test_every_clock_that_needs_a_reason_asks_for_one_when_it_is_late(slug):
    clock = CLOCKS[slug]
    case, people = a_case_with_people()
    start_clock(clock, case, on=LONG_AGO, at=NOON)
    (ended,) = end_clocks([clock], case, on=NOON.date(), at=NOON)

    ask_why_late(ended, case, at=NOON)

    assert gap_of(clock) in gaps()
    give_reason_for_lateness(
        ended, reason="The server was down.", by=people["manager"], at=LATER
    )
    assert gap_of(clock) not in gaps()


def test_nobody_is_asked_who_was_in_time_or_of_what_asks_nothing():
    case, _people = a_case_with_people()
    for clock in CLOCKS.values():
        if clock.limit and clock.limit.number > 0:
            start_clock(clock, case, on=NOON.date(), at=NOON)
            (ended,) = end_clocks([clock], case, on=NOON.date(), at=NOON)
            ask_why_late(ended, case, at=NOON)
    assert not {kind for kind in gaps() if kind.startswith("late.")}


def test_a_step_that_ends_a_clock_late_leaves_the_gap():
    case, people = a_case_with_people()
    start_clock(PARTNERS_TOLD, case, on=LONG_AGO, at=NOON)
    tell_partners(case, by=people["coordinator"], at=NOON)
    assert gap_of(PARTNERS_TOLD) in gaps()


def notified(case, people, *, why):
    record_notification(
        case,
        sent_at=NOON,
        national_reference="",
        late_reason=why,
        by=people["local_authority"],
        at=NOON,
    )
    return latest_deadline(case, NOTIFICATION_DUE)


def test_what_the_form_of_a_step_asked_is_asked_once_and_kept_with_the_date():
    case, people = a_case_with_people()
    start_clock(NOTIFICATION_DUE, case, on=LONG_AGO, at=NOON)
    kept = notified(case, people, why="The portal was down.")
    assert kept.late_reason == "The portal was down."
    assert not gaps() & {"reasons.record_notification", gap_of(NOTIFICATION_DUE)}


def test_said_beside_the_date_it_fills_the_gap_of_the_step_too():
    case, people = a_case_with_people()
    start_clock(NOTIFICATION_DUE, case, on=LONG_AGO, at=NOON)
    kept = notified(case, people, why="")
    assert "reasons.record_notification" in gaps()
    give_reason_for_lateness(
        kept, reason="Nobody was there.", by=people["manager"], at=LATER
    )
    assert "reasons.record_notification" not in gaps()


@asked_of_each(process.STEPS.values(), named=lambda step: step.slug)
def test_a_decision_that_ends_a_clock_is_not_asked_why_it_was_late(step):
    for clock in clocks_stopped(step):
        if step.outcomes or step == process.WITHDRAW_NOTIFICATION:
            assert not wants_a_reason(step, clock)


def set_right(kept, people, on):
    return amend_start(
        kept,
        counted_from_on=on,
        reason="Dated by hand.",
        by=people["manager"],
        at=LATER,
    )


def test_a_start_corrected_after_the_end_says_whether_it_was_late_after_all():
    case, people = a_case_with_people()
    start_clock(NOTIFICATION_DUE, case, on=date(2026, 3, 6), at=NOON)
    kept = notified(case, people, why="")
    assert gap_of(NOTIFICATION_DUE) not in gaps()

    again = set_right(kept, people, LONG_AGO)

    assert (again.met_on, again.ended_because) == (NOON.date(), "met")
    assert running_deadline(case, NOTIFICATION_DUE) is None
    assert gap_of(NOTIFICATION_DUE) in gaps()

    in_time = set_right(again, people, date(2026, 3, 9))

    assert in_time.due_on > in_time.met_on
    assert gap_of(NOTIFICATION_DUE) not in gaps()
