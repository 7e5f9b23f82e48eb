"""Somebody's own working notes."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow, CaseRows
from heed.vault.fields import Sealed


class OwnRows(CaseRows):
    """Rows of a case that nobody sees but who wrote them, while they may open it."""

    def visible_to(self, person, *, at):
        if person is None:
            return self.none()
        return super().visible_to(person, at=at).filter(person=person)


class WorkingNote(CaseRow):
    """What somebody noted for themselves. Nobody else reads it in Heed; the law may
    ask for it all the same."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    words = Sealed(seal="working_note.words")

    objects = OwnRows.as_manager()

    class Meta:
        ordering = ["-written_at"]
