"""A picture made anew: unpacked to its dots, turned upright, made small enough for a
page, and packed again. Nothing but what it shows is left of what was sent."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from heed.papers.limits import Kind, identify
from heed.papers.picture_sizes import MOST_PIXELS
from heed.papers.pictures import bare
from heed.papers.refusals import Reason, Refused

FORMATS = {Kind.PNG: "PNG", Kind.JPEG: "JPEG"}
LONGEST_SIDE = 2000
QUALITY = 85
NOT_ONE = "This is no picture that can be shown here. Open the file as it was sent."
BROKEN = "This picture is damaged. Open the file as it was sent."


@dataclass(frozen=True, slots=True)
class Remade:
    """A picture that was made here."""

    kind: str
    width: int
    height: int
    data: bytes


def remade(data: bytes, name: str) -> Remade:
    """The picture made anew. Raises Refused, with one sentence, for what is no .png or
    .jpg, breaks a limit, is something else as well, or cannot be unpacked.
    """
    kind = identify(data, name)
    if kind not in FORMATS:
        raise Refused(NOT_ONE, Reason.UNKNOWN_KIND)
    picture = bare(data)  # of its parts none but those that make it are looked at
    if picture is None:
        raise Refused(BROKEN, Reason.DAMAGED)
    try:
        return _made(picture.data, FORMATS[kind])
    except Exception as wrong:
        # A picture that attacks leads whoever unpacks it to anything.
        raise Refused(BROKEN, Reason.DAMAGED) from wrong


def _made(data: bytes, said: str) -> Remade:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    most = (LONGEST_SIDE, LONGEST_SIDE)
    with Image.open(io.BytesIO(data), formats=[said]) as sent:
        sent.draft("RGB", most)  # a .jpg is unpacked no larger than it is shown
        sent.thumbnail(most)
        upright = ImageOps.exif_transpose(sent)
        shown = upright.convert("RGBA" if said == "PNG" else "RGB")
    # Of its dots alone: what stood beside them would be packed again.
    bare = Image.frombytes(shown.mode, shown.size, shown.tobytes())
    packed = io.BytesIO()
    bare.save(packed, said, quality=QUALITY)
    return Remade(said.lower(), *bare.size, packed.getvalue())
