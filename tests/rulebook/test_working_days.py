"""Working days: Monday to Friday, bank holidays of England and Wales left out."""

import runpy
from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook import bank_holidays
from heed.rulebook.working_days import (
    Holidays,
    UnknownYear,
    add_months,
    add_working_days,
    is_working_day,
    last_working_day,
    next_working_day,
    why_not_working,
    working_days_between,
)

KNOWN_DAYS = st.dates(date(2018, 5, 1), date(2035, 6, 1))
ANY_DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
A_FEW = st.integers(1, 60)


def test_the_list_that_ships_is_what_the_library_says():
    # If this fails, read what changed before writing the list anew.
    assert bank_holidays.known() == bank_holidays.from_the_library()


def test_the_list_prints_itself(capsys):
    runpy.run_path(bank_holidays.__file__, run_name="__main__")
    assert capsys.readouterr().out == bank_holidays.LIST.read_text(encoding="utf-8")


def test_the_list_agrees_with_gov_uk():
    gov_uk = {
        each["date"]
        for each in BankHolidays(use_cached_holidays=True).get_holidays(
            division=BankHolidays.ENGLAND_AND_WALES
        )
        if each["date"].year >= bank_holidays.FIRST_YEAR
    }
    years = {day.year for day in gov_uk}

    assert {day for day in bank_holidays.known() if day.year in years} == gov_uk
    assert max(years) >= 2027


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 12, 28), "Boxing Day (substitute day)"),
        (date(2027, 12, 27), "Christmas Day (substitute day)"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2020, 5, 8), "Early May bank holiday"),
        (date(2026, 11, 21), "Saturday"),
        (date(2026, 12, 27), "Sunday"),
        (date(2026, 3, 30), ""),
    ],
)
def test_a_day_off_says_why(day, why):
    assert why_not_working(day) == why
    assert is_working_day(day) is not bool(why)


def test_the_third_of_may_2020_was_no_holiday_because_it_moved_to_the_eighth():
    assert is_working_day(date(2020, 5, 4))


@pytest.mark.parametrize("year", [2017, 2036, 1900])
def test_a_year_without_a_list_is_refused_in_a_sentence(year):
    with pytest.raises(UnknownYear, match=f"bank holidays of {year} are not known"):
        is_working_day(date(year, 6, 1))


def test_counting_over_the_end_of_the_list_is_refused_too():
    with pytest.raises(UnknownYear, match="2036"):
        add_working_days(date(2035, 12, 28), 5)


def test_a_partnership_may_add_a_day_of_mourning():
    holidays = Holidays(added={date(2026, 6, 5): "Day of mourning"})

    assert why_not_working(date(2026, 6, 5), holidays) == "Day of mourning"
    assert add_working_days(date(2026, 6, 4), 1, holidays) == date(2026, 6, 8)
    assert is_working_day(date(2026, 6, 5))


def test_a_partnership_may_remove_a_holiday_that_was_moved():
    holidays = Holidays(removed=frozenset({date(2026, 5, 4)}))
    assert is_working_day(date(2026, 5, 4), holidays)


def test_a_weekend_stays_a_weekend_whatever_is_removed():
    holidays = Holidays(removed=frozenset({date(2026, 5, 2)}))
    assert not is_working_day(date(2026, 5, 2), holidays)


def test_no_working_days_leave_a_day_as_it_is():
    assert add_working_days(date(2026, 4, 5), 0) == date(2026, 4, 5)


def test_the_next_working_day_after_maundy_thursday_is_the_tuesday():
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 7)


def test_working_days_between_two_days_do_not_count_the_first():
    assert working_days_between(date(2026, 4, 2), date(2026, 4, 7)) == 1
    assert working_days_between(date(2026, 4, 7), date(2026, 4, 2)) == -1
    assert working_days_between(date(2026, 4, 4), date(2026, 4, 5)) == 0


@given(KNOWN_DAYS, A_FEW)
def test_adding_never_lands_on_a_day_off(day, number):
    assert is_working_day(add_working_days(day, number))
    assert is_working_day(add_working_days(day, -number))


@given(KNOWN_DAYS, A_FEW)
def test_adding_one_more_day_is_always_later(day, number):
    assert add_working_days(day, number) < add_working_days(day, number + 1)
    assert add_working_days(day, -number) > add_working_days(day, -number - 1)


@given(KNOWN_DAYS, st.integers(0, 40), A_FEW)
def test_starting_later_is_never_due_earlier(day, later, number):
    after = day + timedelta(days=later)
    assert add_working_days(day, number) <= add_working_days(after, number)


@given(KNOWN_DAYS, A_FEW)
def test_from_a_working_day_back_and_forth_is_home_again(day, number):
    day = last_working_day(day)
    assert add_working_days(add_working_days(day, number), -number) == day
    assert add_working_days(add_working_days(day, -number), number) == day


@given(KNOWN_DAYS, A_FEW)
def test_counting_undoes_adding(day, number):
    assert working_days_between(day, add_working_days(day, number)) == number
    assert working_days_between(day, add_working_days(day, -number)) == -number


@given(KNOWN_DAYS, st.integers(1, 20), st.integers(1, 20))
def test_adding_in_two_parts_is_adding_at_once(day, first, second):
    at_once = add_working_days(day, first + second)
    assert add_working_days(add_working_days(day, first), second) == at_once


@given(KNOWN_DAYS)
def test_the_last_working_day_is_the_day_itself_or_just_before(day):
    last = last_working_day(day)
    assert is_working_day(last)
    assert last <= day
    assert working_days_between(last, day) == 0


@given(ANY_DAYS, st.integers(-240, 240))
def test_months_lead_to_the_corresponding_date_or_the_last_of_the_month(day, number):
    end = add_months(day, number)
    months = (end.year - day.year) * 12 + end.month - day.month
    assert months == number
    assert end.day == day.day or (end + timedelta(days=1)).day == 1


@given(ANY_DAYS, st.integers(0, 60), st.integers(0, 240))
def test_months_never_run_backwards(day, later, number):
    assert add_months(day, number) <= add_months(day + timedelta(days=later), number)


@given(ANY_DAYS.filter(lambda day: day.day <= 28), st.integers(-240, 240))
def test_months_there_and_back_are_home_again(day, number):
    assert add_months(add_months(day, number), -number) == day


def test_months_past_the_end_of_the_calendar_are_refused():
    with pytest.raises(UnknownYear, match="10000"):
        add_months(date(9999, 12, 1), 6)


CHANGED = st.sets(st.dates(date(2026, 3, 20), date(2026, 6, 5)), max_size=6)


@given(
    st.dates(date(2025, 11, 1), date(2026, 12, 31)),
    st.dates(date(2025, 11, 1), date(2026, 12, 31)),
    CHANGED,
    CHANGED,
)
def test_by_weeks_it_is_the_same_as_day_by_day(start, end, added, removed):
    here = Holidays(
        added=dict.fromkeys(added, "A local day"), removed=frozenset(removed)
    )
    step = 1 if end >= start else -1
    days = range(1, abs((end - start).days) + 1)
    one_by_one = sum(is_working_day(start + timedelta(step * n), here) for n in days)
    assert working_days_between(start, end, here) == step * one_by_one
