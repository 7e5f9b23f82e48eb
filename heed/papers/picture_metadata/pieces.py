"""What is told, piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.markup import lines_of, parsed
from heed.papers.picture_metadata.words import decoded
from heed.papers.refusals import Refused

_NO_WORD = 1000
"""Letters without a blank between them are a packed picture, and no word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a picture tells. `another` is a second picture inside it: what it
    showed before it was cut."""

    words: str = ""
    located: bool = False
    another: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """All that a picture tells; `said` is whether it tells anything at all."""

    words: str = ""
    located: bool = False
    another: bool = False
    said: bool = False


def behind(data: bytes) -> Iterator[Piece]:
    """What stands after the end of a picture: often the rest of a larger one."""
    if data.strip(b"\x00 \r\n"):
        yield Piece(another=True)


def xmp_piece(data: bytes) -> Piece:
    """What a packet of XMP says, in its elements and in their attributes."""
    packet = data[data.find(b"<") :].rstrip(b"\x00 \r\n")
    try:
        root = parsed(packet)
    except Refused:
        return Piece(decoded(data), located=b"GPSLatitude" in data)
    said = [str(v) for each in root.iter("*") for v in each.attrib.values()]
    said += lines_of(root)
    packed = [each for each in said if len(each) > _NO_WORD and " " not in each]
    words = "\n".join(each for each in said if each not in packed)
    return Piece(words, b"GPSLatitude" in data, another=bool(packed))
