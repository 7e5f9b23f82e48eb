"""Who may read the rows that few may read, and why they are few."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow


class Restricted(models.TextChoices):
    """Why not everybody who reads the case may read a row."""

    SUB_JUDICE = "sub_judice", "Before a court"
    THIRD_PARTY = "third_party", "About somebody else"
    SAFE_ADDRESS = "safe_address", "Where somebody is safe"


class RestrictedReader(CaseRow):
    """Somebody who reads the restricted rows of one kind in one case, by name."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=Restricted)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "kind"],
                condition=models.Q(ended_at=None),
                name="one_clearance_a_kind",
            )
        ]
