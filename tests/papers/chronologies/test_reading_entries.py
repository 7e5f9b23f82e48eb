"""A file of an agency becomes entries: as typed, and as understood."""

from datetime import date, time

import pytest

from heed.papers.chronologies.entries import order_of
from heed.papers.chronologies.reading import read

HEADS = "Date,Time,Source,Event,Child seen,Seen alone,Response,RAG\n"


def entries(*rows: str, heads: str = HEADS):
    return read((heads + "\n".join(rows)).encode(), "chronology.csv").entries


def test_a_row_keeps_its_place_in_the_file_and_all_its_words():
    row = "3/2/2025,10:30,Case notes,Home visit,Y,N,Plan agreed,Amber"
    entry = entries("1/2/2025,,Email,Referral,,,,", row)[1]

    assert (entry.n, entry.file, entry.row) == (2, "chronology.csv", 3)
    assert (entry.date.day, entry.time) == (date(2025, 2, 3), time(10, 30))
    assert (entry.source, entry.event, entry.outcome) == (
        "Case notes",
        "Home visit",
        "Plan agreed",
    )
    assert (entry.child_seen, entry.seen_alone) == ("yes", "no")
    assert entry.other == (("RAG", "Amber"),)


@pytest.mark.parametrize(
    ("words", "first", "last", "doubt"),
    [
        ("3 Feb 2025", "2025-02-03", "2025-02-03", ""),
        ("w/c 3 March 2025", "2025-03-03", "2025-03-09", ""),
        ("early Feb 2024", "2024-02-01", "2024-02-29", ""),
        ("2025", "2025-01-01", "2025-12-31", ""),
        ("1-3 May 2025", "2025-05-01", "2025-05-03", ""),
        ("22.05/16", "2016-05-22", "2016-05-22", "repaired"),
        ("?22 May 2016", "2016-05-22", "2016-05-22", "uncertain"),
        ("3 or 4 May 2025", "2025-05-03", "2025-05-04", "ambiguous"),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(words, first, last, doubt):
    found = entries(f"{words},,a,b,,,,")[0].date

    assert (str(found.earliest), str(found.latest)) == (first, last)
    assert (found.words, found.doubt) == (words, doubt)
    assert found.proposal == (found.earliest if doubt else None)


@pytest.mark.parametrize("words", ["30 Feb 2025", "31 September 2024", "29/02/2023"])
def test_a_date_that_no_calendar_has_stays_impossible(words):
    found = entries(f"{words},,a,b,,,,")[0].date

    assert (found.earliest, found.doubt) == (None, "impossible")
    assert found.words == words


def test_months_stand_after_their_days_and_undated_rows_last():
    told = entries(
        "unknown,,a,undated,,,,",
        "2025,,a,year,,,,",
        "May 2025,,a,month,,,,",
        "31/5/2025,,a,last day,,,,",
        "1/5/2025,,a,no time,,,,",
        "1/5/2025,09:00,a,nine,,,,",
    )

    assert [entry.event for entry in sorted(told, key=order_of)] == [
        *("nine", "no time", "last day", "month", "year", "undated")
    ]


def test_a_number_in_a_column_of_numbers_orders_the_day():
    told = entries(
        "2,1/5/2025,x,b", "1.5,1/5/2025,x,between", heads="No.,Date,Source,Event\n"
    )

    assert [entry.event for entry in sorted(told, key=order_of)] == ["between", "b"]


def test_universal_time_is_told_by_the_clocks_of_england():
    entry = entries("2025-06-30,23:40,x", heads="Date,Time (UTC),Event\n")[0]

    assert (entry.date.day, entry.time) == (date(2025, 7, 1), time(0, 40))
    assert (entry.date.words, entry.time_words) == ("2025-06-30", "23:40")
    assert entry.time_doubt == "other_zone"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("SUB JUDICE: charge of assault", "sub_judice"),
        ("Mother moved to a refuge address", "safe_address"),
        ("Third party information about the neighbour", "third_party"),
        ("A third party of officers came to the address", ""),
    ],
)
def test_a_row_that_says_so_is_restricted(words, why):
    assert entries(f"1/5/2025,,a,{words},,,,")[0].restricted == why
