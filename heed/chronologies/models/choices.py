"""What a partnership chooses for all its chronologies: days, and columns."""

import uuid

from django.conf import settings
from django.db import models


class OfAPartnership(models.Model):
    """What a manager chose. The latest counts; earlier ones are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["changed_at"]

    def __str__(self):
        return f"{self.partnership}, {self.changed_at:%Y-%m-%d}"


class GapDays(OfAPartnership):
    """After how many days, and how many times, a silence is told, by the kind of rule.
    The latest counts; earlier ones are kept."""

    chosen = models.JSONField()


class TemplateColumns(OfAPartnership):
    """Which columns stand in the form that agencies fill in. The latest counts; earlier
    ones are kept."""

    columns = models.JSONField()
