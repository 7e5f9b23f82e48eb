"""What a PDF holds that nobody sees on its pages."""

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf

from heed.papers.hidden import Found
from heed.papers.pdf_hidden.covered import unseen
from heed.papers.pdf_hidden.fonts import Fonts
from heed.papers.pdf_hidden.found import InPdf
from heed.papers.pdf_hidden.layers import Layers
from heed.papers.pdf_hidden.page import Walk, painted
from heed.papers.pdf_hidden.strings import says_nothing_of_itself, sweep
from heed.papers.pdf_hidden.versions import (
    after_the_end,
    earlier_versions,
    is_too_many,
    words_of,
)

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["InPdf", "hidden_in"]

_WORD = re.compile(r"\w+")
_HAS_TEXT = re.compile(rb"\bBT\b.*\bT[jJ]\b|\bBT\b.*['\"]", re.DOTALL)


def hidden_in(data: bytes, reader: "PdfReader", known: set[str]) -> InPdf:
    """What no page shows. `known` are words that are told of elsewhere. Never raises:
    what cannot be read is named as unread."""
    found = InPdf()
    with found.reading("the inside of the PDF"), pikepdf.open(io.BytesIO(data)) as pdf:
        walk = Walk(Fonts(reader), Layers(pdf.Root))
        for number, page in enumerate(pdf.pages, 1):
            with found.reading(f"what page {number} hides"):
                _page(walk, page, number, found)
        with found.reading("drawings outside the pages"):
            _stray(walk, pdf, found)
        with found.reading("words that no page shows"):
            sweep(pdf, found, known, walk.seen)
    with found.reading("earlier versions"):
        _versions(data, reader, found)
    return found


def _page(walk: Walk, page: pikepdf.Page, number: int, found: InPdf) -> None:
    canvas = walk.page(page)
    if canvas.pictures and not any(line.strip() for line in painted(canvas)):
        found.unread.append(f"page {number}: it is a picture, with or without words")
    for why, words in unseen(canvas):
        found.hidden_text.append(Found(words, where=f"page {number}, {why}"))


def _stray(walk: Walk, pdf: pikepdf.Pdf, found: InPdf) -> None:
    """Words that are painted nowhere: on pages that were taken out, in what lies over
    a page, in drawings that nothing uses."""
    kept = {page.obj.objgen for page in pdf.pages}
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary):
            continue
        if each.get("/Type") == "/Page" and each.objgen not in kept:
            with found.reading("a page that was taken out"):
                canvas = walk.page(pikepdf.Page(each))
                found.say("a page that was taken out", _joined(canvas))
    for each in pdf.objects:
        if _is_unused(each, walk):
            with found.reading("a drawing outside the pages"):
                found.say("a drawing outside the pages", _joined(walk.form(each)))


def _is_unused(each: Any, walk: Walk) -> bool:
    """Whether this paints something, and no page uses it."""
    if not isinstance(each, pikepdf.Stream) or each.objgen in walk.seen:
        return False
    return each.get("/Subtype") == "/Form" or _may_paint(each)


def _may_paint(stream: pikepdf.Stream) -> bool:
    """Whether a stream that says nothing of itself looks like what a page paints."""
    return says_nothing_of_itself(stream) and bool(
        _HAS_TEXT.search(stream.read_bytes())
    )


def _joined(canvas: Any) -> str:
    return "\n".join(painted(canvas))


def _versions(data: bytes, reader: "PdfReader", found: InPdf) -> None:
    if is_too_many(data):
        found.unread.append("earlier versions: there are too many of them")
        return
    if after_the_end(data):
        found.unread.append("what follows the end of the file")
    versions = list(earlier_versions(data))
    if not versions:
        return
    known = set(_WORD.findall("\n".join(page.extract_text() for page in reader.pages)))
    for number, version in enumerate(versions, 1):
        with found.reading(f"earlier version {number}"):
            lines = words_of(version).splitlines()
            gone = [line for line in lines if set(_WORD.findall(line)) - known]
            found.say("an earlier version of the file", "\n".join(gone))
