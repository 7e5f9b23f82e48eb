"""A second factor that is taken away closes cases until the person has been met."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator

from heed import clock
from heed.partnership.actions import (
    lift_reset_lock,
    record_proof_in_person,
    reset_second_factor,
)
from heed.partnership.queries import lock_of, standing_lock
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.partnership.factories import a_partnership, a_person, letters_kept

pytestmark = pytest.mark.django_db
NOW = clock.now()


def reset(person, *, by, at=NOW):
    with letters_kept() as letters:
        lock = reset_second_factor(
            person, partnership=person.partnership, reason="Lost", by=by, at=at
        )
    lock.letters = letters
    return lock


def prove(lock, *, by, at=NOW):
    return record_proof_in_person(
        lock, partnership=lock.person.partnership, by=by, at=at
    )


@pytest.fixture
def unit():
    """A manager, the owner of the account, and two colleagues."""
    partnership = a_partnership()
    return [
        a_person(role, partnership=partnership)
        for role in (
            Role.MANAGER,
            Role.COORDINATOR,
            Role.COORDINATOR,
            Role.SAFEGUARDING_LEAD,
        )
    ]


def test_every_second_factor_is_gone_and_both_are_told(unit):
    manager, owner, *_ = unit

    lock = reset(owner, by=manager)

    assert not Authenticator.objects.filter(user=owner).exists()
    assert {letter.to for letter in lock.letters} == {owner.email, manager.email}


def test_the_lock_lasts_a_day(unit):
    manager, owner, *_ = unit
    lock = reset(owner, by=manager)

    assert standing_lock(owner, NOW) == lock
    assert standing_lock(owner, NOW + timedelta(hours=24, seconds=-1)) == lock
    assert standing_lock(owner, NOW + timedelta(hours=24)) is None


def test_the_word_of_two_colleagues_lifts_it(unit):
    manager, owner, *others = unit
    lock = reset(owner, by=manager)

    prove(lock, by=others[0])
    assert standing_lock(owner, NOW) == lock
    with pytest.raises(Refused, match="Two colleagues"):
        lift_reset_lock(lock, partnership=owner.partnership, by=others[0], at=NOW)
    prove(lock, by=others[1])

    assert standing_lock(owner, NOW) is None


def test_neither_the_owner_nor_the_resetter_nor_one_twice_may_say_so(unit):
    manager, owner, other, _third = unit
    lock = reset(owner, by=manager)

    for somebody in (manager, owner):
        with pytest.raises(Refused, match="Two others"):
            prove(lock, by=somebody)
    prove(lock, by=other)
    with pytest.raises(Refused, match="on the record already"):
        prove(lock, by=other)
    with pytest.raises(Refused, match="no role in this partnership"):
        prove(lock, by=a_person(Role.MANAGER))


def test_a_second_reset_locks_anew(unit):
    manager, owner, *others = unit
    lock = reset(owner, by=manager)
    for colleague in others:
        prove(lock, by=colleague)

    again = reset(owner, by=manager)

    assert standing_lock(owner, NOW) == again
    assert lock_of(owner.partnership, again.public_id, NOW) == again


@pytest.mark.parametrize("role", sorted(set(Role) - WITHOUT_ACCOUNT))
def test_only_a_manager_or_an_administrator_takes_it_away(unit, role):
    _manager, owner, *_ = unit
    somebody = a_person(role, partnership=owner.partnership)

    if role in {Role.MANAGER, Role.SYSTEM_ADMINISTRATOR}:
        reset(owner, by=somebody)
        return
    with pytest.raises(Refused, match="Only a manager or administrator"):
        reset(owner, by=somebody)


def test_nobody_takes_away_their_own_or_a_stranger_s(unit):
    manager, *_ = unit

    with pytest.raises(Refused, match="Ask a colleague"):
        reset(manager, by=manager)
    with pytest.raises(Refused, match="not one of yours"):
        reset_second_factor(
            a_person(Role.COORDINATOR),
            partnership=manager.partnership,
            reason="Lost",
            by=manager,
            at=NOW,
        )
