"""Codes are hashed quickly here; that they are hashed slowly is tested once."""

import pytest
from argon2 import PasswordHasher

from heed.vault import codes


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch):
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(codes, "HASHER", quick)
