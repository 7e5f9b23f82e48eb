"""The names of WordprocessingML that are read, and how to ask an element for them."""

from heed.papers import markup
from heed.papers.markup import Element, local

__all__ = [
    "MC",
    "RELS",
    "W14",
    "WP",
    "A",
    "Element",
    "R",
    "V",
    "W",
    "local",
    "parsed",
    "switched_on",
    "value",
    "w",
    "words",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP.encode(),
}


def w(name: str) -> str:
    """The full name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


def parsed(data: bytes) -> Element:
    """One part of a Word file, whether saved as "strict" or in the usual way."""
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return markup.parsed(data)


def value(element: Element | None, name: str) -> str:
    """The `w:val` of a child of this element, or ""."""
    child = None if element is None else element.find(w(name))
    return "" if child is None else child.get(w("val"), "")


def switched_on(element: Element | None, name: str) -> bool:
    """Whether a property such as `w:b` is there and not switched off."""
    child = None if element is None else element.find(w(name))
    if child is None:
        return False
    return child.get(w("val"), "true") not in {"0", "false", "off", "none"}


def words(element: Element) -> str:
    """All the text that stands in an element, deleted or not."""
    texts = element.iter(w("t"), w("delText"))
    return "".join(each.text or "" for each in texts)
