"""What must happen now so that a child is safe."""

from django.db import models

from heed.cases.models.spine import CaseRow
from heed.vault.fields import Sealed


class SafetyAction(CaseRow):
    """Something to be done at once for a child, its owner, its confirmation."""

    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=200)
    owner_organisation = Sealed(seal="safety_action.owner_organisation")
    due_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    what = Sealed(seal="safety_action.what")
    owner = Sealed(seal="safety_action.owner", null=True)
    outcome = Sealed(seal="safety_action.outcome", null=True)

    class Meta:
        ordering = ["confirmed_at", "due_at"]

    @property
    def is_open(self) -> bool:
        return self.confirmed_at is None
