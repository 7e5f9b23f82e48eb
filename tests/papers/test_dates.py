"""Dates as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.dates import (
    Known,
    Order,
    dates_in,
    due_by_gestation,
    order_of,
    read_date,
    read_relative,
    read_serial,
    read_time,
    split_time,
)
from heed.papers.dates.london import came_twice, from_universal, never_was

ANY_DAY = st.dates(min_value=date(1930, 1, 1), max_value=date(2039, 12, 31))


@pytest.mark.parametrize(
    ("words", "iso", "precision", "marks"),
    [
        ("22/05/2016", "2016-05-22", "day", set()),
        ("22.5.16", "2016-05-22", "day", set()),
        ("22 05 2016", "2016-05-22", "day", set()),
        ("22nd of May, 2016", "2016-05-22", "day", set()),
        ("May 22, 2016", "2016-05-22", "day", set()),
        ("22-May-16", "2016-05-22", "day", set()),
        ("2016-05-22T10:00:00Z", "2016-05-22", "day", set()),
        ("Sunday 22 May 2016 at 2.30pm", "2016-05-22", "day", set()),
        ("DOB: 12/03/1985", "1985-03-12", "day", set()),
        ("Monday 22 May 2016", "2016-05-22", "day", {"uncertain"}),
        ("?22 May 2016", "2016-05-22", "day", {"uncertain"}),
        ("possibly 22 May 2016", "2016-05-22", "day", {"uncertain"}),
        ("22.05/16", "2016-05-22", "day", {"repaired"}),
        ("22//05/2016", "2016-05-22", "day", {"repaired"}),
        ("l2/O5/2016", "2016-05-12", "day", {"repaired"}),
        ("22 Febuary 2016", "2016-02-22", "day", {"repaired"}),
        ("w/c 16 May 2016", "2016-05-16", "week", set()),
        ("week beginning 16/5/16", "2016-05-16", "week", set()),
        ("2nd week of May 2016", "2016-05", "approx", {"uncertain"}),
        ("night of 22/23 May 2016", "2016-05-22", "day", set()),
        ("overnight 22-23 May 2016", "2016-05-22", "day", set()),
        ("Xmas 2015", "2015-12", "approx", set()),
        ("May 2016", "2016-05", "month", set()),
        ("Feb-24", "2024-02", "month", {"uncertain"}),
        ("Feb-85", "1985-02", "month", set()),
        ("05/2016", "2016-05", "month", set()),
        ("Sept '15", "2015-09", "month", set()),
        ("??/05/2016", "2016-05", "month", {"uncertain"}),
        ("early May 2016", "2016-05", "approx", set()),
        ("approx 22/5/2016", "2016-05-22", "approx", set()),
        ("c. 2016", "2016", "approx", set()),
        ("summer term 2015", "2015", "season", set()),
        ("2016", "2016", "year", set()),
    ],
)
def test_a_date_is_read_with_its_precision_and_doubt(words, iso, precision, marks):
    found = read_date(words, near=date(2026, 3, 1)).to_json()

    assert (found["iso"], found["precision"]) == (iso, precision)
    assert {name for name, value in found.items() if value is True} == marks
    assert found["verbatim"] == words


@pytest.mark.parametrize(
    "words", ["31/02/2016", "31 June 2015", "29/02/2015", "22/05/20166", "00/13/2016"]
)
def test_an_impossible_date_stays_impossible(words):
    found = read_date(words)

    assert found.impossible
    assert found.iso is None


@pytest.mark.parametrize(
    "words", ["", "-", "unknown", "Not known", "N/K", "TBC", "not yet known", "??"]
)
def test_a_date_that_is_not_known_is_no_date_and_no_doubt(words):
    found = read_date(words)

    assert (found.iso, found.precision, found.uncertain) == (None, "unknown", False)


@pytest.mark.parametrize("words", ["her fourteenth birthday", "6-8 weeks old", "lunch"])
def test_words_that_name_no_day_are_kept_and_doubted(words):
    found = read_date(words)

    assert found.iso is None
    assert found.uncertain
    assert found.verbatim == words


def test_a_day_without_its_year_takes_the_nearest_one_and_says_so():
    near = date(2026, 1, 9)

    assert read_date("22 December", near=near).iso == "2025-12-22"
    assert read_date("22 December", near=near).inferred_year
    assert read_date("22 December").iso is None


def test_one_of_two_dates_leaves_both_as_candidates():
    found = read_date("22 or 23 May 2016")

    assert found.iso is None
    assert found.candidates == ("2016-05-22", "2016-05-23")


def test_a_span_is_its_first_day_and_knows_its_last():
    assert read_date("22-23 May 2016").until == "2016-05-23"
    assert read_date("between 3 April and 6 May 2016").iso == "2016-04-03"
    assert read_date("22/23 May 2016").iso == "2016-05-22"


def test_the_number_of_a_day_in_a_sheet_is_its_day_and_its_time():
    found, time = read_serial("45230.5")

    assert (found.iso, found.repaired, time) == ("2023-10-31", True, "12:00")
    assert found.verbatim == "45230.5"
    assert read_serial("45230")[1] == ""
    assert read_serial("29999") is read_serial("60001") is read_serial("2024") is None


def test_the_paper_shows_which_number_comes_first():
    assert order_of(["03/04/2016", "25/12/2015"]) is Order.DAY_FIRST
    assert order_of(["03/04/2016", "12/25/2015"]) is Order.MONTH_FIRST
    assert order_of(["25/12/2015", "12/25/2015"]) is Order.MIXED
    assert read_date("03/04/2016", order=Order.MONTH_FIRST).iso == "2016-03-04"
    assert read_date("03/04/2016", order=Order.MIXED).candidates == (
        "2016-03-04",
        "2016-04-03",
    )


def test_an_american_date_in_a_british_paper_is_only_likely():
    found = read_date("04/23/2016")

    assert (found.iso, found.uncertain, found.month_first) == ("2016-04-23", True, True)


def test_the_century_of_two_digits_is_the_last_one_before_the_paper():
    assert read_date("3/4/85", near=date(2026, 3, 1)).iso == "1985-04-03"
    assert read_date("3/4/26", near=date(2026, 3, 1)).iso == "2026-04-03"


def test_dates_are_found_in_a_sentence():
    sentence = "Leo (dob 3/4/2019) and Mia, born 5th May 2020, seen 3 or 4 times."

    assert [m[0] for m in dates_in(sentence)] == ["3/4/2019", "5th May 2020"]


def test_a_month_stands_after_its_days_and_no_date_stands_last():
    words = ["unknown", "2016", "May 2016", "31/5/2016", "1/6/2016", "1/5/2016"]

    assert sorted(words, key=lambda w: read_date(w).sort_key()) == [
        "1/5/2016",
        "31/5/2016",
        "May 2016",
        "1/6/2016",
        "2016",
        "unknown",
    ]


@given(
    day=ANY_DAY, shape=st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%Y-%m-%d"])
)
def test_every_day_is_read_back_as_it_was_written(day, shape):
    assert read_date(day.strftime(shape)).day == day


@given(words=st.text(max_size=60))
def test_whatever_stands_for_a_date_is_kept_and_never_breaks_the_reader(words):
    found = read_date(words)

    assert found.verbatim == words
    if found.iso:
        assert not found.impossible
        assert not found.candidates


@given(words=st.text(alphabet="0123456789/.-? OlI,may", max_size=14), near=ANY_DAY)
def test_a_day_that_is_read_exists(words, near):
    found = read_date(words, near=near)

    for iso in filter(None, (found.iso, found.until, *found.candidates)):
        year, *rest = iso.split("-")
        assert len(year) == 4
        if len(rest) == 2:
            date.fromisoformat(iso)


@given(first=ANY_DAY, days=st.integers(min_value=1, max_value=2000))
def test_an_earlier_day_stands_before_a_later_one(first, days):
    later = min(first + timedelta(days=days), date(2039, 12, 31))

    one, other = (read_date(f"{d:%d/%m/%Y}").sort_key() for d in (first, later))
    assert one <= other


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("14:30", "14:30"),
        ("2.30pm", "14:30"),
        ("1430hrs", "14:30"),
        ("midnight", "00:00"),
        ("approx 3pm", "15:00"),
        ("10.15 a.m.", "10:15"),
        ("12am", "00:00"),
        ("not known", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read(words, time):
    assert read_time(words).time == time
    assert not read_time(words).problem


def test_a_time_that_cannot_be_is_a_problem_and_no_time():
    assert read_time("25:00").problem
    assert read_time("13pm").problem
    assert read_time("after tea").problem


def test_a_time_behind_a_date_is_parted_from_it_as_typed():
    assert split_time("Monday 3rd Nov 2025, at 14:30") == (
        "Monday 3rd Nov 2025",
        "14:30",
    )
    assert split_time("22.05.16") == ("22.05.16", "")


KNOWN = Known(last=date(2026, 3, 5), born=date(2012, 2, 29), due=date(2026, 6, 14))


@pytest.mark.parametrize(
    ("words", "iso", "precision"),
    [
        ("her fourteenth birthday", "2026-02-28", "day"),
        ("his 12th birthday", "2024-02-29", "day"),
        ("the next day", "2026-03-06", "day"),
        ("later that evening", "2026-03-05", "day"),
        ("two weeks later", "2026-03-19", "approx"),
        ("3 days before", "2026-03-02", "day"),
        ("at 28/40", "2026-03-22", "approx"),
        ("aged 6 weeks", "2012-04-11", "approx"),
    ],
)
def test_a_date_told_by_another_is_worked_out_and_doubted(words, iso, precision):
    found = read_relative(words, KNOWN)

    assert (found.iso, found.precision) == (iso, precision)
    assert found.uncertain
    assert found.verbatim == words


def test_an_age_between_two_stays_open_between_two_days():
    found = read_relative("6-8 weeks old", KNOWN)

    assert found.iso is None
    assert found.candidates == ("2012-04-11", "2012-04-25")


def test_what_is_told_by_an_unknown_date_is_not_worked_out():
    assert read_relative("her fourteenth birthday", Known()) is None
    assert read_relative("12 March", KNOWN) is None


def test_weeks_of_pregnancy_tell_about_when_a_baby_is_due():
    found = due_by_gestation("28 weeks pregnant", date(2026, 3, 3))

    assert (found.iso, found.precision) == ("2026-05-26", "approx")


def test_the_clocks_of_england_leap_and_repeat_an_hour():
    assert from_universal(date(2026, 6, 30), "23:30") == (date(2026, 7, 1), "00:30")
    assert from_universal(date(2026, 1, 31), "23:30") == (date(2026, 1, 31), "23:30")
    assert never_was(date(2026, 3, 29), "01:30")
    assert came_twice(date(2026, 10, 25), "01:30")


def test_a_time_across_midnight_ends_on_the_next_day():
    found = read_time("23:50-00:20")

    assert (found.time, found.until, found.spans_midnight) == ("23:50", "00:20", True)
    assert read_time("between 2 and 3pm").time == "14:00"


@given(
    words=st.text(alphabet="0123456789 -/wekdaysoldlatrbfhmnu", max_size=24),
    day=ANY_DAY,
)
def test_no_words_about_another_date_break_the_reader(words, day):
    found = read_relative(words, Known(last=day, born=day, due=day))

    assert found is None or found.uncertain


@given(day=ANY_DAY, hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_english_time_is_never_behind_and_at_most_an_hour_ahead(day, hour, minute):
    clock = f"{hour:02}:{minute:02}"
    there, local = from_universal(day, clock)

    hours = (there - day).days * 24 + int(local[:2]) - hour
    assert hours in {0, 1}
    assert local[3:] == clock[3:]
