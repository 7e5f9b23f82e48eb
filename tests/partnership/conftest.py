"""What every test of people and their accounts stands on."""

import time
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth


@pytest.fixture(autouse=True)
def _the_half_minute_stands_still():
    """A code is typed in the half minute in which it was read, also where a machine is
    slow."""
    moment = time.time()
    with pytest.MonkeyPatch.context() as still:
        still.setattr(auth, "time", SimpleNamespace(time=lambda: moment))
        yield
