"""Reads an OpenDocument text (.odt) from its XML, with what is hidden in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from heed.papers.blocks import (
    Block,
    Cell,
    Document,
    Figure,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    anchored,
    leaves,
    text_of,
)
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.markup import Element, local, parsed, said_in
from heed.papers.packages import Package, damaged, opened

_MOST_REPEATED = 50
_SAID_BY_THE_PROGRAM = {"generator", "document-statistic", "editing-cycles"}


def read_odt(data: bytes) -> Reading:
    """The blocks of an OpenDocument text. Raises Refused when it is damaged."""
    package = opened(data)
    if "content.xml" not in package.names:
        raise damaged()
    root = parsed(package.read("content.xml"))
    text = next((each for each in root.iter() if local(each) == "text"), None)
    if text is None:
        raise damaged()
    reader = _Reader(_hiding_styles(root))
    blocks = tuple(reader.blocks(text)) + tuple(reader.notes)
    metadata = _metadata(package)
    document = Document(
        blocks,
        title=metadata.get("title", ""),
        margins=tuple(_margins(package, reader)),
        fields=tuple(reader.fields),
    )
    return Reading(anchored(document), _hidden(package, reader, metadata), Kind.ODT)


def get(element: Element, name: str) -> str:
    """An attribute by its name without namespace, or ""."""
    for full, value in element.attrib.items():
        if str(full).rpartition("}")[2] == name:
            return str(value)
    return ""


def _hiding_styles(root: Element) -> set[str]:
    return {
        get(style, "name")
        for style in root.iter()
        if local(style) == "style"
        and any(get(each, "display") == "none" for each in style)
    }


@dataclass
class _Reader:
    """Walks the text, and gathers what stands beside it."""

    hiding: set[str]
    notes: list[Note] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    comments: list[Found] = field(default_factory=list)
    deletions: list[Found] = field(default_factory=list)
    hidden_text: list[Found] = field(default_factory=list)
    beside: list[Block] = field(default_factory=list)

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks in this element, in reading order."""
        for child in element:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child)
            elif name == "list":
                items = tuple(self._items(child, 0))
                yield from (ListBlock(items),) if items else ()
            elif name == "table":
                yield from self._table(child)
            elif name == "tracked-changes":
                self._changes(child)
            elif name in {"section", "index-body", "table-of-content"}:
                yield from self.blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        before, self.beside = self.beside, []
        runs = tuple(self._runs(element))
        if text_of(runs).strip():
            level = get(element, "outline-level")
            is_heading = local(element) == "h" and level.isdigit()
            yield Heading(min(int(level), 6), runs) if is_heading else Paragraph(runs)
        yield from self.beside
        self.beside = before

    def _items(self, element: Element, level: int) -> Iterator[ListItem]:
        for item in element:
            for child in item:
                if local(child) == "list":
                    yield from self._items(child, level + 1)
                elif local(child) in {"p", "h"}:
                    runs = tuple(self._runs(child))
                    yield from (ListItem(runs, level),) if text_of(runs).strip() else ()

    def _table(self, element: Element) -> Iterator[Table]:
        heads: list[Row] = []
        rows: list[Row] = []
        for child in element:
            if local(child) == "table-header-rows":
                heads += (self._row(row, heading=True) for row in _rows_in(child))
            elif local(child) == "table-row":
                rows.append(self._row(child, heading=False))
            elif local(child) == "table-rows":
                rows += (self._row(row, heading=False) for row in _rows_in(child))
        if heads or rows:
            yield Table(tuple(rows), tuple(heads), "")

    def _row(self, row: Element, *, heading: bool) -> Row:
        cells: list[Cell] = []
        for each in row:
            # A covered cell belongs to the one that reaches over it.
            if local(each) != "table-cell":
                continue
            made = Cell(
                tuple(self.blocks(each)),
                column_span=_count(get(each, "number-columns-spanned")),
                row_span=_count(get(each, "number-rows-spanned")),
                heading=heading,
            )
            cells += [made] * _count(get(each, "number-columns-repeated"))
        return tuple(cells)

    def _runs(self, element: Element) -> Iterator[Run]:
        if element.text:
            yield Run(element.text)
        for child in element:
            yield from self._inline(child)
            if child.tail:
                yield Run(child.tail)

    def _inline(self, child: Element) -> Iterator[Run]:
        name = local(child)
        if name in _SIGNS:
            yield Run(_SIGNS[name] * _count(get(child, "c")))
        elif name == "span" and get(child, "style-name") in self.hiding:
            self.hidden_text.append(Found(said_in(child)))
        elif name == "a":
            link = get(child, "href")
            yield from (Run(run.text, link=link) for run in self._runs(child))
        elif name == "content-control":
            yield from self._control(child)
        elif name in _ASIDE:
            yield from _ASIDE[name](self, child)
        elif name not in {"bookmark", "tracked-changes", "annotation-end"}:
            yield from self._runs(child)

    def _control(self, element: Element) -> Runs:
        """A content control, as a Word form keeps it when saved as .odt."""
        empty = get(element, "showing-place-holder") == "true"
        runs = () if empty else tuple(self._runs(element))
        checked = None
        if get(element, "checkbox") == "true":
            checked = get(element, "checked") == "true"
            runs = (Run("☒" if checked else "☐"),)
        tag, label = get(element, "tag"), get(element, "alias")
        if tag or label:
            self.fields.append(FormField(tag, label, text_of(runs), checked))
        return runs

    def _note(self, element: Element) -> Runs:
        mark, body = "", None
        for child in element:
            if local(child) == "note-citation":
                mark = said_in(child)
            else:
                body = child
        place = get(element, "note-class") or "footnote"
        anchor = f"{place}-{len(self.notes) + 1}"
        if body is not None:
            self.notes.append(Note(tuple(self.blocks(body)), place, mark, anchor))
        return (Run(mark, link=f"#{anchor}"),)

    def _comment(self, element: Element) -> Runs:
        said = {local(child): said_in(child) for child in element}
        texts = [said_in(child) for child in element if local(child) in {"p", "list"}]
        author, on = said.get("creator", ""), said.get("date", "")
        self.comments.append(Found("\n".join(texts), author, on))
        return ()

    def _frame(self, element: Element) -> Runs:
        alt = next((said_in(c) for c in element if local(c) in {"desc", "title"}), "")
        for child in element:
            if local(child) == "text-box":
                self.beside.append(Note(tuple(self.blocks(child)), place="box"))
            elif local(child) == "image":
                self.beside.append(Figure(alt))
        return ()

    def _changes(self, element: Element) -> None:
        for change in element.iter():
            if local(change) == "deletion":
                said = {local(child): said_in(child) for child in change.iter()}
                paragraphs = [said_in(c) for c in change if local(c) in {"p", "h"}]
                author, on = said.get("creator", ""), said.get("date", "")
                self.deletions.append(Found("\n".join(paragraphs), author, on))


_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_ASIDE = {
    "note": _Reader._note,
    "annotation": _Reader._comment,
    "frame": _Reader._frame,
}


def _rows_in(element: Element) -> Iterator[Element]:
    return (child for child in element if local(child) == "table-row")


def _count(words: str) -> int:
    return min(int(words), _MOST_REPEATED) if words.isdigit() else 1


def _margins(package: Package, reader: _Reader) -> Iterator[Block]:
    """Headers and footers, each once however many page styles repeat it."""
    if "styles.xml" not in package.names:
        return
    seen: set[tuple[str, ...]] = set()
    for each in parsed(package.read("styles.xml")).iter():
        if local(each) in {"header", "footer"}:
            blocks = list(reader.blocks(each))
            words = tuple(said for _, said in leaves(blocks))
            yield from () if words in seen else blocks
            seen.add(words)


def _metadata(package: Package) -> dict[str, str]:
    if "meta.xml" not in package.names:
        return {}
    found = {}
    for each in parsed(package.read("meta.xml")).iter():
        said = (each.text or "").strip()
        name = get(each, "name") or local(each)
        if said and name not in _SAID_BY_THE_PROGRAM:
            found[name] = said
    return found


def _hidden(package: Package, reader: _Reader, metadata: dict[str, str]) -> Hidden:
    objects = (n for n in sorted(package.names) if n.startswith("Object "))
    return Hidden(
        tracked_deletions=tuple(reader.deletions),
        comments=tuple(reader.comments),
        hidden_text=tuple(reader.hidden_text),
        metadata=MappingProxyType(metadata),
        embedded=tuple(objects),
    )
