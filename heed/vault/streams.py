"""Files sealed piece by piece, so that one of any size passes through little memory.

A stream begins with a version and a random salt. Its pieces of 64 KiB are sealed under
a key made from the data key and that salt, for this stream alone; the nonce of each is
its number and whether it is the last. A piece that is missing, moved, repeated or added
does not open, and neither does the stream under another name.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from heed.vault.ciphers import CannotOpen
from heed.vault.keys import key_ring

VERSION = b"\x01"
SALT = 32
PIECE = 64 * 1024
TAG = 16


class Readable(Protocol):
    """What is open for reading bytes."""

    def read(self, size: int, /) -> bytes: ...


def seal_stream(
    source: Readable | Iterable[bytes], data_key, name: str
) -> Iterator[bytes]:
    """Seal what is read from a file, or comes in pieces, under a data key and a name
    that belongs to this file alone (its id)."""
    header = VERSION + os.urandom(SALT)
    cipher = _cipher(data_key, name, header)
    yield header
    for number, piece, last in _numbered(_blocks(source, PIECE)):
        yield cipher.encrypt(_nonce(number, last=last), piece, None)


def open_stream(
    source: Readable | Iterable[bytes], data_key, name: str
) -> Iterator[bytes]:
    """Open what `seal_stream` sealed, piece by piece. Each piece is genuine and in its
    place; that none is missing at the end is known at the end: CannotOpen otherwise."""
    blocks = _blocks(source, PIECE + TAG, first=len(VERSION) + SALT)
    header = next(blocks)
    if len(header) != len(VERSION) + SALT or header[:1] != VERSION:
        raise CannotOpen("This file was not sealed here.")
    cipher = _cipher(data_key, name, header)
    for number, piece, last in _numbered(blocks):
        try:
            yield cipher.decrypt(_nonce(number, last=last), piece, None)
        except InvalidTag:
            raise CannotOpen(
                f"The file {name} does not open: its key does not fit, or something of "
                "it was changed, moved or lost."
            ) from None


def _cipher(data_key, name: str, header: bytes) -> AESGCM:
    key_id = data_key if isinstance(data_key, UUID) else data_key.pk
    opened = key_ring().key(key_id)
    return opened.derive(b"stream " + name.encode(), header).chunk_cipher()


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _numbered(blocks: Iterator[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Each block with its number and whether it is the last; of nothing, one empty."""
    number, held = 0, next(blocks, b"")
    for block in blocks:
        yield number, held, False
        number, held = number + 1, block
    yield number, held, True


def _blocks(source, size: int, first: int = 0) -> Iterator[bytes]:
    """The bytes of a source in blocks of one size (the first of its own, the last of
    what is left), whatever pieces they come in."""
    held, wanted = bytearray(), first or size
    for piece in _pieces(source):
        held += piece
        while len(held) >= wanted:
            yield bytes(held[:wanted])
            del held[:wanted]
            wanted = size
    if held or wanted == first:
        yield bytes(held)


def _pieces(source) -> Iterator[bytes]:
    if hasattr(source, "read"):
        return iter(lambda: source.read(PIECE), b"")
    return iter(source)
