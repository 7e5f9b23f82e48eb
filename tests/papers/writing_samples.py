"""Papers for the tests of the writers, and a picture made on the spot."""

import struct
import zlib
from dataclasses import replace

from heed.papers.blocks import (
    Cell,
    Document,
    Figure,
    ListBlock,
    ListItem,
    Note,
    Run,
    cell,
    document,
    heading,
    listing,
    paragraph,
    runs,
    table,
)


def a_png(width: int = 4, height: int = 2, **chunks: bytes) -> bytes:
    """A small grey picture, with these chunks more in it."""
    rows = b"".join(b"\0" + b"\x7f" * width for _ in range(height))
    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", size)]
    parts += [(name.encode(), data) for name, data in chunks.items()]
    parts += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


SECRET = b"51.5N 0.1W, taken by J. Thistlemere"
JPEG_FRAME = struct.pack(">BHHB", 8, 20, 30, 1) + b"\x01\x11\x00"
JPEG_SCAN = b"\xff\xda" + struct.pack(">HB", 3, 0) + b"\x11\xff\x00\x22\xff\xd0\x33"
JPEG_END = b"\xff\xd9"


def a_segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def exif(turned: int = 1, order: str = ">") -> bytes:
    start = b"MM\0*" if order == ">" else b"II*\0"
    tags = struct.pack(f"{order}IHHHIHH", 8, 1, 0x0112, 3, 1, turned, 0)
    return b"Exif\0\0" + start + tags + SECRET


def a_jpeg(*segments: bytes, after: bytes = b"") -> bytes:
    frame = a_segment(0xC0, JPEG_FRAME)
    return b"\xff\xd8" + b"".join(segments) + frame + JPEG_SCAN + JPEG_END + after


def a_report() -> Document:
    """A report with everything that a paper may have."""
    made = document(
        heading(1, "Whimbrel: a local review"),
        heading(2, "Who Whimbrel was"),
        paragraph(
            "Whimbrel loved ",
            Run("ducks", bold=True),
            " and his grandmother’s ",
            Run("garden", italic=True),
            Run("1", link="#note1"),
            ". See ",
            Run("the findings", link="#findings"),
            " or ",
            Run("the law", link="https://example.org/a?b=1&c=2"),
            ".",
        ),
        # A level left out: the paper jumps from 2 to 4.
        heading(4, "What his family told us"),
        listing("He was funny.", runs("He was ", Run("never", bold=True), " cold.")),
        ListBlock(
            (
                ListItem(runs("First")),
                ListItem(runs("Inner"), level=1),
                ListItem(runs("Second")),
            ),
            ordered=True,
        ),
        replace(heading(2, "Findings"), anchor="findings"),
        table(
            [
                ["1", "Nobody asked who lived there.", "Health"],
                ["2", cell("Two things.", listing("One", "Other")), "All"],
                [Cell((paragraph("Across"),), column_span=2), "All"],
                ["Ragged"],
            ],
            header=["No.", "Finding", "For whom"],
            caption="Findings and who they are for",
        ),
        Figure("A line that falls", "visits", "Visits in each month"),
        Figure("A drawing by his sister"),
        Note((heading(3, "Finding 1"), paragraph("Ask who lives here.")), place="box"),
        Note((paragraph("From her own words."),), mark="1", anchor="note1"),
        title="Whimbrel: a local review",
    )
    return replace(made, images={"visits": a_png(60, 30)})
