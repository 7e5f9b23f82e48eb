"""A case is taken up again because something is newly known: it is considered anew,
notified anew, and its clocks run from the new awareness."""

from datetime import UTC, date, datetime

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.queries import what_can_be_done
from heed.incidents.actions import record_notification, settle_awareness
from heed.incidents.models import Notification
from heed.learning.actions import reopen_case
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db
KNOWN = datetime(2026, 9, 27, 9, 0, tzinfo=UTC)
TAKEN_UP = datetime(2026, 9, 28, 12, 0, tzinfo=UTC)
NOTIFYING = {
    "decide_on_notification",
    "record_notification",
    "log_outside_notification",
}


def notified(case, people, *, sent_at, at):
    return record_notification(
        case,
        sent_at=sent_at,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=at,
    )


def aware(case, people, *, at=TAKEN_UP):
    settle_awareness(
        case,
        aware_at=KNOWN,
        basis="The post-mortem.",
        by=people["local_authority"],
        at=at,
    )


def offered(case, people, *, at=TAKEN_UP):
    case.refresh_from_db()
    can = what_can_be_done(case, people["local_authority"], at=at)
    return {offer.step.slug for offer, _ in can} & NOTIFYING


@pytest.fixture
def taken_up():
    case, people = a_case_with_people(stage=Stage.ACTIONS_OPEN)
    notified(case, people, sent_at=NOON, at=NOON)
    assert offered(case, people, at=NOON) == set()
    reopen_case(case, reason="A post-mortem.", by=people["icb"], at=TAKEN_UP)
    return case, people


def test_what_was_sent_before_does_not_meet_the_new_clock(taken_up):
    case, people = taken_up

    aware(case, people)

    running = running_deadline(case, NOTIFICATION_DUE)
    assert running.counted_from_on == date(2026, 9, 27)
    assert running.due_on == date(2026, 10, 2)


def test_it_can_be_decided_and_notified_again(taken_up):
    case, people = taken_up
    assert offered(case, people) == NOTIFYING

    aware(case, people)
    notified(case, people, sent_at=TAKEN_UP, at=TAKEN_UP)

    assert running_deadline(case, NOTIFICATION_DUE) is None
    assert offered(case, people) == set()
    assert Notification.objects.filter(case=case).count() == 2


def test_one_sent_between_awareness_and_taking_up_counts(taken_up):
    case, people = taken_up
    notified(case, people, sent_at=KNOWN, at=TAKEN_UP)

    aware(case, people)

    assert running_deadline(case, NOTIFICATION_DUE) is None
    assert offered(case, people) == set()
