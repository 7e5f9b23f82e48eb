"""What is kept of a file. Its name and its content are sealed; its kind is not."""

import secrets

from django.db import models

from heed.vault.fields import Sealed, SealedJSON
from heed.vault.models import SealedRow


def a_public_id() -> str:
    """128 random bits for an address."""
    return secrets.token_hex(16)


class Quarantine(models.TextChoices):
    """Whether a file may be opened. Nothing is called clean that nobody scanned."""

    NOT_SCANNED = "not_scanned", "Not scanned for viruses"
    CLEAN = "clean", "Scanned: nothing found"
    INFECTED = "infected", "Scanned: a virus was found"
    REFUSED = "refused", "Kept aside: it cannot be read safely"


class Document(SealedRow):
    """A file as it was sent to us."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    owner_kind = models.CharField(max_length=60)
    owner_id = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    stored_as = models.CharField(max_length=64)
    quarantine = models.CharField(max_length=20, choices=Quarantine)
    received_at = models.DateTimeField()
    received_from = models.CharField(max_length=30)
    withdrawn_at = models.DateTimeField(null=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    name = Sealed(seal="document.name")
    digest = Sealed(seal="document.digest")
    refused_because = Sealed(seal="document.refused_because", null=True)

    class Meta:
        ordering = ["received_at"]


class Reading(SealedRow):
    """What Heed understood of a file, kept beside it and never in its place."""

    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="readings"
    )
    read_as = models.CharField(max_length=30)
    read_at = models.DateTimeField()
    content = SealedJSON(seal="reading.content", null=True)
    problem = Sealed(seal="reading.problem", null=True)

    class Meta:
        ordering = ["read_at"]
