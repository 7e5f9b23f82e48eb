"""Reads from a font file which characters it holds."""

import struct
from collections.abc import Iterator

# Layouts of the `cmap` table, by their numbers in the OpenType specification.
SEGMENTS = 4
GROUPS = 12


def characters_of(font: bytes) -> set[int]:
    """The code points for which a TrueType font has a glyph, from its `cmap` table.
    Raises ValueError for a font without one.
    """
    table = _table(font, b"cmap")
    held: set[int] = set()
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        _platform, _encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * number)
        (layout,) = struct.unpack_from(">H", table, start)
        if layout == SEGMENTS:
            held.update(_segments(table, start))
        elif layout == GROUPS:
            held.update(_groups(table, start))
    return held


def _table(font: bytes, wanted: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        entry = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        tag, _check, start, length = entry
        if tag == wanted:
            return font[start : start + length]
    raise ValueError(f"This font has no {wanted.decode()} table.")


def _groups(table: bytes, start: int) -> Iterator[int]:
    """Layout 12: runs of characters with consecutive glyphs."""
    (count,) = struct.unpack_from(">I", table, start + 12)
    for number in range(count):
        group = struct.unpack_from(">III", table, start + 16 + 12 * number)
        first, last, _glyph = group
        yield from range(first, last + 1)


def _segments(table: bytes, start: int) -> Iterator[int]:
    """Layout 4: segments of the basic plane, whose glyphs are counted or listed."""
    (doubled,) = struct.unpack_from(">H", table, start + 6)
    count = doubled // 2

    def column(number: int, padding: int = 0) -> tuple[int, ...]:
        place = start + 14 + number * doubled + padding
        return struct.unpack_from(f">{count}H", table, place)

    lasts, firsts = column(0), column(1, padding=2)
    deltas, offsets = column(2, padding=2), column(3, padding=2)
    place = start + 16 + 3 * doubled
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + deltas[number]
            if offsets[number]:
                at = place + 2 * number + offsets[number] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", table, at)
            if glyph & 0xFFFF:
                yield code
