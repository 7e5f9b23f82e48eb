"""Rows on which what is found rests."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.rows import Row
from heed.vault.fields import Sealed


class RowOfFinding(CaseRow):
    """A row on which a finding rests: a finding of the lead reviewer, or a part of the
    rapid review. Who keeps it says which it is (heed/chronologies/findings.py)."""

    kind = models.CharField(max_length=30)
    finding = models.CharField(max_length=60)
    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="findings")
    linked_at = models.DateTimeField()
    linked_by = models.CharField(max_length=200)
    taken_out_at = models.DateTimeField(null=True)
    said = Sealed(seal="row_of_finding.said")

    class Meta:
        ordering = ["kind", "finding"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "finding", "row"],
                condition=models.Q(taken_out_at=None),
                name="a_row_once_under_a_finding",
            )
        ]
