"""What is done with files: received, read, opened."""

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.http import Http404

from heed.audit.actions import record
from heed.documents.models import Document, Quarantine, Reading
from heed.documents.reading import read_in_child
from heed.documents.scanning import verdict_on
from heed.documents.storage import content_of, keep
from heed.papers import limits

# Who may open a file is for the owner's application to say: owner kind -> callable
# (document, person, at) -> bool. An owner that registered nothing opens nothing.
MAY_OPEN: dict[str, Callable] = {}

# To which case a file belongs whose owner is no case itself: owner kind -> callable
# (document) -> the case's id or None. So its opening stands in the record of the case.
CASE_OF: dict[str, Callable] = {"cases.Case": lambda document: document.owner_id}


def receive(
    data: bytes | Iterable[bytes],
    *,
    name: str,
    owner,
    purpose: str,
    received_from: str,
    by,
    at,
    supersedes: Document | None = None,
) -> Document:
    """Keep a file as it was sent: sealed, in quarantine, under a random name.

    A file that must not be read (a bomb, macros, a password) is kept too, marked
    refused with the sentence that says why; nothing that was sent is lost. Nothing is
    kept for an owner of which nobody says who may open its files."""
    if owner._meta.label not in MAY_OPEN:
        raise LookupError(f"Nobody says who may open the files of {owner._meta.label}.")
    content = data if isinstance(data, bytes) else b"".join(data)
    kind, refused = _identified(content, name)
    quarantine = Quarantine.REFUSED if refused else verdict_on([content])
    with transaction.atomic():
        document_id = uuid.uuid4()
        document = Document.objects.create(
            id=document_id,
            data_key_id=owner.data_key_id,
            partnership_id=owner.partnership_id,
            owner_kind=owner._meta.label,
            owner_id=owner.pk,
            purpose=purpose,
            kind=kind,
            size=len(content),
            stored_as=keep([content], owner.data_key, document_id),
            quarantine=quarantine,
            received_at=at,
            received_from=received_from,
            supersedes=supersedes,
            name=name,
            digest=hashlib.sha256(content).hexdigest(),
            refused_because=refused or None,
        )
        _note(document, "receive_document", by=by, at=at)
    return document


def _identified(content: bytes, name: str) -> tuple[str, str]:
    try:
        return str(limits.identify(content, name)), ""
    except limits.Refused as refused:
        return "unknown", str(refused)


def read(document: Document, *, read_as: str, by, at) -> Reading:
    """Have a file read by a confined process and keep what was understood beside it."""
    if document.quarantine in {Quarantine.REFUSED, Quarantine.INFECTED}:
        content, problem = None, document.refused_because or "A virus was found in it."
    else:
        outcome = read_in_child(b"".join(content_of(document)), document.name, read_as)
        content, problem = outcome.content, outcome.problem
    return Reading.objects.create(
        data_key_id=document.data_key_id,
        partnership_id=document.partnership_id,
        document=document,
        read_as=read_as,
        read_at=at,
        content=content,
        problem=problem or None,
    )


def withdraw(document: Document, *, by, at) -> None:
    """Take a file back before it was sent: it is shown to nobody any more."""
    with transaction.atomic():
        document.withdrawn_at = at
        document.save(update_fields=["withdrawn_at"])
        _note(document, "withdraw_document", by=by, at=at)


def open_document(document: Document, *, by, at) -> Iterator[bytes]:
    """Open a file for a person who may: recorded first, then its bytes. Raises Http404
    for a file that is not theirs, infected, or whose owner nobody answers for."""
    may_open = MAY_OPEN.get(document.owner_kind)
    if may_open is None or not may_open(document, by, at):
        raise Http404
    if document.quarantine == Quarantine.INFECTED or document.withdrawn_at:
        raise Http404
    with transaction.atomic():
        _note(document, "open_document", by=by, at=at)
    return content_of(document)


def _note(document: Document, what: str, *, by, at) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind="documents.Document",
        subject_id=document.pk,
        case_id=CASE_OF[document.owner_kind](document),
        partnership_id=document.partnership_id,
    )
