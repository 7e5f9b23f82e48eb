"""The key that signs checkpoints of the audit. It lies beside the master keys; its
public half may be handed to whoever keeps the checkpoints."""

import base64
import binascii
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from django.conf import settings

from heed.vault.whole_files import write_once

PRIVATE = "checkpoint.key"
PUBLIC = "checkpoint.public"


class SigningKeyMissing(Exception):
    """There is no key to sign with, or none to check a signature with."""


def make_signing_key(folder: Path) -> None:
    """Make the signing key in this folder, and its public half, where missing."""
    private = Ed25519PrivateKey.generate()
    write_once(folder / PRIVATE, _text(private.private_bytes_raw()))
    public = Ed25519PrivateKey.from_private_bytes(_read(folder / PRIVATE)).public_key()
    write_once(folder / PUBLIC, _text(public.public_bytes_raw()), 0o644)


def sign(message: bytes) -> str:
    """Sign; SigningKeyMissing without a key."""
    private = Ed25519PrivateKey.from_private_bytes(_read(_folder() / PRIVATE))
    return base64.b64encode(private.sign(message)).decode()


def is_signed(message: bytes, signature: str) -> bool:
    """Whether our key signed this; SigningKeyMissing without its public half."""
    public = Ed25519PublicKey.from_public_bytes(_read(_folder() / PUBLIC))
    try:
        public.verify(base64.b64decode(signature, validate=True), message)
    except (InvalidSignature, binascii.Error):
        return False
    return True


def _folder() -> Path:
    return Path(settings.MASTER_KEY_FILE).parent


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode() + "\n"


def _read(path: Path) -> bytes:
    try:
        return base64.b64decode(path.read_text().strip(), validate=True)
    except (FileNotFoundError, binascii.Error):
        raise SigningKeyMissing(
            f"There is no usable key at {path}. `heed keys make` makes what is missing."
        ) from None
