"""A picture cut as a paper shows it: what lies outside its frame is no part of it, and
would be published with it."""

import io

from PIL import Image, ImageOps

from heed.papers.picture_sizes import MOST_PIXELS, pixels_of

Edges = tuple[float, float, float, float]
"""How much of it is cut off: left, above, right, below, each a part of the whole."""
_QUALITY = 90


def cropped(data: bytes, edges: Edges) -> bytes | None:
    """What is left of a .png or .jpg, made anew; None where that cannot be done."""
    if not 0 < pixels_of(data) <= MOST_PIXELS:
        return None
    left, above, right, below = (max(0.0, each) for each in edges)
    if left + right >= 1 or above + below >= 1:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as sent:
            kind, upright = sent.format, ImageOps.exif_transpose(sent)
            wide, high = upright.size
            frame = (wide * left, high * above, wide * (1 - right), high * (1 - below))
            left_at, above_at, right_at, below_at = map(round, frame)
            cut = upright.crop((left_at, above_at, right_at, below_at))
            # Of its dots alone: what stood beside them would be packed again.
            cut = cut.convert("RGB" if kind == "JPEG" else "RGBA")
            cut = Image.frombytes(cut.mode, cut.size, cut.tobytes())
        packed = io.BytesIO()
        cut.save(packed, kind, quality=_QUALITY)
    except Exception:  # noqa: BLE001 a picture that attacks leads to anything
        return None
    return packed.getvalue()
