"""The words of a PDF, out of its bytes."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pypdf import PdfReader

from heed.partnership.one_look import asked_once
from heed.publications.readback.words import Stretch, of_xml


def words_of_pdf(data: bytes) -> Iterator[Stretch]:
    """The words of each page as they are drawn, and every string beside: bookmarks,
    descriptions, properties, links."""
    for number, words in enumerate(_drawn_in(data), 1):
        yield Stretch(f"page {number}", words)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            yield from _strings_of(each)
            if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/Metadata":
                yield from of_xml(each.read_bytes().strip())
        yield from _strings_of(pdf.trailer.get("/Info"))


# A paper is served by itself and in the archive for one's own site. What is read is
# kept no longer than the look that it is part of: nobody may have cleared these words.
@asked_once
def _drawn_in(pdf: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _strings_of(value: Any) -> Iterator[Stretch]:
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for name, held in value.items():
            if name == "/ID" and isinstance(held, pikepdf.Array):
                continue  # the number of the file, made from its bytes
            yield from _string(name, held)
    elif isinstance(value, pikepdf.Array):
        for held in value:
            yield from _string("/", held)


def _string(name: str, held: Any) -> Iterator[Stretch]:
    if isinstance(held, pikepdf.String):
        label = name in {"/URI", "/ID", "/"}
        yield Stretch(f"its {name.strip('/') or 'lists'}", str(held), label=label)
    elif isinstance(held, pikepdf.Array):
        yield from _strings_of(held)
