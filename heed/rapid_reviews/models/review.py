"""The rapid review itself."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed, SealedJSON


class RapidReview(CaseRow):
    """The rapid review of a case: its parts as they are written, version by version
    when the Panel asks for more."""

    class NationalView(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_KNOWN = "not_known", "We cannot say"

    opened_at = models.DateTimeField()
    without_statute = models.BooleanField(default=False)
    proposed_outcome = models.CharField(max_length=40, blank=True)
    # The day on which the three decided at a meeting, as proposed for their answers.
    proposed_decided_on = models.DateField(null=True)
    national_view = models.CharField(max_length=20, choices=NationalView, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    decided_outcome = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True)
    decision_recorded_on = models.DateField(null=True)
    named = models.BooleanField(default=False)
    # The rows of the chronology that go along to the Panel, as they are cited.
    annex_rows = models.CharField(max_length=1000, blank=True)
    themes = models.JSONField(default=list)
    parts = SealedJSON(seal="rapid_review.parts", null=True)
    # Words that look like a name of the family, and stay as they were typed.
    names_left = SealedJSON(seal="rapid_review.names_left", null=True)
    proposed_reasons = Sealed(seal="rapid_review.proposed_reasons", null=True)
    national_reasons = Sealed(seal="rapid_review.national_reasons", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_rapid_review_a_case")
        ]
