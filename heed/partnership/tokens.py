"""The two secrets of an invitation: the link in the letter, the code by telephone."""

import hashlib
import hmac

from django.utils.crypto import salted_hmac

from heed.partnership.models import Invitation

# Crockford's letters: none of them can be misheard or misread for another.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("OIL", "011", " -")


def hash_of(token: str) -> str:
    """What is kept of the secret in a link, so that the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_of(invitation: Invitation) -> str:
    """The code that is told by telephone, for the screen of those who may invite."""
    secret = salted_hmac(
        "heed.partnership.invitation.code",
        f"{invitation.pk}:{invitation.token_hash}",
        algorithm="sha256",
    ).digest()
    letters = "".join(LETTERS[byte % 32] for byte in secret[:8])
    return f"{letters[:4]}-{letters[4:]}"


def is_its_code(invitation: Invitation, typed: str) -> bool:
    """Whether somebody typed the code of an invitation, however she spaced it."""
    return hmac.compare_digest(_plain(code_of(invitation)), _plain(typed))


def _plain(code):
    return code.upper().translate(LOOKALIKES).encode()
