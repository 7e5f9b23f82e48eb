"""What is shown of files."""

from collections.abc import Callable

from django.shortcuts import get_object_or_404

from heed.documents.models import Document, Quarantine
from heed.documents.reading import Shown, remake_in_child
from heed.documents.storage import content_of

# Where what a file came with stands: owner kind -> callable (document) -> its words and
# its address, or None. An owner that registered nothing has no page to go back to.
STANDS_AT: dict[str, Callable] = {}


def stands_at(document: Document) -> tuple[str, str] | None:
    """The page of what a file came with, for who may open the file."""
    asked = STANDS_AT.get(document.owner_kind)
    return asked(document) if asked else None


def document_at(public_id: str) -> Document:
    """The file at this address. Whether it may be opened is asked on opening."""
    return get_object_or_404(Document, public_id=public_id)


def documents_of(owner, *, purpose: str = "") -> list[Document]:
    """The files of an owner in the order of their arrival, perhaps of one purpose;
    without those that were taken back before they were sent."""
    found = Document.objects.filter(
        owner_kind=owner._meta.label, owner_id=owner.pk, withdrawn_at=None
    )
    return list(found.filter(purpose=purpose) if purpose else found)


def document_of(owner, public_id: str) -> Document:
    """One file of an owner; else Http404."""
    found = Document.objects.filter(
        owner_kind=owner._meta.label, owner_id=owner.pk, withdrawn_at=None
    )
    return get_object_or_404(found, public_id=public_id)


def picture_of(document: Document) -> Shown:
    """A picture, made anew by a confined process; nothing of it is kept. Whoever shows
    it records that first."""
    if document.quarantine in {Quarantine.REFUSED, Quarantine.INFECTED}:
        return Shown(None, document.refused_because or "A virus was found in it.")
    return remake_in_child(b"".join(content_of(document)), document.name)
