"""What the guards stand on."""

import gc

import pytest


@pytest.fixture(scope="session", autouse=True)
def _what_was_read_is_no_rubbish():
    """All of Heed as it was read lives to the end; to look through it for rubbish then
    took a third of the time of all guards."""
    yield
    gc.freeze()
