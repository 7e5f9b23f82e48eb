"""Reads an OpenDocument spreadsheet (.ods) from its XML: what shows, what hides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from types import MappingProxyType

from heed.papers.active import asks_of_cell
from heed.papers.blocks import Document, anchored, paragraph
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.markup import Element, local, parsed, said_in
from heed.papers.odt_styles import get
from heed.papers.packages import damaged, opened
from heed.papers.read_odt import metadata_in
from heed.papers.sheet_values import number, written
from heed.papers.sheets import (
    MOST_CELLS,
    ONLY_A_PAGE,
    Sheet,
    SheetCell,
    blocks_of,
    cell_name,
    hidden_in,
)

_MOST_REPEATED = 1_000
_LONGEST_NUMBER = 8
_HIDES = frozenset(("collapse", "filter"))
_PARTS = {"day": "d", "month": "m", "year": "y", "hours": "h", "minutes": "n"}
_DURATION = re.compile(r"PT?(-?\d+)H(\d+)M.*")
_NUMBERS = frozenset(("float", "currency"))
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}


def read_ods(data: bytes) -> Reading:
    """The sheets of a spreadsheet as tables. Raises Refused when it is damaged."""
    package = opened(data)
    if "content.xml" not in package.names:
        raise damaged()
    root = parsed(package.read("content.xml"))
    body = next((each for each in root.iter() if local(each) == "spreadsheet"), None)
    if body is None:
        raise damaged()
    common = "styles.xml"
    styles = parsed(package.read(common)) if common in package.names else None
    reader = _Reader(_Styles(root, styles))
    sheets = [reader.sheet(each) for each in body if local(each) == "table"]
    about = metadata_in(package)
    margins = dict.fromkeys(_margins(styles))
    document = Document(
        tuple(blocks_of(sheets)),
        title=about.get("title", ""),
        margins=tuple(paragraph(words) for words in margins),
    )
    hidden = Hidden(
        comments=tuple(reader.comments),
        hidden_text=tuple(hidden_in(sheets)),
        metadata=MappingProxyType(about),
        embedded=tuple(n for n in sorted(package.names) if n.startswith("Object ")),
        external_links=tuple(reader.links),
        active=tuple(reader.active),
    )
    return Reading(anchored(document), hidden, Kind.ODS)


class _Styles:
    """What the styles of a file say: which sheets are hidden, what a date shows."""

    def __init__(self, root: Element, common: Element | None) -> None:
        self.parts: dict[str, str] = {}
        self.data_styles: dict[str, str] = {}
        self.hidden: set[str] = set()
        both = chain(() if common is None else common.iter(), root.iter())
        for style in both:
            name = local(style)
            if name in {"date-style", "time-style"}:
                self.parts[get(style, "name")] = _shown(style)
            elif name == "style":
                self._style(style)

    def _style(self, style: Element) -> None:
        self.data_styles[get(style, "name")] = get(style, "data-style-name")
        if any(get(each, "display") == "false" for each in style):
            self.hidden.add(get(style, "name"))

    def shown(self, style: str, usual: str) -> str:
        """Which parts of a date a style of cells shows."""
        return self.parts.get(self.data_styles.get(style, ""), "") or usual


def _shown(style: Element) -> str:
    """The parts of a date style, in the letters of `sheet_values.written`."""
    return "".join(_PARTS.get(local(each), "") for each in style)


@dataclass
class _Reader:
    styles: _Styles
    comments: list[Found] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    active: dict[str, None] = field(default_factory=dict)
    made: Sheet = field(default_factory=lambda: Sheet(""))
    row: int = 0
    at: str = ""

    def sheet(self, table: Element) -> Sheet:
        """One sheet, hidden or not."""
        hidden = get(table, "style-name") in self.styles.hidden
        self.made, self.row = Sheet(get(table, "name"), hidden=hidden), 0
        usual: list[str] = []
        for each in _inside(table):
            if local(each) == "table-column":
                self._column(each, usual)
            elif local(each) == "table-row":
                self._row(each, usual)
            else:
                self._shapes(each)
        return self.made

    def _column(self, column: Element, usual: list[str]) -> None:
        count = min(_count(get(column, "number-columns-repeated")), _MOST_REPEATED)
        if get(column, "visibility") in _HIDES:
            here = range(len(usual), len(usual) + count)
            self.made.hidden_columns.update(here)
        usual += [get(column, "default-cell-style-name")] * count

    def _row(self, row: Element, usual: list[str]) -> None:
        count = _count(get(row, "number-rows-repeated"))
        cells = list(self._cells(row, usual))
        for _ in range(min(count, _MOST_REPEATED) if cells else 0):
            if get(row, "visibility") in _HIDES:
                self.made.hidden_rows.add(self.row)
            for cell in cells:
                self.made.take(_at_row(cell, self.row))
            self.row += 1
            count -= 1
        self.row += count

    def _cells(self, row: Element, usual: list[str]) -> Iterator[SheetCell]:
        column = 0
        for each in row:
            if local(each) not in {"table-cell", "covered-table-cell"}:
                continue
            count = _count(get(each, "number-columns-repeated"))
            style = usual[column] if column < len(usual) else ""
            self.at = cell_name(self.row, column)
            text, typed = self._text(each, style)
            for n in range(min(count, _MOST_REPEATED) if text else 0):
                yield SheetCell(
                    self.row,
                    column + n,
                    text,
                    min(_count(get(each, "number-rows-spanned")), MOST_CELLS),
                    _count(get(each, "number-columns-spanned")),
                    typed,
                )
            column += count

    def _text(self, cell: Element, usual: str) -> tuple[str, bool]:
        """What a cell shows, and whether these are words."""
        kind = get(cell, "value-type")
        self.active.update(dict.fromkeys(asks_of_cell(get(cell, "formula"))))
        words = "\n".join(self._paragraphs(cell))
        style = get(cell, "style-name") or usual
        if kind == "date":
            return self._date(get(cell, "date-value"), style) or words, False
        if kind == "time":
            match = _DURATION.match(get(cell, "time-value"))
            return (f"{int(match[1]):02}:{match[2]}" if match else words), False
        if kind in _NUMBERS and words.isascii() and not words.isdigit():
            return _amount(get(cell, "value")) or words, False
        return words, kind not in {*_NUMBERS, "percentage", "boolean"}

    def _date(self, value: str, style: str) -> str:
        try:
            when = datetime.fromisoformat(value[:19])
        except ValueError:
            return ""
        usual = "dmyhn" if "T" in value else "dmy"
        return written(when, self.styles.shown(style, usual))

    def _paragraphs(self, cell: Element) -> Iterator[str]:
        for each in cell:
            name = local(each)
            if name in {"p", "h"}:
                yield self._words(each)
            elif name == "annotation":
                self._comment(each)
            else:
                self._shapes(each)

    def _words(self, element: Element) -> str:
        found = [element.text or ""]
        for child in element:
            name = local(child)
            if name in _SIGNS:
                found.append(_SIGNS[name] * _count(get(child, "c")))
            else:
                if name == "a":
                    self.links[get(child, "href")] = None
                found.append(self._words(child))
            found.append(child.tail or "")
        return "".join(found)

    def _comment(self, element: Element) -> None:
        texts = [said_in(child) for child in element if local(child) in {"p", "list"}]
        said = {local(child): said_in(child) for child in element}
        words = f"{self.made.name} {self.at}: " + "\n".join(texts)
        self.comments.append(
            Found(words, said.get("creator", ""), said.get("date", ""))
        )

    def _shapes(self, element: Element) -> None:
        """Boxes with words, and boxes to tick, that lie on the sheet."""
        for each in element.iter():
            name = local(each)
            if name == "checkbox":
                sign = "☒" if get(each, "current-state") == "checked" else "☐"
                self.made.boxes.append(f"{sign} {get(each, 'label')}".strip())
            elif name in {"text-box", "custom-shape"}:
                words = "\n".join(
                    said_in(p) for p in each.iter() if local(p) == "p"
                ).strip()
                self.made.boxes += [words] if words else []


def _at_row(cell: SheetCell, row: int) -> SheetCell:
    if cell.row == row:
        return cell
    return SheetCell(row, cell.column, cell.text, cell.rows, cell.columns, cell.typed)


def _inside(table: Element) -> Iterator[Element]:
    """Columns and rows, also those that stand in groups, and what lies beside them."""
    for each in table:
        name = local(each)
        if name in {"table-column", "table-row", "forms", "shapes"}:
            yield each
        elif name.startswith(("table-row", "table-header", "table-column")):
            yield from _inside(each)


def _amount(value: str) -> str:
    try:
        return number(float(value), "")
    except ValueError:
        return ""


def _count(words: str) -> int:
    return int(words) if words.isdigit() and len(words) <= _LONGEST_NUMBER else 1


def _margins(styles: Element | None) -> Iterator[str]:
    for each in () if styles is None else styles.iter():
        if local(each) in {"header", "footer"} and get(each, "display") != "false":
            words = " ".join(said_in(each).split())
            if words and "???" not in words and not ONLY_A_PAGE.fullmatch(words):
                yield words
