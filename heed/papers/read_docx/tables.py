"""Tables of a Word file, with merged cells and with tables inside cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from heed.papers.blocks import Block, Cell, FormField, Row, Table
from heed.papers.read_docx.controls import control
from heed.papers.read_docx.names import Element, local, switched_on, value, w, words

if TYPE_CHECKING:
    from heed.papers.read_docx.flow import Part

_MOST_COLUMNS = 200


@dataclass
class _Place:
    """A cell with the column where it begins; `goes_on` continues the one above."""

    cell: Cell
    column: int
    goes_on: bool


@dataclass
class _Line:
    places: list[_Place] = field(default_factory=list)
    heading: bool = False


def table(element: Element, part: "Part") -> Iterator[Block]:
    """The table, unless it is empty or was deleted."""
    lines = [
        _line(row, part)
        for row in _inside(element, "tr", part)
        if not _is_gone(row, part)
    ]
    _grow_downwards(lines)
    rows = [_row(line) for line in lines]
    heads = next((n for n, line in enumerate(lines) if not line.heading), len(lines))
    heads = 0 if heads == len(lines) else heads
    caption = value(element.find(w("tblPr")), "tblCaption")
    if rows:
        yield Table(tuple(rows[heads:]), tuple(rows[:heads]), caption)


def _inside(element: Element, name: str, part: "Part") -> Iterator[Element]:
    """Rows or cells, also those that a content control or an insertion wraps."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) == "sdt":
            yield from _wrapped(child, name, part)
        elif local(child) in {"sdtContent", "customXml", "ins"}:
            yield from _inside(child, name, part)


def _wrapped(element: Element, name: str, part: "Part") -> Iterator[Element]:
    named = control(element)
    content = element.find(w("sdtContent"))
    if content is None:
        return
    if name == "tc" and (named.tag or named.label):
        # A control around a whole cell: its words are the cell's.
        texts = [t.text or "" for t in content.iter(w("t"))]
        text = "" if named.empty else "".join(texts)
        answer = named.items.get(text.strip(), text)
        part.collected.fields.append(
            FormField(named.tag, named.label, answer, named.checked)
        )
    yield from _inside(content, name, part)


def _is_gone(row: Element, part: "Part") -> bool:
    """Whether a row was deleted, or does not show."""
    properties = row.find(w("trPr"))
    if properties is None:
        return False
    if properties.find(w("del")) is not None:
        part.collected.deleted(row)
        return True
    if switched_on(properties, "hidden"):
        part.collected.hid(" ".join(words(each) for each in row.iter(w("p"))))
        return True
    return False


def _line(row: Element, part: "Part") -> _Line:
    heading = switched_on(row.find(w("trPr")), "tblHeader")
    line = _Line(heading=heading)
    column = _count(value(row.find(w("trPr")), "gridBefore"), 0)
    for cell in _inside(row, "tc", part):
        properties = cell.find(w("tcPr"))
        span = _count(value(properties, "gridSpan"), 1)
        merge = None if properties is None else properties.find(w("vMerge"))
        goes_on = merge is not None and merge.get(w("val")) != "restart"
        made = Cell(tuple(part.blocks(cell)), column_span=span, heading=heading)
        line.places.append(_Place(made, column, goes_on))
        column += span
    return line


def _count(words: str, usual: int) -> int:
    return min(int(words), _MOST_COLUMNS) if words.isdigit() else usual


def _grow_downwards(lines: list[_Line]) -> None:
    """Let each cell reach down over those that continue it."""
    above: dict[int, _Place] = {}
    for line in lines:
        for place in line.places:
            head = above.get(place.column)
            if place.goes_on and head is not None:
                head.cell = replace(
                    head.cell,
                    row_span=head.cell.row_span + 1,
                    blocks=head.cell.blocks + place.cell.blocks,
                )
            else:
                place.goes_on = False
                above[place.column] = place


def _row(line: _Line) -> Row:
    return tuple(place.cell for place in line.places if not place.goes_on)
