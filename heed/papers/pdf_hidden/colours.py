"""The colours of a page, as far as they can be said without its colour tables."""

from collections.abc import Sequence
from typing import Any

from heed.papers.pdf_hidden.matrices import Colour

_NEAR = 0.07
_BY_COUNT = {1: "gray", 3: "rgb", 4: "cmyk"}
_DEVICE = {
    "/DeviceGray": "gray",
    "/CalGray": "gray",
    "/G": "gray",
    "/DeviceRGB": "rgb",
    "/CalRGB": "rgb",
    "/RGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Separation": "ink",
    "/DeviceN": "ink",
}


def space_of(said: Any, known: Any) -> str:
    """Which space a name or an array means: gray, rgb, cmyk, ink, or "" for others."""
    named = str(said) if not _is_array(said) else ""
    if named in _DEVICE:
        return _DEVICE[named]
    found = known.get(named) if named and known is not None else said
    if found is None:
        return ""
    if not _is_array(found):
        return _DEVICE.get(str(found), "")
    kind = str(found[0])
    if kind == "/ICCBased":
        return _BY_COUNT.get(int(found[1].get("/N", 0)), "")
    return _DEVICE.get(kind, "")


def _is_array(said: Any) -> bool:
    import pikepdf

    return isinstance(said, pikepdf.Array)


def colour_of(space: str, amounts: Sequence[float]) -> Colour | None:
    """The colour that these amounts are, or None where nobody can say it here."""
    if space == "gray" and len(amounts) == 1:
        return (amounts[0],) * 3
    if space == "rgb" and len(amounts) == 3:  # noqa: PLR2004 red, green, blue
        return amounts[0], amounts[1], amounts[2]
    if space == "cmyk" and len(amounts) == 4:  # noqa: PLR2004 and black
        cyan, magenta, yellow, black = amounts
        light = 1 - black
        return (1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light
    if space == "ink" and amounts and not any(amounts):
        return 1.0, 1.0, 1.0
    return None


def alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether nobody can tell two colours apart."""
    if one is None or other is None:
        return False
    return all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))
