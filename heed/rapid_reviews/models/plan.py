"""The internal plan of a rapid review, as far as somebody changed it."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed


class PlannedDay(CaseRow):
    """By which day a milestone is to be reached, where that is another than suggested.
    The last day to send the review is none of them."""

    milestone = models.CharField(max_length=40)
    planned_on = models.DateField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)
    why = Sealed(seal="planned_day.why", null=True)

    class Meta:
        ordering = ["planned_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "milestone"], name="one_planned_day_a_milestone"
            )
        ]
