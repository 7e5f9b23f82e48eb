"""A day of the plan that slips, and what it does to the days after it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.counting import due
from heed.rulebook.slipping import (
    LAST_DAY,
    as_planned,
    is_the_meeting,
    runs_late,
    slipped,
    what_it_does,
)
from heed.rulebook.working_days import working_days_between
from heed.rulebook.working_plan import plan

# Sent on Wednesday 11 March 2026: the last day is Wednesday 1 April.
SENT = date(2026, 3, 11)
LAST = date(2026, 4, 1)


def planned(chosen=None, sent=SENT):
    return as_planned(plan(due(RAPID_REVIEW_DUE, sent)), chosen or {})


def days(made):
    return {each.slug: each.on for each in made}


def test_as_suggested_until_somebody_chooses():
    assert days(planned()) == {
        "begins": SENT,
        "asked": date(2026, 3, 12),
        "answers": date(2026, 3, 25),
        "meeting": date(2026, 3, 27),
        "decision": LAST,
        "last_day": LAST,
    }
    assert not any(each.is_moved for each in planned())


def test_a_meeting_while_agencies_write_is_one_half_way():
    assert not is_the_meeting(planned(), date(2026, 3, 24))
    assert is_the_meeting(planned(), date(2026, 3, 25))
    assert is_the_meeting(planned({"answers": date(2026, 3, 20)}), date(2026, 3, 24))


def test_a_day_that_slips_says_what_it_does_to_the_days_after():
    moved = slipped(planned(), "answers", date(2026, 3, 27))
    assert moved == {
        "answers": date(2026, 3, 27),
        "meeting": date(2026, 3, 31),
        "decision": LAST,
    }
    said = what_it_does(planned(moved))
    assert said["answers"] == (
        "3 working days before the last day",
        "11 working days for it instead of 9",
    )
    assert said["meeting"] == (
        "1 working day before the last day",
        "2 working days for it",
    )
    assert said["decision"] == ("on the last day", "1 working day for it instead of 3")
    assert said["last_day"] == ()


def test_what_is_planned_for_after_the_last_day_says_so():
    moved = slipped(planned(), "meeting", date(2026, 4, 2))
    now = planned(moved)
    assert runs_late(now)
    assert days(now)["last_day"] == LAST
    assert moved["decision"] > date(2026, 4, 2)
    assert what_it_does(now)["meeting"][0] == (
        "1 working day after the last day, which does not move"
    )


def test_no_working_day_is_left_between_two_on_one_day():
    said = what_it_does(planned({"meeting": LAST}))
    assert said["decision"][1] == "no working day for it instead of 3"


def test_an_earlier_day_leaves_the_others_where_they_are():
    assert slipped(planned(), "meeting", date(2026, 3, 26)) == {
        "meeting": date(2026, 3, 26)
    }


def test_a_day_before_what_comes_before_it_is_told():
    said = what_it_does(planned({"meeting": date(2026, 3, 20)}))
    assert said["meeting"][1].startswith("before “Agencies write")


some_days = st.integers(0, 400).map(lambda n: date(2026, 1, 5) + timedelta(days=n))


@settings(max_examples=60, deadline=None)
@given(
    some_days,
    st.sampled_from(["asked", "answers", "meeting", "decision"]),
    st.integers(-10, 30),
)
def test_the_last_day_is_never_moved_and_the_order_never_turned_round(sent, slug, by):
    before = planned(sent=sent)
    to = days(before)[slug] + timedelta(days=by)
    moved = slipped(before, slug, to)
    after = planned(moved, sent=sent)

    assert days(after)[LAST_DAY] == days(before)[LAST_DAY]
    assert days(after)[slug] == to
    order = [each.slug for each in before]
    for other in order[: order.index(slug)]:
        assert days(after)[other] == days(before)[other]
    if working_days_between(days(before)[slug], to) > 0:
        later = [days(after)[each] for each in order[order.index(slug) : -1]]
        assert later == sorted(later)
