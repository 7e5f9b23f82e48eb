"""The words of law that a partnership puts beside ours where it decides."""

import uuid

from django.conf import settings
from django.db import models


class RuleWording(models.Model):
    """Exact words beside one question of a decision record. The latest count; earlier
    ones are kept, and empty ones leave ours alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(max_length=80)
    words = models.TextField(blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["changed_at"]
        indexes = [models.Index(fields=["partnership", "place"])]

    def __str__(self):
        return self.place
