"""The blocks of a Word file, straight from its XML, with all that is hidden in it."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from heed.papers.blocks import Block, Document, Heading, Note, anchored, leaves
from heed.papers.hidden import Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged, opened
from heed.papers.read_docx.beside import hidden
from heed.papers.read_docx.collected import Collected
from heed.papers.read_docx.flow import Part
from heed.papers.read_docx.names import Element, w
from heed.papers.read_docx.parts import Parts
from heed.papers.read_docx.styles import Styles, read_styles
from heed.papers.read_docx.unseen import words_of

AFTER_THE_END = "what follows the end of the file"


def read_document(data: bytes) -> Reading:
    """The blocks of a Word file and what was hidden. Raises Refused when damaged."""
    parts = Parts(opened(data))
    root = parts.xml(parts.main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise damaged()
    styles = read_styles(parts.one("styles"), parts.one("numbering"))
    collected = Collected()
    blocks = list(_part(parts, parts.main, styles, collected).blocks(body))
    blocks += _notes(parts, styles, collected)
    margins = _margins(parts, styles, collected)
    said = (words for _, words in leaves([*blocks, *margins]))
    report = hidden(parts, collected, words_of("\n".join(said)))
    if data[parts.package.end :].strip(b"\x00"):
        report = replace(report, unread=(*report.unread, AFTER_THE_END))
    document = Document(
        tuple(blocks),
        title=report.metadata.get("title", "") or _first_heading(blocks),
        language=_language(parts.one("styles")),
        margins=tuple(margins),
        fields=tuple(collected.fields),
        images=MappingProxyType(collected.images),
    )
    return Reading(anchored(document), report, Kind.DOCX)


def _part(parts: Parts, name: str, styles: Styles, collected: Collected) -> Part:
    return Part(parts, parts.relations(name), styles, collected)


def _notes(parts: Parts, styles: Styles, collected: Collected) -> Iterator[Note]:
    """The notes that the text refers to, in its order."""
    for (place, number), mark in list(collected.notes.items()):
        name = next(iter(parts.of_kind(f"{place}s")), "")
        root = parts.xml(name)
        for each in root.iter(w(place)) if root is not None else ():
            if each.get(w("id")) == number:
                part = _part(parts, name, styles, collected)
                inner = tuple(part.blocks(each))
                yield Note(inner, place, mark, anchor=f"{place}-{number}")


def _margins(parts: Parts, styles: Styles, collected: Collected) -> list[Block]:
    """Headers and footers, each once however many sections repeat it."""
    found: dict[tuple[str, ...], list[Block]] = {}
    for name in (*parts.of_kind("header"), *parts.of_kind("footer")):
        root = parts.xml(name)
        if root is not None:
            blocks = list(_part(parts, name, styles, collected).blocks(root))
            found.setdefault(tuple(said for _, said in leaves(blocks)), blocks)
    return [block for blocks in found.values() for block in blocks]


def _first_heading(blocks: list[Block]) -> str:
    return next((each.text for each in blocks if isinstance(each, Heading)), "")


def _language(styles: Element | None) -> str:
    usual = (
        styles.find(f"{w('docDefaults')}//{w('lang')}") if styles is not None else None
    )
    return "en-GB" if usual is None else usual.get(w("val")) or "en-GB"
