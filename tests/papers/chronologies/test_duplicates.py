"""Rows that say the same are linked and never taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.chronologies import duplicates as rules
from heed.papers.chronologies.duplicates import COPIED, NEARLY, SAME_ROW, duplicates
from tests.papers.chronologies.making import an_entry

LONG = "Orrin was seen at home by the health visitor and was well"


@pytest.mark.parametrize(
    ("second", "rule"),
    [
        ({"event": LONG.upper() + "."}, SAME_ROW),
        ({"event": LONG, "agency": "Police"}, COPIED),
        ({"event": LONG.replace("was well", "quite well")}, NEARLY),
    ],
)
def test_rows_of_one_day_that_say_the_same_are_linked(second, rule):
    (found,) = duplicates(
        [an_entry(1, "1/5/2025", LONG), an_entry(2, "1/5/2025", **second)]
    )

    assert (found.entries, found.rule) == ((1, 2), rule)


@pytest.mark.parametrize(
    "second",
    [
        an_entry(2, "2/5/2025", LONG),
        an_entry(2, "1/5/2025", "Orrin was seen at school by his teacher and was well"),
    ],
)
def test_another_day_or_other_words_are_no_duplicate(second):
    assert not duplicates([an_entry(1, "1/5/2025", LONG), second])


def test_short_words_of_two_agencies_are_no_copy():
    one, other = an_entry(1, "1/5/2025"), an_entry(2, "1/5/2025", agency="Police")

    assert not duplicates([one, other])


def test_two_visits_of_one_agency_at_two_times_are_two():
    one = an_entry(1, "1/5/2025", at="09:00")

    assert not duplicates([one, an_entry(2, "1/5/2025", at="15:00")])


def test_undated_rows_are_linked_by_the_words_of_their_date():
    one, other = (an_entry(n, "in the spring", LONG) for n in (1, 2))

    assert duplicates([one, other])[0].entries == (1, 2)
    assert not duplicates([one, an_entry(3, "in the autumn", LONG)])


SAID = (
    "Home visit",
    "home visit!",
    "Mother rang the surgery and asked for help today",
    "Mother rang the surgery and asked for help",
    "Homevisit",
)
TOLD = st.lists(
    st.tuples(
        st.sampled_from(["1/5/2025", "2/5/2025", ""]),
        st.sampled_from(SAID),
        st.sampled_from(["", "09:00", "10:00"]),
        st.sampled_from(["Health", "Police"]),
    ),
    max_size=14,
)


@given(TOLD)
def test_few_rows_are_compared_and_no_copy_is_missed(told):
    rows = [
        an_entry(n, day, said, at=at, agency=agency)
        for n, (day, said, at, agency) in enumerate(told, 1)
    ]
    found = duplicates(rows)

    with pytest.MonkeyPatch.context() as all_with_all:
        all_with_all.setattr(rules, "bare_words", lambda said: [""] * len(said))
        all_with_all.setattr(rules, "_may_be_near", lambda rows: True)
        assert duplicates(rows) == found
