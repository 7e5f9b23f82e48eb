"""IPTC and the other resources that Photoshop writes into pictures."""

import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.pieces import Piece, xmp_piece
from heed.papers.picture_metadata.words import decoded, strings_in

_RESOURCE, _DATASET = b"8BIM", 0x1C
_IPTC, _XMP, _EXIF, _SMALLER = 0x0404, 0x0424, 0x0422, {0x0409, 0x040C}
_LONG = 0x8000


def resource_pieces(data: bytes) -> Iterator[Piece]:
    """What the resources say, one after another."""
    at = data.find(_RESOURCE)
    while at >= 0 and data.startswith(_RESOURCE, at):
        (number,) = struct.unpack_from(">H", data, at + 4)
        name = data[at + 6]
        start = at + 7 + name + (name + 1) % 2
        (length,) = struct.unpack_from(">I", data, start)
        said = data[start + 4 : start + 4 + length]
        if number == _IPTC:
            yield from iptc_pieces(said)
        elif number == _XMP:
            yield xmp_piece(said)
        elif number in _SMALLER:
            yield Piece(another=True)
        else:
            yield Piece(strings_in(data[at + 6 : start] + said))
        at = start + 4 + length + length % 2


def iptc_pieces(data: bytes) -> Iterator[Piece]:
    """Caption, place, who took it: each stands in a set of its own."""
    at = 0
    while at + 5 <= len(data) and data[at] == _DATASET:
        record, _, length = struct.unpack_from(">BBH", data, at + 1)
        start = at + 5
        if length & _LONG:
            size = length & ~_LONG
            length = int.from_bytes(data[start : start + size], "big")
            start += size
        if record > 1:
            yield Piece(decoded(data[start : start + length]))
        at = start + length
    if data[at:].strip(b"\x00"):
        yield Piece(strings_in(data[at:]))
