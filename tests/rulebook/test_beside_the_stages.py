"""What is planned within a rapid review, and what may be true beside a stage."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.circumstances import LABELS, Circumstance
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.counting import CountingPolicy, due
from heed.rulebook.working_plan import RAPID_REVIEW_PLAN, plan


def test_the_plan_of_a_rapid_review_steps_over_easter():
    worked = due(RAPID_REVIEW_DUE, date(2026, 4, 2))
    days = {each.milestone.slug: each for each in plan(worked)}
    assert days["begins"].from_day == date(2026, 4, 2)
    assert days["asked"].from_day == date(2026, 4, 7)
    assert days["answers"].to_day == date(2026, 4, 20)
    assert days["last_day"].to_day == date(2026, 4, 27)


def test_the_plan_is_in_order():
    starts = [milestone.first_day for milestone in RAPID_REVIEW_PLAN]
    assert starts == sorted(starts)
    assert all(each.first_day <= each.last_day for each in RAPID_REVIEW_PLAN)


@given(st.dates(date(2018, 3, 1), date(2035, 6, 1)), st.booleans())
def test_the_plan_ends_on_the_day_that_is_due_in_every_reading(begun, include_trigger):
    policy = CountingPolicy(include_trigger=include_trigger)
    worked = due(RAPID_REVIEW_DUE, begun, policy=policy)
    days = [day for each in plan(worked) for day in (each.from_day, each.to_day)]
    assert days[-1] == worked.due_on
    assert days[0] == begun
    assert all(begun <= day <= worked.due_on for day in days)


def test_every_circumstance_has_its_words():
    assert set(LABELS) == set(Circumstance)
