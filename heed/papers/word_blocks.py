"""Blocks as the XML of a Word document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
)
from heed.papers.links import address_in, place_in
from heed.papers.outline import DEEPEST, landings, note_of, runs_in
from heed.papers.pictures import Picture, bare
from heed.papers.word_package import OFFICE, Relations
from heed.papers.word_pictures import drawing
from heed.papers.word_tables import table_of
from heed.papers.word_xml import Element, paragraph_of, text_run, w

BULLETS = 1
SECTIONS = 2
FIRST_NUMBERED_LIST = 3
DEEPEST_ITEM = 8
LONGEST = 30


@dataclass(slots=True)
class Story:
    """One part with text of its own: the body, or the footnotes."""

    part: str
    relations: Relations = field(default_factory=Relations)


class WordWriter:
    """Writes the blocks of one document, counting its lists, pictures and notes."""

    def __init__(
        self,
        document: Document,
        flow: Sequence[Block],
        *,
        title: bool = True,
        numbered: bool = False,
        new_pages: frozenset[str] = frozenset(),
    ) -> None:
        self.images = document.images
        self.notes = note_of(flow)
        self.title = title
        self.numbered = numbered
        self.new_pages = new_pages
        self.body = Story("document.xml")
        self.beside = Story("footnotes.xml")
        self.story = self.body
        self.pictures: dict[str, Picture] = {}
        self.lists: list[int] = []
        self.noted: dict[str, int] = {}
        in_flow = [block for block in flow if block.anchor not in self.notes]
        pointed = {place_in(run.link) for run in runs_in(flow)}
        self.places = _bookmarks(p for p in landings(in_flow) if p and p in pointed)

    # Runs

    def line(self, runs: Runs) -> Iterator[Element]:
        """These runs, with their links and the marks of their notes."""
        for run in runs:
            if run.text:
                yield self._run(run)

    def _run(self, run: Run) -> Element:
        place = place_in(run.link)
        if place in self.notes:
            return self._note_mark(place, run.text)
        if place in self.places:
            return w("hyperlink", _words(run, link=True), anchor=self.places[place])
        if address := address_in(run.link):
            kind = f"{OFFICE}/hyperlink"
            related = self.story.relations.to(kind, address, outside=True)
            return w("hyperlink", _words(run, link=True), r_id=related)
        return _words(run)

    def _note_mark(self, place: str, mark: str) -> Element:
        style = w("rStyle", val="FootnoteReference")
        if place in self.noted or self.story is self.beside:
            return text_run(mark, style)
        number = self.noted[place] = len(self.noted) + 1
        if mark == str(number):
            return w("r", w("rPr", style), w("footnoteReference", id=number))
        own = w("footnoteReference", customMarkFollows=1, id=number)
        made = text_run(mark, style)
        made.insert(1, own)
        return made

    # Blocks

    def blocks(self, blocks: Sequence[Block], style: str = "Normal") -> list[Element]:
        """These blocks; within a cell or a box, `style` is that of its text."""
        made: list[Element] = []
        for block in blocks:
            if block.anchor not in self.notes:
                new = list(self._block(block, style))
                made += self._marked(new, block.anchor)
        return made

    def _block(self, block: Block, style: str) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block, style)
            case Paragraph(runs=runs):
                yield paragraph_of(style, *self.line(runs))
            case ListBlock():
                yield from self._list(block, style)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Note(blocks=blocks):
                yield from self.blocks(blocks, "BoxText")
                yield paragraph_of("Normal")

    def _heading(self, heading: Heading, style: str) -> Element:
        if style != "Normal":
            inside = "TableHeading" if style == "TableText" else style
            bold = (Run(r.text, bold=True, link=r.link) for r in heading.runs)
            return paragraph_of(inside, *self.line(tuple(bold)))
        level = min(heading.level + self.title, DEEPEST)
        made = paragraph_of(f"Heading{level}", *self.line(heading.runs))
        if heading.anchor in self.new_pages:
            made[0].append(w("pageBreakBefore"))
        if self.numbered:
            made[0].append(_numbered(SECTIONS, heading.level - 1))
        return made

    def _list(self, block: ListBlock, style: str) -> Iterator[Element]:
        number = BULLETS
        if block.ordered:
            number = FIRST_NUMBERED_LIST + len(self.lists)
            self.lists.append(number)
        inside = style if style != "Normal" else ""
        own = inside or ("ListNumber" if block.ordered else "ListBullet")
        for item in block.items:
            yield from self._marked([self._item(item, own, number)], item.anchor)

    def _item(self, item: ListItem, style: str, number: int) -> Element:
        made = paragraph_of(style, *self.line(item.runs))
        made[0].append(_numbered(number, min(item.level, DEEPEST_ITEM)))
        return made

    def _table(self, table: Table) -> Iterator[Element]:
        if table.caption:
            yield paragraph_of("Caption", text_run(table.caption))
        yield table_of(table, self.blocks)
        yield w("p", w("pPr", w("spacing", after=0, line=120, lineRule="exact")))

    def _figure(self, figure: Figure) -> Iterator[Element]:
        picture = bare(self.images.get(figure.image, b""))
        if picture:
            number = len(self.pictures) + 1
            name = f"media/picture{number}.{picture.kind}"
            self.pictures[name] = picture
            related = self.story.relations.to(f"{OFFICE}/image", name)
            shown = drawing(picture, number, related, figure.alt)
            yield paragraph_of("Normal", shown)
        else:
            words = f"Picture: {figure.alt or 'not described'}"
            yield paragraph_of("Normal", text_run(words, w("i")))
        if figure.caption:
            yield paragraph_of("Caption", text_run(figure.caption))

    def _marked(self, made: list[Element], anchor: str) -> list[Element]:
        """The same elements, with a bookmark if something points at this anchor."""
        if anchor in self.places and made:
            number = list(self.places).index(anchor)
            first = next(iter(made[0].iter(w("p").tag)), made[0])
            start = w("bookmarkStart", id=number, name=self.places[anchor])
            first.insert(1, start)
            first.append(w("bookmarkEnd", id=number))
        return made

    def footnotes(self) -> Element:
        """The part that holds the notes, in the order in which the text names them."""
        self.story = self.beside
        made = w("footnotes", _rule("separator", -1), _rule("continuationSeparator", 0))
        for anchor, number in self.noted.items():
            content = self.blocks(self.notes[anchor].blocks, "FootnoteText")
            note = w(
                "footnote", *(content or [paragraph_of("FootnoteText")]), id=number
            )
            style = w("rPr", w("rStyle", val="FootnoteReference"))
            mark = w("r", style, w("footnoteRef"))
            first = next(iter(note.iter(w("p").tag)))
            first.insert(1, text_run(" "))
            first.insert(1, mark)
            made.append(note)
        return made


def _words(run: Run, *, link: bool = False) -> Element:
    manner = [w("rStyle", val="Hyperlink")] if link else []
    manner += [w("b"), w("bCs")] if run.bold else []
    manner += [w("i"), w("iCs")] if run.italic else []
    manner += [w("strike")] if run.struck else []
    return text_run(run.text, *manner)


def _numbered(number: int, level: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _rule(kind: str, number: int) -> Element:
    return w("footnote", w("p", w("r", w(kind))), type=kind, id=number)


def _bookmarks(places: Iterable[str]) -> dict[str, str]:
    """A bookmark for each of these anchors: letters, digits and underlines, short."""
    return {
        place: f"{re.sub(r'[^A-Za-z0-9]', '_', place)[:LONGEST]}_{number}"
        for number, place in enumerate(places)
    }
