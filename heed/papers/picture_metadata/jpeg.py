"""What a JPEG tells between its marks."""

import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.exif import tiff_pieces
from heed.papers.picture_metadata.iptc import resource_pieces
from heed.papers.picture_metadata.pieces import Piece, behind, xmp_piece
from heed.papers.picture_metadata.words import decoded, strings_in
from heed.papers.pictures import NEXT_MARKER

_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_FURTHER_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_IN_PARTS = len(_FURTHER_XMP) + 40
_RESOURCES = b"Photoshop 3.0\0"
_PLAIN = (b"JFIF", b"ICC_PROFILE", b"Adobe")
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APPLICATION = range(0xE0, 0xF0)


def jpeg_pieces(image: bytes) -> Iterator[Piece]:
    """What every part says, also those that stand between two scans, and whether
    something follows the picture."""
    further = b""
    at = 2
    for marker, said, after in _parts(image):
        at = after
        if said.startswith(_FURTHER_XMP):
            further += said[_IN_PARTS:]
        elif marker in _APPLICATION:
            yield from _of_a_program(said)
        elif marker == _COMMENT:
            yield Piece(decoded(said))
    if further:
        yield xmp_piece(further)
    yield from behind(image[at:])


def _parts(image: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Each part with its mark, and where it ends."""
    at, marker = 2, 0
    while marker != _END:
        start, marker = struct.unpack_from(">BB", image, at)
        if start != 0xFF:  # noqa: PLR2004 a part begins so
            raise struct.error("A part is missing.")
        begin, at = at + 4, at + 2
        if marker != _END:
            at += int(struct.unpack_from(">H", image, at)[0])
        if at > len(image):
            raise struct.error("A part is missing.")
        yield marker, image[begin:at], at
        if marker == _START_OF_SCAN:
            found = NEXT_MARKER.search(image, at)
            if found is None:
                raise struct.error("The end is missing.")
            at = found.start()


def _of_a_program(said: bytes) -> Iterator[Piece]:
    if said.startswith(_EXIF):
        yield Piece()
        yield from tiff_pieces(said[len(_EXIF) :])
    elif said.startswith(_XMP):
        yield xmp_piece(said[len(_XMP) :])
    elif said.startswith(_RESOURCES):
        yield from resource_pieces(said[len(_RESOURCES) :])
    elif said.startswith(b"JFXX"):
        yield Piece(another=True)
    elif not said.startswith(_PLAIN):
        yield Piece(strings_in(said))
