"""Word files that are plain tables, read at about the speed of their unpacking.

Only for files of words in paragraphs and tables. Whatever is otherwise (a change that
is tracked, a merged cell, a box, a field, a note, a header, hidden words) is left to
`read_docx`, which reads all of it; both read the same of what both can read. All limits
on packages are kept: they are looked at before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heed.papers.packages import Package, opened
from heed.papers.plain_parts import points_outside, unescaped
from heed.papers.read_docx.parts import Parts
from heed.papers.read_docx.properties import properties_of

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
_OF_SAVING = re.compile(r' w:rsid[A-Za-z]*="[0-9A-F]{8}"')
"""When something was typed, as Word counts it: in every row another."""
_ONLY_MARKUP = re.compile(r"(?:<[^<>]*>|\s)*")
_BEGIN_TEXT = ("<w:t>", '<w:t xml:space="preserve">')
_ENDS = re.compile(r"</w:(?:p|tc|tr|tbl)>|<w:tbl>")
_TABLE = "<w:tbl>"
_A_ROW_BEGINS = ((_TABLE,), ("</w:tr>",))
_MOST_CELLS = 64
"""Cells of a row that may be read with others like it."""
_CELL, _ROW = ("</w:p>", "</w:tc>"), ("</w:p>", "</w:tc>", "</w:tr>")
Ends = tuple[str, ...]
"""What ends, or which table begins, between one text and the next."""


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
    pieces = _pieces(package)
    if pieces is None:
        return None
    found = _gathered(*pieces)
    if found is None:
        return None
    return PlainPaper(found.tables, found.around, properties_of(Parts(package)))


def _pieces(package: Package) -> tuple[list[Ends], list[str]] | None:
    """The texts of the document, and what ends before each and after the last; None
    where it holds anything but words and tables."""
    if _DOCUMENT not in package.names:
        return None
    try:
        said = package.read(_DOCUMENT).decode()
    except UnicodeDecodeError:
        return None
    if "\r" in said or ("&" in said and "&#" in said):
        return None
    if not said.isascii() and _SIGNS.search(said):
        return None
    *begun, last = said.split("</w:t>")
    if not last.rstrip().endswith("</w:document>"):
        return None
    parted = [piece.rpartition(">") for piece in begun]
    between = [each[0] for each in parted]
    # Much of what stands between texts comes again in every row.
    plainly = {each: _OF_SAVING.sub("", f"{each}>") for each in set(between)}
    known = {each: _ends(each, _BEGIN_TEXT) for each in set(plainly.values())}
    after = _ends(last, "")
    if after is None or None in known.values():
        return None
    ends = {each: known[plain] or () for each, plain in plainly.items()}
    texts = [each[2] for each in parted]
    if "&" in said:
        texts = list(map(unescaped, texts))
    return [*map(ends.__getitem__, between), after], texts


def _ends(markup: str, last: str | tuple[str, ...]) -> Ends | None:
    """What ends in the markup between two texts, where nothing else is in it."""
    plain = _ONLY_MARKUP.fullmatch(markup) and markup.endswith(last)
    other = "<!" in markup or "<w:pStyle" in markup or _TINY.search(markup)
    if other or not plain or not _KNOWN.issuperset(_NAMES.findall(markup)):
        return None
    return tuple(_ENDS.findall(markup))


class _Gathering:
    """The tables and paragraphs that texts are put together to, one by one."""

    def __init__(self) -> None:
        self.tables: list[list[list[str]]] = []
        self.around: list[str] = []
        self.words: list[str] = []
        self._lines: list[str] = []
        self._table: list[list[str]] | None = None
        self._row: list[str] = []

    def end(self, what: str) -> bool:
        """Take what ends, or begins; whether this may be."""
        if what == "</w:p>":
            said = "".join(self.words)
            self.words.clear()
            self._lines += [said] if said.strip() else []
        elif what == "</w:tc>":
            self._row.append("\n".join(self._lines).strip())
            self._lines.clear()
        elif what == _TABLE:
            self.around += self._lines
            self._lines.clear()
            if self._table is not None:
                return False
            self._table = []
        elif self._table is None:
            return False
        elif what == "</w:tr>":
            self._table.append(self._row)
            self._row = []
        else:
            self.tables.append(self._table)
            self._table = None
        return True

    def rows(self, found: Iterable[list[str]]) -> None:
        """Take whole rows."""
        if self._table is not None:
            self._table += found

    def over(self) -> bool:
        """Whether all of it is well when nothing more comes."""
        self.around += self._lines
        return self._table is None


def _gathered(ends: list[Ends], texts: list[str]) -> _Gathering | None:
    """The tables that the texts stand in, and the paragraphs around them; None where a
    table stands within another."""
    made = _Gathering()
    at = 0
    while at < len(ends):
        if not all(map(made.end, ends[at])):
            return None
        if ends[at][-1:] in _A_ROW_BEGINS and (wide := _wide(ends, at)):
            row, first = [_CELL] * (wide - 1) + [_ROW], at
            while ends[at + 1 : at + 1 + wide] == row:
                at += wide
            cells = map(str.strip, texts[first:at])
            made.rows(map(list, zip(*[cells] * wide, strict=True)))
        made.words += texts[at : at + 1]
        at += 1
    return made if made.over() else None


def _wide(ends: list[Ends], at: int) -> int:
    """How many cells the row has that begins here, if each holds one text."""
    near = ends[at + 1 : at + 1 + _MOST_CELLS]
    return near.index(_ROW) + 1 if _ROW in near else 0
