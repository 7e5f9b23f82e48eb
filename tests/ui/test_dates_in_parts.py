"""Dates in parts: nothing is guessed, and the box that is wrong is marked."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from heed.ui.dates import number_of_month
from heed.ui.fields import DatePartsField, MomentField
from heed.ui.times import moment_in_england, time_of_day
from heed.ui.widgets import TypedDate


class Dates(forms.Form):
    sent = DatePartsField(subject="The day of sending", required=False)
    known = MomentField(subject="The time it was known", required=False)


def answered(name, *parts):
    typed = zip(("day", "month", "year", "time"), parts, strict=False)
    return Dates({f"{name}-{part}": words for part, words in typed})


def understood(name, *parts):
    form = answered(name, *parts)
    assert form.is_valid(), form.errors
    return form.cleaned_data[name]


def refused(name, *parts):
    form = answered(name, *parts)
    assert not form.is_valid()
    return form[name].messages[0], form[name].wrong_parts


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_full_date_is_that_day(day):
    assert understood("sent", day.day, f"{day:%B}", day.year) == day
    assert understood("sent", f"{day.day:02}", f"{day:%b}", day.year) == day


@given(st.tuples(*[st.text(max_size=12)] * 3))
def test_whatever_is_typed_is_understood_or_answered_with_a_sentence(parts):
    for name in ("sent", "known"):
        form = answered(name, *parts, "noon")
        if not form.is_valid():
            assert all(form[name].messages)
        assert str(form[name])


def test_nothing_typed_is_no_date():
    for name in ("sent", "known"):
        assert understood(name, " ", "", "", "") is None


@pytest.mark.parametrize(
    ("parts", "said", "boxes"),
    [
        (("30", "2", "2026"), "The day of sending must be a real date", {"day", "month", "year"}),
        (("29", "2", "2026"), "The day of sending must be a real date", {"day", "month", "year"}),
        (("3", "13", "2026"), "The day of sending must be a real date", {"day", "month", "year"}),
        (("3", "Mai", "2026"), "The day of sending has a month that is not one", {"month"}),
        (("3", "3", "26"), "The day of sending must have a year of four numbers, for example 2026", {"year"}),
        (("3", "", "2026"), "The day of sending must include a month", {"month"}),
        (("3", "", ""), "The day of sending must include a month and a year", {"month", "year"}),
        (("three", "3", "2026"), "The day of sending has a day that is not one", {"day"}),
        (("³", "3", "2026"), "The day of sending has a day that is not one", {"day"}),
        (("-3", "3", "2026"), "The day of sending has a day that is not one", {"day"}),
        (("3", "3", "0000"), "The day of sending must have a year of four numbers, for example 2026", {"year"}),
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_holds_is_answered_and_its_box_marked(
    parts, said, boxes
):
    assert refused("sent", *parts) == (said, boxes)


def test_only_the_box_that_is_wrong_is_marked():
    page = str(answered("sent", "3", "3", "26")["sent"])
    assert page.count("govuk-input--error") == 1


def test_the_31st_of_a_month_without_one_is_refused_even_without_a_year():
    assert (
        refused("sent", "31", "April", "")[0]
        == "The day of sending must be a real date"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:40", time(16, 40)),
        ("4.40pm", time(16, 40)),
        ("4:40 p.m.", time(16, 40)),
        ("1640", time(16, 40)),
        ("0905", time(9, 5)),
        ("9am", time(9)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("16:40 hrs", time(16, 40)),
        ("4", None),
        ("25:00", None),
        ("13pm", None),
        ("10:60", None),
        ("about nine", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(typed, meant):
    assert time_of_day(typed) == meant


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_minute_of_the_day_can_be_typed(at):
    assert time_of_day(f"{at:%H:%M}") == at
    assert time_of_day(f"{at:%I.%M%p}") == at


def test_a_moment_is_one_in_england_in_summer_and_in_winter():
    winter = understood("known", "11", "March", "2026", "9:05am")
    summer = understood("known", "11", "July", "2026", "9:05am")
    assert winter.astimezone(UTC) == datetime(2026, 3, 11, 9, 5, tzinfo=UTC)
    assert summer.astimezone(UTC) == datetime(2026, 7, 11, 8, 5, tzinfo=UTC)


def test_the_hour_that_the_clocks_skip_is_no_time():
    said, boxes = refused("known", "29", "3", "2026", "1:30am")
    assert "skipped when the clocks go forward" in said
    assert boxes == {"time"}


def test_the_hour_that_comes_twice_is_the_first_of_the_two():
    moment = moment_in_england(date(2026, 10, 25), time(1, 30))
    assert moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_without_a_time_is_not_a_moment():
    said, boxes = refused("known", "11", "3", "2026", "")
    assert said == "The time it was known must have a time, for example 16:40 or 4:40pm"
    assert boxes == {"time"}


@given(
    st.datetimes(
        min_value=datetime(2000, 1, 1),
        max_value=datetime(2100, 1, 1),
        timezones=st.just(ZoneInfo("UTC")),
    )
)
def test_a_moment_that_is_known_is_shown_on_englands_clocks(moment):
    typed = MomentField().prepare_value(moment)
    there = moment.astimezone(ZoneInfo("Europe/London"))
    assert typed == TypedDate(
        str(there.day), str(there.month), str(there.year), f"{there:%H:%M}"
    )


def test_a_month_may_be_a_number_a_name_or_the_beginning_of_one():
    assert [number_of_month(word) for word in ("7", "July", "jul.", "JUL", "ju")] == [
        7,
        7,
        7,
        7,
        None,
    ]


def test_a_form_knows_whether_its_date_was_changed():
    same = {"sent-day": "1", "sent-month": "2", "sent-year": "2020"}
    known = {"sent": date(2020, 2, 1)}
    assert not Dates(same, initial=known).has_changed()
    assert Dates({**same, "sent-day": ""}, initial=known).has_changed()
    assert not Dates({}).has_changed()
