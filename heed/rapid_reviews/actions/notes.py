"""Somebody's own working notes."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.models import WorkingNote
from heed.rulebook import process


def write_note(
    case: Case, *, words: str, by, at, seen: Seen | None = None
) -> WorkingNote:
    """Note something for oneself. That a note was written is on record; its words are
    shown to nobody else."""
    with carrying_out(process.WRITE_OWN_NOTE, case, by=by, at=at, seen=seen) as it:
        return WorkingNote.objects.create(
            **belonging_to(it), person=by, written_at=at, words=words
        )


def amend_note(
    note: WorkingNote, *, words: str, by, at, seen: Seen | None = None
) -> WorkingNote:
    """Set right one's own note."""
    with carrying_out(process.WRITE_OWN_NOTE, note, by=by, at=at, seen=seen) as it:
        if it.person_id != by.pk:
            raise Refused("Only whoever wrote a working note may change it.")
        it.words = words
        it.save(update_fields=["words"])
    return it
