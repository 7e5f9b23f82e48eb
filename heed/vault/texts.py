"""Secrets that other libraries keep in tables of their own, sealed as text."""

import base64
import binascii
from dataclasses import dataclass

from heed import clock
from heed.vault.actions import standing_key
from heed.vault.ciphers import CannotOpen
from heed.vault.keys import key_ring
from heed.vault.standing import INSTALLATION, TEXTS, standing_key_id

PREFIX = "heed1."


@dataclass(frozen=True)
class Heed:
    """Who makes the key for such texts: nobody asked for it by name."""

    actor_kind: str = "system"
    actor_id: str = "vault"
    actor_name: str = "Heed"


def seal_text(purpose: str, text: str) -> str:
    """Seal a secret for one purpose; the result is plain ASCII."""
    standing_key(partnership_id=INSTALLATION, purpose=TEXTS, by=Heed(), at=clock.now())
    sealed = _key(purpose).seal(text.encode(), b"text")
    return PREFIX + base64.urlsafe_b64encode(sealed).decode()


def open_text(purpose: str, sealed: str) -> str:
    """Open what `seal_text` sealed for this purpose; CannotOpen if it was not."""
    try:
        raw = base64.urlsafe_b64decode(sealed.removeprefix(PREFIX))
    except (binascii.Error, ValueError):
        raise CannotOpen("This text was not sealed here.") from None
    return _key(purpose).open(raw, b"text").decode()


def _key(purpose: str):
    key = key_ring().key(standing_key_id(INSTALLATION, TEXTS))
    return key.derive(b"text for " + purpose.encode())
