"""What a picture tells beside its dots: where, when, by whom, and earlier pictures.

Every kind of picture that people put into a paper is taken apart here. A kind that is
not known is no picture that tells nothing: it is unread.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from heed.papers.picture_metadata.bitmap import bmp_pieces
from heed.papers.picture_metadata.boxes import boxed_pieces, webp_pieces
from heed.papers.picture_metadata.drawn import (
    metafile_pieces,
    svg_pieces,
    windows_pieces,
)
from heed.papers.picture_metadata.exif import tiff_pieces
from heed.papers.picture_metadata.jpeg import jpeg_pieces
from heed.papers.picture_metadata.pieces import Piece, Told
from heed.papers.picture_metadata.png_gif import gif_pieces, png_pieces

__all__ = ["NotAPicture", "Told", "told_by"]


class NotAPicture(ValueError):
    """These bytes are no kind of picture that is known here."""


def told_by(image: bytes) -> Told:
    """What a picture tells. Raises ValueError for one that is broken, and NotAPicture
    for one of a kind that is not known."""
    look = _looking_at(image)
    if look is None:
        raise NotAPicture("nobody knows what kind of picture this is.")
    try:
        pieces = list(look(image))
    except (struct.error, IndexError, zlib.error, RecursionError) as wrong:
        raise ValueError("the picture is broken.") from wrong
    return Told(
        "\n".join(dict.fromkeys(piece.words for piece in pieces if piece.words)),
        located=any(piece.located for piece in pieces),
        another=any(piece.another for piece in pieces),
        said=bool(pieces),
    )


Look = Callable[[bytes], Iterator[Piece]]


def _looking_at(image: bytes) -> Look | None:
    for place, start, look in _KINDS:
        if image.startswith(start, place):
            return look
    head = image[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    return svg_pieces if head[:1] == b"<" and b"<svg" in image[:4096] else None


_KINDS: tuple[tuple[int, bytes, Look], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", png_pieces),
    (0, b"\xff\xd8", jpeg_pieces),
    (0, b"GIF8", gif_pieces),
    (0, b"II*\x00", tiff_pieces),
    (0, b"MM\x00*", tiff_pieces),
    (8, b"WEBP", webp_pieces),
    (4, b"ftyp", boxed_pieces),
    (4, b"jP  ", boxed_pieces),
    (40, b" EMF", metafile_pieces),
    (0, b"\xd7\xcd\xc6\x9a", windows_pieces),
    (0, b"\x01\x00\x09\x00", windows_pieces),
    (0, b"BM", bmp_pieces),
)
