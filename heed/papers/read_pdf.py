"""Reads the text layer of a PDF, its form fields, and what is hidden in it."""

import io
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from heed.papers.blocks import Block, Document, FormField, Paragraph, Run, anchored
from heed.papers.hidden import Found, Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.packages import damaged
from heed.papers.pdf_actions import active_in
from heed.papers.pdf_hidden import hidden_in
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
    missed: Missed = {}
    pages = enumerate(reader.pages, 1)
    blocks = tuple(block for n, page in pages for block in _blocks(page, n, missed))
    fields = tuple(_fields(reader, missed))
    if not blocks and not fields:
        raise Refused(
            "The PDF holds pictures of pages and no text. Please send the Word file, "
            "or type the text into an email.",
            Reason.NO_TEXT,
        )
    report = _hidden(reader, missed)
    inside = hidden_in(data, reader, _told(report, fields))
    report = replace(
        report,
        hidden_text=tuple(inside.hidden_text),
        beside=tuple(inside.beside),
        unread=tuple(dict.fromkeys([*missed, *inside.unread])),
    )
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


def _told(report: Hidden, fields: Sequence[FormField]) -> set[str]:
    """The words that are told of as comments, answers, links or properties."""
    said = {each.text for each in report.comments} | {each.text for each in fields}
    said |= {each.author for each in report.comments}
    return said | {*report.metadata.values(), *report.external_links}


Missed = dict[str, None]
"""The parts that could not be read."""


def _safely(
    read: Callable[[], Any],
    otherwise: Any,
    part: str = "",
    missed: Missed | None = None,
) -> Any:
    """What can be read of a part that may be broken: one bad page loses no other, and
    is named."""
    try:
        return read()
    except Exception:  # noqa: BLE001
        if missed is not None:
            missed[part] = None
        return otherwise


def _blocks(page: Any, number: int, missed: Missed) -> list[Block]:
    """The tables of a page and the lines around them; else its text as it comes."""
    found = _safely(partial(blocks_of_page, page.extract_text), None)
    if found is None:
        found = _safely(page.extract_text, "", f"page {number}", missed)
    if isinstance(found, str):
        return [Paragraph((Run(words),)) for words in _split(found)]
    return list(found)


def _split(text: str) -> list[str]:
    stretches = re.split(r"\n[ \t]*\n\s*", text.replace("\x00", ""))
    return [stretch.strip() for stretch in stretches if stretch.strip()]


def _fields(reader: "PdfReader", missed: Missed) -> Iterator[FormField]:
    fields = _safely(reader.get_fields, None, "answers of a form", missed) or {}
    for name, each in fields.items():
        said = each.get("/V")
        label = str(each.get("/TU") or name)
        if each.get("/FT") == "/Btn":
            ticked = said is not None and str(said) not in {"/Off", ""}
            yield FormField(str(name), label, "", ticked)
        elif said is not None:
            yield FormField(str(name), label, str(said))


def _hidden(reader: "PdfReader", missed: Missed) -> Hidden:
    metadata = _safely(lambda: dict(reader.metadata or {}), {}, "properties", missed)
    embedded = _safely(lambda: list(reader.attachments), [], "attachments", missed)
    active = _safely(lambda: list(active_in(reader)), [], "actions", missed)
    lying = _lying_on_pages(reader, missed)
    return Hidden(
        comments=tuple(found for each in lying for found in _comments(each)),
        metadata=MappingProxyType(
            {str(k).lstrip("/"): str(v) for k, v in metadata.items() if str(v).strip()}
        ),
        embedded=tuple(dict.fromkeys([*embedded, *_attached(lying, missed)])),
        external_links=tuple(dict.fromkeys(_links(lying, missed))),
        active=tuple(dict.fromkeys(active)),
    )


def _lying_on_pages(reader: "PdfReader", missed: Missed) -> list[Any]:
    """The annotations of all pages. One that is broken loses no other."""
    found: list[Any] = []
    for number, page in enumerate(reader.pages, 1):
        part = f"what lies on page {number}"
        for each in _safely(partial(_listed, page), [], part, missed):
            got = _safely(each.get_object, None, part, missed)
            found += [got] if hasattr(got, "get") else []
    return found


def _listed(page: Any) -> list[Any]:
    found = page.get("/Annots")
    return [] if found is None else list(found.get_object())


def _comments(each: Any) -> Iterator[Found]:
    said = str(each.get("/Contents") or "").strip()
    if said and each.get("/Subtype") not in {"/Link", "/Widget"}:
        yield Found(said, str(each.get("/T") or ""), str(each.get("/M") or ""))


def _attached(lying: Sequence[Any], missed: Missed) -> Iterator[str]:
    """The files that hang on a page, each by its name."""
    for each in lying:
        if each.get("/Subtype") == "/FileAttachment":
            name = _safely(partial(_name_of_file, each), "", "attachments", missed)
            yield str(name or "a file on a page")


def _name_of_file(annotation: Any) -> str:
    said = annotation["/FS"]
    return str(said.get("/UF") or said.get("/F") or "")


def _links(lying: Sequence[Any], missed: Missed) -> Iterator[str]:
    for each in lying:
        address = _safely(partial(_address, each), "", "links", missed)
        if address:
            yield str(address)


def _address(annotation: Any) -> str:
    return str((annotation.get("/A") or {}).get("/URI", ""))
