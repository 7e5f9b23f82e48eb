"""What went to the Panel and the national bodies, and what they answered."""

from django.db import models
from django.db.models import Q

from heed import clock
from heed.cases.models import CaseRow
from heed.cases.models.beside_the_list import OpenToSome
from heed.partnership.queries import roles_everywhere
from heed.rulebook.language import Role
from heed.rulebook.roles import THE_PANEL
from heed.vault.fields import Sealed


def _paper():
    return models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )


class Submissions(OpenToSome):
    """What was sent is seen by who may open the case, and is open to the Panel's people
    in its partnership: this, and nothing else of the case."""

    def condition(self, person, *, at):
        held = roles_everywhere(person, clock.london_date(at))
        where = {partnership for partnership, role in held if role in THE_PANEL}
        return Q(partnership__in=where) if where else None


class Submission(CaseRow):
    """The rapid review as it went to the Panel: the files as they stood at that moment,
    the route, the proof of sending."""

    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    route = Sealed(seal="submission.route")
    missing = models.JSONField(default=list)
    named = models.BooleanField(default=False)
    as_sent = _paper()
    as_pdf = _paper()
    as_json = _paper()
    proof_file = _paper()
    late_reason = Sealed(seal="submission.late_reason", null=True)
    proof = Sealed(seal="submission.proof", null=True)

    objects = Submissions.as_manager()

    class Meta:
        ordering = ["number"]

    @property
    def files(self) -> dict:
        """What was sent, by its form: Word, PDF, JSON; as far as each was made."""
        kept = {"docx": self.as_sent, "pdf": self.as_pdf, "json": self.as_json}
        return {form: document for form, document in kept.items() if document}

    def open_to(self, person, *, at) -> set[Role]:
        """The Panel's people answer to what was sent to them."""
        held = roles_everywhere(person, clock.london_date(at))
        here = {role for where, role in held if where == self.partnership_id}
        return {Role(role) for role in here & THE_PANEL}


class PanelLetter(CaseRow):
    """What the Panel answered, word by word, and what it comes to."""

    answer = models.CharField(max_length=40)
    dated_on = models.DateField()
    recorded_at = models.DateTimeField()
    letter_file = _paper()
    # The day by which it is to be answered, as agreed with the Panel.
    agreed_on = models.DateField(null=True)
    # What it says of the quality, by the matters of the rulebook.
    feedback = models.JSONField(default=dict)
    words = Sealed(seal="panel_letter.words", null=True)
    feedback_words = Sealed(seal="panel_letter.feedback_words", null=True)

    class Meta:
        ordering = ["dated_on", "recorded_at"]


class AskedByPanel(CaseRow):
    """One thing that the Panel asks for in a letter, open until a version answers."""

    letter = models.ForeignKey(
        PanelLetter, on_delete=models.PROTECT, related_name="asks"
    )
    number = models.PositiveSmallIntegerField()
    answered_in = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="answers", null=True
    )
    words = Sealed(seal="asked_by_panel.words")

    class Meta:
        ordering = ["letter__dated_on", "letter__recorded_at", "number"]


class ReplyToPanel(CaseRow):
    """What the partners replied to a letter of the Panel."""

    letter = models.ForeignKey(
        PanelLetter, on_delete=models.PROTECT, related_name="replies"
    )
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)
    words = Sealed(seal="reply_to_panel.words")

    class Meta:
        ordering = ["written_at"]


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
