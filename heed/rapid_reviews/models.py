"""What is kept of a rapid review: requests, answers, meetings, decisions, letters."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.rulebook.language import Seat
from heed.vault.fields import Sealed, SealedJSON


class RapidReview(CaseRow):
    """The rapid review of a case: its parts as they are written, version by version
    when the Panel asks for more."""

    opened_at = models.DateTimeField()
    without_statute = models.BooleanField(default=False)
    proposed_outcome = models.CharField(max_length=40, blank=True)
    national_view = models.CharField(max_length=20, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    decided_outcome = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True)
    parts = SealedJSON(seal="rapid_review.parts", null=True)
    proposed_reasons = Sealed(seal="rapid_review.proposed_reasons", null=True)
    national_reasons = Sealed(seal="rapid_review.national_reasons", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_rapid_review_a_case")
        ]


class AgencyRequest(CaseRow):
    """A question to one organisation, answered by a link and a second secret.

    The link alone shows nothing; the secret is told by telephone and binds the link to
    one browser session."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        OPENED = "opened", "Opened"
        RETURNED = "returned", "Answered"
        NIL = "nil", "Not known to them"
        REFUSED = "refused", "Declined"
        REVOKED = "revoked", "Taken back"

    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=20, choices=State, default=State.ASKED)
    sent_at = models.DateTimeField()
    due_on = models.DateField()
    expires_on = models.DateField()
    link_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=200)
    code_tries = models.PositiveSmallIntegerField(default=0)
    bound_to = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    to_address = Sealed(seal="agency_request.to_address")
    asked_for = Sealed(seal="agency_request.asked_for")
    code_to_read_out = Sealed(seal="agency_request.code_to_read_out", null=True)
    refusal = Sealed(seal="agency_request.refusal", null=True)

    class Meta:
        ordering = ["organisation__name"]

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.ASKED, self.State.OPENED}

    @property
    def has_answered(self) -> bool:
        return self.state in {self.State.RETURNED, self.State.NIL}


class AgencyAnswer(CaseRow):
    """What an organisation answered. A later answer is a new one; none is lost."""

    class Kind(models.TextChoices):
        NOT_KNOWN = "not_known", "Not known to us"
        SUMMARY = "summary", "What we know"

    request = models.ForeignKey(
        AgencyRequest, on_delete=models.PROTECT, related_name="answers"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()
    came_by = models.CharField(max_length=20, default="link")
    children_searched = models.BooleanField(default=False)
    adults_searched = models.BooleanField(default=False)
    records_secured = models.BooleanField(default=False)
    author_independent = models.BooleanField(default=False)
    author = Sealed(seal="agency_answer.author")
    checked_by = Sealed(seal="agency_answer.checked_by", null=True)
    systems_searched = Sealed(seal="agency_answer.systems_searched", null=True)
    period = Sealed(seal="agency_answer.period", null=True)
    summary = Sealed(seal="agency_answer.summary", null=True)
    worked_well = Sealed(seal="agency_answer.worked_well", null=True)
    learning = Sealed(seal="agency_answer.learning", null=True)
    immediate_actions = Sealed(seal="agency_answer.immediate_actions", null=True)
    other_agencies = Sealed(seal="agency_answer.other_agencies", null=True)

    class Meta:
        ordering = ["answered_at"]


class Meeting(CaseRow):
    """A meeting of the group: who came, who sent apologies, who declared what."""

    held_on = models.DateField()
    recorded_at = models.DateTimeField()
    attended = SealedJSON(seal="meeting.attended")
    apologies = Sealed(seal="meeting.apologies", null=True)
    interests = Sealed(seal="meeting.interests", null=True)
    minutes = Sealed(seal="meeting.minutes", null=True)

    class Meta:
        ordering = ["held_on"]


class Confirmation(CaseRow):
    """One partner's own confirmation of the decision, or dissent, for its own body."""

    class Answer(models.TextChoices):
        AGREES = "agrees", "I confirm this decision"
        DISSENTS = "dissents", "I dissent"

    rapid_review = models.ForeignKey(
        RapidReview, on_delete=models.PROTECT, related_name="confirmations"
    )
    round = models.PositiveSmallIntegerField()
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=20, choices=Answer)
    outcome = models.CharField(max_length=40)
    confirmed_at = models.DateTimeField()
    reasons = Sealed(seal="confirmation.reasons", null=True)

    class Meta:
        ordering = ["confirmed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["rapid_review", "round", "seat"], name="one_confirmation_a_seat"
            )
        ]


class Submission(CaseRow):
    """The rapid review as it went to the Panel: the file, the route, the proof."""

    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    route = models.CharField(max_length=120)
    missing = models.JSONField(default=list)
    late_reason = Sealed(seal="submission.late_reason", null=True)
    proof = Sealed(seal="submission.proof", null=True)

    class Meta:
        ordering = ["number"]


class PanelLetter(CaseRow):
    """What the Panel answered, word by word, and what it comes to."""

    answer = models.CharField(max_length=40)
    dated_on = models.DateField()
    recorded_at = models.DateTimeField()
    words = Sealed(seal="panel_letter.words", null=True)
    reply = Sealed(seal="panel_letter.reply", null=True)

    class Meta:
        ordering = ["dated_on", "recorded_at"]


class Told(CaseRow):
    """That the Panel, the Department for Education or Ofsted was told something by its
    own route, and how that is proven."""

    body = models.CharField(max_length=40)
    what = models.CharField(max_length=60)
    told_on = models.DateField()
    recorded_at = models.DateTimeField()
    route = models.CharField(max_length=120)
    proof = Sealed(seal="told.proof", null=True)

    class Meta:
        ordering = ["told_on"]
