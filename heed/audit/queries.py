"""The record, read: what was done in a case, as sentences."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from heed.audit.models import Entry
from heed.audit.sentences import sentences_of

PAGE = 200


@dataclass(frozen=True)
class Line:
    """One entry of a history: its number, when it was recorded, and what it says."""

    sequence: int
    at: datetime
    says: str
    refused: bool
    what: str
    subject_kind: str
    subject_id: str


def history_of_case(
    case_id: UUID, *, before: int | None = None, most: int = PAGE
) -> list[Line]:
    """What is on the record of a case, the latest first; `before` gives the page that
    follows an entry's number."""
    return _lines(Entry.objects.filter(case_id=case_id), before=before, most=most)


def history_of_subject(
    subject_kind: str, subject_id: UUID, *, before: int | None = None, most: int = PAGE
) -> list[Line]:
    """What is on the record of one object, such as a document: who opened it, when."""
    about = Entry.objects.filter(subject_kind=subject_kind, subject_id=str(subject_id))
    return _lines(about, before=before, most=most)


def _lines(entries, *, before: int | None, most: int) -> list[Line]:
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    page = list(entries.order_by("-sequence").defer("canonical", "link")[:most])
    return [
        Line(
            sequence=entry.sequence,
            at=entry.at,
            says=says,
            refused=entry.refused,
            what=entry.what,
            subject_kind=entry.subject_kind,
            subject_id=entry.subject_id,
        )
        for entry, says in zip(page, sentences_of(page), strict=True)
    ]
