"""What is kept of the release: at which moment it goes out by itself, and under the
names of which partnerships."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow
from heed.publications.models.texts import AnswerOnPublication, Publication
from heed.rulebook.language import Seat
from heed.rulebook.outcomes import PublicationDecision
from heed.vault.fields import Sealed


def _person():
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )


class Release(CaseRow):
    """The manager's word that everything goes out by itself at a moment, as the
    partners had decided then. It ends when it has gone out, when it could not go out at
    that moment, or when it was taken back."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="releases"
    )
    release_at = models.DateTimeField()
    decision = models.CharField(
        max_length=30, choices=[(d, d) for d in PublicationDecision], blank=True
    )
    arranged_at = models.DateTimeField()
    arranged_by = _person()
    released_at = models.DateTimeField(null=True)
    lapsed_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    reasons = Sealed(seal="release.reasons", null=True)
    barred_by = Sealed(seal="release.barred_by", null=True)

    class Meta:
        ordering = ["arranged_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication"],
                condition=Q(released_at=None, lapsed_at=None, taken_back_at=None),
                name="one_release_waits",
            )
        ]

    @property
    def waits(self) -> bool:
        """Whether it is still to go out."""
        return not (self.released_at or self.lapsed_at or self.taken_back_at)


class Joining(CaseRow):
    """That two partnerships publish under both names: put before the partners of each,
    who answer for their own. It stands when both have agreed."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="joinings"
    )
    share = models.ForeignKey(
        "cases.CaseShare", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=200)
    taken_back_at = models.DateTimeField(null=True)
    reasons = Sealed(seal="joining.reasons")

    class Meta:
        ordering = ["proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "share"],
                condition=Q(taken_back_at=None),
                name="one_joining_an_area",
            )
        ]


class JoiningAnswer(CaseRow):
    """One partner's answer, for its own body in its own area, to publishing jointly."""

    joining = models.ForeignKey(
        Joining, on_delete=models.PROTECT, related_name="answers"
    )
    area = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = _person()
    answer = models.CharField(max_length=20, choices=AnswerOnPublication.Answer)
    answered_at = models.DateTimeField()
    reasons = Sealed(seal="joining_answer.reasons")

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["joining", "area", "seat"], name="one_answer_a_body"
            )
        ]
