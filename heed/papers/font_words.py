"""What a font that is packed into a file says beside its letters."""

import re
import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.words import strings_in

_FONTS = frozenset((b"\0\1\0\0", b"OTTO", b"true"))
_OF_LETTERS = frozenset(
    (
        *(b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"OS/2", b"post", b"cvt "),
        *(b"fpgm", b"glyf", b"loca", b"prep", b"gasp", b"CFF ", b"CFF2", b"VORG"),
        *(b"GDEF", b"GPOS", b"GSUB", b"BASE", b"JSTF", b"MATH", b"DSIG", b"LTSH"),
        *(b"hdmx", b"VDMX", b"vhea", b"vmtx", b"kern", b"PCLT", b"COLR", b"CPAL"),
        *(b"STAT", b"fvar", b"avar", b"gvar", b"cvar", b"HVAR", b"VVAR", b"MVAR"),
        *(b"EBDT", b"EBLC", b"EBSC", b"CBDT", b"CBLC", b"sbix", b"FFTM"),
    )
)
_KEY = re.compile(rb'fontKey="\{([0-9A-Fa-f-]{36})\}"')
_COVERED, _BETWEEN, _MACINTOSH = 32, 3, 1


def words_of_font(data: bytes) -> str:
    """The words in a font: its names, and all that draws no letter. Raises ValueError
    for what is no font, or holds anything that is no part of one."""
    try:
        tables = sorted(_tables(data), key=lambda each: each[1])
    except struct.error as wrong:
        raise ValueError("It is no font.") from wrong
    at = 12 + 16 * len(tables)
    for _, start, length in tables:
        if start - at > _BETWEEN or data[at:start].strip(b"\0"):
            raise ValueError("Something stands between the parts of this font.")
        at = max(at, start + length)
    if at > len(data) or data[at:].strip(b"\0"):
        raise ValueError("Something stands behind this font.")
    try:
        return "\n".join(
            line
            for tag, start, length in tables
            for line in _said(tag, data[start : start + length])
        )
    except struct.error as wrong:
        raise ValueError("The names of this font are broken.") from wrong


def uncovered(data: bytes, fonts: bytes) -> Iterator[bytes]:
    """A font that Word covered, with each of the keys that its list of fonts names."""
    for found in _KEY.finditer(fonts):
        key = bytes.fromhex(found[1].decode().replace("-", ""))[::-1] * 2
        head = bytes(a ^ b for a, b in zip(data, key, strict=False))
        yield head + data[_COVERED:]


def _said(tag: bytes, table: bytes) -> Iterator[str]:
    if tag == b"name":
        yield from _names(table)
    elif tag not in _OF_LETTERS:
        yield strings_in(table)


def _names(table: bytes) -> Iterator[str]:
    _, count, begin = struct.unpack_from(">HHH", table)
    for number in range(count):
        platform, *_, length, at = struct.unpack_from(">6H", table, 6 + 12 * number)
        words = table[begin + at : begin + at + length]
        yield words.decode(
            "latin-1" if platform == _MACINTOSH else "utf-16-be", "replace"
        )


def _tables(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    if data[:4] not in _FONTS:
        raise ValueError("It is no font.")
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        yield tag, start, length
