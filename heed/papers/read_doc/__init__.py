"""Reads an old Word file (.doc, from 1997 on) by its table of pieces, with its tables,
its boxes to tick, and what is hidden in it. No program of Word's is needed for it."""

from types import MappingProxyType

from heed.papers.blocks import Block, Document, Heading, Note, anchored
from heed.papers.flat import blocks_of
from heed.papers.hidden import Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.read_doc.beside import comments, embedded, metadata
from heed.papers.read_doc.file import opened
from heed.papers.read_doc.lines import Gathered, lines_of

__all__ = ["read_doc"]


def read_doc(data: bytes) -> Reading:
    """The blocks of an old Word file. Raises Refused when it is damaged."""
    file = opened(data)
    gathered = Gathered(file)
    stories = file.stories()
    found = {
        name: blocks_of(list(lines_of(file, *stories[name], gathered)))
        for name in ("body", "footnotes", "margins", "endnotes", "boxes")
    }
    blocks: list[Block] = [*found["body"]]
    for name, place in _PLACES.items():
        blocks += [Note((each,), place=place) for each in found[name]]
    about = metadata(file.ole)
    document = Document(
        tuple(blocks),
        title=about.get("title", "") or _first_heading(blocks),
        margins=tuple(_once(found["margins"])),
    )
    hidden = Hidden(
        tracked_deletions=tuple(gathered.deletions),
        tracked_insertions=tuple(gathered.insertions),
        comments=tuple(comments(file, stories["comments"])),
        hidden_text=tuple(gathered.hidden_text),
        metadata=MappingProxyType(about),
        embedded=tuple(embedded(file.ole)),
        external_links=tuple(gathered.links),
        active=tuple(gathered.active),
    )
    return Reading(anchored(document), hidden, Kind.DOC)


_PLACES = {"footnotes": "footnote", "endnotes": "endnote", "boxes": "box"}


def _first_heading(blocks: list[Block]) -> str:
    return next((each.text for each in blocks if isinstance(each, Heading)), "")


def _once(blocks: list[Block]) -> list[Block]:
    """Headers and footers, each once however many sections repeat it."""
    return list(dict.fromkeys(blocks))
