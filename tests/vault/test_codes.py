"""Codes that are told to people, and tokens of links: kept as hashes only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.vault.codes import (
    a_code,
    a_link,
    hashed_code,
    hashed_link,
    is_code,
    plain_code,
)


def test_a_code_is_twenty_letters_that_cannot_be_misread():
    codes = {a_code() for _ in range(200)}
    assert len(codes) == 200
    form = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}")
    assert all(form.fullmatch(code) for code in codes)


@pytest.mark.parametrize("write", [str, str.lower, lambda c: c.replace("-", " ")])
def test_a_code_is_known_however_it_is_typed(write):
    code = a_code()
    kept = hashed_code(code)
    assert code not in kept
    assert plain_code(code) not in kept
    assert is_code(write(code), kept)


def test_another_code_or_none_kept_is_not_the_code():
    assert not is_code(a_code(), hashed_code(a_code()))
    assert not is_code(a_code(), "")
    assert not is_code(a_code(), "spoilt")


@given(st.text())
def test_what_is_typed_has_one_form(typed):
    assert plain_code(plain_code(typed)) == plain_code(typed)


def test_a_link_is_kept_as_its_hash():
    token = a_link()
    assert len(token) == 32
    assert re.fullmatch(r"[0-9a-f]{64}", hashed_link(token))
    assert hashed_link(token) == hashed_link(token) != hashed_link(a_link())
