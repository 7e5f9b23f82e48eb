"""Who is who, and which roles exclude each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import (
    CASE_ROLES,
    EXCLUSIONS,
    HAS_AN_ALTERNATE,
    HOLDS_A_SEAT,
    PARTNERS,
    ROLES,
    SEATS,
    SEES_NO_CASE,
    excluded_by,
    named,
    named_briefly,
)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_told_in_sentences(role):
    words = ROLES[role]
    assert words.label
    assert words.sentence.endswith(".")
    assert words.never.startswith("Never ")
    assert words.never.endswith(".")


def test_three_bodies_hold_a_seat():
    assert set(SEATS) == set(Seat)
    assert len(Seat) == 3


def test_nobody_is_left_unable_to_act():
    assert PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER} <= HAS_AN_ALTERNATE
    assert HOLDS_A_SEAT <= HAS_AN_ALTERNATE


@pytest.mark.parametrize("role", sorted(CASE_ROLES))
def test_a_system_administrator_never_holds_a_role_in_a_case(role):
    refused = excluded_by(Role.SYSTEM_ADMINISTRATOR, {role})
    assert refused.anywhere
    assert refused == excluded_by(role, {Role.SYSTEM_ADMINISTRATOR})


@pytest.mark.parametrize("role", sorted(CASE_ROLES))
def test_an_auditor_never_holds_a_role_in_a_case(role):
    assert excluded_by(role, {Role.AUDITOR})


def test_a_lead_reviewer_is_independent_of_those_who_commission():
    assert excluded_by(Role.LEAD_REVIEWER, {Role.DELEGATED_PARTNER})
    assert excluded_by(Role.MANAGER, {Role.LEAD_REVIEWER})


def test_a_scrutineer_takes_no_decisions():
    assert excluded_by(Role.SCRUTINEER, {Role.DELEGATED_PARTNER})


def test_a_coordinator_may_also_be_the_familys_contact():
    assert excluded_by(Role.FAMILY_CONTACT, {Role.COORDINATOR}) is None


def test_a_first_role_excludes_nothing():
    for role in Role:
        assert excluded_by(role, set()) is None


def test_every_exclusion_says_why():
    assert all(each.why.endswith(".") for each in EXCLUSIONS)


@given(st.sampled_from(Role), st.sampled_from(Role))
def test_exclusion_works_both_ways(one, other):
    assert excluded_by(one, {other}) == excluded_by(other, {one})


@given(st.sets(st.sampled_from(Role)), st.sampled_from(Role))
def test_more_roles_never_free_anybody(held, role):
    if excluded_by(role, held):
        assert excluded_by(role, held | {Role.COORDINATOR})


@given(st.sets(st.sampled_from(Role)))
def test_naming_roles_briefly_leaves_nobody_out(roles):
    assert len(named(roles)) == len(roles)
    assert bool(named_briefly(roles)) is bool(roles)
    assert len(named_briefly(roles)) <= len(roles)


def test_the_business_unit_is_named_as_one():
    assert named_briefly({Role.COORDINATOR, Role.MANAGER, Role.PUBLIC}) == [
        "Business unit",
        "Member of the public",
    ]


def test_those_who_see_no_case_hold_no_case_role():
    assert not SEES_NO_CASE & CASE_ROLES
