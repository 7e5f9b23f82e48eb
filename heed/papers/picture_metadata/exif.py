"""EXIF, and TIFF pictures, which are written in the same way: directories of tags."""

import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.iptc import iptc_pieces, resource_pieces
from heed.papers.picture_metadata.pieces import Piece, xmp_piece
from heed.papers.picture_metadata.words import decoded, strings_in, wide

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_ASCII, _BYTES = 2, {1, 6, 7}
_MOST_DIRECTORIES, _SHORT, _ENTRY = 64, 4, 12
_GPS, _XMP, _IPTC, _RESOURCES = 0x8825, 700, 33723, 34377
_FURTHER = {0x8769, _GPS, 0xA005, 0x014A}
_SMALLER = 0x0201
_WINDOWS = range(0x9C9B, 0x9CA0)
_COMMENT, _PROFILE, _ORIENTATION = 0x9286, 34675, 0x0112


def tiff_pieces(tiff: bytes) -> Iterator[Piece]:
    """What the directories say. Raises struct.error where they are broken."""
    order = "<" if tiff.startswith(b"II") else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    waiting, seen = [first], {0}
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        if len(seen) > _MOST_DIRECTORIES:
            raise struct.error("Too many directories.")
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(count):
            entry = at + 2 + _ENTRY * number
            tag, data = _value(tiff, entry, order)
            if tag in _FURTHER:
                waiting += struct.unpack(f"{order}{len(data) // 4}I", data)
            yield from _piece(tag, data, is_ascii=_kind(tiff, entry, order) == _ASCII)
        end = at + 2 + _ENTRY * count
        if end + 4 <= len(tiff):
            waiting += struct.unpack_from(f"{order}I", tiff, end)


def _kind(tiff: bytes, entry: int, order: str) -> int:
    return int(struct.unpack_from(f"{order}H", tiff, entry + 2)[0])


def _value(tiff: bytes, entry: int, order: str) -> tuple[int, bytes]:
    tag, kind, count = struct.unpack_from(f"{order}HHI", tiff, entry)
    length = _SIZES.get(kind, 1) * count
    at = entry + 8
    if length > _SHORT:
        (at,) = struct.unpack_from(f"{order}I", tiff, at)
    if at + length > len(tiff):
        raise struct.error("A value lies outside.")
    words = kind == _ASCII or kind in _BYTES or tag in _FURTHER or tag == _IPTC
    return tag, tiff[at : at + length] if words else b""


def _piece(tag: int, data: bytes, *, is_ascii: bool) -> Iterator[Piece]:
    if tag == _IPTC:
        yield from iptc_pieces(data)
    elif tag == _RESOURCES:
        yield from resource_pieces(data)
    elif tag in {_GPS, _SMALLER}:
        yield Piece(located=tag == _GPS, another=tag == _SMALLER)
    elif tag == _XMP:
        yield xmp_piece(data)
    elif data and tag not in _FURTHER and tag != _PROFILE:
        yield Piece(_said(tag, data, is_ascii=is_ascii))


def _said(tag: int, data: bytes, *, is_ascii: bool) -> str:
    if tag in _WINDOWS:
        return wide(data)
    return decoded(data) if is_ascii or tag == _COMMENT else strings_in(data)
