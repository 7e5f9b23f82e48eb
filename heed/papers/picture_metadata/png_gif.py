"""What PNG and GIF pictures tell between their parts."""

import struct
import zlib
from collections.abc import Iterator

from heed.papers.picture_metadata.exif import tiff_pieces
from heed.papers.picture_metadata.pieces import Piece, behind, xmp_piece
from heed.papers.picture_metadata.words import decoded, strings_in

_PNG = 8
_SILENT = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"),
        *(b"iCCP", b"pHYs", b"bKGD", b"sBIT", b"hIST", b"acTL", b"fcTL", b"fdAT"),
        *(b"cICP", b"mDCV", b"cLLI", b"sTER", b"oFFs"),
    )
)
_MOST = 4_000_000


def png_pieces(image: bytes) -> Iterator[Piece]:
    """What every part of a PNG says that makes no dots."""
    at, name = _PNG, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", image, at)
        said, at = image[at + 8 : at + 8 + length], at + 12 + length
        if at > len(image) + 4:
            raise struct.error("A part is missing.")
        if name not in _SILENT:
            yield from _png_piece(name, said)
    yield from behind(image[at:])


def _png_piece(name: bytes, said: bytes) -> Iterator[Piece]:
    if name == b"eXIf":
        yield Piece()
        yield from tiff_pieces(said)
    elif name == b"zTXt":
        key, _, packed = said.partition(b"\0")
        yield Piece(f"{decoded(key)}: {decoded(_unpacked(packed[1:]))}")
    elif name == b"iTXt":
        yield _international(said)
    else:
        yield Piece(decoded(said) if name == b"tEXt" else strings_in(said))


def _international(said: bytes) -> Piece:
    key, _, rest = said.partition(b"\0")
    packed, (_, translated, words) = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-3:]
    words = _unpacked(words) if packed else words
    if key == b"XML:com.adobe.xmp":
        return xmp_piece(words)
    return Piece(f"{decoded(key)} {decoded(translated)}: {decoded(words)}")


def _unpacked(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    words = stream.decompress(packed, _MOST)
    if stream.unconsumed_tail:
        raise struct.error("It unpacks to far more than its size.")
    return words


_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _PROGRAM, _WORDS = 0xF9, 0xFF, {0xFE, 0x01}


def gif_pieces(image: bytes) -> Iterator[Piece]:
    """What the extensions of a GIF say."""
    at = 13 + _colours(image[10])
    while image[at] != _TRAILER:
        start, label = image[at], image[at + 1]
        if start == _IMAGE:
            at = _end(image, at + 11 + _colours(image[at + 9]))
        elif start == _EXTENSION:
            begin, at = at + 2, _end(image, at + 2)
            yield from _extension(label, image[begin:at])
        else:
            raise struct.error("A part is missing.")
    yield from behind(image[at + 1 :])


def _colours(packed: int) -> int:
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _end(image: bytes, at: int) -> int:
    """Where the blocks end that begin here."""
    while image[at]:
        at += 1 + image[at]
    return at + 1


def _extension(label: int, raw: bytes) -> Iterator[Piece]:
    program = raw[1:9] if label == _PROGRAM else b""
    if label in _WORDS:
        yield Piece(decoded(_joined(raw)))
    elif program == b"XMP Data":
        yield xmp_piece(raw[12 : raw.rfind(b">") + 1])
    elif label != _CONTROL and program not in {b"NETSCAPE", b"ANIMEXTS"}:
        yield Piece(strings_in(raw))


def _joined(raw: bytes) -> bytes:
    at, said = 0, b""
    while raw[at]:
        said += raw[at + 1 : at + 1 + raw[at]]
        at += 1 + raw[at]
    return said
