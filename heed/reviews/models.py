"""What is kept of a local review. There is no field for blame."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow, CaseRows
from heed.cases.models.beside_the_list import OpenToSome
from heed.cases.models.links import OpenedByLink
from heed.rulebook.language import Role, Seat
from heed.vault.fields import Sealed, SealedJSON


class Review(CaseRow):
    """The local review of a case, from the day of the partners' decision."""

    started_at = models.DateTimeField()
    decided_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_review_a_case")
        ]


class Appointments(OpenToSome):
    """Rows of which one proposed reads no more than that she is proposed."""

    # Those of cases that a person may open. A proposal opens nothing of a case.
    visible_to = CaseRows.visible_to

    def condition(self, person, *, at):
        return Q(person=person, appointed_at=None, ended_at=None)


class Appointment(CaseRow):
    """A lead reviewer: proposed, independent as declared, appointed, perhaps ended."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=200, blank=True)
    declared_at = models.DateTimeField(null=True)
    on_paper_of = models.DateField(null=True)
    recorded_by = models.CharField(max_length=200, blank=True)
    worked_in_area = models.BooleanField(null=True)
    knows_people = models.BooleanField(null=True)
    appointed_at = models.DateTimeField(null=True)
    appointed_by = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    qualities = Sealed(seal="appointment.qualities")
    declaration = Sealed(seal="appointment.declaration", null=True)
    why_chosen = Sealed(seal="appointment.why_chosen", null=True)
    why_ended = Sealed(seal="appointment.why_ended", null=True)

    objects = Appointments.as_manager()

    class Meta:
        ordering = ["proposed_at"]

    def open_to(self, person, *, at) -> set[Role]:
        """Whoever is proposed declares for herself, before she is on any list."""
        hers = self.person_id == person.pk and self.is_proposed
        return {Role.LEAD_REVIEWER} if hers else set()

    @property
    def is_proposed(self) -> bool:
        return self.appointed_at is None and self.ended_at is None

    @property
    def has_ties(self) -> bool:
        return bool(self.worked_in_area or self.knows_people)

    @property
    def stands(self) -> bool:
        return self.appointed_at is not None and self.ended_at is None


class Terms(CaseRow):
    """Terms of reference. A change is a new version, never a silent one."""

    number = models.PositiveSmallIntegerField()
    agreed_at = models.DateTimeField()
    agreed_by = models.CharField(max_length=200)
    method = models.CharField(max_length=40)
    covers_from = models.DateField(null=True)
    covers_to = models.DateField(null=True)
    questions = SealedJSON(seal="terms.questions")
    scope = Sealed(seal="terms.scope", null=True)

    class Meta:
        ordering = ["number"]


class Event(CaseRow):
    """A meeting with practitioners, held to learn."""

    held_on = models.DateField()
    planned_at = models.DateTimeField()
    title = Sealed(seal="event.title")
    recorded_at = models.DateTimeField(null=True)
    what_was_said = Sealed(seal="event.what_was_said", null=True)
    support_given = Sealed(seal="event.support_given", null=True)

    class Meta:
        ordering = ["held_on"]


class Invitation(CaseRow):
    """A practitioner invited to an event, with support offered."""

    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, related_name="invitations"
    )
    organisation = models.CharField(max_length=200)
    invited_at = models.DateTimeField()
    support_offered = models.BooleanField(default=False)
    attended = models.BooleanField(null=True)
    name = Sealed(seal="event_invitation.name")
    work = Sealed(seal="event_invitation.work", null=True)

    class Meta:
        ordering = ["organisation"]


class AccountRequest(OpenedByLink):
    """A practitioner asked for their own account after an event, by a link and a code.
    What they say is theirs: the reviewer reads it, and nobody is blamed by it."""

    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="account_requests"
    )
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    to_address = Sealed(seal="account_request.to_address")
    code_to_read_out = Sealed(seal="account_request.code_to_read_out", null=True)

    class Meta:
        ordering = ["asked_at"]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class OwnAccount(CaseRow):
    """A practitioner's account in their own words. A later one stands beside the first;
    none is lost."""

    request = models.ForeignKey(
        AccountRequest, on_delete=models.PROTECT, related_name="accounts"
    )
    number = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()
    may_be_quoted = models.BooleanField(default=False)
    words = Sealed(seal="own_account.words")

    class Meta:
        ordering = ["given_at", "number"]


class WrittenRequest(CaseRow):
    """What the partners ask the reviewer for in writing, by when, and the answer."""

    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    words = Sealed(seal="written_request.words")
    answer = Sealed(seal="written_request.answer", null=True)

    class Meta:
        ordering = ["asked_at"]


class MonitoringNote(CaseRow):
    """A look at the time and the quality of the review, at regular intervals."""

    class Judgement(models.TextChoices):
        WELL = "well", "Going well"
        CONCERN = "concern", "Of concern"
        AT_RISK = "at_risk", "At risk"

    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=200)
    time = models.CharField(max_length=20, choices=Judgement)
    quality = models.CharField(max_length=20, choices=Judgement)
    note = Sealed(seal="monitoring_note.note")

    class Meta:
        ordering = ["noted_at"]


class ReportVersion(CaseRow):
    """The report at one version, read into blocks; the file as sent is kept beside it.

    A version made by accepting a change names the one that it came from."""

    number = models.PositiveSmallIntegerField()
    lodged_at = models.DateTimeField()
    lodged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )
    made_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    is_final_draft = models.BooleanField(default=False)
    content_hash = models.CharField(max_length=64)
    title = Sealed(seal="report_version.title")
    blocks = SealedJSON(seal="report_version.blocks")
    hidden = SealedJSON(seal="report_version.hidden", null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_report_version_a_number"
            )
        ]


class Finding(CaseRow):
    """What the reviewer found, in a few words of hers. It rests on rows of the
    chronology (heed/chronologies/findings.py), and may name its paragraph of the
    report."""

    number = models.PositiveSmallIntegerField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    anchor = models.CharField(max_length=120, blank=True)
    taken_out_at = models.DateTimeField(null=True)
    words = Sealed(seal="finding.words")

    class Meta:
        ordering = ["number"]


class AccuracyComment(CaseRow):
    """What somebody says about the facts in a version, and what was answered."""

    report = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="comments"
    )
    anchor = models.CharField(max_length=120, blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)
    answered_at = models.DateTimeField(null=True)
    words = Sealed(seal="accuracy_comment.words")
    answer = Sealed(seal="accuracy_comment.answer", null=True)

    class Meta:
        ordering = ["given_at"]


class Change(CaseRow):
    """A change to the reviewer's final draft, shown to her, accepted or disputed.

    Partners may ask, decline, or publish beside it; they never edit her findings."""

    class Answer(models.TextChoices):
        WAITING = "waiting", "Waiting for the reviewer"
        ACCEPTED = "accepted", "Accepted by the reviewer"
        DISPUTED = "disputed", "Disputed by the reviewer"

    report = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="changes"
    )
    anchor = models.CharField(max_length=120)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=200)
    # Whose words they are. With none but what the search suggested, nobody's.
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    as_suggested = models.BooleanField(default=False)
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True)
    before = Sealed(seal="report_change.before")
    after = Sealed(seal="report_change.after")
    reasons = Sealed(seal="report_change.reasons")
    answer_reasons = Sealed(seal="report_change.answer_reasons", null=True)

    class Meta:
        ordering = ["proposed_at"]


class Signature(CaseRow):
    """One partner's signature under one version of the report, dissent from it, or the
    refusal to put the body's name to it: each stands as it was given."""

    class Answer(models.TextChoices):
        SIGNS = "signs", "I sign this report for my body"
        DISSENTS = "dissents", "I dissent"
        DECLINES = "declines", "I decline to sign it"

    report = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="signatures"
    )
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=20, choices=Answer)
    signed_at = models.DateTimeField()
    reasons = Sealed(seal="report_signature.reasons")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "seat"], name="one_signature_a_seat"
            )
        ]


class ChildPortrait(CaseRow):
    """Who the child was, in words that the family agreed to if they wished."""

    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    family_agreed = models.BooleanField(default=False)
    words = Sealed(seal="child_portrait.words")

    class Meta:
        ordering = ["written_at"]
