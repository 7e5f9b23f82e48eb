"""A process may be killed between the approval and the library. There is then exactly one
publication, whoever publishes: the manager, or Heed at the moment that was set."""

import pytest

from tests.faults.house import WITHOUT_WAITING, a_house


@pytest.fixture(scope="module")
def killings(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        house = a_house(tmp_path_factory.mktemp("published") / "house")
    return house.told("tests.faults.publishing", **WITHOUT_WAITING)


@pytest.mark.parametrize("number", [0, 1], ids=["by the manager", "by itself"])
def test_killed_at_any_point_and_done_again_it_is_published_once(killings, number):
    assert killings[number]["wrong"] == []
    assert killings[number]["kills"] == killings[number]["points"] >= 6
