"""Files that were brought in by mistake: that they were here stays."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.rows import Coming
from heed.vault.fields import Sealed, SealedJSON


class TakenOut(CaseRow):
    """One time that a file was taken out again: its rows are told no more, and those
    that it had changed or had no more say again what they said. It may be put back."""

    coming = models.ForeignKey(
        Coming, on_delete=models.PROTECT, related_name="takings_out"
    )
    rows_out = models.PositiveIntegerField()
    # How many files the agency had sent then: what came since is newer.
    files_then = models.PositiveSmallIntegerField()
    taken_out_at = models.DateTimeField()
    taken_out_by = models.CharField(max_length=200)
    put_back_at = models.DateTimeField(null=True)
    put_back_by = models.CharField(max_length=200, blank=True)
    why = Sealed(seal="taken_out.why")
    # How rows of other files stood while this one was here, by row.
    before = SealedJSON(seal="taken_out.before")

    class Meta:
        ordering = ["taken_out_at"]
