"""What a picture tells beside its pixels: where, when and with whose camera."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_TELLING = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_START_OF_SCAN, _COMMENT = 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_EXIF = b"Exif\0\0"
_GPS = 0x8825
_PLAIN_HEADERS = (b"JFIF", b"JFXX", b"ICC_PROFILE", b"Adobe")
_WORDS = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")


@dataclass(frozen=True, slots=True)
class ImageMetadata:
    """`words` are what can be read of it; `located` says that it holds coordinates."""

    words: str
    located: bool


def metadata_of(image: bytes) -> ImageMetadata | None:
    """What a PNG or JPEG tells beside its pixels; None where it tells nothing. Raises
    ValueError for a picture that is broken."""
    try:
        pieces = list(_pieces(image))
    except (struct.error, IndexError) as wrong:
        raise ValueError("the picture is broken.") from wrong
    if not pieces:
        return None
    words = b"\n".join(
        found
        for piece in pieces
        for found in _WORDS.findall(piece.removeprefix(_EXIF).replace(b"\0", b""))
    )
    return ImageMetadata(words.decode("latin-1"), any(map(_is_located, pieces)))


def _pieces(image: bytes) -> Iterator[bytes]:
    if image.startswith(_PNG):
        yield from _png_pieces(image)
    elif image.startswith(_JPEG):
        yield from _jpeg_pieces(image)


def _png_pieces(image: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", image, at)
        piece = image[at + 8 : at + 8 + length]
        if name in _PNG_TELLING:
            yield _EXIF + piece if name == b"eXIf" else piece
        at += 12 + length


def _jpeg_pieces(image: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    marker = 0
    while marker != _START_OF_SCAN:
        _, marker, length = struct.unpack_from(">BBH", image, at)
        piece = image[at + 4 : at + 2 + length]
        telling = marker in _APPLICATION or marker == _COMMENT
        if telling and not piece.startswith(_PLAIN_HEADERS):
            yield piece
        at += 2 + length


def _is_located(piece: bytes) -> bool:
    if b"GPSLatitude" in piece:
        return True
    return piece.startswith(_EXIF) and _GPS in _tags(piece[len(_EXIF) :])


def _tags(tiff: bytes) -> set[int]:
    """The tags of the first directory; of a broken one, none."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        return {
            struct.unpack_from(f"{order}H", tiff, first + 2 + 12 * n)[0]
            for n in range(count)
        }
    except struct.error:
        return set()
