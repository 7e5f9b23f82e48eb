"""Pictures in a Word file, and the words that stand for them."""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from heed.papers.blocks import Figure
from heed.papers.read_docx.names import WP, A, Element, R, V, local

if TYPE_CHECKING:
    from heed.papers.cropping import Edges
    from heed.papers.read_docx.flow import Part

_RASTER = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}
_WHOLE = 100_000
_OLD_WHOLE = 65_536
_SIDES = ("l", "t", "r", "b")
_OLD_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
_CUT_IN_THE_PAPER = "the paper shows a piece of it, and the rest is still in the file"
NOT_SHOWN = (
    "One of its pictures is of a kind that no page can show and is left out. Put it in "
    "as .png or .jpg."
)


def figures(element: Element, part: "Part") -> list[Figure]:
    """The pictures of a drawing, each with its alternative text."""
    alt = _alternative_text(element)
    found = {
        key: Figure(alt, _kept(key[0], part, key[1])) for key in _pictures(element)
    }
    return list(found.values())


def _pictures(element: Element) -> Iterator[tuple[str, "Edges"]]:
    """Which pictures, and how much of each is cut off."""
    for blip in element.iter(f"{{{A}}}blip"):
        fill = blip.getparent()
        cut = None if fill is None else fill.find(f"{{{A}}}srcRect")
        edges = [_part(cut, side) / _WHOLE for side in _SIDES]
        yield blip.get(f"{{{R}}}embed", ""), (edges[0], edges[1], edges[2], edges[3])
    for each in element.iter(f"{{{V}}}imagedata"):
        old = [_old_part(each.get(side, "")) for side in _OLD_SIDES]
        yield each.get(f"{{{R}}}id", ""), (old[0], old[1], old[2], old[3])


def _part(cut: Element | None, side: str) -> float:
    said = "0" if cut is None else cut.get(side, "0")
    try:
        # "Strict" files write per cent.
        return float(said[:-1]) * 1000 if said.endswith("%") else float(said)
    except ValueError:
        return 0.0


def _old_part(said: str) -> float:
    try:
        if said.endswith("f"):
            return float(said[:-1]) / _OLD_WHOLE
        return float(said) if said else 0.0
    except ValueError:
        return 0.0


def _alternative_text(element: Element) -> str:
    for properties in element.iter(f"{{{WP}}}docPr"):
        words = properties.get("descr") or properties.get("title") or ""
        if words:
            return words
    shapes = (each.get("alt", "") for each in element.iter("*") if _is_shape(each))
    return next((words for words in shapes if words), "")


def _is_shape(element: Element) -> bool:
    return local(element) in {"shape", "rect", "roundrect", "oval", "image"}


def _kept(number: str, part: "Part", edges: "Edges") -> str:
    """Keep the bytes of a picture that a browser shows; its key, or ""."""
    relation = part.relations.get(number)
    if relation is None or relation.external:
        return ""
    if relation.target not in part.parts.package.names:
        return ""
    data = part.parts.package.read(relation.target)
    kind = next((kind for start, kind in _RASTER.items() if data.startswith(start)), "")
    if not kind:
        part.collected.doubts[NOT_SHOWN] = None
        return ""
    if any(each > 0 for each in edges):
        data = _cut(data, edges, relation.target, part)
    else:
        part.collected.shown.add(relation.target)
    key = f"{sha256(data).hexdigest()[:16]}.{kind}"
    part.collected.images[key] = data
    return key


def _cut(data: bytes, edges: "Edges", name: str, part: "Part") -> bytes:
    from heed.papers.cropping import cropped

    cut = cropped(data, edges)
    if cut is None:
        part.collected.unread[f"{name}: {_CUT_IN_THE_PAPER}"] = None
        return data
    return cut
