"""Which edition of law and guidance governs a case."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.editions import (
    REGIMES,
    Kind,
    edition_for,
)

BY_SLUG = {regime.slug: regime for regime in REGIMES}


@pytest.mark.parametrize(
    ("event", "edition"),
    [
        (date(2018, 7, 4), "wt18"),
        (date(2023, 12, 14), "wt18"),
        (date(2023, 12, 15), "wt23"),
        (date(2026, 3, 11), "wt23"),
        (date(2026, 3, 19), "wt26"),
        (date(2030, 1, 1), "wt26"),
    ],
)
def test_working_together_is_the_edition_of_the_events(event, edition):
    assert edition_for(event).slug == edition


BY_SLUG = {regime.slug: regime for regime in REGIMES}


@pytest.mark.parametrize(
    ("event", "edition"),
    [
        (date(2019, 4, 1), "pg19"),
        (date(2022, 8, 31), "pg19"),
        (date(2022, 9, 1), "pg22"),
        (date(2025, 6, 1), "pg25"),
    ],
)
def test_panel_guidance_is_the_edition_of_the_events(event, edition):
    assert edition_for(event, Kind.PANEL_GUIDANCE).slug == edition


def test_harm_of_long_ago_is_taken_up_under_the_first_rules_we_have():
    assert edition_for(date(2011, 6, 1)).slug == "wt18"
    assert edition_for(date(2011, 6, 1), Kind.PANEL_GUIDANCE).slug == "pg19"


def test_the_new_act_does_not_replace_the_one_that_governs_reviews():
    assert edition_for(date(2027, 1, 1), Kind.STATUTE).slug == "ca04"


def test_no_serious_case_review_began_after_september_2019():
    assert BY_SLUG["scr"].in_force_to == date(2019, 9, 29)


def test_wording_that_nobody_compared_with_the_original_says_so():
    assert not BY_SLUG["wt26"].read
    assert not BY_SLUG["pg25"].read
    assert "not confirmed" in BY_SLUG["wt26"].governs


@pytest.mark.parametrize("kind", [Kind.WORKING_TOGETHER, Kind.PANEL_GUIDANCE])
def test_editions_of_one_kind_follow_each_other_without_a_gap(kind):
    of_kind = [each for each in REGIMES if each.kind == kind]
    for earlier, later in pairwise(of_kind):
        assert earlier.in_force_to + timedelta(days=1) == later.in_force_from
    assert of_kind[-1].in_force_to is None


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.sampled_from(Kind))
def test_there_is_always_one_edition_and_nobody_is_held_up(event, kind):
    assert edition_for(event, kind).kind == kind


@given(st.dates(date(2018, 7, 4), date(2060, 1, 1)))
def test_a_later_event_is_never_governed_by_an_earlier_edition(event):
    later = edition_for(event + timedelta(days=30))
    assert edition_for(event).in_force_from <= later.in_force_from
