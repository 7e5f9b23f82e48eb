"""What the demonstration keeps: how far its clock stands from the real one, and which
of its people may be played."""

from django.conf import settings
from django.db import models


class DemonstrationClock(models.Model):
    """The one offset of the demonstration's clock, in seconds."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seconds = models.BigIntegerField(default=0)


class Persona(models.Model):
    """Somebody of Quillshire whom a visitor may be."""

    slug = models.SlugField(unique=True)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
