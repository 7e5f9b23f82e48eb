"""The flow of one part of a Word file: paragraphs, headings, lists and tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.blocks import (
    Block,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    leaves,
    text_of,
)
from heed.papers.read_docx.collected import Collected
from heed.papers.read_docx.controls import control, is_placeholder
from heed.papers.read_docx.inline import Inline
from heed.papers.read_docx.names import MC, Element, local, w
from heed.papers.read_docx.parts import Parts, Relation
from heed.papers.read_docx.styles import Styles
from heed.papers.read_docx.tables import table

_WRAPPERS = {"customXml", "sdtContent", "ins", "moveTo", "smartTag"}


@dataclass(frozen=True)
class Part:
    """One part being read: the body, a header, the notes."""

    parts: Parts
    relations: dict[str, Relation]
    styles: Styles
    collected: Collected

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks in this element, in reading order."""
        items: list[ListItem] = []
        ordered = False
        for block in self._pieces(element):
            if isinstance(block, ListBlock):
                if items and block.ordered != ordered and not block.items[0].level:
                    yield ListBlock(tuple(items), ordered)
                    items = []
                ordered = ordered if items else block.ordered
                items += block.items
                continue
            if items:
                yield ListBlock(tuple(items), ordered)
                items = []
            yield block
        if items:
            yield ListBlock(tuple(items), ordered)

    def _pieces(self, element: Element) -> Iterator[Block]:
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from table(child, self)
            elif name == "sdt":
                yield from self._control(child)
            elif name in _WRAPPERS:
                yield from self._pieces(child)
            elif name in {"del", "moveFrom"}:
                self.collected.deleted(child)
            elif name == "AlternateContent":
                chosen = child.find(f"{{{MC}}}Choice")
                yield from () if chosen is None else self._pieces(chosen)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find(w("pPr"))
        inline = Inline(self, properties)
        inline.read(element)
        self.collected.hid("".join(inline.hid))
        if text_of(inline.runs).strip():
            yield self._of_style(properties, inline)
        yield from inline.beside

    def _of_style(self, properties: Element | None, inline: Inline) -> Block:
        level = self.styles.heading_level(properties)
        if level:
            return Heading(level, inline.runs)
        listed = self.styles.listed(properties)
        if listed:
            return ListBlock((ListItem(inline.runs, listed.level),), listed.ordered)
        return Paragraph(inline.runs)

    def _control(self, element: Element) -> Iterator[Block]:
        """A content control around whole paragraphs, or around a table."""
        named = control(element)
        content = element.find(w("sdtContent"))
        empty = content is None or named.empty
        blocks = [] if empty or content is None else list(self._pieces(content))
        text = "\n".join(words for _, words in leaves(blocks) if words)
        if is_placeholder(text):
            text, blocks = "", []
        if named.tag or named.label:
            answer = named.items.get(text.strip(), text)
            field = FormField(named.tag, named.label, answer, named.checked)
            self.collected.fields.append(field)
        yield from blocks
