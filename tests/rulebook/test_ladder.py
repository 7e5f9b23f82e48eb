"""Agencies that have not answered are reminded, then their lead, then the partner."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.ladder import LADDER, days_of, in_order, partner_of, rung_owed
from heed.rulebook.language import Seat
from heed.rulebook.working_days import is_working_day

ASKED = date(2026, 3, 9)  # a Monday
DUE = date(2026, 3, 20)  # a Friday
DAYS = days_of({})


def climbs(days_looked, *, due=DUE, asked=ASKED, days=DAYS):
    """What is climbed when somebody looks on these days."""
    climbed = {}
    for today in days_looked:
        rung = rung_owed(due, today, asked_on=asked, climbed=climbed, days=days)
        if rung:
            climbed[rung.slug] = today
    return climbed


def every_day(first=ASKED, number=30):
    return [first + timedelta(days=n) for n in range(number)]


def test_each_rung_has_its_working_day():
    assert climbs(every_day()) == {
        "before": date(2026, 3, 18),
        "on_the_day": DUE,
        "after": date(2026, 3, 23),
        "lead": date(2026, 3, 24),
        "partner": date(2026, 3, 25),
    }


def test_a_week_that_nobody_looked_on_makes_one_letter_a_day_and_skips_no_warning():
    after_a_week = every_day(date(2026, 3, 30), 5)
    assert climbs(after_a_week) == {
        "after": date(2026, 3, 30),
        "lead": date(2026, 3, 31),
        "partner": date(2026, 4, 1),
    }


def test_who_is_asked_on_the_eve_is_not_reminded_in_the_same_breath():
    eve = date(2026, 3, 19)
    assert climbs([eve, *every_day(eve)], asked=eve)["on_the_day"] == DUE
    assert "before" not in climbs(every_day(eve), asked=eve)


def test_a_partnership_chooses_its_days():
    chosen = days_of({"before": -5, "lead": 5, "partner": 10})
    assert climbs(every_day(), days=chosen)["lead"] == date(2026, 3, 27)
    assert in_order(chosen)
    assert not in_order(days_of({"lead": 9, "partner": 3}))


def test_a_day_far_off_needs_no_bank_holidays():
    far = date(2090, 1, 2)
    assert rung_owed(far, DUE, asked_on=ASKED, climbed={}, days=DAYS) is None


@pytest.mark.parametrize(
    ("kind", "seat"),
    [
        ("acute", Seat.ICB),
        ("probation", Seat.POLICE),
        ("school", Seat.LOCAL_AUTHORITY),
        ("other", Seat.LOCAL_AUTHORITY),
    ],
)
def test_the_partner_of_its_own_kind_speaks_to_an_agency(kind, seat):
    assert partner_of(kind) == seat


@given(st.lists(st.integers(0, 40), max_size=60))
def test_however_it_is_looked_no_rung_is_climbed_twice_or_out_of_order(offsets):
    looked = sorted(ASKED + timedelta(days=n) for n in offsets)
    climbed = climbs(looked)
    order = [rung.slug for rung in LADDER if rung.slug in climbed]
    assert list(climbed) == order
    assert len(set(climbed.values())) == len(climbed)
    assert all(is_working_day(day) for day in climbed.values())
    if "partner" in climbed:
        assert "lead" in climbed
