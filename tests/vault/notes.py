"""Rows with one sealed field of each kind, which only these tests keep."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.db import models

from heed.audit.actors import SystemActor
from heed.vault.actions import new_data_key
from heed.vault.fields import Sealed, SealedBytes, SealedDate, SealedJSON
from heed.vault.models import SealedRow

AT = datetime(2026, 3, 11, 9, tzinfo=UTC)
BY = SystemActor("the tests")
QUILLSHIRE = UUID(int=11)
MOORLAND = UUID(int=12)


class Note(SealedRow):
    kind = models.CharField(max_length=20, default="plain")
    words = Sealed(seal="test_note.words")
    reason = Sealed(seal="test_note.reason", null=True)
    born_on = SealedDate(seal="test_note.born_on", null=True)
    details = SealedJSON(seal="test_note.details", null=True)
    content = SealedBytes(seal="test_note.content", null=True)

    class Meta:
        app_label = "vault_tests"


class Remark(models.Model):
    note = models.ForeignKey(Note, models.CASCADE, related_name="+")
    name = models.CharField(max_length=20, default="remark")

    class Meta:
        app_label = "vault_tests"


MODELS = (Note, Remark)


def a_key(partnership_id=QUILLSHIRE, purpose="case"):
    return new_data_key(partnership_id=partnership_id, purpose=purpose, by=BY, at=AT)


def a_note(words="Seen at home.", *, key=None, **fields) -> Note:
    return Note.objects.create(
        id=uuid4(), data_key=key or a_key(), words=words, **fields
    )


def again(note: Note) -> Note:
    """The note as somebody else reads it."""
    return Note.objects.get(pk=note.pk)
