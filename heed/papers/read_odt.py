"""Reads an OpenDocument text (.odt) from its XML, with what is hidden in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from heed.papers.active import FETCHES_A_PART, RUNS_A_PROGRAM, RUNS_A_SCRIPT
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
from heed.papers.flat import joined
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.markup import Element, local, parsed, said_in
from heed.papers.odt_styles import PLAIN, Manner, get, manners_in
from heed.papers.packages import Package, damaged, opened

_MOST_REPEATED = 50
_HEADING = re.compile(r"[Hh]eading_20_(\d)")
_FETCHING = frozenset(("image", "object", "object-ole", "section-source", "plugin"))
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
    reader = _Reader(manners_in(root), changes=_insertions(root))
    reader.parents = {
        get(each, "name"): get(each, "parent-style-name")
        for each in root.iter()
        if local(each) == "style"
    }
    reader.names = {local(each) for each in root.iter()}
    reader.fetched = {
        get(each, "href") for each in root.iter() if local(each) in _FETCHING
    }
    blocks = tuple(reader.blocks(text)) + tuple(reader.notes)
    metadata = metadata_in(package)
    document = Document(
        blocks,
        title=metadata.get("title", ""),
        margins=tuple(_margins(package, reader)),
        fields=tuple(reader.fields),
    )
    return Reading(anchored(document), _hidden(package, reader, metadata), Kind.ODT)


@dataclass
class _Reader:
    """Walks the text, and gathers what stands beside it."""

    manners: dict[str, Manner]
    changes: dict[str, Found] = field(default_factory=dict)
    """Who inserted words, and when, by the name of the change."""
    manner: Manner = PLAIN
    inserted: str = ""
    """The name of the insertion in which the text stands."""
    notes: list[Note] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    comments: list[Found] = field(default_factory=list)
    deletions: list[Found] = field(default_factory=list)
    insertions: dict[str, Found] = field(default_factory=dict)
    links: dict[str, None] = field(default_factory=dict)
    hidden_text: list[Found] = field(default_factory=list)
    beside: list[Block] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    """Upon which style each is built."""
    names: set[str] = field(default_factory=set)
    fetched: set[str] = field(default_factory=set)

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
        runs = self._in_manner_of(element)
        if text_of(runs).strip():
            level = self._level(element)
            yield Heading(min(level, 6), runs) if level else Paragraph(runs)
        yield from self.beside
        self.beside = before

    def _level(self, element: Element) -> int:
        """How deep a heading is: by its name, or by its style as Word's are saved."""
        level = get(element, "outline-level")
        if local(element) == "h":
            return int(level) if level.isdigit() else 0
        style = get(element, "style-name")
        named = _HEADING.fullmatch(self.parents.get(style, "")) or _HEADING.fullmatch(
            style
        )
        return int(named[1]) if named else 0

    def _items(self, element: Element, level: int) -> Iterator[ListItem]:
        for item in element:
            for child in item:
                if local(child) == "list":
                    yield from self._items(child, level + 1)
                elif local(child) in {"p", "h"}:
                    runs = self._in_manner_of(child)
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

    def _in_manner_of(self, element: Element) -> Runs:
        """The runs of an element under its style; those of hidden text are none."""
        before = self.manner
        own = self.manners.get(get(element, "style-name"), PLAIN)
        self.manner = own.over(before)
        runs = joined(list(self._runs(element)))
        self.manner = before
        return runs

    def _runs(self, element: Element) -> Iterator[Run]:
        yield from self._said(element.text)
        for child in element:
            yield from self._inline(child)
            yield from self._said(child.tail)

    def _said(self, text: str | None) -> Runs:
        if not text:
            return ()
        manner = self.manner
        if manner.hidden:
            self.hidden_text += [Found(text)] if text.strip() else []
            return ()
        if self.inserted:
            known = self.insertions.get(self.inserted) or self.changes[self.inserted]
            self.insertions[self.inserted] = replace(known, text=known.text + text)
        return (Run(text, manner.bold, manner.italic, manner.struck),)

    def _inline(self, child: Element) -> Iterator[Run]:
        name = local(child)
        if name in _SIGNS:
            yield from self._said(_SIGNS[name] * _count(get(child, "c")))
        elif name == "span":
            yield from self._in_manner_of(child)
        elif name == "a":
            link = get(child, "href")
            self.links[link] = None
            yield from (replace(run, link=link) for run in self._runs(child))
        elif name == "content-control":
            yield from self._control(child)
        elif name in _ASIDE:
            yield from _ASIDE[name](self, child)
        elif name not in {"bookmark", "tracked-changes", "annotation-end"}:
            yield from self._runs(child)

    def _old_field(self, element: Element) -> Runs:
        return self._said(_old_box(element))

    def _change_starts(self, element: Element) -> Runs:
        change = get(element, "change-id")
        self.inserted = change if change in self.changes else ""
        return ()

    def _change_ends(self, element: Element) -> Runs:
        self.inserted = ""
        return ()

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
    "fieldmark": _Reader._old_field,
    "change-start": _Reader._change_starts,
    "change-end": _Reader._change_ends,
}


def _old_box(mark: Element) -> str:
    """The box of a form of older Word, ticked or not."""
    if not get(mark, "type").endswith("FORMCHECKBOX"):
        return ""
    said = {get(each, "name"): get(each, "value") for each in mark}
    return "☒" if said.get("Checkbox_Checked") == "true" else "☐"


def _insertions(root: Element) -> dict[str, Found]:
    """Who inserted words and when, by the names of the tracked insertions."""
    found: dict[str, Found] = {}
    for region in root.iter():
        if local(region) == "changed-region" and len(region):
            said = {local(each): said_in(each) for each in region.iter()}
            if local(region[0]) == "insertion":
                author, on = said.get("creator", ""), said.get("date", "")
                found[get(region, "id")] = Found("", author, on)
    return found


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


def metadata_in(package: Package) -> dict[str, str]:
    """Who made an OpenDocument file, and what else it says of itself."""
    if "meta.xml" not in package.names:
        return {}
    found = {}
    for each in parsed(package.read("meta.xml")).iter():
        said = (each.text or "").strip()
        name = get(each, "name") or local(each)
        if said and name not in _SAID_BY_THE_PROGRAM:
            found[name] = said
    return found


def _active(reader: _Reader) -> Iterator[str]:
    if "event-listener" in reader.names:
        yield RUNS_A_SCRIPT
    if reader.names & {"dde-source", "dde-connection", "dde-connection-decl"}:
        yield RUNS_A_PROGRAM
    if any(map(_leads_out, reader.fetched)):
        yield FETCHES_A_PART


def _leads_out(link: str) -> bool:
    return bool(link) and "://" in link


def _hidden(package: Package, reader: _Reader, metadata: dict[str, str]) -> Hidden:
    objects = (n for n in sorted(package.names) if n.startswith("Object "))
    return Hidden(
        tracked_deletions=tuple(reader.deletions),
        tracked_insertions=tuple(reader.insertions.values()),
        comments=tuple(reader.comments),
        hidden_text=tuple(reader.hidden_text),
        metadata=MappingProxyType(metadata),
        embedded=tuple(objects),
        active=tuple(_active(reader)),
        external_links=tuple(link for link in reader.links if _leads_out(link)),
    )
