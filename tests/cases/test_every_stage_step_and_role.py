"""Every stage by every step by every role: what may be done is what the table says,
and nobody who may not is told where the case is. No database: the one authorisation
function is asked with the places that somebody holds."""

from functools import cache
from itertools import product

import pytest

from heed.cases.access import Standing, why_not
from heed.cases.models import Case
from heed.cases.offers import OFFERS
from heed.rulebook import process
from heed.rulebook.language import Role, Seat, Stage
from heed.rulebook.process import STAGES
from heed.rulebook.roles import PARTNERS, SEES_NO_CASE

STEPS = list(process.STEPS.values())
# Each role once, and a partner's on each of the three seats.
PLACES = [
    Standing(role, seat)
    for role in Role
    for seat in (map(str, Seat) if role in PARTNERS else [""])
]
AT_LEAST = 90_000  # stages x steps x places, as the table stood when this was written


@cache
def case_at(stage: Stage) -> Case:
    return Case(stage=stage)


def answer(step, stage, *places) -> str | None:
    """Why not, or None: asked without a person, since the places are handed over."""
    return why_not(step, case_at(stage), None, at=None, standings=set(places))


def fits(step, place: Standing) -> bool:
    return place.role in step.by and step.seat in {None, place.seat}


def test_what_may_be_done_is_what_the_table_says_and_nothing_else():
    asked, wrong = 0, []
    for step, place in product(STEPS, PLACES):
        for stage in Stage:
            asked += 1
            may = answer(step, stage, place) is None
            if may != (fits(step, place) and stage in step.at):
                wrong.append((stage, step.slug, place))
    assert wrong == []
    assert asked > AT_LEAST


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_person_is_refused_before_the_stage_is_looked_at(place):
    """Whoever may never take a step hears the same wherever the case is, and no label
    of a stage in it; whoever may take it elsewhere hears where the case is."""
    labels = tuple(f"“{words.label}”" for words in STAGES.values())
    for step in STEPS:
        told = {stage: answer(step, stage, place) for stage in Stage}
        if fits(step, place):
            refused = {stage: why for stage, why in told.items() if why}
            assert refused.keys() == set(Stage) - step.at
            assert all(STAGES[at].label in why for at, why in refused.items())
        else:
            assert len(set(told.values())) == 1, step.slug
            assert not any(label in told[Stage.CONCERN] for label in labels)


def test_two_places_together_allow_what_either_does_and_no_more():
    """A seat of one role does not carry over to another role of the same person."""
    for one, other in product(PLACES, repeat=2):
        for step in STEPS[:: len(STEPS) // 12]:
            stage = min(step.at)
            may = answer(step, stage, one, other) is None
            assert may == (fits(step, one) or fits(step, other)), (
                step.slug,
                one,
                other,
            )


def test_nobody_without_a_place_may_do_anything():
    assert all(answer(step, stage) for step in STEPS for stage in Stage)


def test_who_sees_no_case_is_never_offered_a_step():
    kept_away = [place for place in PLACES if place.role in SEES_NO_CASE]
    assert kept_away
    assert not any(
        answer(step, stage, place) is None
        for step, stage, place in product(STEPS, Stage, kept_away)
    )


def test_each_button_of_a_case_page_is_one_that_somebody_may_press():
    """An offer is first among others only where the table lets somebody take it."""
    for offered in OFFERS:
        assert offered.step.slug in process.STEPS
        assert set(offered.first_at) <= offered.step.at, offered.url_name
