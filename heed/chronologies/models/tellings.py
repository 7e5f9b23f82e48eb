"""What people have said of rows that may belong together: several accounts of one
event, or one row that is there twice. The rows themselves stay as they are."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed, SealedJSON


class Telling(CaseRow):
    """What a person said of some rows: that they belong together, or that they do not.
    A suggestion is kept nowhere; what was said of one is."""

    class Kind(models.TextChoices):
        EVENT = "event", "One event, told by several"
        TWICE = "twice", "One row that is there twice"

    class Agreed(models.TextChoices):
        AGREED = "agreed", "The agencies agree"
        DISPUTED = "disputed", "Disputed"

    kind = models.CharField(max_length=10, choices=Kind)
    belongs = models.BooleanField()
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=200)
    agreed = models.CharField(max_length=10, choices=Agreed, blank=True)
    # Each time that somebody said so: what, why, who, when. It may tell what an account
    # says that few may read, and stands in no history of the case.
    agreed_said = SealedJSON(seal="telling.agreed_said", null=True)
    over_at = models.DateTimeField(null=True)
    over_by = models.CharField(max_length=200, blank=True)
    # What ended it, where that was another one; taken back, it brings this one back.
    ended_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="ended", null=True
    )

    class Meta:
        ordering = ["said_at"]


class Account(CaseRow):
    """One row among those of which a person said something: why, and what it said on
    that day. Where it says otherwise today, somebody is asked to look again."""

    telling = models.ForeignKey(
        Telling, on_delete=models.PROTECT, related_name="accounts"
    )
    row = models.ForeignKey(
        "chronologies.Row", on_delete=models.PROTECT, related_name="accounts"
    )
    # Rows that do not belong together may be of two events that each have several.
    side = models.PositiveSmallIntegerField(default=0)
    by_hand = models.BooleanField(default=False)
    why = Sealed(seal="account.why")
    said = Sealed(seal="account.said")
    put_at = models.DateTimeField()
    put_by = models.CharField(max_length=200)
    left_at = models.DateTimeField(null=True)
    left_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["put_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["telling", "row"],
                condition=models.Q(left_at=None),
                name="an_account_stands_once_in_an_event",
            )
        ]
