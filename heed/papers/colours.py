"""Colours that can be read: a partnership's own, darkened where it is too light."""

import re

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against what is behind it."""

DARK = 0.04045
"""Below this share of light the sRGB curve is a straight line."""


def readable(colour: str) -> str:
    """The colour, as dark as it must be to be read on white; #rrggbb or ValueError."""
    if not COLOUR.fullmatch(colour):
        raise ValueError("A colour is written as #rrggbb.")
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast_with_white(parts) < LEAST_CONTRAST:
        parts = [part * 95 // 100 for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast_with_white(parts: list[int]) -> float:
    """How far this red, green and blue stand out from white, from 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    light = sum(w * _linear(p / 255) for w, p in zip(weights, parts, strict=True))
    return 1.05 / (light + 0.05)


def _linear(part: float) -> float:
    dark = part <= DARK
    return part / 12.92 if dark else ((part + 0.055) / 1.055) ** 2.4
