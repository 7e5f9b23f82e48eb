"""What is kept of each step and each reading: codes and ids, never words of a case."""

import uuid

from django.db import models


class Entry(models.Model):
    """One thing done, read or refused. Triggers refuse its change and its removal."""

    class Result(models.TextChoices):
        DONE = "done"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sequence = models.BigIntegerField(unique=True)
    # Exactly what was hashed, and its hash; what follows repeats it in columns.
    canonical = models.TextField()
    link = models.CharField(max_length=64)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=80)
    role = models.CharField(max_length=80, blank=True)
    what = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=80, blank=True)
    # No foreign keys: the record must not depend on what it tells about.
    case_id = models.UUIDField(null=True)
    partnership_id = models.UUIDField(null=True)
    result = models.CharField(max_length=10, choices=Result)
    reason_code = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["sequence"]
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["case_id", "sequence"]),
            models.Index(fields=["partnership_id", "at"], name="entries_of_a_day"),
            models.Index(fields=["subject_id", "sequence"], name="entries_about_one"),
        ]

    @property
    def refused(self) -> bool:
        return self.result == self.Result.REFUSED


class Head(models.Model):
    """Where the chain ends: one row, locked last by everything that writes."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    link = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(name="one_head", condition=models.Q(id=1))
        ]
