"""A chronology as a Word document: landscape, its header on every page."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from lxml import etree

from heed.papers.blocks import document
from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import Laid, laid_out
from heed.papers.glyphs import legible
from heed.papers.word_blocks import WordWriter
from heed.papers.word_tables import SHADE
from heed.papers.word_xml import Element, W, paragraph_of, text_run, w
from heed.papers.write_docx import LANDSCAPE, bound

LANGUAGE = "en-GB"


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as .docx, without author and time."""
    body = w("body", paragraph_of("Heading1", text_run(copy.title)))
    body.extend(paragraph_of("Normal", text_run(words)) for words in copy.head)
    body.append(table_of(laid_out(rows, copy)))
    body.append(paragraph_of("AfterTable"))
    return bound(
        body,
        WordWriter(document(), ()),
        title=" ".join(legible(copy.title).split()),
        language=LANGUAGE,
        marking=copy.marking,
        page=LANDSCAPE,
    )


def table_of(laid: Laid) -> Element:
    """The table, written as one text: it has tens of thousands of cells."""
    whole = sum(column.share for column in laid.columns)
    widths = [LANDSCAPE.between * column.share // whole for column in laid.columns]
    heads = _row(laid.headings, widths, heads=True)
    rows = "".join(_row(row, widths) for row in laid.rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = (
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
        "</w:tblCellMar>"
        '<w:tblLook w:firstRow="1" w:firstColumn="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"
    )
    # What was typed is escaped, and a cell of 100,000 letters is no attack here.
    return etree.fromstring(made, etree.XMLParser(huge_tree=True, no_network=True))


def _row(cells: Iterable[str], widths: list[int], *, heads: bool = False) -> str:
    style, shade, about = "TableSmall", "", ""
    if heads:
        style, about = "TableSmallHeading", "<w:cantSplit/><w:tblHeader/>"
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_words(words)}</w:p></w:tc>'
        for words, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{about}</w:trPr>{made}</w:tr>"


def _words(words: str) -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n")
    )
    return f"<w:r>{lines}</w:r>" if words else ""
