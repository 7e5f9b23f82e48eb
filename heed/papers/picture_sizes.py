"""How many dots a picture claims to have, from its first bytes: nothing is unpacked."""

import struct

MOST_PIXELS = 40_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_SIZE_IN_PNG, _LEAST_PNG = 16, 24
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_MOST_PARTS = 2_000


def pixels_of(data: bytes) -> int:
    """The width of a .png or .jpg times its height; 0 for anything else."""
    if data.startswith(_PNG) and len(data) >= _LEAST_PNG:
        wide, high = struct.unpack_from(">II", data, _SIZE_IN_PNG)
        return int(wide * high)
    return _of_jpeg(data) if data.startswith(_JPEG) else 0


def _of_jpeg(data: bytes) -> int:
    """The largest size that a part of it names: a preview may stand before it."""
    at, largest = 2, 0
    for _ in range(_MOST_PARTS):
        if at + 9 > len(data) or data[at] != 0xFF:  # noqa: PLR2004 a part begins so
            break
        part = data[at + 1]
        if part in _ALONE:
            at += 2
            continue
        if part in _SIZES:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            largest = max(largest, wide * high)
        at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return largest
