"""Notes of those who work with a chronology: on a row, or between rows."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow, CaseRows
from heed.chronologies.models.rows import Row
from heed.vault.fields import Sealed


class OwnAndShared(CaseRows):
    """Notes that their author sees, and those that are shared with whoever opens the
    case."""

    def visible_to(self, person, *, at):
        if person is None:
            return self.none()
        seen = super().visible_to(person, at=at)
        return seen.filter(Q(person=person) | Q(is_shared=True))


class ChronologyNote(CaseRow):
    """What somebody noted: on a row, after a row, or at a day. Its author alone changes
    it; nobody else reads one that is private."""

    class Where(models.TextChoices):
        ON_ROW = "row", "On a row"
        AFTER_ROW = "after", "Between rows: after a row"
        AT_DAY = "day", "At a day"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    where = models.CharField(max_length=10, choices=Where)
    row = models.ForeignKey(
        Row, on_delete=models.PROTECT, related_name="notes", null=True
    )
    day = models.DateField(null=True)
    is_shared = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    taken_out_at = models.DateTimeField(null=True)
    words = Sealed(seal="chronology_note.words")
    said = Sealed(seal="chronology_note.said", null=True)

    objects = OwnAndShared.as_manager()

    class Meta:
        ordering = ["-written_at"]
