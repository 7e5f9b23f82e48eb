"""The files of a case as they were kept, under names that no program trips over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID

from django.db.models import Model

from heed.cases.apart import KeptApart
from heed.config.export.reach import Rows
from heed.config.export.values import fields_of
from heed.documents.models import Document, Quarantine
from heed.documents.reading import read_in_child
from heed.documents.storage import content_of
from heed.papers.limits import Kind
from heed.vault.fields import SealedBytes

FOLDER = "files"
LONGEST = 60
CASE = "cases.Case"
INERT = ".kept"
INFECTED = "A virus was found in it. It stays in Heed."
TELLS = "It holds an address that is kept apart. It stays in Heed."
CANNOT_TELL = (
    "It could not be searched for the address that is kept apart. It stays in Heed."
)
EMAIL = "A file of the same email holds such an address. It stays in Heed."
RESTRICTED = (
    "It is a chronology with rows that whoever took this out is not cleared to read, "
    "or one that could not be read. It stays in Heed."
)
EMAIL_TOO = "A file of the same email is such a chronology. It stays in Heed."


@dataclass(frozen=True)
class FileKept:
    """One file: whose it is, what it was called, where it lies or why it does not."""

    row: Model
    called: str
    path: str = ""
    left_out: str = ""


def put_files(
    rows: Rows, folder: Path, apart: KeptApart, restricted: set[UUID]
) -> list[FileKept]:
    """Write every file of the case below the folder; which, and which were left out:
    those that tell what is `restricted` among them."""
    (folder / FOLDER).mkdir(mode=0o700)
    documents = rows.get(Document, [])
    left_out = _with_restricted(documents, restricted) | _left_out(documents, apart)
    kept = []
    for number, (row, called, pieces) in enumerate(_contents(rows), start=1):
        if why := left_out.get(row.pk, ""):
            kept.append(FileKept(row, apart.without(called), left_out=why))
            continue
        path = f"{FOLDER}/{number:04}-{safe_name(called, row)}"
        with (folder / path).open("xb") as out:
            out.writelines(pieces)
        kept.append(FileKept(row, called, path))
    return kept


def safe_name(called: str, row: Model) -> str:
    """A name of plain letters that says what the file is. What was refused, because it
    may do harm when it is opened, gets an ending that no program opens."""
    name = PurePosixPath(called.replace("\\", "/"))
    stem = re.sub(r"[^A-Za-z0-9]+", "-", name.stem).strip("-")[:LONGEST] or "file"
    kind = getattr(row, "kind", "")
    ending = f".{kind}" if kind in set(Kind) else ""
    refused = getattr(row, "quarantine", "") == Quarantine.REFUSED or not ending
    if refused:
        own = re.sub(r"[^A-Za-z0-9]+", "", name.suffix)[:8]
        return f"{stem}{f'.{own}' if own else ''}{INERT}"
    return f"{stem}{ending}"


def _contents(rows: Rows) -> Iterator[tuple[Model, str, Iterator[bytes]]]:
    for document in rows.get(Document, []):
        yield document, document.name, content_of(document)
    for model, some in rows.items():
        for field in fields_of(model):
            if isinstance(field, SealedBytes):
                for row in some:
                    if content := getattr(row, field.name):
                        yield row, f"{model.__name__}-{field.name}", iter([content])


def _left_out(documents: list[Document], apart: KeptApart) -> dict:
    """The files that must not leave, each with the reason. Where an address is kept
    apart, a file that nobody could search for it is one of them."""
    reasons = {
        each.pk: INFECTED
        for each in documents
        if each.quarantine == Quarantine.INFECTED
    }
    if not apart:
        return reasons
    for each in documents:
        if each.pk not in reasons and (why := _why_not(each, apart)):
            reasons[each.pk] = why
    spoilt = {each.owner_id for each in documents if reasons.get(each.pk)}
    for each in documents:
        if each.kind == Kind.EML and each.owner_id in spoilt:
            reasons.setdefault(each.pk, EMAIL)
    return reasons


def _with_restricted(documents: list[Document], restricted: set[UUID]) -> dict:
    """The files that tell restricted rows, and the emails with which they came."""
    reasons = {each.pk: RESTRICTED for each in documents if each.pk in restricted}
    emails = {
        each.owner_id
        for each in documents
        if each.pk in reasons and each.owner_kind != CASE
    }
    for each in documents:
        if each.kind == Kind.EML and each.owner_id in emails:
            reasons.setdefault(each.pk, EMAIL_TOO)
    return reasons


def _why_not(document: Document, apart: KeptApart) -> str:
    if apart.stands_in(document.name):
        return TELLS
    outcome = read_in_child(b"".join(content_of(document)), document.name, "report")
    if outcome.content is None:
        return CANNOT_TELL
    return TELLS if apart.stands_in(" ".join(_texts(outcome.content))) else ""


def _texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
