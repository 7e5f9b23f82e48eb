"""An area that changes how it counts days has what still runs counted anew, once; the
day before stays beside it, and what was met stays what it was."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.cases.actions import (
    amend_start,
    extend_deadline,
    note_earliest_awareness,
    recount,
    recount_everywhere,
)
from heed.cases.actions.deadlines import count_anew
from heed.cases.deadlines import end_clocks, running_deadline, target_of
from heed.cases.models import Deadline, StepTaken
from heed.cases.queries import starts_before
from heed.cases.steps import Refused
from heed.incidents.actions import record_notification, settle_awareness
from heed.partnership.actions import amend_bank_holiday, amend_partnership
from heed.referrals.actions import recount_referrals_everywhere
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE, TRIAGE
from tests.cases.factories import HEED, a_case_with_people
from tests.referrals.factories import a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
AWARE = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
SENT = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
LATER = SENT + timedelta(days=2)


@walked_once
def a_notified_case():
    """Aware on Friday 6 March, notified on Wednesday 11 March."""
    case, people = a_case_with_people(at=AWARE)
    by = people["local_authority"]
    settle_awareness(case, aware_at=AWARE, basis="The log.", by=by, at=SENT)
    record_notification(
        case, sent_at=SENT, national_reference="", late_reason="", by=by, at=SENT
    )
    return case, people


@pytest.fixture
def here(django_capture_on_commit_callbacks):
    case, people = a_notified_case()

    def choose(**choices):
        with django_capture_on_commit_callbacks(execute=True):
            amend_partnership(
                case.partnership, choices=choices, by=people["manager"], at=LATER
            )

    return people | {"case": case, "choose": choose}


def days(case):
    running = running_deadline(case, RAPID_REVIEW_DUE)
    return running.counted_from_on.day, running.due_on


def test_a_changed_setting_recounts_what_still_runs_and_keeps_the_old_day(here):
    case = here["case"]
    assert days(case) == (11, date(2026, 4, 1))

    here["choose"](rr_day_counting="include_trigger")

    assert days(case) == (11, date(2026, 3, 31))
    ((before, why),) = starts_before(running_deadline(case, RAPID_REVIEW_DUE))
    assert before.due_on == date(2026, 4, 1)
    name = here["manager"].name
    assert why == (
        f"{name} changed whether the day itself counts on Friday 13 March 2026."
    )


def test_another_first_day_is_taken_and_given_back(here):
    case = here["case"]
    here["choose"](rr_trigger="la_aware")
    assert days(case) == (6, date(2026, 3, 27))
    here["choose"](rr_trigger="sin_sent")
    assert days(case) == (11, date(2026, 4, 1))


def test_what_changes_no_day_changes_nothing(here):
    here["choose"](rr_day_counting="exclude_trigger", short_name="Quillshire")
    assert not StepTaken.objects.filter(step="count_anew").exists()


def test_what_was_met_stays_as_it_was_met(here):
    case = here["case"]
    end_clocks([RAPID_REVIEW_DUE], case, on=date(2026, 4, 1), at=LATER)
    here["choose"](rr_day_counting="include_trigger")
    kept = Deadline.objects.get(clock="rapid_review")
    assert (kept.due_on, kept.superseded_at) == (date(2026, 4, 1), None)


def test_a_first_day_that_a_person_set_right_stays(here):
    case = here["case"]
    amend_start(
        running_deadline(case, RAPID_REVIEW_DUE),
        counted_from_on=date(2026, 3, 10),
        reason="The portal says so.",
        by=here["manager"],
        at=LATER,
    )
    here["choose"](rr_trigger="la_aware", rr_day_counting="include_trigger")
    assert days(case) == (10, date(2026, 3, 30))


def test_a_later_target_that_was_agreed_stands_beside_the_new_day(here):
    running = running_deadline(here["case"], RAPID_REVIEW_DUE)
    extend_deadline(
        running,
        new_target_on=date(2026, 4, 20),
        reason="The inquest.",
        told="The Panel",
        by=here["police"],
        at=LATER,
    )
    here["choose"](rr_day_counting="include_trigger")
    running = running_deadline(here["case"], RAPID_REVIEW_DUE)
    assert target_of(running) == date(2026, 4, 20)


def test_a_day_of_mourning_moves_what_runs(here, django_capture_on_commit_callbacks):
    case = here["case"]
    with django_capture_on_commit_callbacks(execute=True):
        amend_bank_holiday(
            case.partnership,
            day=date(2026, 3, 20),
            is_holiday=True,
            reason="A day of mourning",
            by=here["manager"],
            at=LATER,
        )
    assert days(case) == (11, date(2026, 4, 2))


def test_what_is_provisional_stays_so_and_becomes_so_where_nobody_has_said_the_day(
    django_capture_on_commit_callbacks,
):
    case, people = a_case_with_people(at=AWARE)
    manager = people["manager"]
    note_earliest_awareness(case, on=SENT.date(), by=manager, at=SENT)
    with django_capture_on_commit_callbacks(execute=True):
        amend_bank_holiday(
            case.partnership,
            day=date(2026, 3, 17),
            is_holiday=True,
            reason="A day of mourning",
            by=manager,
            at=SENT,
        )
    assert due_of(case, NOTIFICATION_DUE) == date(2026, 3, 19)
    assert running_deadline(case, NOTIFICATION_DUE).provisional

    by = people["local_authority"]
    record_notification(
        case, sent_at=SENT, national_reference="", late_reason="", by=by, at=SENT
    )
    firm = days(case)
    for trigger, provisional in (("la_aware", True), ("sin_sent", False)):
        with django_capture_on_commit_callbacks(execute=True):
            choices = {"rr_trigger": trigger}
            amend_partnership(case.partnership, choices=choices, by=manager, at=LATER)
        assert days(case) == firm
        assert running_deadline(case, RAPID_REVIEW_DUE).provisional is provisional


def test_what_was_missed_is_caught_up_with_and_once_only(here):
    case = here["case"]
    Deadline.objects.filter(clock="rapid_review").update(due_on=date(2026, 3, 2))
    assert recount_everywhere(by=HEED, at=LATER) == 1
    assert recount(case.partnership, why="Again.", by=HEED, at=LATER) == 0
    assert days(case) == (11, date(2026, 4, 1))


def test_what_was_counted_or_met_meanwhile_is_not_counted_twice(here):
    case = here["case"]
    before = running_deadline(case, RAPID_REVIEW_DUE)
    here["choose"](rr_trigger="la_aware")
    with pytest.raises(Refused):
        count_anew(before, on=before.counted_from_on, why="Both.", by=HEED, at=LATER)
    running = Deadline.objects.filter(
        clock="rapid_review", met_on=None, superseded_at=None
    )
    assert running.count() == 1


def test_a_referral_that_is_no_case_yet_is_counted_anew_too(
    here, django_capture_on_commit_callbacks
):
    area = here["case"].partnership
    referral = a_referral(area, at=SENT)
    assert due_of(referral, TRIAGE) == date(2026, 3, 12)

    with django_capture_on_commit_callbacks(execute=True):
        amend_bank_holiday(
            area,
            day=date(2026, 3, 12),
            is_holiday=True,
            reason="A day of mourning",
            by=here["manager"],
            at=SENT,
        )

    assert due_of(referral, TRIAGE) == date(2026, 3, 13)
    why = StepTaken.objects.filter(step="count_anew", spine_id=referral.pk)
    assert ["changed a bank holiday" in each.reasons for each in why] == [True]
    assert recount_referrals_everywhere(by=HEED, at=LATER) == 0


def due_of(spine, rule):
    return running_deadline(spine, rule).due_on
