"""A paper as a Word document that Word and LibreOffice open alike: real headings,
header rows that repeat, described pictures, one language, and no author."""

from dataclasses import dataclass

from heed.papers.blocks import Document, Heading, anchored
from heed.papers.glyphs import legible
from heed.papers.outline import Outlined, outlined
from heed.papers.word_blocks import FIRST_NUMBERED_LIST, WordWriter
from heed.papers.word_package import OFFICE, STATIC, Relations, packed
from heed.papers.word_xml import (
    Element,
    field_run,
    named,
    paragraph_of,
    text_run,
    w,
)

MARGIN = 1276
"""22.5 millimetres, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of A4, in twentieths of a point."""

    width: int = 11906
    height: int = 16838
    beside: int = MARGIN
    """The margins left and right."""

    @property
    def between(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.beside


UPRIGHT = Page()
LANDSCAPE = Page(width=16838, height=11906, beside=850)


def write_docx(
    document: Document,
    *,
    publisher: str = "",
    subtitle: str = "",
    marking: str = "",
    numbered: bool = False,
    new_pages: frozenset[str] = frozenset(),
) -> bytes:
    """The paper as .docx; `numbered` has Word number its sections, 1 and 1.1.

    `marking` stands at the head and foot of every page; headings whose anchors are
    in `new_pages` begin one. The same paper makes the same bytes.
    """
    document = anchored(document)
    paper = outlined(document)
    writer = WordWriter(
        document,
        paper.blocks,
        title=bool(paper.title),
        numbered=numbered,
        new_pages=new_pages,
    )
    body = w("body", *_opening(paper, publisher, subtitle, writer))
    body.extend(writer.blocks(paper.blocks))
    title = " ".join(legible(paper.title_text).split())
    return bound(body, writer, title=title, language=document.language, marking=marking)


def bound(
    body: Element,
    writer: WordWriter,
    *,
    title: str,
    language: str,
    marking: str = "",
    page: Page = UPRIGHT,
) -> bytes:
    """A .docx of this body, with its header and footer, notes, lists and pictures."""
    relations = writer.body.relations
    body.append(_page(relations, page))
    for name in ("styles", "numbering", "settings", "footnotes"):
        relations.to(f"{OFFICE}/{name}", f"{name}.xml")
    parts = {
        "document.xml": w("document", body),
        "footnotes.xml": writer.footnotes(),
        "header.xml": w("hdr", _marking_line(marking)),
        "footer.xml": _footer(title, marking, page),
    }
    return packed(
        title=title,
        language=language,
        parts=parts,
        numbering=_numbering(len(writer.lists)),
        relations={
            "document.xml": relations,
            "footnotes.xml": writer.beside.relations,
        },
        pictures=writer.pictures,
    )


def _opening(
    paper: Outlined, publisher: str, subtitle: str, writer: WordWriter
) -> list[Element]:
    made = []
    if publisher:
        made.append(paragraph_of("Publisher", text_run(publisher)))
    if paper.title:
        made.append(title_of(paper.title, writer))
    if subtitle:
        made.append(paragraph_of("Subtitle", text_run(subtitle)))
    return made


def title_of(title: Heading, writer: WordWriter) -> Element:
    """The title, as the one heading of level 1."""
    return paragraph_of("Heading1", *writer.line(title.runs))


def _page(relations: Relations, page: Page) -> Element:
    header = relations.to(f"{OFFICE}/header", "header.xml")
    footer = relations.to(f"{OFFICE}/footer", "footer.xml")
    margins = {"top": 1361, "bottom": 1361, "left": page.beside, "right": page.beside}
    size = w("pgSz", w=page.width, h=page.height)
    if page.width > page.height:
        size.set(named("orient"), "landscape")
    return w(
        "sectPr",
        w("headerReference", type="default", r_id=header),
        w("footerReference", type="default", r_id=footer),
        size,
        w("pgMar", **margins, header=624, footer=567, gutter=0),
    )


def _marking_line(marking: str) -> Element:
    return paragraph_of("Marking", text_run(marking)) if marking else _empty()


def _empty() -> Element:
    return paragraph_of("Header")


def _footer(title: str, marking: str, page: Page) -> Element:
    line = paragraph_of(
        "Footer",
        text_run(title),
        w("r", w("tab")),
        text_run("Page "),
        field_run("PAGE"),
        text_run(" of "),
        field_run("NUMPAGES"),
    )
    if page != UPRIGHT:
        clear = w("tab", val="clear", pos=UPRIGHT.between)
        line[0].append(w("tabs", clear, w("tab", val="right", pos=page.between)))
    made = w("ftr", line)
    if marking:
        made.append(_marking_line(marking))
    return made


def _numbering(lists: int) -> bytes:
    """The lists of our styles, and one of its own for each numbered list."""
    own = "".join(
        f'<w:num w:numId="{FIRST_NUMBERED_LIST + n}"><w:abstractNumId w:val="1"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/>'
            "</w:lvlOverride>"
            for level in range(9)
        )
        + "</w:num>"
        for n in range(lists)
    )
    static = (STATIC / "numbering.xml").read_text(encoding="utf-8")
    return static.replace("</w:numbering>", f"{own}</w:numbering>").encode()
