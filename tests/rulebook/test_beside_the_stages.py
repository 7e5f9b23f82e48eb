"""What is planned within a rapid review, and what may be true beside a stage."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.circumstances import LABELS, Circumstance
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.counting import due
from heed.rulebook.working_plan import RAPID_REVIEW_PLAN, plan


def test_the_plan_of_a_rapid_review_steps_over_easter():
    days = {each.milestone.slug: each for each in plan(date(2026, 4, 2))}
    assert days["sent"].from_day == date(2026, 4, 2)
    assert days["asked"].from_day == date(2026, 4, 7)
    assert days["answers"].to_day == date(2026, 4, 20)
    assert days["last_day"].to_day == date(2026, 4, 27)


def test_the_plan_is_in_order():
    starts = [milestone.first_day for milestone in RAPID_REVIEW_PLAN]
    assert starts == sorted(starts)
    assert all(each.first_day <= each.last_day for each in RAPID_REVIEW_PLAN)


@given(st.dates(date(2018, 3, 1), date(2035, 6, 1)))
def test_the_plan_ends_when_the_rapid_review_is_due(sent):
    assert plan(sent)[-1].to_day == due(RAPID_REVIEW_DUE, sent).due_on


def test_every_circumstance_has_its_words():
    assert set(LABELS) == set(Circumstance)
