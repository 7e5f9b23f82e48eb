"""A process may be killed at any moment. What it was doing is then done or not done,
never half; whoever does it again does it once."""

import pytest

from tests.faults.house import WITHOUT_WAITING, a_house


@pytest.fixture(scope="module")
def killings(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        house = a_house(tmp_path_factory.mktemp("killed") / "house")
    return house.told("tests.faults.killing", **WITHOUT_WAITING)


def test_nothing_is_half_done_wherever_a_process_is_killed(killings):
    assert {each["deed"]: each["wrong"] for each in killings} == {
        each["deed"]: [] for each in killings
    }


def test_steps_were_killed_from_their_first_write_to_after_their_commit(killings):
    assert len(killings) == 7
    assert all(each["writes"] >= 5 for each in killings)
    assert sum(each["kills"] for each in killings) >= 7 * 5
