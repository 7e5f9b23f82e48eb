"""Blocks as the data that typst/blocks.typ renders: every word a string."""

from collections.abc import Sequence
from typing import Any

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
)
from heed.papers.glyphs import showable
from heed.papers.grid import Placed, gridded
from heed.papers.links import address_in, place_in
from heed.papers.outline import landings, note_of, runs_in
from heed.papers.pictures import Picture, bare
from heed.papers.typesetting import Data, can_set

# Points: the width of the text on A4, and how tall a picture may be.
WIDEST, TALLEST = 450.0, 560.0
POINTS_PER_PIXEL = 0.75


class Setter:
    """Turns the blocks of one document into data, in reading order.

    A link may land on a block or a list item of the flow; one that would land within
    a table stays words.
    """

    def __init__(
        self,
        document: Document,
        flow: Sequence[Block],
        *,
        new_pages: frozenset[str] = frozenset(),
    ) -> None:
        self.new_pages = new_pages
        notes = note_of(flow)
        in_flow = [block for block in flow if block.anchor not in notes]
        pointed = {place_in(run.link) for run in runs_in(in_flow)}
        self.images = document.images
        self.notes = {anchor: notes[anchor] for anchor in notes if anchor in pointed}
        self.targets = pointed & set(landings(in_flow)) - {""}
        self.noted: set[str] = set()

    def note_data(self) -> Data:
        """What each note says; a note of one paragraph stands beside its mark."""
        self.noted = set(self.notes)
        return {
            anchor: self.blocks(note.blocks, inside=True)
            for anchor, note in self.notes.items()
        }

    def blocks(self, blocks: Sequence[Block], *, inside: bool = False) -> list[Data]:
        """These blocks as data; inside another block a heading is a bold line."""
        made = []
        for block in blocks:
            if block.anchor not in self.notes:
                data = self._block(block, inside=inside)
                made.append(self._labelled(data, block.anchor))
        return made

    def _labelled(self, data: Data, anchor: str) -> Data:
        return {**data, "anchor": anchor} if anchor in self.targets else data

    def _block(self, block: Block, *, inside: bool) -> Data:
        match block:
            case Heading(level=level, runs=runs, anchor=anchor):
                kind = "lead" if inside else "heading"
                made = {"kind": kind, "level": level, "runs": self._line(runs)}
                begins = not inside and anchor in self.new_pages
                return made | ({"begins": 1} if begins else {})
            case Paragraph(runs=runs):
                return {"kind": "paragraph", "runs": self._line(runs)}
            case ListBlock(items=items, ordered=ordered):
                nested = self._items(items)
                return {"kind": "list", "ordered": ordered, "items": nested}
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Note(blocks=blocks):
                return {"kind": "box", "blocks": self.blocks(blocks, inside=True)}

    def _line(self, runs: Runs) -> list[Data]:
        return [self._run(run) for run in runs if run.text]

    def _run(self, run: Run) -> Data:
        manner = {"b": run.bold, "i": run.italic, "s": run.struck}
        made: Data = {letter: 1 for letter, wanted in manner.items() if wanted}
        words = showable(run.text)
        leading = self._leading(run.link) if _can_be_seen(words) else {}
        return {"t": words, **made, **leading}

    def _leading(self, link: str) -> dict[str, str]:
        place = place_in(link)
        if place in self.notes:
            known = place in self.noted
            self.noted.add(place)
            return {"again" if known else "note": place}
        if place in self.targets:
            return {"to": place}
        address = address_in(link)
        return {"href": address} if address else {}

    def _items(self, items: Sequence[ListItem]) -> list[Data]:
        """Items within items, from the depths that a flat list gives."""
        made: list[Data] = []
        path: list[list[Data]] = [made]
        for item in items:
            depth = min(item.level, len(path) - 1)
            del path[depth + 1 :]
            data: Data = {"runs": self._line(item.runs), "items": []}
            path[depth].append(self._labelled(data, item.anchor))
            path.append(path[depth][-1]["items"])
        return made

    def _table(self, table: Table) -> Data:
        grid = gridded(table)
        return {
            "kind": "table",
            "caption": showable(table.caption),
            "widths": grid.widths,
            "header": [self._cell(each) for each in grid.header],
            "rows": [self._cell(each) for each in grid.body],
        }

    def _cell(self, placed: Placed) -> Data:
        return {
            "x": placed.column,
            "y": placed.row,
            "columns": placed.columns,
            "rows": placed.rows,
            "heading": placed.cell.heading,
            "blocks": self.blocks(placed.cell.blocks, inside=True),
        }

    def _figure(self, figure: Figure) -> Data:
        made: Data = {
            "kind": "figure",
            "alt": showable(figure.alt) or "A picture that is not described",
            "caption": showable(figure.caption),
        }
        picture = bare(self.images.get(figure.image, b""))
        if picture and can_set(picture.data):
            made |= {"image": list(picture.data), "width": _width_of(picture)}
        return made


def _can_be_seen(words: str) -> bool:
    return any(each.isprintable() and not each.isspace() for each in words)


def _width_of(picture: Picture) -> float:
    """The width in points at which a picture fits on a page without being blown up."""
    width = min(WIDEST, picture.width * POINTS_PER_PIXEL)
    return min(width, TALLEST * picture.width / picture.height)


def as_data(
    document: Document,
    flow: Sequence[Block],
    *,
    new_pages: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """The `blocks` and `notes` of a paper, as blocks.typ takes them."""
    setter = Setter(document, flow, new_pages=new_pages)
    return {"blocks": setter.blocks(flow), "notes": setter.note_data()}
