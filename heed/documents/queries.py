"""What is shown of files."""

from django.shortcuts import get_object_or_404

from heed.documents.models import Document


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
