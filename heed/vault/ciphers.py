"""The one way in which Heed seals: AES-256-GCM under a random nonce."""

import base64
import hmac
import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
LENGTH = 32
NONCE = 12


class CannotOpen(Exception):
    """Something sealed that does not open: a wrong key, a changed byte, a swap."""


class Secret:
    """Thirty-two bytes that seal and open. They never show themselves.

    `about` is bound to what is sealed, unencrypted: it opens with the same words only.
    """

    __slots__ = ("_bytes", "_cipher")

    def __init__(self, secret: bytes):
        if len(secret) != LENGTH:
            raise ValueError("A key has 32 bytes.")
        self._bytes = secret
        self._cipher = AESGCM(secret)

    @classmethod
    def new(cls) -> "Secret":
        return cls(AESGCM.generate_key(bit_length=8 * LENGTH))

    @classmethod
    def from_text(cls, text: str) -> "Secret":
        return cls(base64.b64decode(text, validate=True))

    def as_text(self) -> str:
        """For the key file alone."""
        return base64.b64encode(self._bytes).decode()

    def seal(self, plain: bytes, about: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, VERSION + about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        version, nonce = sealed[:1], sealed[1 : 1 + NONCE]
        if version != VERSION or len(nonce) != NONCE:
            raise CannotOpen("This was not sealed here.")
        try:
            return self._cipher.decrypt(nonce, sealed[1 + NONCE :], VERSION + about)
        except InvalidTag:
            raise CannotOpen("The key does not fit, or something changed.") from None

    def wrap(self, other: "Secret", about: bytes) -> bytes:
        return self.seal(other._bytes, about)

    def unwrap(self, wrapped: bytes, about: bytes) -> "Secret":
        return Secret(self.open(wrapped, about))

    def derive(self, purpose: bytes, salt: bytes = b"") -> "Secret":
        """Another secret for one purpose, which tells nothing of this one."""
        expand = HKDF(algorithm=SHA256(), length=LENGTH, salt=salt, info=purpose)
        return Secret(expand.derive(self._bytes))

    def digest(self, message: bytes) -> bytes:
        """A mark that only the holder of this secret can make (HMAC-SHA-256)."""
        return hmac.digest(self._bytes, message, sha256)

    def chunk_cipher(self) -> AESGCM:
        """For streams, which number their own nonces under a secret used once."""
        return self._cipher

    def __repr__(self) -> str:
        return "<secret>"

    def __reduce__(self):
        raise TypeError("A secret is not copied out of the process.")
