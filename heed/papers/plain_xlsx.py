"""Workbooks as plain tables of words, read at the speed of their unpacking.

Only for files that are what programs export: shared texts, numbers and merged cells.
Whatever is otherwise (a formula, a comment, something hidden, a drawing) is left to
`read_xlsx`, which reads all of it; both read the same of what both can read. All limits
on packages are kept: they are looked at before.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heed.papers.markup import Element
from heed.papers.packages import Package, opened
from heed.papers.plain_parts import points_outside, unescaped
from heed.papers.read_docx.parts import Parts
from heed.papers.read_docx.properties import properties_of
from heed.papers.read_xlsx import Book, SheetReader, column_of, reach_of
from heed.papers.sheets import MOST_CELLS, Sheet, too_many_cells

_CELL = re.compile(
    r'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>/]*)'
    r"(?:/>|>(?:<v>([^<]*)</v>)?</c>)"
)
_CELL_WITH_WORDS = re.compile(
    r'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>/]*)'
    r"(?:/>|>(?:<v>|<is><t(?: xml:space=\"preserve\")?>)?([^<]*)"
    r"(?:</v>|</t></is>)?</c>)"
)
_TEXT = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_KIND = re.compile(r'(?: s="([0-9]+)")?(?: t="(s|n|str|b|e|d|inlineStr)")?')
_MERGED = re.compile(r'<mergeCell ref="([A-Z0-9:]+)"')
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|"
    r"xl/(workbook|styles|sharedStrings|calcChain|metadata)\.xml|"
    r"xl/_rels/workbook\.xml\.rels|xl/theme/[^/]+\.xml|xl/worksheets/sheet\d+\.xml|"
    r"xl/printerSettings/.*|xl/worksheets/_rels/.*"
)
_LINES_ABOVE = 1
"""A line may end behind the declaration."""
_OTHERWISE = (("\r", "\r"), ("!", "<!"), ("&", "&#"), ("hidden", "hidden="))
"""What stands in no plain part, each behind a sign that is quickly looked for."""
_BESIDE = ("<hyperlink", "<headerFooter", "<drawing", "<legacyDrawing", "<oleObject")


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """The rows of one sheet that say something, column by column, with their numbers
    in it."""

    columns: Sequence[Sequence[str]]
    numbers: list[int]
    merged: dict[tuple[int, int], tuple[int, int]]
    """Cells that another covers, each with the corner that covers it."""

    @property
    def rows(self) -> list[list[str]]:
        """The same, row by row."""
        return list(map(list, zip(*self.columns, strict=True)))


@dataclass(frozen=True, slots=True)
class PlainBook:
    """The sheets of a workbook, and who made it."""

    sheets: list[PlainSheet]
    about: dict[str, str]


def plain_book(data: bytes) -> PlainBook | None:
    """The sheets of a workbook; None where only `read_xlsx` reads it rightly."""
    package = opened(data)
    if not all(map(_PARTS.fullmatch, package.names)) or points_outside(package):
        return None
    book = Book(Parts(package))
    texts = _texts(package)
    names = _sheets(book)
    if texts is None or names is None:
        return None
    sheets = []
    for name in names:
        sheet = _sheet(book, name, texts)
        if sheet is None:
            return None
        sheets.append(sheet)
    return PlainBook(sheets, properties_of(book.parts))


def _sheets(book: Book) -> list[str] | None:
    """The parts of the sheets in the order of their tabs, where all of them show."""
    root = book.parts.xml(book.parts.main)
    if root is None or any(map(_is_hidden, root.iter("{*}sheet"))):
        return None
    relations = book.parts.relations(book.parts.main)
    found = [book.part_of(each, relations) for each in root.iter("{*}sheet")]
    return [name for name in found if name]


def _is_hidden(sheet: Element) -> bool:
    return sheet.get("state", "visible") != "visible"


def _texts(package: Package) -> list[str] | None:
    if "xl/sharedStrings.xml" not in package.names:
        return []
    said = _decoded(package, "xl/sharedStrings.xml")
    if said is None:
        return None
    found = _split(said) or _TEXT.findall(said)
    if len(found) != said.count("<si>") or ("_" in said and "_x" in said):
        return None
    found = [unescaped(text) for text in found] if "&" in said else found
    strip = _in_lines if said.count("\n") > _LINES_ABOVE else str.strip
    return list(map(strip, found))


def _split(said: str) -> list[str]:
    """The shared texts where each is written as the next: a cut between any two."""
    _, begins, rest = said.partition("<si><t>")
    body, ends, _ = rest.rpartition("</t></si>")
    if not (begins and ends):
        return []
    found = body.split("</t></si><si><t>")
    return found if body.count("<") == 4 * (len(found) - 1) else []


def _decoded(package: Package, name: str) -> str | None:
    try:
        said = package.read(name).decode()
    except UnicodeDecodeError:
        return None
    closed = said.rstrip().endswith(("</worksheet>", "</sst>"))
    other = any(sign in said and word in said for sign, word in _OTHERWISE)
    plain = closed and not other
    return said if plain else None


def _sheet(book: Book, part: str, texts: list[str]) -> PlainSheet | None:
    said = _decoded(book.parts.package, part)
    before, _, rest = (said or "").partition("<sheetData>")
    body, _, after = rest.partition("</sheetData>")
    if said is None or any(word in before + after for word in _BESIDE):
        return None
    count = body.count("<c ")
    if count > MOST_CELLS:
        raise too_many_cells()
    meant = _Meanings(SheetReader(book, Sheet(""), part), texts)
    try:
        lines = _alike(body, count, meant) or _any(body, count, meant)
    except (LookupError, ValueError):
        return None
    return _shown(lines, _covered(_MERGED.findall(after))) if lines else None


def _covered(refs: list[str]) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells that merged ones cover, each with the corner that covers it."""
    return {
        (row + n, column + m): (row, column)
        for ref in refs
        for (row, column), (down, wide) in reach_of(ref).items()
        for n in range(down)
        for m in range(wide)
        if n or m
    }


class _Meanings:
    """What cells show, by their attributes: each value is worked out once."""

    def __init__(self, reader: SheetReader, texts: list[str]) -> None:
        self._reader = reader
        self._texts = texts
        self._by_attributes: dict[str, Callable[[str], str]] = {}

    def of(self, attributes: str) -> Callable[[str], str]:
        """What reads the cells with these attributes."""
        made = self._by_attributes.get(attributes)
        if made is None:
            match = _KIND.fullmatch(attributes)
            if match is None:
                raise LookupError(attributes)
            made = self._of_kind(match[2] or "n", match[1] or "")
            self._by_attributes[attributes] = made
        return made

    def of_column(self, attributes: Sequence[str], values: Sequence[str]) -> list[str]:
        """What the cells of a column show."""
        kinds = set(attributes)
        if len(kinds) == 1:
            one = next(iter(kinds))
            if _IS_SHARED.search(one) and all(values):
                return list(map(self._texts.__getitem__, _numbers(values)))
            return list(map(self.of(one), values))
        read = {each: self.of(each) for each in kinds}
        return [read[a](value) for a, value in zip(attributes, values, strict=True)]

    def _of_kind(self, kind: str, style: str) -> Callable[[str], str]:
        texts, known = self._texts, {"": ""}
        if kind == "s":
            return lambda value: texts[int(value)] if value else ""
        if kind == "inlineStr":
            return lambda value: _in_lines(unescaped(value))

        def shown(value: str) -> str:
            words = known.get(value)
            if words is None:
                typed = self._reader.meant(kind, unescaped(value), style)[0]
                words = known[value] = _in_lines(typed)
            return words

        return shown


def _numbers(values: Sequence[str]) -> list[int]:
    """The numbers of shared texts. As one list they are read in half the time."""
    said = ",".join(values)
    if not (said.isascii() and said.replace(",", "").isdigit()):
        raise ValueError(said[:20])
    found: list[int] = json.loads(f"[{said}]")
    if len(found) != len(values):
        raise ValueError(said[:20])
    return found


_IS_SHARED = re.compile(r' t="s"$')
_Found = list[tuple[str, str, str, str]]
_Lines = tuple[Sequence[Sequence[str]], list[int], list[int]]
"""The columns of a sheet, the numbers of its rows, and those of its columns."""


def _alike(body: str, count: int, meant: _Meanings) -> _Lines | None:
    """The rows of a sheet of which all but the first are made alike, as those that
    programs write are: each is found at once, and not cell by cell."""
    first, _, rest = body.partition("</row>")
    head, like = _CELL.findall(first), _CELL.findall(rest[: rest.find("</row>")])
    letters = [each[0] for each in like]
    if not like or [each[0] for each in head] != sorted(letters, key=column_of):
        return None
    found = re.findall(_like(like), rest)
    wide = len(letters)
    if letters != sorted(set(letters), key=column_of) or count != wide * (
        len(found) + 1
    ):
        return None
    numbers, *values = zip(*found, strict=True)
    columns = [
        [meant.of(top[2])(top[3]), *meant.of_column((each[2],), said)]
        for top, each, said in zip(head, like, values, strict=True)
    ]
    return columns, [int(head[0][1]), *map(int, numbers)], list(map(column_of, letters))


def _like(cells: _Found) -> str:
    """A row of cells like these, with its number and the value of each."""
    said = (
        rf'<c r="{letters}\1"{re.escape(attributes)}><v>([^<]+)</v></c>'
        for letters, _, attributes, _ in cells
    )
    return rf'<row r="([0-9]{{1,7}})"[^>]*>{"".join(said)}</row>'


def _any(body: str, count: int, meant: _Meanings) -> _Lines | None:
    cell = _CELL_WITH_WORDS if "<is>" in body else _CELL
    found = cell.findall(body)
    if len(found) != count:
        return None
    return _lines(found, meant) if found else ([], [], [])


def _lines(found: _Found, meant: _Meanings) -> _Lines:
    """Every column that has cells, the numbers of the rows, and where they stand."""
    letters = [each[0] for each in found]
    names = sorted(set(letters), key=column_of)
    wide, places = len(names), [column_of(name) for name in names]
    attributes, values = [each[2] for each in found], [each[3] for each in found]
    numbers = [each[1] for each in found[::wide]]
    if letters != names * (len(found) // wide):
        rows, counted = _ragged(found, names, meant)
        return list(zip(*rows, strict=True)), counted, places
    by_column = [
        meant.of_column(attributes[at::wide], values[at::wide]) for at in range(wide)
    ]
    return by_column, list(map(int, numbers)), places


def _ragged(
    found: _Found, names: list[str], meant: _Meanings
) -> tuple[list[list[str]], list[int]]:
    """Rows of which some lack cells."""
    place = {name: at for at, name in enumerate(names)}
    rows: list[list[str]] = []
    numbers: list[int] = []
    last, line, blank = "", list[str](), [""] * len(names)
    for letters, number, attributes, value in found:
        if number != last:
            last, line = number, blank.copy()
            rows.append(line)
            numbers.append(int(number))
        line[place[letters]] = meant.of(attributes)(value)
    return rows, numbers


def _shown(
    lines: _Lines, covered: dict[tuple[int, int], tuple[int, int]]
) -> PlainSheet:
    """The rows and columns that say something, as a table of blocks has them."""
    columns, numbers, places = lines
    said = [at for at, column in enumerate(columns) if any(column)]
    columns = [columns[at] for at in said]
    kept: Sequence[int] = range(len(numbers))
    if not any(map(all, columns)):
        kept = [n for n, row in enumerate(zip(*columns, strict=True)) if any(row)]
        columns = [[column[n] for n in kept] for column in columns]
    merged = {}
    if covered:
        down = {numbers[n] - 1: place for place, n in enumerate(kept)}
        wide = {places[at]: place for place, at in enumerate(said)}
        merged = {
            (down[row], wide[column]): (down[top], wide[left])
            for (row, column), (top, left) in covered.items()
            if row in down and column in wide and top in down and left in wide
        }
    return PlainSheet(columns, [numbers[n] for n in kept], merged)


def _in_lines(text: str) -> str:
    """The words of a cell as blocks have them: no empty lines, no blanks around."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for line in text.split("\n") if line.strip()).strip()
