"""Codes that are told to people are random, plain to read out, and kept as hashes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.vault.codes import (
    ALPHABET,
    HASHER,
    a_code,
    a_link,
    codes_of_nobody,
    hashed_code,
    hashed_link,
    is_code,
    plain_code,
)

KEPT = hashed_code("ABCDE-FGHJK-MNPQR-STVWX")


def test_a_code_has_a_hundred_bits_in_four_groups():
    code = a_code()

    assert [len(group) for group in code.split("-")] == [5, 5, 5, 5]
    assert set(code) <= set(ALPHABET) | {"-"}
    assert len(ALPHABET) ** 20 == 2**100
    assert len({a_code() for _ in range(200)}) == 200


def test_what_is_kept_opens_nothing_and_costs_as_much_as_a_password():
    assert "ABCDE" not in KEPT
    assert KEPT.startswith("$argon2id$")
    assert HASHER.memory_cost >= 19 * 1024
    assert not is_code(KEPT, KEPT)


def test_a_code_of_nobody_costs_little_and_opens_all_the_same():
    with codes_of_nobody():
        made_up = hashed_code("ABCDE")

    assert "m=8,t=1" in made_up
    assert "m=8,t=1" not in KEPT
    assert is_code("abcde", made_up)


def test_how_somebody_writes_it_down_does_not_matter():
    for typed in (
        "abcde fghjk mnpqr stvwx",
        "ABCDEFGHJKMNPQRSTVWX",
        " abcde-fghjk-mnpqr-stvwx\n",
    ):
        assert is_code(typed, KEPT)


def test_another_code_is_another_code():
    assert not is_code("ABCDE-FGHJK-MNPQR-STVWY", KEPT)
    assert not is_code("", KEPT)


def test_where_nothing_is_kept_no_code_fits():
    assert not is_code("ABCDE-FGHJK-MNPQR-STVWX", "")
    assert not is_code("", "")
    assert not is_code("ABCDE", "not a hash")


@settings(max_examples=200)
@given(st.text(alphabet=ALPHABET + "oil-" + " ", max_size=30))
def test_letters_that_look_alike_are_one_letter(typed):
    assert set(plain_code(typed)) <= set(ALPHABET)
    assert plain_code(plain_code(typed)) == plain_code(typed)


def test_a_link_is_kept_as_a_mark_by_which_it_is_found():
    token = a_link()

    assert len(token) >= 32
    assert hashed_link(token) == hashed_link(token) != hashed_link(a_link())
    assert token not in hashed_link(token)
