"""An old Word file opened: its streams, its pieces of text, what is said of them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from heed.papers.ole import Container, container
from heed.papers.packages import damaged
from heed.papers.read_doc.sprms import Properties, Runs, of_a_piece, properties, runs
from heed.papers.refusals import Reason, Refused

_WORD = 0xA5EC
_OLDEST = 0x00C0
"""Word 97: before it the file was laid out in another way."""
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_PLACES = 0x9A
_OF_TEXT, _OF_PARAGRAPHS, _PIECES = 12, 13, 33
COMMENTS, COMMENT_AUTHORS, REVISERS = 4, 36, 51
STORIES = ("body", "footnotes", "margins", "macros", "comments", "endnotes", "boxes")
_COUNTS = 0x4C


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it lies in the file: `wide` bytes a character."""

    begin: int
    end: int
    at: int
    wide: int
    said: Properties


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that share all their properties."""

    text: str
    said: Properties
    paragraph: Properties
    style: int


@dataclass(frozen=True)
class WordFile:
    ole: Container
    word: bytes
    table: bytes
    pieces: list[Piece] = field(default_factory=list)

    def part(self, number: int) -> bytes:
        """A part of the table stream, by its number in the header."""
        at, size = struct.unpack_from("<II", self.word, _PLACES + 8 * number)
        return self.table[at : at + size]

    def stories(self) -> dict[str, tuple[int, int]]:
        """Where each story begins and ends, counted in characters."""
        found, at = {}, 0
        counts = struct.unpack_from(f"<{len(STORIES) + 1}I", self.word, _COUNTS)
        for name, count in zip(STORIES, counts, strict=False):
            found[name] = (at, at + count)
            at += count
        return found

    def stretches(self, begin: int, end: int) -> Iterator[Stretch]:
        """The text between two places, cut wherever anything is said anew."""
        texts = runs(self.word, self.part(_OF_TEXT), of_paragraphs=False)
        paragraphs = runs(self.word, self.part(_OF_PARAGRAPHS), of_paragraphs=True)
        for piece in self.pieces:
            first, last = max(piece.begin, begin), min(piece.end, end)
            if first < last:
                yield from self._of_piece(piece, first, last, texts, paragraphs)

    def _of_piece(
        self, piece: Piece, first: int, last: int, texts: Runs, paragraphs: Runs
    ) -> Iterator[Stretch]:
        at = piece.at + (first - piece.begin) * piece.wide
        end = piece.at + (last - piece.begin) * piece.wide
        while at < end:
            stop = paragraphs.until(at, texts.until(at, end))
            stop = max(stop - (stop - at) % piece.wide, at + piece.wide)
            style, paragraph = paragraphs.at(at)
            yield Stretch(
                _text(self.word[at:stop], piece.wide),
                properties(texts.at(at)[1]) | piece.said,
                properties(paragraph) | piece.said,
                style,
            )
            at = stop


def _text(raw: bytes, wide: int) -> str:
    return raw.decode("cp1252" if wide == 1 else "utf-16-le", "replace")


def opened(data: bytes) -> WordFile:
    """The old Word file in these bytes. Raises Refused when it cannot be read."""
    ole = container(data)
    word = ole.read("WordDocument")
    if len(word) < _PLACES + 8 * (REVISERS + 1):
        raise damaged()
    magic, version = struct.unpack_from("<HH", word)
    flags = struct.unpack_from("<H", word, 0x0A)[0]
    if magic != _WORD or version < _OLDEST:
        raise Refused(
            "This Word file is of a kind from before 1997. Please save it as an "
            "ordinary Word file (.docx) and send that.",
            Reason.UNKNOWN_KIND,
        )
    if flags & _ENCRYPTED:
        raise Refused(
            "The file is protected by a password. Please send a copy without a "
            "password.",
            Reason.ENCRYPTED,
        )
    table = ole.read("1Table" if flags & _SECOND_TABLE else "0Table")
    file = WordFile(ole, word, table)
    file.pieces.extend(_pieces(file.part(_PIECES), len(word)))
    if not file.pieces:
        raise damaged()
    return file


_LIST_ENTRY, _TABLE_OF_PIECES = 1, 2
_NO_STRINGS = 6


def _pieces(raw: bytes, most: int) -> Iterator[Piece]:
    more: list[bytes] = []
    at = 0
    while at + 3 <= len(raw) and raw[at] == _LIST_ENTRY:
        size = struct.unpack_from("<H", raw, at + 1)[0]
        more.append(raw[at + 3 : at + 3 + size])
        at += 3 + size
    if at + 5 > len(raw) or raw[at] != _TABLE_OF_PIECES:
        raise damaged()
    table = raw[at + 5 :][: struct.unpack_from("<I", raw, at + 1)[0]]
    count = max(len(table) - 4, 0) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table) if count else ()
    before = 0
    for number in range(count):
        place, prm = struct.unpack_from("<IH", table, 4 * (count + 1) + 8 * number + 2)
        narrow = place >> 30 & 1
        place &= 0x3FFFFFFF
        start, wide = (place // 2, 1) if narrow else (place, 2)
        begin, end = ends[number], ends[number + 1]
        if begin < before or end < begin or start + (end - begin) * wide > most:
            raise damaged()
        yield Piece(begin, end, start, wide, of_a_piece(prm, more))
        before = end


def strings(raw: bytes) -> list[str]:
    """A table of words, as old Word keeps the names of who revised a text."""
    if len(raw) < _NO_STRINGS or raw[:2] != b"\xff\xff":
        return []
    count, extra = struct.unpack_from("<HH", raw, 2)
    found, at = [], 6
    for _ in range(count):
        if at + 2 > len(raw):
            break
        size = 2 * struct.unpack_from("<H", raw, at)[0]
        found.append(raw[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size + extra
    return found
