"""When an agency that has not answered is reminded, and when it was."""

import uuid

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.rapid_reviews.models.agencies import AgencyRequest
from heed.rulebook.ladder import RUNGS


class AgencyLadder(models.Model):
    """How many working days from the day each rung is, as a partnership chose. The
    latest counts; earlier ones are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    days = models.JSONField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["changed_at"]

    def __str__(self):
        return f"{self.partnership}, {self.changed_at:%Y-%m-%d}"


class Chase(CaseRow):
    """One rung that was climbed for one request and the day that counted then."""

    request = models.ForeignKey(
        AgencyRequest, on_delete=models.PROTECT, related_name="chases"
    )
    rung = models.CharField(max_length=20)
    due_on = models.DateField()
    chased_at = models.DateTimeField()
    # How many were written to: none where the agency has no lead with an account.
    told = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["chased_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "rung", "due_on"], name="each_rung_once"
            )
        ]

    @property
    def words(self) -> str:
        """What was done on this rung."""
        rung = RUNGS.get(self.rung)
        return rung.words if rung else self.rung
