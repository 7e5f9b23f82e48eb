"""Several cases that one local review looks at together."""

from django.db import models

from heed.cases.models import Case, CaseRow
from heed.vault.fields import Sealed


class JoinedReview(CaseRow):
    """That a case is looked at in the review of another one, since when and why."""

    leads = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="joined_reviews"
    )
    joined_at = models.DateTimeField()
    joined_by = models.CharField(max_length=200)
    left_at = models.DateTimeField(null=True)
    why = Sealed(seal="joined_review.why")

    class Meta:
        ordering = ["joined_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(left_at=None),
                name="in_one_joined_review_at_a_time",
            )
        ]
