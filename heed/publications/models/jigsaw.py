"""What others have made public already, and what came of trying to put it together."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow
from heed.publications.models.texts import Paper, Publication
from heed.vault.fields import Sealed


def _person(**options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options
    )


class KnownInPublic(CaseRow):
    """A line of the jigsaw sheet: what somebody has made public of a case, or that
    somebody looked there and found nothing."""

    class Source(models.TextChoices):
        MEDIA = "media", "Newspapers, broadcasters and their sites"
        COURT = "court", "A court, its lists and its judgments"
        INQUEST = "inquest", "An inquest"
        SOCIAL_MEDIA = "social_media", "Social media and neighbours"
        OTHER = "other", "Elsewhere"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="known_in_public"
    )
    source = models.CharField(max_length=20, choices=Source)
    nothing_found = models.BooleanField()
    looked_on = models.DateField()
    recorded_at = models.DateTimeField()
    person = _person()
    where = Sealed(seal="known_in_public.where")
    what = Sealed(seal="known_in_public.what", null=True)
    together = Sealed(seal="known_in_public.together", null=True)

    class Meta:
        ordering = ["source", "looked_on", "recorded_at"]


class AttemptToIdentify(CaseRow):
    """A second reader tried to find out who a text is about, as a stranger would: one
    of the papers, or what the library keeps beside them, where that is all there is."""

    class Outcome(models.TextChoices):
        NOBODY = "nobody", "No: I could not tell who it is about"
        SOMEBODY = "somebody", "Yes, or perhaps: I came to somebody or to a place"

    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, related_name="attempts", null=True
    )
    library_id = models.UUIDField(null=True)
    content_hash = models.CharField(max_length=64)
    attempted_at = models.DateTimeField()
    person = _person()
    minutes = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    pictures_seen = models.BooleanField()
    answered_at = models.DateTimeField(null=True)
    answered_by = _person(null=True)
    how = Sealed(seal="attempt_to_identify.how")
    found = Sealed(seal="attempt_to_identify.found", null=True)
    answer = Sealed(seal="attempt_to_identify.answer", null=True)

    class Meta:
        ordering = ["attempted_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paper=None) | Q(library_id=None),
                name="an_attempt_is_of_one_text",
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether somebody was found, and nobody has said what was done about it."""
        return self.outcome == self.Outcome.SOMEBODY and self.answered_at is None
