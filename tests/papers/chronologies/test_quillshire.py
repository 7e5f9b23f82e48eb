"""The five chronologies of Quillshire's case Q-25-018, as reference/data.md has them."""

import pytest

from heed.demo.chronologies import FILES, FOLDER
from heed.demo.chronologies.make import made
from heed.papers.chronologies.as_json import to_json
from heed.papers.chronologies.merging import merged
from heed.papers.chronologies.reading import read


@pytest.fixture(scope="module")
def composite():
    return merged([read(FOLDER / name) for name in FILES])


@pytest.fixture(scope="module")
def by_n(composite):
    return {entry.n: entry for entry in composite.entries}


def test_the_files_are_those_that_the_rows_make():
    for name, data in made().items():
        assert (FOLDER / name).read_bytes() == data, name


def test_every_row_is_an_entry(composite):
    counts = to_json(composite)["counts"]

    assert counts["rows"] == 61
    assert counts["files"] == {
        "QCC.csv": 19,
        "QCO.csv": 14,
        "QHT.xlsx": 11,
        "QCH.docx": 9,
        "TPS.csv": 8,
    }


def test_four_events_are_told_by_two_agencies(composite, by_n):
    told = [[by_n[n].agency for n in each.entries] for each in composite.tellings]

    assert told == [["QCO", "QCC"], ["QCO", "QCC"], ["QCH", "QCC"], ["QCC", "QHT"]]
    assert composite.events == 57
    apart = [telling.rule.split(";")[0] for telling in composite.tellings]
    assert apart == [
        *("15 minutes apart", "One day apart", "One day apart", "On the same day")
    ]


def test_five_conflicts_are_shown_side_by_side(composite):
    said = [(each.field, [w for _, w in each.values]) for each in composite.conflicts]

    assert said == [
        ("time", ["19:40", "19:55"]),
        ("injury", ["bruise, left cheek", "bruise, right cheek"]),
        ("date", ["2025-06-16", "2025-06-17"]),
        ("date", ["2025-09-09", "2025-09-10"]),
        ("told", ["police", "social worker"]),
    ]


def test_two_rows_have_no_date_and_stand_last(composite, by_n):
    words = [by_n[n].date.words for n in composite.undated]

    assert words == ["6-8 week check", "30 Feb"]
    assert composite.undated == (60, 61)


def test_one_row_is_restricted_and_one_is_there_twice(composite, by_n):
    (hidden,) = composite.restricted
    (twice,) = composite.duplicates

    assert by_n[hidden].restricted == "sub_judice"
    assert [(by_n[n].file, by_n[n].row) for n in twice.entries] == [
        ("TPS.csv", 7),
        ("TPS.csv", 8),
    ]


def test_for_forty_seven_days_no_child_was_seen(composite):
    (gap,) = (each for each in composite.gaps if each.kind == "not_seen")

    assert gap.days == 47
    assert (str(gap.first), str(gap.last)) == ("2025-07-11", "2025-08-27")


def test_what_was_not_done_is_told_by_its_rule(composite):
    kinds = [gap.kind for gap in composite.gaps]

    assert kinds == [
        "not_said_if_alone",
        "not_alone_or_heard",
        "not_brought",
        "no_answer",
        "not_seen",
        "not_brought",
        "last_contacts",
    ]


def test_times_of_the_police_are_told_by_the_clocks_of_england(by_n):
    (stopped,) = (e for e in by_n.values() if e.event.startswith("Vehicle"))

    assert (str(stopped.date.day), str(stopped.time)) == ("2025-04-27", "00:20:00")
    assert stopped.time_doubt == "other_zone"


def test_dates_as_people_write_them_are_understood(by_n):
    found = {entry.date.words: entry.date for entry in by_n.values()}

    assert found["10/17/25"].iso == "2025-10-17"
    assert found["10/17/25"].doubt == "month_first"
    assert (found["early Feb"].iso, found["early Feb"].doubt) == (
        "2025-02",
        "year_inferred",
    )
    assert str(found["w/c 3 March"].latest) == "2025-03-09"
    assert found["30 Feb"].doubt == "impossible"


def test_a_merged_cell_dates_both_its_rows(by_n):
    (filed,) = (e for e in by_n.values() if e.event.startswith("Photographs"))

    assert str(filed.date.day) == "2025-06-18"
    assert filed.date.inherited
    assert filed.source == "Illustration"
