"""A paper as a page can show it: its words in blocks, without pictures, programs or
anything hidden, and without what its reader is not to read."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.safestring import SafeString

from heed.deidentify import Register, scan_text
from heed.documents.models import Quarantine
from heed.papers.blocks import (
    Block,
    Cell,
    Document,
    Figure,
    ListBlock,
    Note,
    Run,
    Runs,
    Table,
    anchored,
    from_json,
    leaves,
)
from heed.papers.write_html import write_html
from heed.referrals.places import LEFT_OUT, Places

Change = Callable[[str], str]
WHO = "who is left out"
WITH_WORDS = frozenset(
    {"docx", "odt", "pdf", "txt", "csv", "eml", "rtf", "doc", "xlsx", "ods"}
)


PICTURES = frozenset({"png", "jpeg"})


def has_words(document) -> bool:
    """Whether a file can be shown as words."""
    return _is_safe_of(document, WITH_WORDS)


def is_picture(document) -> bool:
    """Whether a file is a picture that can be made anew and shown."""
    return _is_safe_of(document, PICTURES)


def can_be_shown(document) -> bool:
    """Whether a file can be shown at all, as words or as a picture."""
    return has_words(document) or is_picture(document)


def _is_safe_of(document, kinds) -> bool:
    unsafe = {Quarantine.REFUSED, Quarantine.INFECTED}
    return document.quarantine not in unsafe and document.kind in kinds


def paper_of(content: dict) -> Document:
    """The blocks that were read of a file, each with its anchor and no picture."""
    document = from_json({**content["document"], "images": {}})
    return anchored(replace(document, fields=(), own_text=None))


def drawn(document: Document) -> SafeString:
    """The paper as a part of a page; `write_html` escapes every word."""
    return SafeString(write_html(document, title_level=3))


def changed(document: Document, change: Change) -> Document:
    """The paper with each of its stretches of words as `change` makes it. What is
    printed at the edge of each page is left out: it says whose paper it is."""
    blocks = tuple(_changed(block, change) for block in document.blocks)
    return replace(document, title=change(document.title), blocks=blocks, margins=())


def _changed(block: Block, change: Change) -> Block:
    match block:
        case Table(caption=caption):
            return replace(
                block,
                caption=change(caption),
                rows=_rows(block.rows, change),
                header=_rows(block.header, change),
            )
        case ListBlock(items=items):
            made = (replace(i, runs=_runs(i.runs, change)) for i in items)
            return replace(block, items=tuple(made))
        case Figure(alt=alt, caption=caption):
            return replace(block, alt=change(alt), caption=change(caption), image="")
        case Note(blocks=inner):
            return replace(block, blocks=tuple(_changed(b, change) for b in inner))
        case _:
            return replace(block, runs=_runs(block.runs, change))


def _rows(rows, change: Change) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            replace(cell, blocks=tuple(_changed(b, change) for b in cell.blocks))
            for cell in row
        )
        for row in rows
    )


def _runs(runs: Runs, change: Change) -> Runs:
    """A name may be half bold: the words are looked at together. Where nothing is left
    out they keep their manner."""
    words = "".join(run.text for run in runs)
    said = change(words)
    bare = tuple(replace(run, link="") for run in runs)
    return bare if said == words else (Run(said),)


def without(places: Places, register: Register) -> Change:
    """Leaves out where somebody lives, and who somebody is as a register finds it."""

    def change(words: str) -> str:
        for found in reversed(scan_text(words, register)) if words else ():
            if found.start is not None and found.person == WHO:
                words = words[: found.start] + LEFT_OUT + words[found.end :]
        return places.cut(words)

    return change


def is_safe(paper: Document, made: Document, places: Places) -> bool:
    """Whether no address can be read in a paper of which `made` is what is shown, also
    where it stood in pieces. Where that is not certain the paper is not shown."""
    return not (places and places.may_be_told(_all_of(paper), _all_of(made)))


def _all_of(document: Document) -> str:
    said = (text for _, text in leaves(document.blocks))
    return "\n".join([document.title or "", *said])
