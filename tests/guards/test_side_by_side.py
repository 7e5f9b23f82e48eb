"""Each world of the suite is built by one process alone."""

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
