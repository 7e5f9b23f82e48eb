"""Words for making the XML of a Word document."""

from lxml import etree

from heed.papers.glyphs import legible

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"

PREFIXES = {"w": W, "r": R, "w14": W14, "wp": WP, "a": A, "pic": PIC, "mc": MC}


def named(name: str) -> str:
    """The full name of `w:p`, or of `p`, which means the same."""
    prefix, _, local = name.rpartition(":")
    return f"{{{PREFIXES[prefix or 'w']}}}{local}"


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element, `w:` unless it says otherwise, with attributes of its namespace.

    An attribute of another namespace is written `r_id` for `r:id`.
    """
    made = etree.Element(named(tag), nsmap=PREFIXES)
    prefix = tag.rpartition(":")[0] or "w"
    for key, value in attributes.items():
        space, _, local = key.rpartition("_")
        made.set(named(f"{space or prefix}:{local}"), str(value))
    made.extend(children)
    return made


def plain(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element whose attributes have no namespace, as in drawings."""
    made = w(tag, *children)
    for key, value in attributes.items():
        made.set(key, str(value))
    return made


def text_run(text: str, *manner: Element) -> Element:
    """A run of text; a line end in it is a line break."""
    made = w("r", w("rPr", *manner)) if manner else w("r")
    for number, line in enumerate(legible(text).split("\n")):
        if number:
            made.append(w("br"))
        words = w("t")
        words.text = line
        words.set(f"{{{XML}}}space", "preserve")
        made.append(words)
    return made


def paragraph_of(style: str, *content: Element) -> Element:
    """A paragraph in one of our styles."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def field_run(instruction: str) -> Element:
    """A field that Word works out, such as the number of the page."""
    return w("fldSimple", text_run("1"), instr=f" {instruction} ")


def serialised(element: Element) -> bytes:
    """The element as a whole XML part."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r", "w14", "mc"])
    return etree.tostring(
        element, xml_declaration=True, encoding="UTF-8", standalone=True
    )
