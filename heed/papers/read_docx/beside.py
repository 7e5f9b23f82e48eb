"""What a Word file carries beside its text: comments, properties, links, objects."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from heed.papers.active import (
    FETCHES_A_PART,
    FETCHES_TEMPLATE,
    HOLDS_CONTROLS,
    HOLDS_OBJECTS,
)
from heed.papers.hidden import Found, Hidden
from heed.papers.read_docx.collected import Collected
from heed.papers.read_docx.names import Element, parsed, w, words
from heed.papers.read_docx.parts import Parts, Relation
from heed.papers.read_docx.properties import PROPERTIES, properties_of
from heed.papers.read_docx.unseen import unseen, words_of
from heed.papers.rest_of_package import Rest

_OBJECT = re.compile(r"/embeddings/.+\.bin$")
_EMBEDDED = re.compile(
    r"/(embeddings|activeX)/(?!_rels/)|^docProps/thumbnail|/afchunk", re.IGNORECASE
)


def hidden(parts: Parts, collected: Collected, known: set[str]) -> Hidden:
    """The report of what does not show when the file is read or printed; `known` are
    the words that its text holds."""
    report = _known_kinds(parts, collected)
    for each in (*report.tracked_deletions, *report.comments, *report.hidden_text):
        known |= words_of(each.text)
    rest = Rest(parts.package, parsed)
    names = _read(parts)
    for name in names:
        try:
            root = parts.xml(name)
            rest.beside += () if root is None else unseen(name, root, known)
        except Exception:  # noqa: BLE001 what is left over must stop no referral
            rest.unread.append(name)
    pictures = {name for name in collected.shown if name in parts.package.names}
    rest.sweep({*names, *PROPERTIES}, {*pictures, *report.embedded})
    return replace(
        report,
        beside=tuple(rest.beside),
        unread=tuple(dict.fromkeys([*rest.unread, *collected.unread])),
        doubts=tuple(collected.doubts),
    )


def _read(parts: Parts) -> list[str]:
    """The parts whose text is read."""
    kinds = ("header", "footer", "footnotes", "endnotes", "comments")
    found = [name for kind in kinds for name in parts.of_kind(kind)]
    return [parts.main, *dict.fromkeys(found)]


def _known_kinds(parts: Parts, collected: Collected) -> Hidden:
    return Hidden(
        tracked_deletions=tuple(collected.deletions),
        tracked_insertions=tuple(collected.insertions),
        comments=_comments(parts),
        hidden_text=tuple(collected.hidden_text),
        metadata=MappingProxyType(properties_of(parts)),
        embedded=tuple(_embedded(parts)),
        external_links=tuple(dict.fromkeys([*_links(parts), *collected.links])),
        active=tuple(dict.fromkeys([*_active(parts), *collected.active])),
    )


def _comments(parts: Parts) -> tuple[Found, ...]:
    root = parts.one("comments")
    found = root.iter(w("comment")) if root is not None else ()
    return tuple(
        Found(_lines(each), each.get(w("author"), ""), each.get(w("date"), ""))
        for each in found
    )


def _lines(comment: Element) -> str:
    return "\n".join(words(paragraph) for paragraph in comment.iter(w("p")))


def _embedded(parts: Parts) -> list[str]:
    return [name for name in sorted(parts.package.names) if _EMBEDDED.search(name)]


def _links(parts: Parts) -> list[str]:
    return [each.target for each in outside(parts)]


def outside(parts: Parts) -> Iterator[Relation]:
    """Everything outside itself that an Office file points at."""
    for name in sorted(n for n in parts.package.names if n.endswith(".rels")):
        part = name.replace("_rels/", "").removesuffix(".rels")
        for each in parts.relations(part).values():
            if each.external:
                yield each


def _active(parts: Parts) -> Iterator[str]:
    kinds = {each.kind for each in outside(parts)}
    if "attachedTemplate" in kinds:
        yield FETCHES_TEMPLATE
    if kinds - {"hyperlink", "attachedTemplate"}:
        yield FETCHES_A_PART
    if any("/activeX/" in name for name in parts.package.names):
        yield HOLDS_CONTROLS
    if any(map(_OBJECT.search, parts.package.names)):
        yield HOLDS_OBJECTS
