"""Silences: by which rule, between which days, shown by which entries."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.chronologies import gaps as rules
from heed.papers.chronologies.gaps import gaps
from tests.papers.chronologies.making import an_entry, on


def found(rule, *entries, **how):
    return gaps(entries, rules=[rule], **how)


def seen(n: int, day: str, **said):
    return an_entry(n, day, child_seen="yes", **said)


def test_no_child_seen_for_four_weeks_is_a_gap_with_all_that_lies_in_it():
    (gap,) = found(
        rules.NOT_SEEN,
        seen(1, "1/5/2025"),
        an_entry(2, "10/5/2025", child_seen="no"),
        seen(3, "29/5/2025"),
        seen(4, "25/6/2025"),
    )

    assert (gap.days, gap.entries) == (28, (1, 2, 3))
    assert "28 days" in gap.rule


def test_a_partnership_may_set_other_days():
    rule = replace(rules.NOT_SEEN, days=14)
    (gap,) = found(rule, seen(1, "1/5/2025"), seen(2, "20/5/2025"))

    assert "14 days" in gap.rule


def test_silence_to_the_end_is_a_gap_and_what_follows_the_incident_is_not():
    last = an_entry(2, "30/7/2025", "Letter sent")

    assert found(rules.NOT_SEEN, seen(1, "1/5/2025"), last)
    assert not found(rules.NOT_SEEN, seen(1, "1/5/2025"), last, incident=on("2/5/2025"))


@pytest.mark.parametrize(
    ("words", "is_seen"),
    [
        ("Weighed at clinic", True),
        ("He was seen by the nurse", True),
        ("The child was not seen", False),
        ("Letter seen by the manager", False),
    ],
)
def test_where_there_is_no_column_the_words_say_whether_a_child_was_seen(
    words, is_seen
):
    assert rules.is_seen(an_entry(1, "1/5/2025", words)) is is_seen


def test_a_column_that_says_no_is_believed():
    assert not rules.is_seen(an_entry(1, event="Weighed", child_seen="no"))


def test_seen_three_times_and_never_alone_or_heard():
    visits = [seen(n, f"{n}/5/2025", seen_alone="no") for n in range(1, 5)]
    (gap,) = found(rules.NOT_ALONE, *visits)
    heard = replace(visits[2], child_voice="“I want my nan”")

    assert gap.entries == (1, 2, 3, 4)
    assert not found(rules.NOT_ALONE, *visits[:2], heard, visits[3])


def test_where_an_agency_says_nowhere_if_the_child_was_alone_that_silence_is_told():
    visits = [seen(n, f"{n}/5/2025", agency="Care") for n in range(1, 4)]
    (gap,) = found(rules.NOT_SAID, *visits)

    assert gap.entries == (1, 2, 3)
    assert "no entry of this agency says whether" in gap.rule
    for said in (
        {"seen_alone": "no"},
        {"child_voice": "“I am cold”"},
        {"event": "Kestrel was seen alone in her room"},
        {"event": "The child said that she was hungry"},
    ):
        assert not found(rules.NOT_SAID, *visits[:2], replace(visits[2], **said)), said
    other = seen(4, "9/5/2025", agency="School", seen_alone="yes")
    assert found(rules.NOT_SAID, *visits, other) == [gap]


@given(
    st.lists(
        st.tuples(
            st.integers(1, 28),
            st.sampled_from(["Care", "School"]),
            st.sampled_from(["yes", "no", "not_recorded"]),
            st.sampled_from(["yes", "no", "not_recorded"]),
        ),
        max_size=12,
    )
)
def test_a_gap_names_entries_that_are_there_and_lies_between_their_days(said):
    rows = [
        an_entry(n, f"{day}/5/2025", agency=agency, child_seen=seen_, seen_alone=alone)
        for n, (day, agency, seen_, alone) in enumerate(sorted(said), 1)
    ]
    chosen = {rule.kind: {"days": 7, "times": 2} for rule in rules.RULES}
    by_n = {row.n: row for row in rows}
    for gap in gaps(rows, rules=rules.rules_with(chosen), incident=on("20/5/2025")):
        shown = [by_n[n] for n in gap.entries]
        assert all(gap.first <= row.date.day <= gap.last for row in shown)
        if gap.kind == "not_said_if_alone":
            (agency,) = {row.agency for row in shown}
            mine = [row for row in rows if row.agency == agency and rules.is_seen(row)]
            assert shown == mine
            assert not any(map(rules.says_if_alone, mine))


def test_what_was_not_chosen_stays_as_it_begins_and_no_rule_gains_days():
    made = rules.rules_with(
        {"not_seen": {"days": 10}, "not_said_if_alone": {"days": 9}}
    )
    by_kind = {rule.kind: rule for rule in made}

    assert by_kind["not_seen"].days == 10
    assert by_kind["not_said_if_alone"] == rules.NOT_SAID
    assert by_kind["not_brought"] == rules.NOT_BROUGHT


def test_a_string_of_not_brought_ends_with_three_quiet_months():
    said = ("DNA", "Was not brought", "No access", "did not attend")
    days = ("1/1/2025", "1/2/2025", "1/8/2025", "1/9/2025")
    rows = [an_entry(n, *each) for n, each in enumerate(zip(days, said, strict=True))]

    assert [gap.entries for gap in found(rules.NOT_BROUGHT, *rows)] == [(0, 1), (2, 3)]


def test_a_referral_without_an_answer():
    referral = an_entry(1, "1/5/2025", "Referral made to the council")
    answer = an_entry(2, "9/5/2025", "Assessment began", agency="Council")

    assert not found(rules.NO_ANSWER, referral, answer)
    assert not found(rules.NO_ANSWER, replace(referral, outcome="No further action"))
    (gap,) = found(
        rules.NO_ANSWER, referral, replace(answer, date=an_entry(3, "1/6/2025").date)
    )
    assert (gap.days, gap.entries) == (10, (1,))


def test_the_last_contacts_before_the_incident():
    rows = [
        an_entry(1, "1/5/2025"),
        an_entry(2, "20/5/2025"),
        an_entry(3, "25/5/2025", "Child found unresponsive"),
    ]
    (told,) = found(rules.LAST_CONTACTS, *rows)
    (given,) = found(rules.LAST_CONTACTS, *rows, incident=on("10/5/2025"))

    assert told.entries == (2,)
    assert told.rule == "Contacts of the 14 days before 25 May 2025."
    assert given.entries == (1,)


def test_where_nobody_tells_of_an_incident_there_are_no_last_contacts():
    assert not found(rules.LAST_CONTACTS, an_entry(1, "1/5/2025"))


def test_undated_rows_make_no_gap():
    assert not gaps([an_entry(1, "", "DNA"), an_entry(2, "", "DNA")])
