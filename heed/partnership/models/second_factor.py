"""What follows when an administrator has taken away a person's second factor."""

import uuid

from django.db import models
from django.db.models import F, Q

from heed.partnership.models.people import Person


class SecondFactorReset(models.Model):
    """A second factor taken away by another person. Cases stay closed to its owner
    until `locked_until`, or until two others have seen her in person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="second_factor_resets"
    )
    reset_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reset_at = models.DateTimeField()
    reason = models.CharField(max_length=200)
    locked_until = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-reset_at",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("reset_by")),
                name="second_factor_reset_by_another",
            ),
            models.CheckConstraint(
                condition=Q(locked_until__gt=F("reset_at")),
                name="second_factor_lock_lasts",
            ),
        ]


class ProofInPerson(models.Model):
    """One colleague's word that she has met the owner of a reset second factor."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reset = models.ForeignKey(
        SecondFactorReset, on_delete=models.PROTECT, related_name="proofs"
    )
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("seen_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["reset", "seen_by"], name="one_proof_from_each_colleague"
            )
        ]
