"""The places of a paper beside its text: what is hidden, and what is only elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from heed.deidentify.findings import Tier
from heed.deidentify.settling import Place
from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    PlainText,
    Runs,
    Table,
    cells,
    leaves,
)
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.picture_metadata import Told, told_by


@dataclass(frozen=True, slots=True)
class Part:
    """A place beside the text. A `label` has no sentences: a file's name, a link, a
    property. `suspect` says why the place itself is a finding, of this `tier`, even
    where nothing is found in it."""

    class_: str
    name: str
    text: str
    anchor: str = ""
    label: bool = False
    suspect: str = ""
    tier: Tier = Tier.CHECK


def parts_of(reading: Reading, text: str, file_name: str) -> Iterator[Part]:
    """Every place of a paper that is not its `text`."""
    yield Part("file_name", "file name", spaced(file_name), label=True)
    yield from _hidden_parts(reading.hidden)
    yield from _margins(reading.document)
    yield from _links(reading)
    yield from _form_fields(reading.document, text)
    yield from _pictures(reading.document)


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def spaced(label: str) -> str:
    """A file's name or an address with its words apart."""
    return _CAMEL.sub(" ", unquote(label)).replace("_", " ")


# What is hidden

_PERSONS = {
    *("creator", "lastModifiedBy", "Company", "Manager", "Author", "author"),
    *("initial-creator", "printed-by", "From", "Reply-To"),
}


def _hidden_parts(hidden: Hidden) -> Iterator[Part]:
    yield from _found("tracked_deletion", "tracked deletion", hidden.tracked_deletions)
    yield from _found("comment", "comment", hidden.comments)
    yield from _found("hidden_text", "hidden text", hidden.hidden_text)
    yield from _properties(hidden)
    for name in hidden.embedded:
        yield _unread("hidden_text", f"embedded file {name}", NOBODY)
    for each in hidden.beside:
        yield Part("hidden_text", each.kind, each.text, label=each.label)
    for part in hidden.unread:
        name, _, reason = part.partition(": ")
        yield _unread("hidden_text", name, f"{reason}." if reason else NOBODY)


def _found(class_: str, name: str, found: Sequence[Found]) -> Iterator[Part]:
    suspect = f"Whoever is sent the file can read this {name}."
    for number, each in enumerate(found, 1):
        where = f" ({each.where})" if each.where else ""
        yield Part(class_, f"{name} {number}{where}", each.text, suspect=suspect)


def _properties(hidden: Hidden) -> Iterator[Part]:
    for name, said in hidden.metadata.items():
        suspect = "Says who wrote the file." if name in _PERSONS else ""
        yield Part("metadata", f"property {name}", said, label=True, suspect=suspect)
    changes = (*hidden.tracked_deletions, *hidden.tracked_insertions, *hidden.comments)
    suspect = "Says who worked on the file."
    for author in dict.fromkeys(each.author for each in changes if each.author):
        yield Part("metadata", "author of changes", author, label=True, suspect=suspect)


NOBODY = "nobody has read it."


def _unread(class_: str, name: str, reason: str, anchor: str = "") -> Part:
    why = f"This part could not be checked: {reason}"
    return Part(class_, name, "", anchor, suspect=why, tier=Tier.CONFIRMED)


# What is elsewhere


def _margins(document: Document) -> Iterator[Part]:
    for anchor, words in leaves(document.margins):
        yield Part("header_footer", "header or footer", words, anchor)


def _links(reading: Reading) -> Iterator[Part]:
    document = reading.document
    anchors: dict[str, str] = {}
    for block in _every(document.blocks + document.margins):
        for anchor, runs in _runs_of(block):
            for run in runs:
                anchors.setdefault(run.link, anchor)
    for address in reading.hidden.external_links:
        anchors.setdefault(address, "")
    for address, anchor in anchors.items():
        if address:
            yield Part("link_target", "link", spaced(address), anchor, label=True)


def _form_fields(document: Document, text: str) -> Iterator[Part]:
    """The answers that a file keeps apart from its text, as a PDF's form does, and
    what whoever made the form called its fields."""
    names = (name for each in document.fields for name in (each.tag, each.label))
    called = "\n".join(dict.fromkeys(name for name in names if name))
    yield Part("hidden_text", "names of form fields", called, label=True)
    for field in document.fields:
        if field.text and field.text not in text:
            yield Part("hidden_text", f"form field {field.label}", field.text)


def _pictures(document: Document) -> Iterator[Part]:
    figures = (b for b in _every(document.blocks + document.margins))
    anchors = {each.image: each.anchor for each in figures if isinstance(each, Figure)}
    for key, data in document.images.items():
        yield from _picture(data, anchors.get(key, ""))
    for key, anchor in anchors.items():
        if key:
            yield Part("exif", "picture shown", "", anchor, suspect=LOOK_AT_IT)


def _picture(data: bytes, anchor: str) -> Iterator[Part]:
    try:
        told = told_by(data)
    except ValueError as wrong:
        yield _unread("exif", "picture", str(wrong), anchor)
        return
    why = _tells(told)
    if why:
        tier = Tier.CONFIRMED if told.located or told.another else Tier.CHECK
        yield Part("exif", "picture", told.words, anchor, True, why, tier)


LOOK_AT_IT = "Look at it: nobody may be known by a face, a place or words in a picture."


def _tells(told: Told) -> str:
    if told.located:
        return "The picture says where it was taken."
    if told.another:
        return "The picture holds another one: often what it showed before it was cut."
    return "The picture says when or with what it was taken." if told.said else ""


# Blocks


def _every(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, however deep it stands."""
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from _every(inner)


def _inside(block: Block) -> Iterator[Sequence[Block]]:
    if isinstance(block, Note):
        yield block.blocks
    elif isinstance(block, Table):
        yield from (cell.blocks for cell in cells(block))


def _runs_of(block: Block) -> Iterator[tuple[str, Runs]]:
    if isinstance(block, Heading | Paragraph):
        yield block.anchor, block.runs
    elif isinstance(block, ListBlock):
        yield from ((item.anchor, item.runs) for item in block.items)


# What stands in the text, but in a container


def places_in(plain: PlainText, document: Document) -> list[Place]:
    """Which anchor stands where in the plain text, and in what container."""
    notes: dict[str, str] = {}
    alts: dict[str, int] = {}
    for block in _every(document.blocks):
        if isinstance(block, Note):
            kind = "text_box" if block.place == "box" else "footnote"
            notes |= {anchor: kind for anchor, _ in leaves(block.blocks)}
        elif isinstance(block, Figure) and block.alt:
            alts[block.anchor] = len(block.alt)
    places: list[Place] = []
    for span in plain.spans:
        end = span.start + alts.get(span.anchor, 0)
        if end > span.start:
            places.append(_place(span.start, end, span.anchor, "alt_text"))
        places.append(_place(end, span.end, span.anchor, notes.get(span.anchor, "")))
    return places


_PARTS = {
    "text_box": "text box",
    "footnote": "footnote",
    "alt_text": "picture",
    "": "body",
}


def _place(start: int, end: int, anchor: str, class_: str) -> Place:
    return Place(start, end, anchor, _PARTS[class_], class_)
