"""How many of the three partners carry what they decide together."""

import pytest

from heed.rulebook import deciding, describe, sources


@pytest.mark.parametrize(
    ("answered", "agreeing", "carried"),
    [(3, 3, True), (3, 2, True), (3, 1, False), (3, 0, False), (2, 2, False)],
)
def test_all_three_answer_and_two_carry_it(answered, agreeing, carried):
    assert deciding.is_carried(answered=answered, agreeing=agreeing) is carried


def test_the_page_of_the_process_says_it_and_whose_rule_it_is():
    assert deciding.SOURCE == sources.LOCAL
    page = describe.as_markdown()
    assert f"{deciding.CARRIED_WHEN} Source: {deciding.SOURCE}" in page
