"""What the independent scrutineer says."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed


class ScrutinyComment(CaseRow):
    """What the independent scrutineer says about how a case is decided, and what the
    partners answer. Neither changes a decision by itself."""

    class Kind(models.TextChoices):
        COMMENT = "comment", "A comment"
        CHALLENGE = "challenge", "A challenge, to be answered"

    class About(models.TextChoices):
        NOTIFICATION = "notification", "Whether to notify"
        DECISION = "decision", "The decision of the rapid review"
        TIMELINESS = "timeliness", "Dates and delay"
        FAMILY = "family", "How the family is involved"
        REVIEW = "review", "The review and its report"
        PUBLICATION = "publication", "Publication"
        LEARNING = "learning", "Actions and their impact"
        OTHER = "other", "Something else"

    kind = models.CharField(max_length=20, choices=Kind)
    about = models.CharField(max_length=20, choices=About)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    words = Sealed(seal="scrutiny_comment.words")
    answer = Sealed(seal="scrutiny_comment.answer", null=True)

    class Meta:
        ordering = ["given_at"]
