"""What the desk keeps for itself: the secret address of a person's calendar feed."""

import uuid

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """A calendar of deadlines that a person's own calendar program fetches."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
