"""What is kept of a rapid review: requests, answers, meetings, decisions, letters."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow, CaseRows
from heed.cases.models.beside_the_list import OpenToSome, leads, of_led_organisations
from heed.cases.models.links import OpenedByLink
from heed.rulebook.language import Role, Seat
from heed.rulebook.outcomes import ReviewDecision, label
from heed.rulebook.process.stages import FINISHED
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
    parts = SealedJSON(seal="rapid_review.parts", null=True)
    proposed_reasons = Sealed(seal="rapid_review.proposed_reasons", null=True)
    national_reasons = Sealed(seal="rapid_review.national_reasons", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_rapid_review_a_case")
        ]


def _paper():
    return models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )


class AgencyRequests(OpenToSome):
    """Requests are seen by who may open the case. Each is open by name to the
    safeguarding leads of the organisation that was asked, and no more than that one."""

    def visible_to(self, person, *, at):
        return CaseRows.visible_to(self, person, at=at)

    def condition(self, person, *, at):
        return of_led_organisations(person, at=at)


class AgencyRequest(OpenedByLink):
    """A question to one organisation, answered by a link and a second secret. Its
    safeguarding lead signs the answer off; the partners may require one in writing."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        OPENED = "opened", "Opened"
        RETURNED = "returned", "Answered"
        NIL = "nil", "Not known to them"
        REFUSED = "refused", "Declined"
        REVOKED = "revoked", "Taken back"

    WAITING = frozenset({State.ASKED, State.OPENED})
    ONE_BROWSER = True

    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=20, choices=State, default=State.ASKED)
    sent_at = models.DateTimeField()
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    required_at = models.DateTimeField(null=True)
    required_by = models.CharField(max_length=200, blank=True)
    to_address = Sealed(seal="agency_request.to_address")
    asked_for = Sealed(seal="agency_request.asked_for")
    code_to_read_out = Sealed(seal="agency_request.code_to_read_out", null=True)
    refusal = Sealed(seal="agency_request.refusal", null=True)
    requirement = Sealed(seal="agency_request.requirement", null=True)

    objects = AgencyRequests.as_manager()

    class Meta:
        ordering = ["organisation__name"]

    def opens_on(self, day) -> bool:
        """Until it is answered; to answer again takes a new code."""
        has_code = self.takes_an_answer and bool(self.code_hash)
        return has_code and self.case.stage not in FINISHED and day <= self.expires_on

    @property
    def takes_an_answer(self) -> bool:
        """Whether a first answer is waited for, or a better one would be taken."""
        return not self.closed_at and (self.is_open or self.has_answered)

    def open_to(self, person, *, at) -> set[Role]:
        """The safeguarding lead of the organisation answers for it."""
        ours = leads(person, self.organisation_id, at=at)
        return {Role.SAFEGUARDING_LEAD} if ours else set()

    @property
    def is_open(self) -> bool:
        return self.state in self.WAITING

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
    signed_off_at = models.DateTimeField(null=True)
    signed_off_by = models.CharField(max_length=200, blank=True)
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
        ordering = ["answered_at", "number"]


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


class ViewOnReview(CaseRow):
    """One body's view on whether to hold a review, before the decision is put before
    the three. The latest of each seat counts."""

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
    reasons = Sealed(seal="view_on_review.reasons", null=True)

    class Meta:
        ordering = ["given_at"]


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
