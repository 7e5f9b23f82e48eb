"""Reads a workbook of Excel (.xlsx) from its XML: what shows, and what is hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from types import MappingProxyType

from lxml import etree

from heed.papers.active import (
    FETCHES_A_PART,
    HOLDS_CONTROLS,
    HOLDS_OBJECTS,
    asks_of_cell,
)
from heed.papers.blocks import Block, Document, anchored, paragraph
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.markup import Element, local, said_in
from heed.papers.packages import damaged, opened
from heed.papers.read_docx.beside import outside
from heed.papers.read_docx.parts import Parts, Relation
from heed.papers.read_docx.properties import properties_of
from heed.papers.read_xlsx_beside import beside_cells
from heed.papers.sheet_values import BUILT_IN, moment, number, shown_parts, written
from heed.papers.sheets import ONLY_A_PAGE, Sheet, SheetCell, blocks_of, hidden_in

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CODE = re.compile(r'&(?:"[^"]*"|[LCRPNDTFAGBIUESXY]|K[0-9A-F]{6}|\d+|Z)|&&')
_EMBEDDED = re.compile(
    r"^xl/(embeddings|pivotCache|externalLinks|queryTables|model)/[^/]+$|"
    r"^xl/connections\.xml$|^customXml/item\d+\.xml$|^docProps/thumbnail"
)
_LONGEST_NUMBER, _CORNERS = 8, 2
_LABELLED = tuple(
    f"{{*}}{name}"
    for name in ("dataValidation", "cfRule", "hyperlink", "protectedRange", "filter")
)
_OBJECT = re.compile(r"/embeddings/.+\.bin$")
_OLD_FORM_OF_A_THREAD = "[Threaded comment]"
_SHARED, _INLINE, _TRUTH, _DAY, _FAULT = "s", "inlineStr", "b", "d", "e"


def read_xlsx(data: bytes) -> Reading:
    """The sheets of a workbook as tables. Raises Refused when it is damaged."""
    book = Book(Parts(opened(data)))
    sheets = list(book.sheets())
    about = properties_of(book.parts)
    document = Document(
        tuple(blocks_of(sheets)),
        title=about.get("title", ""),
        margins=tuple(book.margins.values()),
    )
    hidden = Hidden(
        comments=tuple(book.comments),
        hidden_text=tuple(hidden_in(sheets)),
        metadata=MappingProxyType(about),
        embedded=tuple(n for n in sorted(book.parts.package.names) if _is_inside(n)),
        external_links=tuple(book.links),
        active=tuple(book.active),
    )
    hidden = beside_cells(book, sheets, hidden)
    return Reading(anchored(document), hidden, Kind.XLSX)


def _is_inside(name: str) -> bool:
    return bool(_EMBEDDED.search(name))


@dataclass
class Book:
    """A workbook being read."""

    parts: Parts
    comments: list[Found] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    active: dict[str, None] = field(default_factory=dict)
    margins: dict[str, Block] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    """The parts of the sheets that were read."""
    used: set[int] = field(default_factory=set)
    """The numbers of the shared texts that some cell shows."""
    labels: dict[str, None] = field(default_factory=dict)
    """What cells are called, check and choose from: words that no cell shows."""

    def sheets(self) -> Iterator[Sheet]:
        """Every sheet in the order of its tabs, hidden ones too."""
        root = self.parts.xml(self.parts.main)
        if root is None:
            raise damaged()
        self._what_is_outside()
        relations = self.parts.relations(self.parts.main)
        for each in root.iter("{*}sheet"):
            shown = each.get("state", "visible") == "visible"
            sheet = Sheet(each.get("name", ""), hidden=not shown)
            part = self.part_of(each, relations)
            if part:
                SheetReader(self, sheet, part).read()
            yield sheet

    def part_of(self, sheet: Element, relations: dict[str, Relation]) -> str:
        """The part that holds a sheet, or ""."""
        relation = relations.get(_attribute(sheet, "id"))
        known = relation and relation.target in self.parts.package.names
        return relation.target if relation and known else ""

    def _what_is_outside(self) -> None:
        for each in outside(self.parts):
            self.links[each.target] = None
            if each.kind != "hyperlink":
                self.active[FETCHES_A_PART] = None
        names = self.parts.package.names
        if any(name.startswith("xl/activeX/") for name in names):
            self.active[HOLDS_CONTROLS] = None
        if any(map(_OBJECT.search, names)):
            self.active[HOLDS_OBJECTS] = None

    @cached_property
    def from_1904(self) -> bool:
        """Whether the days of this book are counted from 1904, as on old Macs."""
        root = self.parts.xml(self.parts.main)
        found = root.iter("{*}workbookPr") if root is not None else ()
        return any(each.get("date1904") in {"1", "true"} for each in found)

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells share."""
        root = self.parts.one("sharedStrings")
        return [] if root is None else [_text(each) for each in root.iter("{*}si")]

    @cached_property
    def formats(self) -> list[str]:
        """The number format of each style of cells."""
        root = self.parts.one("styles")
        if root is None:
            return []
        own = {
            each.get("numFmtId", ""): each.get("formatCode", "")
            for each in root.iter("{*}numFmt")
        }
        cells = root.find("{*}cellXfs")
        ids = [] if cells is None else [each.get("numFmtId", "0") for each in cells]
        return [own.get(i) or BUILT_IN.get(_whole(i), "") for i in ids]

    @cached_property
    def people(self) -> dict[str, str]:
        """Who takes part in the threads of comments."""
        found = {}
        for name in self.parts.package.names:
            if name.startswith("xl/persons/") and not name.endswith(".rels"):
                root = self.parts.xml(name)
                for each in root if root is not None else ():
                    found[each.get("id", "")] = each.get("displayName", "")
        return found


@dataclass
class SheetReader:
    """Reads one sheet, row by row, and what hangs on it."""

    book: Book
    sheet: Sheet
    part: str
    rows: int = -1
    column: int = -1

    def read(self) -> None:
        data = self.book.parts.package.read(self.part)
        self.book.read.add(self.part)
        if b"<!DOCTYPE" in data:
            raise damaged()
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        walk = etree.iterparse(
            BytesIO(data),
            tag=("{*}row", "{*}col", "{*}mergeCell", "{*}headerFooter", *_LABELLED),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        try:
            for _, element in walk:
                name = local(element)
                if name == "mergeCell":
                    merged |= reach_of(element.get("ref", ""))
                elif f"{{*}}{name}" in _LABELLED:
                    self._label(element)
                else:
                    getattr(self, f"_{name}")(element)
                element.clear()
        except etree.XMLSyntaxError as wrong:
            raise damaged() from wrong
        if merged:
            self.sheet.cells = [_reaching(c, merged) for c in self.sheet.cells]
        self._beside()

    def _label(self, element: Element) -> None:
        said = [*element.attrib.values(), *element.itertext()]
        words = (str(each).strip() for each in said)
        self.book.labels.update((w, None) for w in words if any(map(str.isalpha, w)))

    def _col(self, element: Element) -> None:
        if element.get("hidden") in {"1", "true"} or element.get("width") == "0":
            first, last = _whole(element.get("min", "")), _whole(element.get("max", ""))
            self.sheet.hidden_columns.update(range(first - 1, min(last, 16_384)))

    def _row(self, element: Element) -> None:
        self.rows = (
            _whole(element.get("r", "")) - 1 if element.get("r") else (self.rows + 1)
        )
        self.column = -1
        if element.get("hidden") in {"1", "true"} or element.get("ht") == "0":
            self.sheet.hidden_rows.add(self.rows)
        for cell in element:
            self._cell(cell)

    def _cell(self, element: Element) -> None:
        place = _PLACE.fullmatch(element.get("r", ""))
        self.column = column_of(place[1]) if place else self.column + 1
        text, typed = self._shown(element)
        if text:
            self.sheet.take(SheetCell(self.rows, self.column, text, typed=typed))

    def _shown(self, element: Element) -> tuple[str, bool]:
        """What a cell shows, and whether these are words."""
        kind = element.get("t", "n")
        value = formula = ""
        for child in element:
            name = local(child)
            if name == "v":
                value = child.text or ""
            elif name == "f":
                formula = child.text or ""
                if '"' in formula:
                    self.book.labels[formula] = None
                self.book.active.update(dict.fromkeys(asks_of_cell(formula)))
            elif name == "is":
                value = _text(child)
        if formula and not value:
            return f"={formula}", True
        return self.meant(kind, value, element.get("s", ""))

    def meant(self, kind: str, value: str, style: str) -> tuple[str, bool]:
        """What a value shows, and whether these are words."""
        if kind == _SHARED:
            known = value.isdigit() and int(value) < len(self.book.texts)
            if known:
                self.book.used.add(int(value))
            return (self.book.texts[int(value)] if known else ""), True
        if kind in {"n", _DAY}:
            return self._number(value, style), False
        if kind == _TRUTH:
            return {"1": "TRUE", "0": "FALSE"}.get(value, value), False
        return _unescaped(value).strip("\r"), kind != _FAULT

    def _number(self, value: str, style: str) -> str:
        formats = self.book.formats
        known = style.isdigit() and int(style) < len(formats)
        shown = formats[int(style)] if known else ""
        try:
            amount = float(value)
        except ValueError:
            return value
        parts = shown_parts(shown) if shown else ""
        if not parts:
            return number(amount, shown)
        when = moment(amount, from_1904=self.book.from_1904)
        return written(when, parts) if when else value

    def _headerFooter(self, element: Element) -> None:  # noqa: N802
        for each in element:
            words = " ".join(_CODE.sub(" ", each.text or "").split())
            if words and not ONLY_A_PAGE.fullmatch(words):
                self.book.margins.setdefault(words, paragraph(words))

    # What hangs on the sheet

    def _beside(self) -> None:
        for each in self.book.parts.relations(self.part).values():
            if not each.external:
                self._hanging(each)

    def _hanging(self, relation: Relation) -> None:
        root = None
        if relation.kind in {"comments", "threadedComment", "drawing", "vmlDrawing"}:
            root = self.book.parts.xml(relation.target)
        if root is None:
            return
        if relation.kind == "comments":
            self._comments(root)
        elif relation.kind == "threadedComment":
            self._threads(root)
        elif relation.kind == "vmlDrawing":
            self.sheet.boxes += _boxes(root)
        else:
            bodies = (_lines(each) for each in root.iter("{*}txBody"))
            self.sheet.boxes += [words for words in bodies if words.strip()]

    def _comments(self, root: Element) -> None:
        authors = [said_in(each) for each in root.iter("{*}author")]
        for each in root.iter("{*}comment"):
            words = _text(each).strip()
            who = each.get("authorId", "")
            known = who.isdigit() and int(who) < len(authors)
            if words and not words.startswith(_OLD_FORM_OF_A_THREAD):
                author = authors[int(who)] if known else ""
                self.book.comments.append(self._said(each, words, author))

    def _threads(self, root: Element) -> None:
        for each in root.iter("{*}threadedComment"):
            author = self.book.people.get(each.get("personId", ""), "")
            words = said_in(each).strip()
            found = self._said(each, words, author, each.get("dT", ""))
            self.book.comments.append(found)

    def _said(self, at: Element, words: str, author: str, on: str = "") -> Found:
        return Found(f"{self.sheet.name} {at.get('ref', '')}: {words}", author, on)


def _boxes(root: Element) -> Iterator[str]:
    """Boxes to tick that lie on the sheet, each with its words."""
    for shape in root.iter("{*}shape"):
        about = next(shape.iter("{*}ClientData"), None)
        if about is None or about.get("ObjectType") != "Checkbox":
            continue
        words = " ".join(
            " ".join(said_in(each) for each in shape.iter("{*}textbox")).split()
        )
        state = next((each.text or "" for each in about.iter("{*}Checked")), "")
        yield f"{'☒' if state.strip() == '1' else '☐'} {words}".strip()


def _lines(body: Element) -> str:
    return "\n".join(
        "".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p")
    )


def _text(element: Element) -> str:
    """The words of a text, also in several manners; without how they sound."""
    found = []
    for each in element.iter("{*}t"):
        parent = each.getparent()
        if parent is None or local(parent) != "rPh":
            found.append(each.text or "")
    return _unescaped("".join(found)).replace("\r", "")


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)).replace("\x00", ""), text)


def _attribute(element: Element, name: str) -> str:
    found = (v for k, v in element.attrib.items() if str(k).endswith(f"}}{name}"))
    return str(next(found, ""))


def _whole(words: str) -> int:
    return int(words) if words.isdigit() and len(words) <= _LONGEST_NUMBER else 0


def column_of(letters: str) -> int:
    """The column that letters name, from 0."""
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at - 1


def reach_of(ref: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Over how many rows and columns the cell at the corner of this area reaches."""
    corners = _PLACE.findall(ref)
    if len(corners) != _CORNERS:
        return {}
    (left, top), (right, bottom) = corners
    row, column = int(top) - 1, column_of(left)
    rows = min(max(int(bottom) - row, 1), 10_000)
    return {(row, column): (rows, min(max(column_of(right) - column + 1, 1), 500))}


def _reaching(
    cell: SheetCell, merged: dict[tuple[int, int], tuple[int, int]]
) -> SheetCell:
    over = merged.get((cell.row, cell.column))
    if over is None:
        return cell
    return SheetCell(cell.row, cell.column, cell.text, *over, cell.typed)
