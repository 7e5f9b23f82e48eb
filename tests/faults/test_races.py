"""Who decides at the same moment is put in order: nothing is lost, nothing is double.
Real processes; on PostgreSQL too."""

import pytest
from django.db import connection

from tests.faults.house import WITHOUT_WAITING, a_house

RACES = {"sqlite": 200, "postgresql": 20}
EACH_RACE_TWO_ANSWERS = 2


@pytest.fixture(scope="module")
def races(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        house = a_house(tmp_path_factory.mktemp("raced") / "house")
    more = WITHOUT_WAITING | {"RACES": str(RACES[connection.vendor])}
    return house.told("tests.faults.racing", **more)


def test_two_and_three_partners_who_decide_at_once_each_decide_once(races):
    assert races["partners"] == []
    assert races["entries"] > RACES[connection.vendor] * EACH_RACE_TWO_ANSWERS


def test_one_partner_at_three_devices_answers_once(races):
    assert races["the same partner"] == []


def test_three_partners_at_once_sign_off_once(races):
    assert races["three partners"] == []


def test_nobody_answers_to_what_they_did_not_read(races):
    assert races["overtaken"] == []
    assert races["edited"] == []


def test_a_form_sent_twice_at_once_is_carried_out_once(races):
    assert races["the same form"] == []


def test_two_approvals_in_the_same_second_both_count_and_one_body_counts_once(races):
    assert races["approvals"] == []


def test_after_all_of_it_the_record_holds(races):
    assert races["afterwards"] == []
