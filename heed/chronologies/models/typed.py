"""Rows that somebody is typing."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import SealedJSON


class TypedRows(CaseRow):
    """What somebody has typed into the grid and not saved as rows yet: one for each
    person in a case. Nobody else reads it, and it is emptied when it is saved."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    saved_at = models.DateTimeField()
    cells = SealedJSON(seal="typed_rows.cells")

    class Meta:
        ordering = ["saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="one_grid_a_person")
        ]
