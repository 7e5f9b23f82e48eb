"""Whatever roles, lists, dates, declarations and exclusions come together, a case opens
to nobody but those to whom all of them open it."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.cases.access import why_not
from heed.cases.actions import (
    decide_on_interest,
    declare_interest,
    exclude_person,
    grant_access,
    lift_exclusion,
    note_earliest_awareness,
)
from heed.cases.interests import interests_to_decide
from heed.cases.models import (
    AccessGrant,
    Case,
    Exclusion,
    InterestDeclaration,
    StepTaken,
)
from heed.cases.queries import (
    Sought,
    running_deadlines,
    waiting_for_declaration,
    what_can_be_done,
    window_of_cases,
)
from heed.cases.steps import Refused
from heed.partnership.models import RoleHeld
from heed.partnership.one_look import one_look
from heed.partnership.queries import roles_of
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.outcomes import InterestDecision
from heed.rulebook.roles import READS_THE_CASE, SEES_NO_CASE
from tests.cases.factories import NOON, a_case, a_case_with_people, the_people
from tests.partnership.factories import a_partnership, a_person
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
TODAY = NOON.date()
OFTEN = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@st.composite
def how_somebody_stands(draw):
    return {
        "role": draw(st.sampled_from(sorted(READS_THE_CASE))),
        "active": draw(st.sampled_from([True, True, True, False])),
        "held": draw(st.sampled_from([True, True, True, False])),
        "listed": draw(st.sampled_from([True, True, True, False])),
        "starts": draw(st.integers(-1, 1)),
        "lasts": draw(st.sampled_from([None, 0, 1, 2])),
        "revoked": draw(st.sampled_from([False, False, False, True])),
        "declared": draw(st.sampled_from(["none", "none", "has", "unsure", ""])),
        "excluded": draw(st.sampled_from([False, False, True])),
        "lifted": draw(st.booleans()),
    }


def may_open(how):
    first = TODAY + how["starts"] * A_DAY
    within = first <= TODAY and (
        how["lasts"] is None or first + how["lasts"] * A_DAY >= TODAY
    )
    free = how["declared"] == "none" and (not how["excluded"] or how["lifted"])
    in_a_role = how["active"] and how["held"] and how["listed"] and not how["revoked"]
    return in_a_role and within and free


def stands(case, how):
    """Somebody of the partnership who stands so in front of the case."""
    person = a_person(
        how["role"], partnership=case.partnership, second_factor=False, at=NOON
    )
    held = RoleHeld.objects.get(person=person)
    rows = {
        "case": case,
        "partnership_id": case.partnership_id,
        "data_key_id": case.data_key_id,
        "person": person,
    }
    if how["listed"]:
        first = TODAY + how["starts"] * A_DAY
        AccessGrant.objects.create(
            **rows,
            role=how["role"],
            seat=held.seat or "",
            starts_on=first,
            ends_on=None if how["lasts"] is None else first + how["lasts"] * A_DAY,
            granted_at=NOON,
            granted_by="The test",
            revoked_at=NOON if how["revoked"] else None,
        )
    if how["declared"]:
        clear = how["declared"] == "none"
        InterestDeclaration.objects.create(
            **rows, declared_at=NOON, answer=how["declared"], clear=clear
        )
        if not clear:
            Exclusion.objects.create(**rows, excluded_at=NOON)
    if how["excluded"]:
        Exclusion.objects.create(
            **rows, excluded_at=NOON, lifted_at=NOON if how["lifted"] else None
        )
    if not how["held"]:
        RoleHeld.objects.filter(pk=held.pk).update(
            starts_on=TODAY - 2 * A_DAY, ends_on=TODAY
        )
    person.is_active = how["active"]
    person.save(update_fields=["is_active"])
    return person


@given(how=how_somebody_stands())
@OFTEN
def test_role_and_list_and_dates_and_no_exclusion_or_nothing(how):
    with transaction.atomic():
        case = a_case_with_a_clock()
        person = stands(case, how)

        visible = Case.objects.visible_to(person, at=NOON).filter(pk=case.pk).exists()
        assert visible == may_open(how)
        seen = window_of_cases(person, Sought(), most=9, at=NOON).cases
        assert (case.pk in {each.pk for each in seen}) == visible
        assert bool(running_deadlines(person, at=NOON)) == visible
        if how["declared"] in {"has", "unsure"} or (
            how["excluded"] and not how["lifted"]
        ):
            assert list(waiting_for_declaration(person, at=NOON)) == []
            assert interests_to_decide(person, at=NOON) == []
            assert what_can_be_done(case, person, at=NOON) == []
            assert nothing_can_be_done(case, person)
        transaction.set_rollback(True)


@walked_once
def a_case_with_a_clock():
    case = a_case()
    manager = a_person(Role.MANAGER, partnership=case.partnership, second_factor=False)
    note_earliest_awareness(case, on=TODAY, by=manager, at=NOON)
    return case


@walked_once
def a_case_in_which_nobody_has_declared():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    return a_case(partnership), people


def nothing_can_be_done(case, person):
    with one_look():
        return all(
            why_not(step, case, person, at=NOON) for step in process.STEPS.values()
        )


MAY, OUT, REPLACED = InterestDecision
WHO = st.sampled_from(["manager", "coordinator", "local_authority", "icb", "police"])
DEEDS = st.tuples(
    st.sampled_from(["declare", "exclude", "decide", "lift", "grant"]),
    WHO,
    WHO,
    st.sampled_from(list(InterestDecision)),
)


def do(deed, case, by, to, outcome):
    how = {"by": by, "at": NOON}
    if deed == "declare":
        declare_interest(case, answer="unsure", details="", **how)
    elif deed == "exclude":
        exclude_person(case, person=to, reason="Kin.", **how)
    elif deed == "grant":
        held = roles_of(to, case.partnership, on=TODAY).first()
        grant_access(case, person=to, role=held.role, seat=held.seat or "", **how)
    elif deed == "decide":
        for declared in InterestDeclaration.objects.filter(person=to, decided_at=None):
            decide_on_interest(declared, outcome=outcome, reason="Seen.", **how)
    else:
        outcome = {REPLACED: OUT}.get(outcome, outcome)
        for exclusion in Exclusion.objects.filter(person=to, lifted_at=None):
            lift_exclusion(exclusion, outcome=outcome, reason="Seen anew.", **how)


def assert_two_said_so(exclusion):
    """Two others, of different bodies, both of whom said so in the history."""
    said = StepTaken.objects.filter(
        step__in=["decide_on_interest", "lift_exclusion"],
        outcome=MAY,
        subject_id__in=[exclusion.pk, exclusion.declaration_id],
        by_id__in=[exclusion.proposed_by.actor_id, exclusion.lifted_by.actor_id],
    )
    assert len({each.by_id for each in said}) == 2
    assert len({each.seat for each in said}) == 2
    assert str(exclusion.person.pk) not in {each.by_id for each in said}


@given(deeds=st.lists(DEEDS, min_size=1, max_size=8))
@OFTEN
def test_nobody_judges_themselves_or_lets_in_alone_whatever_is_tried(deeds):
    with transaction.atomic():
        case, people = a_case_in_which_nobody_has_declared()
        for deed, by, to, outcome in deeds:
            with suppress(Refused):
                do(deed, case, people[by], people[to], outcome)

            for kept in InterestDeclaration.objects.filter(case=case):
                assert kept.decided_by_id != kept.person_id
            for kept in Exclusion.objects.filter(case=case).exclude(lifted_at=None):
                assert_two_said_so(kept)
            for exclusion in Exclusion.objects.filter(case=case, lifted_at=None):
                seen = Case.objects.visible_to(exclusion.person, at=NOON)
                assert not seen.filter(pk=case.pk).exists()
            own = AccessGrant.objects.filter(case=case)
            assert not any(g.granted_by == g.person.actor_name for g in own)
        transaction.set_rollback(True)


@pytest.mark.parametrize("role", sorted(SEES_NO_CASE))
def test_who_keeps_it_running_or_reads_the_record_is_on_no_list(role):
    case, people = a_case_with_people()
    person = a_person(role, partnership=case.partnership, at=NOON)
    for wanted in sorted(READS_THE_CASE):
        with pytest.raises(Refused, match="does not hold this role"):
            grant_access(
                case, person=person, role=wanted, by=people["manager"], at=NOON
            )
    assert nothing_can_be_done(case, person)
