"""A paper as an accessible PDF (PDF/UA-1): the same paper makes the same bytes."""

from heed.papers.blocks import Document, anchored
from heed.papers.glyphs import showable
from heed.papers.outline import outlined
from heed.papers.pdf_blocks import as_data
from heed.papers.typesetting import ACCENT, sheet, typeset


def write_pdf(
    document: Document,
    *,
    publisher: str = "",
    subtitle: str = "",
    marking: str = "",
    contents: bool = False,
    accent: str = ACCENT,
    new_pages: frozenset[str] = frozenset(),
) -> bytes:
    """The paper as PDF/UA-1 on A4; what no font shows is named in square brackets.

    `marking` stands at the head and foot of every page, `contents` adds a table of
    contents, `accent` colours the headings; headings whose anchors are in `new_pages`
    begin one. ValueError for a colour not as #rrggbb.
    """
    document = anchored(document)
    paper = outlined(document)
    about = sheet(
        paper.title_text,
        language=document.language,
        marking=marking,
        accent=accent,
    )
    return typeset(
        "paper.typ",
        {
            **about,
            "publisher": showable(publisher),
            "subtitle": showable(subtitle),
            "contents": contents,
            "words": {"contents": "Contents"},
            **as_data(document, paper.blocks, new_pages=new_pages),
        },
    )
