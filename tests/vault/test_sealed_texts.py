"""Secrets that other libraries keep, such as those of authenticator apps."""

import pytest

from heed.vault import open_text, seal_text
from heed.vault.ciphers import CannotOpen
from heed.vault.keys import forget_keys


@pytest.mark.parametrize("text", ["JBSWY3DPEHPK3PXP", "", "é \U0001f9d2"])
def test_a_secret_comes_back_for_its_purpose(db, text):
    sealed = seal_text("second factor", text)
    forget_keys()
    assert open_text("second factor", sealed) == text
    assert sealed.isascii()
    assert not text or text not in sealed


def test_a_secret_opens_for_no_other_purpose(db):
    sealed = seal_text("second factor", "JBSWY3DP")
    with pytest.raises(CannotOpen):
        open_text("another", sealed)


@pytest.mark.parametrize(
    "text", ["", "heed1.", "heed1.!!", "heed1.A", "JBSWY3DP", "heed1.AAAA"]
)
def test_what_was_not_sealed_is_not_opened(db, text):
    seal_text("second factor", "JBSWY3DP")
    with pytest.raises(CannotOpen):
        open_text("second factor", text)


def test_before_the_first_secret_nothing_opens(db):
    with pytest.raises(CannotOpen):
        open_text("second factor", "heed1.AAAA")
