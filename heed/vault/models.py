"""What is kept of keys, and what every sealed row has."""

import uuid

from django.db import models
from django.db.models import Q

from heed.vault.keys import key_ring


class DataKey(models.Model):
    """A key that seals rows. What it is lies in its wraps; nothing here opens it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership_id = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=80)


class KeyWrap(models.Model):
    """A data key, sealed under a master key or under another data key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="wraps")
    master_key_id = models.CharField(max_length=40, blank=True, db_index=True)
    parent = models.ForeignKey(
        DataKey, models.PROTECT, null=True, related_name="wraps_below"
    )
    wrapped = models.BinaryField()
    wrapped_at = models.DateTimeField()
    wrapped_by = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="wrapped_by_a_master_or_a_parent",
                condition=(
                    Q(master_key_id="", parent__isnull=False)
                    | (~Q(master_key_id="") & Q(parent__isnull=True))
                ),
            ),
            models.UniqueConstraint(
                name="one_wrap_a_parent", fields=["data_key", "parent"]
            ),
            models.UniqueConstraint(
                name="one_master_wrap",
                fields=["data_key"],
                condition=Q(parent__isnull=True),
            ),
        ]


class SealedRow(models.Model):
    """A row with sealed fields, and the data key that they are sealed under."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        key_id = row.__dict__.get("data_key_id")
        if key_id is not None:
            # The keys of a page are fetched together when the first is needed.
            key_ring().expect(key_id)
            row._state.sealed_as = (row.pk, key_id)
        return row


class BlindTerm(models.Model):
    """A keyed mark of something a row could be found by. It cannot be read back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    digest = models.BinaryField()
    row_id = models.UUIDField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["partnership_id", "digest"])]
