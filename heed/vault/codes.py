"""Codes told to people, and the tokens of links: random, and kept as hashes only.

A code has 100 bits in letters that cannot be misread for one another. What is kept of
it opens nothing, and costs whoever tries codes against it as much as a password would.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: nothing looks like another
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
LETTERS = 20
HASHER = PasswordHasher()
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

_made_up: ContextVar[bool] = ContextVar("codes behind which is nobody", default=False)


def a_code() -> str:
    """A code of 100 bits in groups of five, fit to be read out."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[i : i + 5] for i in range(0, LETTERS, 5))


def a_link() -> str:
    """A token for a link: 192 bits."""
    return secrets.token_urlsafe(24)


def hashed_link(token: str) -> str:
    """How a token is kept that is random enough to be looked up by a plain hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def hashed_code(code: str) -> str:
    """How a code is kept."""
    hasher = QUICK if _made_up.get() else HASHER
    return hasher.hash(plain_code(code))


@contextmanager
def codes_of_nobody() -> Iterator[None]:
    """For the block, codes of made-up people: hashed quickly, as nothing real is behind
    them."""
    before = _made_up.set(True)
    try:
        yield
    finally:
        _made_up.reset(before)


def is_code(code: str, kept: str) -> bool:
    """Whether what was typed is the code; dashes, spaces and case do not matter.

    Where nothing is kept it takes as long, so that the time tells nothing."""
    try:
        return HASHER.verify(kept or _of_nobody(), plain_code(code)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def plain_code(code: str) -> str:
    """A code without what people add when they write it down."""
    letters = "".join(code.split()).replace("-", "")
    return letters.upper().translate(LOOK_ALIKES)


@cache
def _of_nobody() -> str:
    return HASHER.hash(secrets.token_hex(32))
