"""What is done with files: received, read, opened."""

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.http import Http404

from heed.audit.actions import record
from heed.documents.models import Document, Quarantine, Reading
from heed.documents.reading import read_in_child
from heed.documents.scanning import TOO_LARGE, scanner_answers, verdict_on
from heed.documents.storage import Copied, content_of, keep
from heed.papers import limits
from heed.partnership.queries import units_of
from heed.partnership.refusals import Refused

AT_A_TIME = 50
AT_ONCE = 256 * 1024
NOT_SCANNED_YET = (
    "This file has not been scanned for viruses yet. Heed tries again every minute. "
    "If it stays so, tell whoever looks after this installation."
)

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
    if quarantine == Quarantine.REFUSED:
        refused = refused or TOO_LARGE
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
            stored_as=keep(_pieces(content), owner.data_key, document_id),
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


def keep_copy(copied: Copied, *, owner, by, at) -> Document:
    """Keep with another owner the file whose bytes were copied: as it came, when it
    came, and with what the scanner said of it. Inside a step."""
    same = {name: getattr(copied.of, name) for name in AS_IT_CAME}
    document = Document.objects.create(
        id=copied.id,
        data_key_id=owner.data_key_id,
        partnership_id=owner.partnership_id,
        owner_kind=owner._meta.label,
        owner_id=owner.pk,
        stored_as=copied.stored_as,
        **same,
    )
    _note(document, "receive_document", by=by, at=at)
    return document


AS_IT_CAME = (
    "purpose",
    "kind",
    "size",
    "quarantine",
    "received_at",
    "received_from",
    "supersedes_id",
    "name",
    "digest",
    "refused_because",
)


def _pieces(content: bytes) -> Iterator[memoryview]:
    """The same bytes bit by bit, so that what seals them holds little of them."""
    whole = memoryview(content)
    for at in range(0, len(whole), AT_ONCE):
        yield whole[at : at + AT_ONCE]


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
    for a file that is not theirs, infected, kept aside, or whose owner nobody answers
    for; Refused where a scanner is configured that has not seen it."""
    kept_aside = document.quarantine == Quarantine.REFUSED
    if kept_aside or not may_open(document, by=by, at=at):
        raise Http404
    scan_anew(document, by=by, at=at)
    if document.quarantine in {Quarantine.INFECTED, Quarantine.REFUSED}:
        raise Http404
    if settings.CLAMD_SOCKET and document.quarantine != Quarantine.CLEAN:
        not_yet = {"result": "refused", "reason_code": "not_scanned"}
        with transaction.atomic():
            _note(document, "open_document", by=by, at=at, **not_yet)
        raise Refused(NOT_SCANNED_YET, code="not_scanned")
    return _opened(document, "open_document", by=by, at=at)


def open_kept_aside(document: Document, *, by, at) -> Iterator[bytes]:
    """Open a file that cannot be read safely, for somebody of the business unit who
    was told why and asked for it all the same."""
    here = units_of(by, at=at).filter(pk=document.partnership_id)
    if not may_open(document, by=by, at=at) or not here.exists():
        raise Http404
    return _opened(document, "open_kept_aside", by=by, at=at)


def may_open(document: Document, *, by, at) -> bool:
    """Whether this is a file that stands, of an owner that lets this person open it."""
    asked = MAY_OPEN.get(document.owner_kind)
    return bool(asked and not document.withdrawn_at and asked(document, by, at))


def _opened(document: Document, what: str, *, by, at) -> Iterator[bytes]:
    with transaction.atomic():
        _note(document, what, by=by, at=at)
    return content_of(document)


def scan_anew(document: Document, *, by, at) -> None:
    """Ask the scanner about a file that it has not seen, where there is one."""
    if not settings.CLAMD_SOCKET or document.quarantine != Quarantine.NOT_SCANNED:
        return
    verdict = verdict_on(content_of(document))
    if verdict != Quarantine.NOT_SCANNED:
        with transaction.atomic():
            document.quarantine = verdict
            if verdict == Quarantine.REFUSED:
                document.refused_because = TOO_LARGE
            document.save(update_fields=["quarantine", "refused_because"])
            _note(document, "scan_document", by=by, at=at)


def scan_what_waits(*, by, at) -> None:
    """Ask the scanner about files that came while it did not answer, the oldest first;
    where it is still away, the rest wait for the next time."""
    waiting = Document.objects.filter(quarantine=Quarantine.NOT_SCANNED)
    if not settings.CLAMD_SOCKET:
        return
    for document in waiting.order_by("received_at")[:AT_A_TIME]:
        scan_anew(document, by=by, at=at)
        if document.quarantine == Quarantine.NOT_SCANNED and not scanner_answers():
            return


def _note(document: Document, what: str, *, by, at, **refused: str) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind="documents.Document",
        subject_id=document.pk,
        case_id=CASE_OF[document.owner_kind](document),
        partnership_id=document.partnership_id,
        **refused,
    )
