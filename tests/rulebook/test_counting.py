"""The clocks: every worked date, and what must hold for all others."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.clock import london_date
from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    CLOCKS,
    MONITORING,
    NATIONAL_AVAILABILITY,
    NOTIFICATION_DUE,
    PANEL_REPLY,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.counting import (
    CountingPolicy,
    NoPeriod,
    Trigger,
    due,
    earliest_publication,
    earliest_removal,
    latest_send_date,
    rapid_review_readings,
)
from heed.rulebook.working_days import Holidays, is_working_day, working_days_between

# The longest period is three years, and the list of holidays ends with 2035.
KNOWN_DAYS = st.dates(date(2018, 3, 1), date(2032, 10, 1))
COUNT_THE_DAY = CountingPolicy(include_trigger=True)
WITH_A_PERIOD = [clock for clock in CLOCKS.values() if clock.limit]
IN_WORKING_DAYS = [c for c in WITH_A_PERIOD if c.limit.unit == "working day"]


@pytest.mark.parametrize(
    ("aware", "last_day"),
    [
        (date(2026, 3, 30), date(2026, 4, 8)),  # Good Friday and Easter Monday
        (date(2026, 4, 2), date(2026, 4, 13)),  # the eve of Easter
        (date(2026, 5, 1), date(2026, 5, 11)),  # the early May holiday
        (date(2026, 8, 28), date(2026, 9, 7)),  # the August holiday
        (date(2026, 11, 21), date(2026, 11, 27)),  # known on a Saturday
        (date(2026, 12, 18), date(2026, 12, 29)),  # Christmas, substitute on Monday
        (date(2026, 12, 24), date(2027, 1, 5)),  # two holidays and New Year
        (date(2027, 3, 25), date(2027, 4, 5)),  # Easter 2027
        (date(2025, 12, 23), date(2026, 1, 2)),  # across Christmas 2025
    ],
)
def test_the_panel_is_notified_within_five_working_days(aware, last_day):
    assert due(NOTIFICATION_DUE, aware).due_on == last_day


@pytest.mark.parametrize(
    ("sent", "last_day", "if_the_day_counts"),
    [
        (date(2026, 3, 30), date(2026, 4, 22), date(2026, 4, 21)),
        (date(2026, 4, 2), date(2026, 4, 27), date(2026, 4, 24)),
        (date(2026, 4, 10), date(2026, 5, 1), date(2026, 4, 30)),  # three plain weeks
        (date(2026, 5, 21), date(2026, 6, 12), date(2026, 6, 11)),
        (date(2026, 12, 5), date(2026, 12, 29), date(2026, 12, 29)),  # a Saturday
        (date(2026, 12, 18), date(2027, 1, 13), date(2027, 1, 12)),
        (date(2026, 12, 24), date(2027, 1, 19), date(2027, 1, 18)),
        (date(2026, 12, 29), date(2027, 1, 20), date(2027, 1, 19)),
    ],
)
def test_the_rapid_review_is_sent_within_fifteen(sent, last_day, if_the_day_counts):
    assert due(RAPID_REVIEW_DUE, sent).due_on == last_day
    counted = due(RAPID_REVIEW_DUE, sent, policy=COUNT_THE_DAY)
    assert counted.due_on == if_the_day_counts


@pytest.mark.parametrize(
    ("decided", "last_day", "last_working_day"),
    [
        (date(2026, 4, 27), date(2026, 10, 27), date(2026, 10, 27)),
        (
            date(2026, 8, 30),
            date(2027, 2, 28),
            date(2027, 2, 26),
        ),  # month end, a Sunday
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 2, 26)),
        (date(2027, 8, 31), date(2028, 2, 29), date(2028, 2, 29)),  # a leap year
        (date(2026, 12, 31), date(2027, 6, 30), date(2027, 6, 30)),
    ],
)
def test_the_report_is_published_within_six_months(decided, last_day, last_working_day):
    publication = due(REPORT_DUE, decided)
    assert publication.due_on == last_day
    assert publication.last_working_day == last_working_day


@pytest.mark.parametrize(
    ("publish", "send_by"),
    [
        (date(2026, 5, 29), date(2026, 5, 19)),  # the spring holiday inside
        (date(2026, 4, 14), date(2026, 4, 1)),  # Easter inside
        (date(2026, 10, 27), date(2026, 10, 16)),
        (date(2027, 1, 8), date(2026, 12, 29)),  # Christmas inside
    ],
)
def test_the_report_goes_ahead_at_least_seven_working_days(publish, send_by):
    assert latest_send_date(publish) == send_by
    assert earliest_publication(send_by) <= publish
    assert earliest_publication(send_by + timedelta(days=1)) > publish


def test_a_report_stays_for_a_year():
    assert due(AVAILABILITY, date(2026, 5, 29)).due_on == date(2027, 5, 29)
    assert earliest_removal(date(2026, 5, 29)) == date(2027, 5, 29)


def test_a_report_of_the_leap_day_stays_to_the_first_of_march_to_be_safe():
    assert due(AVAILABILITY, date(2028, 2, 29)).due_on == date(2029, 2, 28)
    assert earliest_removal(date(2028, 2, 29)) == date(2029, 3, 1)
    last = due(AVAILABILITY, date(2028, 2, 29)).counting[-1]
    assert (last.date, last.counts) == (date(2029, 3, 1), False)
    assert "to be safe" in last.why


def test_a_national_report_stays_for_three_years():
    assert earliest_removal(date(2026, 5, 29), NATIONAL_AVAILABILITY) == date(
        2029, 5, 29
    )


def test_the_worked_chain():
    # Injured on Saturday 28 March 2026; the front door is told on Monday 30 March.
    assert due(NOTIFICATION_DUE, date(2026, 3, 30)).due_on == date(2026, 4, 8)
    # Sent on Thursday 2 April.
    readings = rapid_review_readings(
        {Trigger.SIN_SENT: date(2026, 4, 2), Trigger.LA_AWARE: date(2026, 3, 30)}
    )
    sent, aware = readings[Trigger.SIN_SENT], readings[Trigger.LA_AWARE]
    assert sent.due_on == date(2026, 4, 27)
    assert aware.due_on == date(2026, 4, 22)
    assert sent.due_on - aware.due_on == timedelta(days=5)
    # A review is decided in the rapid review that was signed off on 27 April.
    publication = due(REPORT_DUE, date(2026, 4, 27)).due_on
    assert publication == date(2026, 10, 27)
    assert latest_send_date(publication) == date(2026, 10, 16)
    assert earliest_removal(publication) == date(2027, 10, 27)


def test_a_minute_to_midnight_is_still_that_day():
    late = datetime(2026, 3, 30, 22, 59, tzinfo=UTC)
    assert due(NOTIFICATION_DUE, london_date(late)).due_on == date(2026, 4, 8)


def test_a_clock_runs_from_a_date_and_refuses_a_moment():
    with pytest.raises(TypeError, match="a date in England"):
        due(NOTIFICATION_DUE, datetime(2026, 3, 30, 23, 59, tzinfo=UTC))


def test_counting_the_day_itself_is_a_setting_of_the_rapid_review_alone():
    plain = due(NOTIFICATION_DUE, date(2026, 3, 30))
    assert due(NOTIFICATION_DUE, date(2026, 3, 30), policy=COUNT_THE_DAY) == plain


def test_a_clock_without_a_period_is_never_due():
    with pytest.raises(NoPeriod, match="Nobody sets a period for “The Panel's answer”"):
        due(PANEL_REPLY, date(2026, 3, 30))
    with pytest.raises(NoPeriod, match="Nobody sets a period"):
        earliest_removal(date(2026, 3, 30), PANEL_REPLY)


def test_a_local_holiday_moves_what_is_due():
    holidays = Holidays(added={date(2026, 4, 8): "Day of mourning"})
    notification = due(NOTIFICATION_DUE, date(2026, 3, 30), holidays=holidays)
    assert notification.due_on == date(2026, 4, 9)
    assert "Day of mourning" in {day.why for day in notification.counting}


def test_each_day_of_a_count_says_why():
    counting = due(NOTIFICATION_DUE, date(2026, 4, 4)).counting
    assert [(day.date.day, day.counts, day.why) for day in counting] == [
        (4, False, "day 0: the day itself never counts (Saturday)"),
        (5, False, "Sunday"),
        (6, False, "Easter Monday"),
        (7, True, "working day 1"),
        (8, True, "working day 2"),
        (9, True, "working day 3"),
        (10, True, "working day 4"),
        (11, False, "Saturday"),
        (12, False, "Sunday"),
        (13, True, "working day 5"),
    ]


def test_where_the_day_itself_counts_it_says_so():
    first = due(RAPID_REVIEW_DUE, date(2026, 4, 2), policy=COUNT_THE_DAY).counting[0]
    assert first.counts
    assert first.why == "day 1: here the day itself counts"


def test_a_month_without_such_a_day_says_so():
    last = due(REPORT_DUE, date(2026, 8, 31)).counting[-1]
    assert last.why == (
        "6 months; February has no 31, so its last day; Sunday: the last working day "
        "before it is Friday 26 February 2027"
    )


def test_the_days_used_are_those_that_counted():
    notification = due(NOTIFICATION_DUE, date(2026, 3, 30))
    assert notification.used_on(date(2026, 3, 30)) == 0
    assert notification.used_on(date(2026, 4, 6)) == 3  # Easter uses nothing
    assert notification.used_on(date(2026, 5, 1)) == 5


@pytest.mark.parametrize("clock", WITH_A_PERIOD, ids=lambda clock: clock.slug)
@given(start=KNOWN_DAYS)
def test_what_is_shown_day_by_day_is_what_was_counted(clock, start):
    answer = due(clock, start)
    counted = [day for day in answer.counting if day.counts]

    assert len(counted) == (abs(clock.limit.number) or 1)  # the same day: that day
    assert counted[-1].date == answer.due_on
    assert answer.counting[0].date == start
    assert all(day.why for day in answer.counting)
    assert is_working_day(answer.last_working_day)


@pytest.mark.parametrize("clock", IN_WORKING_DAYS, ids=lambda clock: clock.slug)
@given(start=KNOWN_DAYS)
def test_a_period_of_working_days_never_ends_on_a_day_off(clock, start):
    answer = due(clock, start)
    assert is_working_day(answer.due_on)
    assert working_days_between(start, answer.due_on) == clock.limit.number
    assert all(is_working_day(day.date) for day in answer.counting if day.counts)


@pytest.mark.parametrize("clock", WITH_A_PERIOD, ids=lambda clock: clock.slug)
@given(start=KNOWN_DAYS, later=st.integers(0, 40))
def test_starting_later_is_never_due_earlier(clock, start, later):
    assert due(clock, start).due_on <= due(clock, start + timedelta(days=later)).due_on


@given(KNOWN_DAYS)
def test_counting_the_day_itself_is_one_working_day_sooner_or_the_same(sent):
    plain = due(RAPID_REVIEW_DUE, sent).due_on
    counted = due(RAPID_REVIEW_DUE, sent, policy=COUNT_THE_DAY).due_on
    assert working_days_between(counted, plain) == int(is_working_day(sent))


@given(KNOWN_DAYS)
def test_the_earliest_publication_is_the_first_day_that_is_early_enough(sent):
    publish = earliest_publication(sent)
    assert latest_send_date(publish) >= sent
    assert latest_send_date(publish - timedelta(days=1)) < sent


@given(KNOWN_DAYS)
def test_a_report_is_never_taken_down_before_its_year_is_over(published):
    assert earliest_removal(published) >= due(AVAILABILITY, published).due_on
    assert earliest_removal(published) - published >= timedelta(days=365)


def test_monitoring_falls_every_four_weeks():
    assert due(MONITORING, date(2026, 5, 5)).due_on == date(2026, 6, 2)


def test_a_plan_to_publish_beyond_the_list_is_refused():
    with pytest.raises(ValueError, match="2041"):
        due(ADVANCE_COPY, date(2041, 5, 1))
