"""Reads a rich text file (.rtf) by its own signs: tables, notes, boxes to tick, and
what is hidden in it."""

from types import MappingProxyType

from heed.papers.blocks import Document, Heading, Note, anchored
from heed.papers.flat import blocks_of
from heed.papers.hidden import Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged
from heed.papers.read_rtf.reader import RtfReader

__all__ = ["read_rtf"]


def read_rtf(data: bytes) -> Reading:
    """The blocks of a rich text file. Raises Refused when nothing can be read of it."""
    reader = RtfReader()
    reader.read(data)
    blocks = blocks_of(reader.lines("body"))
    for number, (place, mark) in enumerate(reader.notes, 1):
        inner = tuple(blocks_of(reader.lines(f"note {number}")))
        blocks.append(Note(inner, place, mark, anchor=f"{place}-{number}"))
    for number in range(1, reader.boxes + 1):
        inner = tuple(blocks_of(reader.lines(f"box {number}")))
        blocks += [Note(inner, place="box")] if inner else []
    margins = blocks_of(reader.lines("margins"))
    found = reader.found
    if not (blocks or margins or found.deletions or found.hidden_text):
        raise damaged()
    headings = (each.text for each in blocks if isinstance(each, Heading))
    document = Document(
        tuple(blocks),
        title=found.metadata.get("title", "") or next(headings, ""),
        margins=tuple(dict.fromkeys(margins)),
    )
    hidden = Hidden(
        tracked_deletions=tuple(found.deletions),
        tracked_insertions=tuple(found.insertions),
        comments=tuple(found.comments),
        hidden_text=tuple(found.hidden_text),
        metadata=MappingProxyType(found.metadata),
        embedded=tuple(found.embedded),
        external_links=tuple(found.links),
        active=tuple(found.active),
    )
    return Reading(anchored(document), hidden, Kind.RTF)
