"""What went to the Panel and the national bodies, and what they answered."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed


def _paper():
    return models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )


class Submission(CaseRow):
    """The rapid review as it went to the Panel: the file as it stood at that moment,
    the route, the proof of sending."""

    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    route = Sealed(seal="submission.route")
    missing = models.JSONField(default=list)
    as_sent = _paper()
    proof_file = _paper()
    late_reason = Sealed(seal="submission.late_reason", null=True)
    proof = Sealed(seal="submission.proof", null=True)

    class Meta:
        ordering = ["number"]


class PanelLetter(CaseRow):
    """What the Panel answered, word by word, and what it comes to."""

    answer = models.CharField(max_length=40)
    dated_on = models.DateField()
    recorded_at = models.DateTimeField()
    letter_file = _paper()
    words = Sealed(seal="panel_letter.words", null=True)
    reply = Sealed(seal="panel_letter.reply", null=True)

    class Meta:
        ordering = ["dated_on", "recorded_at"]


class Told(CaseRow):
    """That the Panel, the Department for Education or Ofsted was told something by its
    own route, how that is proven, and what it answered."""

    class Body(models.TextChoices):
        PANEL = "panel", "The Panel"
        DFE = "dfe", "The Department for Education"
        OFSTED = "ofsted", "Ofsted"

    class What(models.TextChoices):
        LOCAL_REVIEW = "local_review", "That a local review is held"
        REVIEWER = "reviewer", "The name of the lead reviewer"
        RAPID_REVIEW = "rapid_review", "The rapid review"
        NOT_IN_FULL = "not_in_full", "Why a report is not published in full or at once"
        OTHER = "other", "Something else"

    body = models.CharField(max_length=40, choices=Body)
    what = models.CharField(max_length=60, choices=What)
    told_on = models.DateField()
    told_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    route = Sealed(seal="told.route")
    proof_file = _paper()
    answered_on = models.DateField(null=True)
    answer_file = _paper()
    proof = Sealed(seal="told.proof", null=True)
    answer = Sealed(seal="told.answer", null=True)

    class Meta:
        ordering = ["told_on"]
