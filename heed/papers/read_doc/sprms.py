"""The properties of text and paragraphs in an old Word file: codes and operands."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.flat import Edge

# Of a stretch of text
DELETED, INSERTED = 0x0800, 0x0801
BOLD, ITALIC, STRUCK, STRUCK_TWICE = 0x0835, 0x0836, 0x0837, 0x2A53
HIDDEN = 0x083C
DELETED_BY, DELETED_ON = 0x4863, 0x6864
INSERTED_BY, INSERTED_ON = 0x4804, 0x6805
FIELD_DATA, PLACE_OF_DATA = 0x0806, 0x6A03
# Of a paragraph
IN_TABLE, ROW_ENDS, DEPTH = 0x2416, 0x2417, 0x6649
INNER_CELL_ENDS, INNER_ROW_ENDS = 0x244B, 0x244C
LIST_LEVEL, LIST_NUMBER, OUTLINE = 0x260A, 0x460B, 0x2640
# Of a row
ROW, HEADER_ROW, MERGED_DOWN = 0xD608, 0x3404, 0xD62B

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_VARIABLE = 6
_TABS = 0xC615
_SHORT = {
    0x18: IN_TABLE,
    0x19: ROW_ENDS,
    0x41: DELETED,
    0x42: INSERTED,
    0x55: BOLD,
    0x56: ITALIC,
    0x57: STRUCK,
    0x5C: HIDDEN,
}
"""What a piece of the text says of itself in one byte, when a file was saved fast."""

Properties = dict[int, bytes]


def properties(raw: bytes) -> Properties:
    """The properties in these bytes; of two that say the same, the last."""
    found: Properties = {}
    at = 0
    while at + 2 <= len(raw):
        code = struct.unpack_from("<H", raw, at)[0]
        at += 2
        kind = code >> 13
        if kind != _VARIABLE:
            size = _SIZES[kind]
        elif code == ROW:
            size = struct.unpack_from("<H", raw, at)[0] + 1 if at + 2 <= len(raw) else 0
        else:
            size = 1 + raw[at] if at < len(raw) else 0
            if code == _TABS and size == 1 + 0xFF:
                return found
        found[code] = raw[at : at + size]
        at += size
    return found


def of_a_piece(prm: int, more: list[bytes]) -> Properties:
    """What one piece of the text adds: a short code, or a place in a list."""
    if prm & 1:
        number = prm >> 1
        return properties(more[number]) if number < len(more) else {}
    code = _SHORT.get(prm >> 1 & 0x7F)
    return {code: bytes([prm >> 8])} if code else {}


def on(of: Properties, code: int) -> bool:
    """Whether a property that is on or off is on."""
    return bool(of.get(code, b"\x00")[:1] in {b"\x01", b"\x81"})


def number(of: Properties, code: int) -> int:
    """A property that is a number, 0 where it is not said."""
    return int.from_bytes(of.get(code, b""), "little")


@dataclass(frozen=True, slots=True)
class Runs:
    """Stretches of the file and what is said of each."""

    starts: list[int]
    said: list[tuple[int, bytes]]
    """The number of its style (of a paragraph) and its properties."""

    def at(self, place: int) -> tuple[int, bytes]:
        """What is said of the text at this place of the file."""
        number = bisect_right(self.starts, place) - 1
        return self.said[number] if number >= 0 else (0, b"")

    def until(self, place: int, end: int) -> int:
        """The place where something else may be said, at most `end`."""
        number = bisect_right(self.starts, place)
        return min(self.starts[number], end) if number < len(self.starts) else end


_PAGE = 512
_TEXT_ENTRY, _PARAGRAPH_ENTRY = 1, 13


def runs(word: bytes, places: bytes, *, of_paragraphs: bool) -> Runs:
    """The properties of all text, from the pages that `places` names."""
    found: list[tuple[int, tuple[int, bytes]]] = []
    count = max(len(places) - 4, 0) // 8
    for number in range(count):
        page = struct.unpack_from("<I", places, 4 * (count + 1) + 4 * number)[0]
        at = (page & 0x3FFFFF) * _PAGE
        content = word[at : at + _PAGE]
        if len(content) == _PAGE:
            found += _on_page(content, of_paragraphs=of_paragraphs)
    found.sort(key=lambda each: each[0])
    return Runs([start for start, _ in found], [said for _, said in found])


def _on_page(
    page: bytes, *, of_paragraphs: bool
) -> Iterator[tuple[int, tuple[int, bytes]]]:
    count = page[-1]
    wide = _PARAGRAPH_ENTRY if of_paragraphs else _TEXT_ENTRY
    if 4 * (count + 1) + wide * count > _PAGE:
        return
    for number in range(count):
        start = struct.unpack_from("<I", page, 4 * number)[0]
        at = 2 * page[4 * (count + 1) + wide * number]
        read = _of_paragraph if of_paragraphs else _of_text
        yield start, read(page, at) if at else (0, b"")


def _of_text(page: bytes, at: int) -> tuple[int, bytes]:
    return 0, page[at + 1 : at + 1 + page[at]]


def _of_paragraph(page: bytes, at: int) -> tuple[int, bytes]:
    size, begin = 2 * page[at] - 1, at + 1
    if size < 0 and begin < _PAGE:
        size, begin = 2 * page[begin], begin + 1
    raw = page[begin : begin + max(size, 0)]
    return int.from_bytes(raw[:2], "little"), raw[2:]


_CELL, _LEAST_ROW = 20, 3


def edges(of: Properties) -> tuple[Edge, ...]:
    """Where the cells of a row end, and which of them are merged."""
    row = of.get(ROW, b"")
    if len(row) < _LEAST_ROW:
        return ()
    count = row[2]
    places = 3 + 2 * (count + 1)
    if len(row) < places:
        return ()
    ends = struct.unpack_from(f"<{count + 1}h", row, 3)[1:]
    flags = [
        int.from_bytes(row[places + _CELL * n : places + _CELL * n + 2], "little")
        for n in range(count)
    ]
    down = of.get(MERGED_DOWN, b"")
    return tuple(
        Edge(
            at=end,
            goes_on=bool(flag & 2),
            goes_down=flag >> 5 & 3 == 1 or down[1:] == bytes([number, 1]),
        )
        for number, (end, flag) in enumerate(zip(ends, flags, strict=True))
    )
