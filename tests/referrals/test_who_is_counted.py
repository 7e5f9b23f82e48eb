"""The register of what was set aside: who is counted, and for whom."""

from datetime import timedelta

import pytest

from heed.cases.actions import exclude_person
from heed.referrals.actions import look_again, open_case, set_aside
from heed.referrals.queries import register_of
from heed.referrals.queries.results import HELD_BACK
from tests.cases.factories import NOON
from tests.referrals.test_set_aside_is_a_result import CHALLENGED, WHY, one_set_aside


@pytest.mark.django_db
def test_while_it_is_looked_at_again_it_is_not_set_aside():
    referral, people = one_set_aside()
    look_again(referral, reasons=CHALLENGED, by=people["coordinator"], at=NOON)

    register = register_of(people["manager"], at=NOON)

    said = (register.set_aside, register.challenged, register.reversed)
    assert said == ("0", HELD_BACK, "0")
    assert [lines for _, lines in register.tables if lines] == []


@pytest.mark.django_db
def test_a_challenge_counts_also_where_it_was_set_aside_again():
    referral, people = one_set_aside()
    look_again(referral, reasons=CHALLENGED, by=people["coordinator"], at=NOON)
    later = NOON + timedelta(days=1)
    set_aside(referral, reasons=WHY, by=people["manager"], at=later)

    register = register_of(people["manager"], at=later)

    assert (register.set_aside, register.challenged) == (HELD_BACK, HELD_BACK)


@pytest.mark.django_db
def test_a_case_from_which_somebody_is_excluded_is_in_none_of_their_numbers():
    referral, people = one_set_aside()
    case = open_case(referral, by=people["manager"], at=NOON)
    out = people["coordinator"]
    assert register_of(out, at=NOON).reversed == HELD_BACK
    exclude_person(case, person=out, reason="Kin.", by=people["manager"], at=NOON)

    register = register_of(out, at=NOON)

    assert register.reversed == "0"
    assert [lines for _, lines in register.tables if lines] == []
    assert register_of(people["manager"], at=NOON).reversed == HELD_BACK
