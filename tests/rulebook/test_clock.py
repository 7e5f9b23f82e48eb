"""The one place that asks the time."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed import clock


@pytest.fixture
def _demonstration():
    clock.set_offset_source(lambda: timedelta(days=-257))
    yield
    clock.set_offset_source(None)


def test_now_is_a_moment_in_utc():
    assert clock.now().utcoffset() == timedelta()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.usefixtures("_demonstration")
def test_the_demonstration_moves_the_process_and_leaves_sign_in_in_real_time():
    apart = clock.real_now() - clock.now()

    assert abs(apart - timedelta(days=257)) < timedelta(minutes=1)
    assert abs(clock.real_now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_without_a_demonstration_there_is_no_offset():
    assert abs(clock.real_now() - clock.now()) < timedelta(minutes=1)


def test_a_notification_sent_at_half_past_eleven_in_summer_belongs_to_the_next_day():
    # 22:30 UTC is 23:30 in England in May; 23:30 UTC is half past midnight.
    assert clock.london_date(datetime(2026, 5, 1, 22, 30, tzinfo=UTC)) == date(
        2026, 5, 1
    )
    assert clock.london_date(datetime(2026, 5, 1, 23, 30, tzinfo=UTC)) == date(
        2026, 5, 2
    )


def test_in_winter_england_and_utc_agree():
    at = datetime(2026, 12, 18, 23, 59, tzinfo=UTC)
    assert clock.london_date(at) == date(2026, 12, 18)
    assert clock.london_time(at) == time(23, 59)


@pytest.mark.parametrize(
    ("utc_hour", "in_england"), [(0, time(0, 30)), (1, time(2, 30)), (2, time(3, 30))]
)
def test_the_hour_that_is_skipped_in_march_is_skipped(utc_hour, in_england):
    at = datetime(2026, 3, 29, utc_hour, 30, tzinfo=UTC)
    assert clock.london_time(at) == in_england


def test_the_hour_that_comes_twice_in_october_comes_twice():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert clock.london_time(first) == time(1, 30)
    assert clock.london_time(first + timedelta(hours=1)) == time(1, 30)


def test_a_moment_told_in_another_zone_has_its_date_in_england():
    tokyo = timezone(timedelta(hours=9))
    at = datetime(2026, 3, 31, 6, 0, tzinfo=tokyo)
    assert clock.london_date(at) == date(2026, 3, 30)


@pytest.mark.parametrize("ask", [clock.london_date, clock.london_time])
def test_a_moment_without_a_zone_is_refused(ask):
    with pytest.raises(ValueError, match="time zone"):
        ask(datetime(2026, 3, 30, 12, 0))


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1900 < at.year < 2100))
def test_england_is_never_more_than_an_hour_from_utc(at):
    assert clock.london_date(at) in {at.date(), (at + timedelta(hours=1)).date()}
