"""Pictures that may leave the house: what shows is kept, what tells is not.

A photograph carries where and when it was taken and with whose telephone. Only PNG
and JPEG pass; everything in them that does not make the picture is left out, except
which way up it is.
"""

import re
import struct
from dataclasses import dataclass

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8"
# The plain header, without a thumbnail: no other part may stand in its place.
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
JPEG_END = b"\xff\xd9"
MARKER = 0xFF
# Inside the pixels a marker's first byte is followed by zero, or by a restart.
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

# What a PNG needs to be shown as it was. Text, time and EXIF are not among it.
PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"pHYs"}

# JPEG markers: APP0 is the plain header, APP14 says how its colours are mixed.
APP0, EXIF, APP14, APP15, COMMENT = 0xE0, 0xE1, 0xEE, 0xEF, 0xFE
START_OF_SCAN = 0xDA
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ORIENTATION = 0x0112
UPRIGHT = 1
QUARTER_TURNED = {5, 6, 7, 8}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with nothing but its pixels; the size is as it is shown.

    `turned` says which way up the pixels lie, as EXIF counts it: 1 is upright.
    """

    kind: str
    pixels: bytes
    width: int
    height: int
    turned: int = UPRIGHT

    @property
    def data(self) -> bytes:
        """The pixels, and which way up they lie where they do not lie upright."""
        if self.turned == UPRIGHT:
            return self.pixels
        start = len(JPEG_START + JFIF)
        marked = (self.pixels[:start], _only_orientation(self.turned))
        return b"".join(marked) + self.pixels[start:]


def bare(data: bytes) -> Picture | None:
    """The picture without what it tells of its making; None for what is neither PNG
    nor JPEG, or is broken.
    """
    try:
        if data.startswith(PNG_SIGNATURE):
            return _bare_png(data)
        if data.startswith(JPEG_START):
            return _bare_jpeg(data)
    except (struct.error, IndexError, ValueError):
        return None
    return None


def _bare_png(data: bytes) -> Picture:
    kept = [PNG_SIGNATURE]
    at = len(PNG_SIGNATURE)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("A part of this picture is missing.")
        if name in PNG_KEPT:
            kept.append(data[at:end])
        at = end
    width, height = struct.unpack_from(">II", data, len(PNG_SIGNATURE) + 8)
    return Picture("png", b"".join(kept), *_sized(width, height))


def _sized(width: int, height: int) -> tuple[int, int]:
    if not width or not height:
        raise ValueError("This picture has no size.")
    return width, height


def _bare_jpeg(data: bytes) -> Picture:
    kept: list[bytes] = []
    size = (0, 0)
    turned = UPRIGHT
    at = len(JPEG_START)
    marker = 0
    while marker != START_OF_SCAN:
        start, marker, length = struct.unpack_from(">BBH", data, at)
        end = at + 2 + length
        if start != MARKER or end > len(data):
            raise ValueError("A part of this picture is missing.")
        if marker in FRAMES:
            size = struct.unpack_from(">HH", data, at + 5)
        if marker == EXIF:
            turned = _orientation(data[at + 4 : end]) or turned
        elif _makes_the_picture(marker):
            kept.append(data[at:end])
        at = end
    height, width = size if turned not in QUARTER_TURNED else size[::-1]
    pixels = b"".join([JPEG_START, JFIF, *kept, _until_the_end(data[at:])])
    return Picture("jpeg", pixels, *_sized(width, height), turned)


def _makes_the_picture(marker: int) -> bool:
    tells = APP0 <= marker <= APP15 and marker != APP14
    return not tells and marker != COMMENT


def _until_the_end(scan: bytes) -> bytes:
    """Up to the end mark: what some cameras write after it is a second picture. What
    tells may stand between two scans as well."""
    kept: list[bytes] = []
    begin = at = 0
    while found := NEXT_MARKER.search(scan, at):
        if found[0] == JPEG_END:
            return b"".join([*kept, scan[begin : found.end()]])
        (length,) = struct.unpack_from(">H", scan, found.end())
        at = found.end() + length
        if not _makes_the_picture(found[0][1]):
            kept.append(scan[begin : found.start()])
            begin = at
    raise ValueError("The end of this picture is missing.")


def _orientation(exif: bytes) -> int:
    """Which way up the picture is, from 1 to 8; 0 where it does not say."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for number in range(count):
        entry = first + 2 + 12 * number
        tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == ORIENTATION and UPRIGHT <= value <= max(QUARTER_TURNED):
            return int(value)
    return 0


def _only_orientation(turned: int) -> bytes:
    """An EXIF part that says which way up the picture is, and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)
    body = b"Exif\0\0" + tiff
    return struct.pack(">BBH", MARKER, EXIF, len(body) + 2) + body
