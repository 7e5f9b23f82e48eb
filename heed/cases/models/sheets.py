"""The rulebook's decision records, as somebody filled them in."""

from django.db import models

from heed.cases.models.people import Child
from heed.cases.models.spine import CaseRow
from heed.vault.fields import SealedJSON


class DecisionSheet(CaseRow):
    """One decision record, filled in: an answer and its reasons to each question.

    A later filling-in is a new row; the earlier ones stay."""

    record = models.CharField(max_length=40)
    child = models.ForeignKey(
        Child, on_delete=models.PROTECT, related_name="sheets", null=True
    )
    filled_in_at = models.DateTimeField()
    filled_in_by = models.CharField(max_length=200)
    edition = models.CharField(max_length=40)
    look_again_on = models.DateField(null=True)
    answers = SealedJSON(seal="decision_sheet.answers")

    class Meta:
        ordering = ["filled_in_at"]
