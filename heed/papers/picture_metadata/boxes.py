"""Pictures that are made of boxes: WebP, and those of telephones (HEIC, AVIF, JP2)."""

import re
import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.exif import tiff_pieces
from heed.papers.picture_metadata.pieces import Piece, behind, xmp_piece
from heed.papers.picture_metadata.words import strings_in

_SILENT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_TIFF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)|(?<=\0\0\0\0)(?=II\*\0|MM\0\*)")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_ITEMS = re.compile(rb"infe.{8}(.{4})", re.DOTALL)


def webp_pieces(image: bytes) -> Iterator[Piece]:
    """What the chunks of a WebP say that make no dots."""
    (whole,) = struct.unpack_from("<I", image, 4)
    at, end = 12, 8 + whole
    while at < end:
        name, length = struct.unpack_from("<4sI", image, at)
        said, at = image[at + 8 : at + 8 + length], at + 8 + length + length % 2
        if at > len(image) + 1:
            raise struct.error("A part is missing.")
        if name == b"EXIF":
            yield Piece()
            yield from tiff_pieces(said.removeprefix(b"Exif\0\0"))
        elif name == b"XMP ":
            yield xmp_piece(said)
        elif name not in _SILENT:
            yield Piece(strings_in(said))
    yield from behind(image[end + end % 2 :])


def boxed_pieces(image: bytes) -> Iterator[Piece]:
    """What such a picture says of its making, wherever in it that stands. Raises
    struct.error where it tells of something that is not found."""
    found = _TIFF.search(image)
    packets = _XMP.findall(image)
    items = set(_ITEMS.findall(image))
    if (b"Exif" in items and not found) or (b"mime" in items and not packets):
        raise struct.error("What it tells cannot be found.")
    if found:
        yield Piece()
        yield from tiff_pieces(image[found.end() :])
    yield from map(xmp_piece, packets)
    if b"thmb" in image[:65_536]:
        yield Piece(another=True)
