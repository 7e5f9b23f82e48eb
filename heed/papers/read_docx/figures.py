"""Pictures in a Word file, and the words that stand for them."""

from hashlib import sha256
from typing import TYPE_CHECKING

from heed.papers.blocks import Figure
from heed.papers.read_docx.names import WP, A, Element, R, V

if TYPE_CHECKING:
    from heed.papers.read_docx.flow import Part

_RASTER = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}


def figures(element: Element, part: "Part") -> list[Figure]:
    """The pictures of a drawing, each with its alternative text."""
    alt = _alternative_text(element)
    ids = [
        *(blip.get(f"{{{R}}}embed", "") for blip in element.iter(f"{{{A}}}blip")),
        *(each.get(f"{{{R}}}id", "") for each in element.iter(f"{{{V}}}imagedata")),
    ]
    return [Figure(alt, _kept(number, part)) for number in dict.fromkeys(ids)]


def _alternative_text(element: Element) -> str:
    for properties in element.iter(f"{{{WP}}}docPr"):
        words = properties.get("descr") or properties.get("title") or ""
        if words:
            return words
    shapes = (shape.get("alt", "") for shape in element.iter(f"{{{V}}}shape"))
    return next((words for words in shapes if words), "")


def _kept(number: str, part: "Part") -> str:
    """Keep the bytes of a picture that a browser shows; its key, or ""."""
    relation = part.relations.get(number)
    if relation is None or relation.external:
        return ""
    if relation.target not in part.parts.package.names:
        return ""
    data = part.parts.package.read(relation.target)
    kind = next((kind for start, kind in _RASTER.items() if data.startswith(start)), "")
    if not kind:
        return ""
    key = f"{sha256(data).hexdigest()[:16]}.{kind}"
    part.collected.images[key] = data
    return key
