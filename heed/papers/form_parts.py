"""The body of our Word form as plain parts, for the other files that are made of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.word_xml import Element, named


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, or a place to write or tick."""

    words: str
    bold: bool = False
    tag: str = ""
    label: str = ""
    kind: str = ""
    """"text", "box" or "fixed" for a control; "" for words."""


@dataclass(frozen=True, slots=True)
class FormParagraph:
    style: str
    pieces: tuple[Piece, ...]

    @property
    def level(self) -> int:
        """How deep a heading is; 0 for what is none."""
        return int(self.style[-1]) if self.style.startswith("Heading") else 0

    @property
    def answers(self) -> bool:
        """Whether somebody writes or ticks here."""
        return any(piece.kind in {"text", "box"} for piece in self.pieces)

    @property
    def is_to_be_written_in(self) -> bool:
        return any(piece.kind == "text" for piece in self.pieces)


Cells = tuple[tuple[FormParagraph, ...], ...]


@dataclass(frozen=True, slots=True)
class FormTable:
    """`heads` rows at the top are labels; `widths` are shares of the page."""

    rows: tuple[Cells, ...]
    heads: int
    widths: tuple[int, ...]


def parts_of(body: Element) -> Iterator[FormParagraph | FormTable]:
    """The paragraphs and tables of the form, in their order."""
    for part in body:
        if part.tag == named("p"):
            yield _paragraph(part)
        elif part.tag == named("tbl"):
            yield _table(part)


def _paragraph(part: Element) -> FormParagraph:
    style = part.find(f"{named('pPr')}/{named('pStyle')}")
    pieces = [_piece(each) for each in part if each.tag != named("pPr")]
    name = "Normal" if style is None else str(style.get(named("val")))
    return FormParagraph(name, tuple(pieces))


def _piece(part: Element) -> Piece:
    if part.tag == named("sdt"):
        return _control(part)
    bold = part.find(f"{named('rPr')}/{named('b')}") is not None
    return Piece(_words(part), bold=bold)


def _control(part: Element) -> Piece:
    about = part.find(named("sdtPr"))
    if about is None:
        raise ValueError("This content control is not whole.")
    tag, label = about.find(named("tag")), about.find(named("alias"))
    kind = "fixed"
    if about.find(named("w14:checkbox")) is not None:
        kind = "box"
    elif about.find(named("showingPlcHdr")) is not None:
        kind = "text"
    return Piece(_words(part), tag=_value(tag), label=_value(label), kind=kind)


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(named("val")))


def _words(part: Element) -> str:
    said = {named("br"): "\n"}
    return "".join(
        said.get(each.tag, each.text or "")
        for each in part.iter(named("t"), named("br"))
    )


def _table(part: Element) -> FormTable:
    rows = list(part.iter(named("tr")))
    grid = part.iter(named("gridCol"))
    return FormTable(
        rows=tuple(
            tuple(
                tuple(_paragraph(each) for each in cell.iter(named("p")))
                for cell in row.iter(named("tc"))
            )
            for row in rows
        ),
        heads=sum(map(_is_head, rows)),
        widths=tuple(int(_w(each)) for each in grid),
    )


def _is_head(row: Element) -> bool:
    return row.find(f"{named('trPr')}/{named('tblHeader')}") is not None


def _w(column: Element) -> str:
    return str(column.get(named("w")))
