"""Reads the text layer of a PDF, its form fields, and what is hidden in it."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from heed.papers.blocks import Block, Document, FormField, Paragraph, Run, anchored
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged
from heed.papers.pdf_actions import active_in
from heed.papers.pdf_tables import blocks_of_page
from heed.papers.refusals import Reason, Refused

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500

# pypdf logs pieces of broken files, and these are words of a case.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read_pdf(data: bytes) -> Reading:
    """A paragraph for each stretch of lines. Raises Refused when there is no text."""
    reader = _opened(data)
    blocks = tuple(block for page in reader.pages for block in _blocks(page))
    fields = tuple(_fields(reader))
    if not blocks and not fields:
        raise Refused(
            "The PDF holds pictures of pages and no text. Please send the Word file, "
            "or type the text into an email.",
            Reason.NO_TEXT,
        )
    report = _hidden(reader)
    title = report.metadata.get("Title", "")
    document = Document(blocks, title=title, fields=fields)
    return Reading(anchored(document), report, Kind.PDF)


def _opened(data: bytes) -> "PdfReader":
    """The PDF, opened; one that only forbids changes opens without a password."""
    from pypdf import PasswordType, PdfReader

    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and (
            reader.decrypt("") is PasswordType.NOT_DECRYPTED
        )
        pages = 0 if locked else len(reader.pages)
    except Exception as wrong:
        # pypdf raises whatever a broken file leads it to.
        raise damaged() from wrong
    if locked:
        raise Refused(
            "The PDF is protected by a password. Please send a copy without one.",
            Reason.ENCRYPTED,
        )
    if pages > MOST_PAGES:
        raise Refused(
            f"The PDF has more than {MOST_PAGES} pages. Please send it in parts.",
            Reason.TOO_LARGE,
        )
    return reader


def _safely(read: Callable[[], Any], otherwise: Any) -> Any:
    """What can be read of a part that may be broken: one bad page loses no other."""
    try:
        return read()
    except Exception:  # noqa: BLE001
        return otherwise


def _blocks(page: Any) -> list[Block]:
    """The tables of a page and the lines around them; else its text as it comes."""
    found = _safely(partial(blocks_of_page, page.extract_text), None)
    if found is None:
        found = _safely(page.extract_text, "")
    if isinstance(found, str):
        return [Paragraph((Run(words),)) for words in _split(found)]
    return list(found)


def _split(text: str) -> list[str]:
    stretches = re.split(r"\n[ \t]*\n\s*", text.replace("\x00", ""))
    return [stretch.strip() for stretch in stretches if stretch.strip()]


def _fields(reader: "PdfReader") -> Iterator[FormField]:
    fields = _safely(reader.get_fields, None) or {}
    for name, each in fields.items():
        said = each.get("/V")
        label = str(each.get("/TU") or name)
        if each.get("/FT") == "/Btn":
            ticked = said is not None and str(said) not in {"/Off", ""}
            yield FormField(str(name), label, "", ticked)
        elif said is not None:
            yield FormField(str(name), label, str(said))


def _hidden(reader: "PdfReader") -> Hidden:
    metadata = _safely(lambda: dict(reader.metadata or {}), {})
    return Hidden(
        comments=tuple(found for page in reader.pages for found in _comments(page)),
        metadata=MappingProxyType(
            {str(k).lstrip("/"): str(v) for k, v in metadata.items() if str(v).strip()}
        ),
        embedded=tuple(_safely(lambda: list(reader.attachments), [])),
        external_links=tuple(dict.fromkeys(_links(reader))),
        active=tuple(_safely(lambda: list(dict.fromkeys(active_in(reader))), [])),
    )


def _annotations(page: Any) -> list[Any]:
    found = _safely(lambda: [a.get_object() for a in page.get("/Annots") or ()], [])
    return list(found)


def _comments(page: Any) -> Iterator[Found]:
    for each in _annotations(page):
        said = str(each.get("/Contents") or "").strip()
        if said and each.get("/Subtype") not in {"/Link", "/Widget"}:
            yield Found(said, str(each.get("/T") or ""), str(each.get("/M") or ""))


def _links(reader: "PdfReader") -> Iterator[str]:
    for page in reader.pages:
        for each in _annotations(page):
            address = _safely(partial(_address, each), "")
            if address:
                yield str(address)


def _address(annotation: Any) -> str:
    return str((annotation.get("/A") or {}).get("/URI", ""))
