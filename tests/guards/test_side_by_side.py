"""Each world of the suite is built by one process alone; what is small is asked together."""

import pytest

from tests.asked_of_each import asked_of_each
from tests.side_by_side import ONE_WORLD, group_of


def test_the_tests_of_a_file_are_done_by_one_process():
    assert group_of("tests/vault/test_keys.py::test_one") == group_of(
        "tests/vault/test_keys.py::test_two[388]"
    )


def test_the_walls_stand_around_one_world():
    walls = (
        "tests/walls/test_walls.py::test_one",
        "tests/walls/test_the_lock.py::a[b]",
    )
    assert {group_of(each) for each in walls} == {ONE_WORLD}


def test_what_is_asked_of_each_fails_at_the_one_that_answers_wrongly_and_names_it():
    @asked_of_each([1, 2, 3], named=lambda each: f"number {each}")
    def is_not_two(each):
        """No number is two."""
        assert each != 2

    with pytest.raises(AssertionError) as failed:
        is_not_two()
    assert failed.value.__notes__ == ["Asked of number 2."]
    assert is_not_two.__name__ == "is_not_two"


def test_of_nothing_nothing_can_be_asked():
    with pytest.raises(AssertionError):
        asked_of_each([], named=str)
