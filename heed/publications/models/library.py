"""What is kept of the library: what is handed down to it, and what is taken away."""

import uuid

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.cases.models.spine import a_public_id
from heed.rulebook.scans import all_looked_for
from heed.vault.fields import Sealed, SealedBytes, SealedJSON
from heed.vault.models import SealedRow


class HandOver(CaseRow):
    """What is handed down to the library, in order: one version of one publication,
    or the word that it is gone. Tried again until the library has it, or has said why
    it cannot take it."""

    class What(models.TextChoices):
        RECEIVE = "receive", "To be shown"
        WITHDRAW = "withdraw", "Withdrawn at once"
        REMOVE = "remove", "Taken down in the ordinary way"

    library_id = models.UUIDField(db_index=True)
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=10, choices=What)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    tries = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=60, blank=True)
    refused_at = models.DateTimeField(null=True)
    bundle = SealedJSON(seal="hand_over.bundle", null=True)
    pdf = SealedBytes(seal="hand_over.pdf", null=True)
    refusal = Sealed(seal="hand_over.refusal", null=True)

    class Meta:
        ordering = ["asked_at", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["library_id", "number"], name="one_hand_over_a_number"
            )
        ]


class EarlierWithdrawal(SealedRow):
    """A review that was published before was withdrawn at once, by one person; another
    confirms it."""

    public_id = models.CharField(
        max_length=32, unique=True, default=a_public_id, editable=False
    )
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    library_id = models.UUIDField()
    number = models.PositiveIntegerField(default=0)
    is_on_its_way = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    title = Sealed(seal="earlier_withdrawal.title")
    reasons = Sealed(seal="earlier_withdrawal.reasons", null=True)

    class Meta:
        ordering = ["withdrawn_at"]


class PublisherHandedDown(models.Model):
    """The partnership as the library knows it: which version, and of what."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.OneToOneField(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    handed_at = models.DateTimeField(null=True)


class EarlierReview(SealedRow):
    """A review that was public before, put forward for the library by one person. A
    second one, of another body, enters exactly these words."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    content_hash = models.CharField(max_length=64)
    entered_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    set_aside_at = models.DateTimeField(null=True)
    is_on_its_way = models.BooleanField(default=False)
    # Which review of the library it is, and what the library made of it.
    library_id = models.UUIDField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    # What was looked for on every page of a scan: by who put it forward, and by who
    # entered it (heed.rulebook.scans).
    first_checked = models.JSONField(default=list)
    second_checked = models.JSONField(default=list)
    entry = SealedJSON(seal="earlier_review.entry")

    class Meta:
        ordering = ["proposed_at"]

    @property
    def offers_scan(self) -> bool:
        """Whether who put it forward looked at every page and asked to show them."""
        return all_looked_for(self.first_checked)

    @property
    def waits(self) -> bool:
        """Whether it still waits for a second person."""
        return self.entered_at is None and self.set_aside_at is None
