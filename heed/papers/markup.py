"""XML from outside, parsed without entities, without a network and without surprise."""

from collections.abc import Iterator

from lxml import etree

from heed.papers.packages import damaged

Element = etree._Element


def parsed(data: bytes) -> Element:
    """One XML part. Raises Refused when it is broken or brings its own entities."""
    if b"<!DOCTYPE" in data:
        raise damaged()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise damaged() from wrong


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    if isinstance(tag, str):
        # What QName would say; a form's package asks it tens of thousands of times.
        return tag.rpartition("}")[2]
    return etree.QName(element).localname


def said_in(element: Element) -> str:
    """All the text that stands in an element, however deep."""
    return "".join(str(text) for text in element.itertext())


def lines_of(element: Element) -> Iterator[str]:
    """The words of any XML: those of a paragraph in one line, however they are cut."""
    if not isinstance(element.tag, str):
        return
    if local(element) == "p":
        yield "".join(map(str, element.itertext()))
        return
    if element.text and element.text.strip():
        yield element.text.strip()
    for child in element:
        yield from lines_of(child)
        if child.tail and child.tail.strip():
            yield child.tail.strip()
