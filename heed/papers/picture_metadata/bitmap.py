"""A bitmap of Windows: a head, its colours and its dots. Whatever else it holds is none
of them."""

import struct
from collections.abc import Iterator

from heed.papers.picture_metadata.pieces import Piece, behind

_FILE, _HEAD = 14, 40
_UNPACKED, _WITH_MASKS, _WITH_FOUR_MASKS = 0, 3, 6
_MASKS = {_WITH_MASKS: 12, _WITH_FOUR_MASKS: 16}
_MOST_BITS_BY_A_LIST = 8


def bmp_pieces(image: bytes) -> Iterator[Piece]:
    """What stands between the head of a bitmap and its dots, and what behind them."""
    start, head, width, height = struct.unpack_from("<IIii", image, 10)
    bits, packed, size = struct.unpack_from("<HII", image, 28)
    (colours,) = struct.unpack_from("<I", image, 46)
    if head < _HEAD:
        raise struct.error("It is of a kind that nobody writes any more.")
    if packed in {_UNPACKED, *_MASKS}:
        size = (bits * width + 31) // 32 * 4 * abs(height)
    if bits <= _MOST_BITS_BY_A_LIST:
        colours = colours or 1 << bits
    masks = _MASKS.get(packed, 0) if head == _HEAD else 0
    begin = _FILE + head + masks + 4 * colours
    if not size or width <= 0 or not begin <= start <= start + size <= len(image):
        raise struct.error("A part is missing.")
    yield from behind(image[begin:start])
    yield from behind(image[start + size :])
