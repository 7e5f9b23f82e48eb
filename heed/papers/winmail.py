"""What Outlook packed into winmail.dat (TNEF): the attachments by their long names."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNATURE = b"\x78\x9f\x3e\x22"
_BEGINS, _SHORT_NAME, _CONTENT, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_LONG_NAME = 0x3707
_NARROW, _WIDE, _BYTES, _OBJECT = 0x1E, 0x1F, 0x102, 0x0D
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8}
_NAMED = 0x8000
_HEAD, _MOST = 9, 500


@dataclass(slots=True)
class Packed:
    """One file in it."""

    name: str = ""
    data: bytes = b""


def unpacked(data: bytes) -> list[Packed]:
    """The files in a winmail.dat; none where it is none, or broken before them."""
    found: list[Packed] = []
    for number, content in _attributes(data):
        if number == _BEGINS:
            found.append(Packed())
        elif found and number == _SHORT_NAME:
            found[-1].name = found[-1].name or _text(content, _NARROW)
        elif found and number == _CONTENT:
            found[-1].data = content
        elif found and number == _PROPERTIES:
            found[-1].name = _long_name(content) or found[-1].name
    return [each for each in found if each.data or each.name][:_MOST]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while data.startswith(_SIGNATURE) and at + _HEAD <= len(data):
        number, size = struct.unpack_from("<II", data, at + 1)
        at += _HEAD
        yield number & 0xFFFF, data[at : at + size]
        at += size + 2


def _long_name(raw: bytes) -> str:
    """The long name among the properties of a file, "" where it cannot be found."""
    try:
        return next(_long_names(raw), "")
    except struct.error:
        return ""


def _long_names(raw: bytes) -> Iterator[str]:
    at = 4
    for _ in range(min(struct.unpack_from("<I", raw)[0], _MOST)):
        kind, number = struct.unpack_from("<HH", raw, at)
        at += 4
        if number >= _NAMED:
            # Names of somebody's own making are of lengths of their own: enough.
            return
        if kind in _FIXED:
            at += _FIXED[kind]
            continue
        if kind not in {_NARROW, _WIDE, _BYTES, _OBJECT}:
            return
        size = struct.unpack_from("<I", raw, at + 4)[0]
        if number == _LONG_NAME:
            yield _text(raw[at + 8 : at + 8 + size], kind)
        at += 8 + size + -size % 4


def _text(raw: bytes, kind: int) -> str:
    words = raw.decode("utf-16-le" if kind == _WIDE else "cp1252", "replace")
    return words.partition("\x00")[0]
