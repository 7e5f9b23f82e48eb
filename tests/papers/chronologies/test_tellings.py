"""One event as several agencies tell it: who may mean the same, and where they differ."""

import pytest

from heed.papers.chronologies.suggested import Answers, suggestions
from heed.papers.chronologies.tellings import conflicts, tellings
from tests.papers.chronologies.making import an_entry

POLICE = "Officers saw a bruise on the left cheek of the baby; mother was told"
HOSPITAL = "Baby examined, bruise on right cheek. Police were told by the officers"


def found(*entries):
    return tellings(entries, frozenset())


def two(*, other: str = HOSPITAL, days=("1/5/2025", "1/5/2025"), times=("", "")):
    one = an_entry(1, days[0], POLICE, agency="Police", at=times[0])
    return found(one, an_entry(2, days[1], other, agency="Hospital", at=times[1]))


@pytest.mark.parametrize(
    ("days", "times", "rule"),
    [
        (("1/5/2025", "1/5/2025"), ("09:30", "09:45"), "15 minutes apart"),
        (("1/5/2025", "1/5/2025"), ("09:30", "09:30"), "At the same time"),
        (("1/5/2025", "1/5/2025"), ("09:30", ""), "On the same day"),
        (("1/5/2025", "2/5/2025"), ("", ""), "One day apart"),
    ],
)
def test_near_accounts_that_say_alike_may_be_of_one_event(days, times, rule):
    (telling,) = two(days=days, times=times)

    assert telling.entries == (1, 2)
    assert telling.rule.startswith(f"{rule}; both say “officers”")


@pytest.mark.parametrize(
    "how",
    [
        {"days": ("1/5/2025", "3/5/2025")},
        {"other": "Dietitian rang about the food diary"},
        {"days": ("May 2025", "1/5/2025")},
    ],
)
def test_accounts_far_apart_or_of_other_things_are_not_put_together(how):
    assert not two(**how)


def test_an_agency_tells_an_event_once():
    (telling,) = found(
        an_entry(1, "1/5/2025", POLICE, agency="Police"),
        an_entry(2, "1/5/2025", HOSPITAL, agency="Hospital"),
        an_entry(3, "1/5/2025", HOSPITAL.lower(), agency="Hospital"),
    )

    assert len(telling.entries) == 2


def test_three_agencies_tell_one_event():
    (telling,) = found(
        an_entry(1, "1/5/2025", POLICE, agency="Police"),
        an_entry(2, "1/5/2025", HOSPITAL, agency="Hospital"),
        an_entry(3, "2/5/2025", POLICE, agency="Council"),
    )

    assert telling.entries == (1, 2, 3)


def test_what_they_say_otherwise_is_shown_side_by_side():
    (telling,) = two(times=("09:30", "09:45"))

    assert {each.field: [w for _, w in each.values] for each in telling.differ} == {
        "time": ["09:30", "09:45"],
        "injury": ["bruise, left cheek", "bruise, right cheek"],
        "told": ["mother", "police"],
    }
    assert [each.field for each in conflicts([telling])] == ["time", "injury", "told"]


def test_what_only_one_account_tells_is_no_difference():
    (telling,) = two(other="Officers saw the baby; her left cheek; nothing was done")

    assert not telling.differ


def test_an_injury_that_one_account_denies_is_a_difference():
    (telling,) = two(other="Officers saw the left cheek of the baby, no bruise or mark")

    assert [w for _, w in telling.differ[0].values] == ["bruise, left cheek", "none"]


def test_words_that_every_row_says_tell_of_no_event():
    said = "Home visit to the family by the worker"
    rows = [
        an_entry(n, f"{n}/5/2025", said, agency=("Health", "Council")[n % 2])
        for n in range(1, 25)
    ]

    assert not found(*rows)


THIRD = {
    1: ("1/5/2025", POLICE, "Police"),
    2: ("1/5/2025", HOSPITAL, "Hospital"),
    3: ("2/5/2025", POLICE, "Council"),
}


def suggested(**said):
    entries = [an_entry(n, d, e, agency=a) for n, (d, e, a) in THIRD.items()]
    return [each.entries for each in suggestions(entries, Answers(**said))[0]]


def pairs(*two):
    return frozenset(map(frozenset, two))


def test_what_a_person_said_is_not_suggested_again():
    assert suggested() == [(1, 2, 3)]
    assert suggested(events=[(1, 2, 3)]) == []
    assert suggested(not_one=pairs((1, 2), (2, 3), (1, 3))) == []


def test_where_an_event_is_known_another_account_of_it_is_suggested():
    assert suggested(events=[(1, 3)]) == [(1, 2, 3)]


def test_two_rows_that_are_not_of_one_event_come_into_none_by_a_third():
    assert suggested(not_one=pairs((1, 2))) == [(1, 3)]


def test_a_row_that_is_there_twice_is_asked_about_once():
    rows = [an_entry(n, "1/5/2025", HOSPITAL, agency="Hospital") for n in (1, 2, 3)]

    def twice(**said):
        return [each.entries for each in suggestions(rows, Answers(**said))[1]]

    assert twice() == [(1, 2, 3)]
    assert twice(twice=[(1, 2)]) == [(1, 2, 3)]
    assert twice(twice=[(1, 2, 3)]) == []
    assert twice(not_twice=pairs((1, 2))) == [(1, 3)]
    assert twice(not_twice=pairs((1, 2), (1, 3))) == []


def test_where_too_few_words_are_shared_nobody_looks_for_names(monkeypatch):
    monkeypatch.setattr("heed.papers.chronologies.tellings.names_in", None)
    one = an_entry(
        1, "3 May 2025", "Visit at dawn; kettle, curtain, ladder", at="10:00"
    )
    other = an_entry(
        2,
        "3 May 2025",
        "Visit at dusk; kettle, bicycle, lantern, window",
        at="19:00",
        agency="Police",
    )

    assert not found(one, other)
