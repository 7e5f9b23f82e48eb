"""Rows that tell of one event are found by their days, in a short chronology and a long one."""

from copy import deepcopy
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heed.papers.forms import chronology_links
from heed.papers.forms.flags import Flags

EVENTS = (
    "The health visitor saw the baby at home with a bruise on the left cheek",
    "Health visitor saw baby at home, bruise on left cheek, mother was told",
    "Police were called to the address by a neighbour",
)
days = st.one_of(
    st.none(),
    st.sampled_from(["2016-05", "2016-05-03", "2016-03-05"]),
    st.dates(date(2016, 1, 1), date(2016, 12, 28)).map(date.isoformat),
)
rows = st.lists(
    st.tuples(days, st.sampled_from(EVENTS), st.sampled_from(["Health", "Police"])),
    max_size=12,
)


def entries(told) -> list[dict]:
    return [
        {"n": n, "date": {"iso": day}, "event": event, "source": who, "kind": "other"}
        for n, (day, event, who) in enumerate(told, start=1)
    ]


def linked(found: list[dict], comparable=None) -> tuple[list[dict], list]:
    kept, flags = chronology_links._comparable, Flags()
    chronology_links._comparable = comparable or kept
    try:
        chronology_links.link(found, flags)
    finally:
        chronology_links._comparable = kept
    return found, flags.found


@given(rows)
def test_what_is_not_compared_could_not_have_been_linked(told):
    found = entries(told)

    every_pair = linked(deepcopy(found), lambda _, entry: range(entry["n"] - 1))

    assert linked(found) == every_pair


def test_years_of_rows_that_say_alike_are_not_compared_pairwise(monkeypatch):
    compared = []
    monkeypatch.setattr(
        chronology_links, "_compare", lambda *words: compared.append(words)
    )
    first = date(2006, 1, 2)
    told = [
        ((first + timedelta(weeks=n)).isoformat(), EVENTS[0], "Health")
        for n in range(500)
    ]

    linked(entries(told))

    assert 500 < len(compared) < 500 * 12


def links(*told) -> dict:
    found, _ = linked(entries(("2016-05-03", event, who) for event, who in told))
    return {name: found[-1].get(name) for name in ("duplicate_of", "same_event_as")}


def test_one_word_is_no_telling_whichever_row_says_it():
    rows = [("Visit", "Health"), ("Visit by police after a call", "Police")]

    assert not any(links(*rows).values())
    assert not any(links(*reversed(rows)).values())


def test_two_words_that_are_all_of_a_row_tell_whichever_row_says_them():
    rows = [("Police called", "Health"), ("Police called by a neighbour", "Police")]

    assert links(*rows)["same_event_as"] == 1
    assert links(*reversed(rows))["same_event_as"] == 1


def test_equal_words_of_two_agencies_are_one_event_and_no_copy():
    assert links(("Home visit", "Health"), ("Home visit", "Police")) == {
        "duplicate_of": None,
        "same_event_as": 1,
    }
    assert links(("Visit", "Health"), ("Visit", "Health"))["duplicate_of"] == 1
