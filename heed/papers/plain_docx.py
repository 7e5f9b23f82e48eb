"""Word files that are plain tables, read at about the speed of their unpacking.

Only for files of words in paragraphs and tables. Whatever is otherwise (a change that
is tracked, a merged cell, a box, a field, a note, a header, hidden words) is left to
`read_docx`, which reads all of it; both read the same of what both can read. All limits
on packages are kept: they are looked at before.
"""

import re
from dataclasses import dataclass

from heed.papers.packages import Package, opened
from heed.papers.plain_xlsx import points_outside, unescaped
from heed.papers.read_docx.beside import properties_of
from heed.papers.read_docx.parts import Parts

_DOCUMENT = "word/document.xml"
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|"
    r"word/(document|styles|settings|fontTable|webSettings|numbering)\.xml|"
    r"word/theme/[^/]+\.xml|word/_rels/(document|settings)\.xml\.rels"
)
_NAMES = re.compile(r"<([A-Za-z0-9]+:?[A-Za-z0-9]*)")
_KNOWN = frozenset(
    f"w:{name}"
    for name in (
        *("document", "body", "p", "pPr", "r", "rPr", "t", "tbl", "tblPr", "tblGrid"),
        *("gridCol", "tr", "trPr", "tc", "tcPr", "tcW", "tblW", "tblLook", "tblStyle"),
        *("tblBorders", "tblLayout", "tblInd", "tblCellMar", "tcBorders", "tcMar"),
        *("top", "left", "bottom", "right", "start", "end", "insideH", "insideV"),
        *("shd", "vAlign", "jc", "tblHeader", "cantSplit", "trHeight", "spacing"),
        *("ind", "keepNext", "keepLines", "contextualSpacing", "b", "bCs", "i", "iCs"),
        *("u", "color", "rFonts", "lang", "sz", "szCs", "proofErr", "bookmarkStart"),
        *("bookmarkEnd", "lastRenderedPageBreak", "sectPr", "pgSz", "pgMar", "cols"),
        *("docGrid", "pStyle", "rStyle", "noProof", "widowControl", "type", "tblpPr"),
    )
)
_TINY = re.compile(r'<w:sz w:val="[0-3]"')
_SIGNS = re.compile("[\uf000-\uf0ff]")
_OTHERWISE = ("\r", "<!", "&#", "<w:pStyle")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(frozen=True, slots=True)
class PlainPaper:
    """The tables of a Word file, the paragraphs around them, and who made it."""

    tables: list[list[list[str]]]
    around: list[str]
    about: dict[str, str]


def plain_paper(data: bytes) -> PlainPaper | None:
    """What a Word file says; None where only `read_docx` reads it rightly."""
    package = opened(data)
    if not all(map(_PARTS.fullmatch, package.names)) or points_outside(package):
        return None
    if "word/styles.xml" in package.names and b"vanish" in package.read(
        "word/styles.xml"
    ):
        return None
    said = _plain(package)
    if said is None:
        return None
    tables, around = [], []
    for piece in said.split("</w:tbl>"):
        before, _, table = piece.partition("<w:tbl>")
        around += _lines(before)
        if "<w:tbl>" in table:
            return None
        if table:
            tables.append([_row(row) for row in table.split("</w:tr>")[:-1]])
    return PlainPaper(tables, around, properties_of(Parts(package)))


def _plain(package: Package) -> str | None:
    """The text of the document, where it holds nothing but words and tables."""
    if _DOCUMENT not in package.names:
        return None
    try:
        said = package.read(_DOCUMENT).decode()
    except UnicodeDecodeError:
        return None
    closed = said.rstrip().endswith("</w:document>")
    if not closed or any(word in said for word in _OTHERWISE) or _TINY.search(said):
        return None
    if not said.isascii() and _SIGNS.search(said):
        return None
    return said if _KNOWN.issuperset(_names(said)) else None


def _names(said: str) -> set[str]:
    """The names of all its elements: much of what stands between texts comes again."""
    between = {piece.rpartition(">")[0] for piece in said.split("</w:t>")}
    return {name for each in between for name in _NAMES.findall(each)}


def _row(row: str) -> list[str]:
    return [_cell(cell) for cell in row.split("</w:tc>")[:-1]]


def _cell(cell: str) -> str:
    before, text, after = cell.partition("</w:t>")
    if text and text not in after:
        # No other sign "<" stands between the beginning of a text and its end.
        begins = before.index(">", before.rindex("<w:t"))
        return unescaped(before[begins + 1 :]).strip()
    return "\n".join(_lines(cell)).strip()


def _lines(words: str) -> list[str]:
    """The paragraphs that say something."""
    paragraphs = ("".join(_TEXT.findall(each)) for each in words.split("</w:p>"))
    return [unescaped(each) for each in paragraphs if each.strip()]
