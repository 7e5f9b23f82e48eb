"""Links and the codes told beside them: 100 bits each, kept as hashes only."""

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: nothing looks like another
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
LETTERS = 20
HASHER = PasswordHasher()


def a_code() -> str:
    """A code of 100 bits in groups of five, fit to be read out."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[i : i + 5] for i in range(0, LETTERS, 5))


def a_link() -> str:
    """A token for a link: 192 bits."""
    return secrets.token_urlsafe(24)


def hashed_link(token: str) -> str:
    """How a link's token is kept: it is random enough that a plain hash serves."""
    return hashlib.sha256(token.encode()).hexdigest()


def hashed_code(code: str) -> str:
    """How a code is kept."""
    return HASHER.hash(_plain(code))


def is_code(code: str, kept: str) -> bool:
    """Whether what was typed is the code; dashes, spaces and case do not matter."""
    try:
        return HASHER.verify(kept, _plain(code))
    except VerificationError:
        return False


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").upper().translate(LOOK_ALIKES)
