"""What the three partners think, and what each confirms."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.rapid_reviews.models.meetings import Meeting
from heed.rapid_reviews.models.review import RapidReview
from heed.rulebook.language import Seat
from heed.rulebook.outcomes import ReviewDecision, label
from heed.vault.fields import Sealed, SealedJSON


class ViewOnReview(CaseRow):
    """One body's view on whether to hold a review, before the decision is put before
    the three. The latest of each seat counts. One that was given sealed stays so until
    the views are opened, whatever the partnership's setting becomes."""

    VIEWS = [
        *((decision.value, label(decision)) for decision in ReviewDecision),
        ("not_sure", "Not sure yet"),
    ]

    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    view = models.CharField(max_length=40, choices=VIEWS)
    given_at = models.DateTimeField()
    given_sealed = models.BooleanField(default=False)
    reasons = Sealed(seal="view_on_review.reasons", null=True)

    class Meta:
        ordering = ["given_at"]


class ViewsOpened(CaseRow):
    """That sealed first views were opened before all three were in: by a partner, with
    a reason that all read, or at the meeting at which the partners decided."""

    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=200)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="+", null=True
    )
    reasons = Sealed(seal="views_opened.reasons", null=True)

    class Meta:
        ordering = ["opened_at"]


class Confirmation(CaseRow):
    """One partner's own confirmation of the decision, or dissent, for its own body.
    Once all three have answered, one whose text was changed since may be given again:
    the latest of a seat counts, and the earlier ones stay."""

    class Answer(models.TextChoices):
        AGREES = "agrees", "I confirm this decision"
        DISSENTS = "dissents", "I dissent"

    rapid_review = models.ForeignKey(
        RapidReview, on_delete=models.PROTECT, related_name="confirmations"
    )
    round = models.PositiveSmallIntegerField()
    again = models.PositiveSmallIntegerField(default=0)
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=20, choices=Answer)
    outcome = models.CharField(max_length=40)
    confirmed_at = models.DateTimeField()
    reasons = Sealed(seal="confirmation.reasons", null=True)
    # All that the decision rested on, as it stood when this was given.
    confirmed = SealedJSON(seal="confirmation.confirmed", null=True)

    class Meta:
        ordering = ["confirmed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["rapid_review", "round", "seat", "again"],
                name="one_confirmation_a_seat",
            )
        ]
