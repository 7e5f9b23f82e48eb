"""Pictures that are drawn: SVG, and the metafiles of Windows. They hold words."""

import base64
import binascii
import re
import struct
from collections.abc import Iterator

from heed.papers.markup import lines_of, parsed
from heed.papers.picture_metadata.pieces import Piece
from heed.papers.picture_metadata.words import strings_in
from heed.papers.refusals import Refused

_INSIDE = re.compile(r"^data:image/(png|jpe?g|gif|webp|tiff);base64,", re.IGNORECASE)


def svg_pieces(image: bytes) -> Iterator[Piece]:
    """The words of an SVG, what its parts are called, and what its pictures tell."""
    try:
        root = parsed(image)
    except Refused as wrong:
        raise struct.error("It is no SVG.") from wrong
    yield Piece("\n".join(lines_of(root)))
    for each in root.iter("*"):
        for said in map(str, each.attrib.values()):
            inside = _INSIDE.match(said)
            if inside:
                yield from _of_one_inside(said[inside.end() :])
            elif any(letter.isalpha() for letter in said):
                yield Piece(said)


def _of_one_inside(packed: str) -> Iterator[Piece]:
    from heed.papers.picture_metadata import told_by

    try:
        told = told_by(base64.b64decode(packed))
    except binascii.Error as wrong:
        raise struct.error("A picture in it is broken.") from wrong
    yield Piece(told.words, told.located, told.another)


_NARROW, _WIDE, _SMALL, _END = 83, 84, 108, 14
_ONE_BYTE = 0x200


def metafile_pieces(image: bytes) -> Iterator[Piece]:
    """The words that a metafile writes, in one and each for itself: programs write a
    word in pieces. Then whatever else in it are letters."""
    written: list[str] = []
    at = 0
    kind = 0
    while kind != _END:
        kind, size = struct.unpack_from("<II", image, at)
        if size < 8 or at + size > len(image):  # noqa: PLR2004 its own head
            raise struct.error("A part is missing.")
        written += _written(kind, image[at : at + size])
        at += size
    yield Piece("\n".join(written))
    yield Piece("".join(written))
    yield Piece(strings_in(image))


def _written(kind: int, record: bytes) -> Iterator[str]:
    if kind in {_NARROW, _WIDE}:
        count, start = struct.unpack_from("<II", record, 44)
        wide = kind == _WIDE
    elif kind == _SMALL:
        count, how = struct.unpack_from("<II", record, 16)
        wide, start = not how & _ONE_BYTE, 36 if how & 0x100 else 52
    else:
        return
    said = record[start : start + count * (2 if wide else 1)]
    yield said.decode("utf-16-le" if wide else "latin-1", "replace")


def windows_pieces(image: bytes) -> Iterator[Piece]:
    """Whatever in an old metafile are letters."""
    yield Piece(strings_in(image))
