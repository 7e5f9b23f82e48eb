"""What is kept of publishing: decided, checked, approved, sent and handed down.

What becomes public lies sealed until it is public: a report that is not yet safe is as
secret as the case."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow
from heed.rulebook.language import Seat
from heed.rulebook.outcomes import EarlyReason, PublicationDecision
from heed.vault.fields import Sealed, SealedJSON


def _person(**options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options
    )


def _organisation():
    return models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )


class Publication(CaseRow):
    """What becomes public of a case, from the partners' decision to taking it down."""

    class Place(models.TextChoices):
        LIBRARY = "library", "In the library"
        OWN_SITE = "own_site", "On the partnership’s own site"

    decision = models.CharField(
        max_length=30, choices=[(d, d) for d in PublicationDecision], blank=True
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    expected_on = models.DateField(null=True)
    look_again_on = models.DateField(null=True)
    proposed_decision = models.CharField(
        max_length=30, choices=[(d, d) for d in PublicationDecision], blank=True
    )
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.CharField(max_length=200, blank=True)
    proposed_expected_on = models.DateField(null=True)
    proposed_look_again_on = models.DateField(null=True)
    round = models.PositiveSmallIntegerField(default=0)
    planned_on = models.DateField(null=True)
    planned_for = models.DateTimeField(null=True)
    planned_at = models.DateTimeField(null=True)
    published_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    days_short = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=10, choices=Place, blank=True)
    own_address = models.URLField(blank=True, max_length=500)
    own_published_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = _person(null=True)
    withdrawal_confirmed_at = models.DateTimeField(null=True)
    withdrawal_confirmed_by = models.CharField(max_length=200, blank=True)
    removal_agreed_by = _person(null=True)
    removed_at = models.DateTimeField(null=True)
    deposited_on = models.DateField(null=True)
    review_id = models.UUIDField(default=uuid.uuid4, editable=False)
    deposit = Sealed(seal="publication.deposit", null=True)
    proposed_reasons = Sealed(seal="publication.proposed_reasons", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_publication_a_case")
        ]

    @property
    def is_public(self) -> bool:
        """Whether anybody can read it now."""
        return bool(self.published_on and not self.is_away)

    @property
    def is_away(self) -> bool:
        """Whether it was public and was taken off."""
        return bool(self.withdrawn_at or self.removed_at)

    @property
    def is_briefing_alone(self) -> bool:
        """Whether a briefing stands for the report, and nothing beside it."""
        return self.decision == PublicationDecision.BRIEFING_ONLY

    def was_taken_off_since(self, moment) -> bool:
        """Whether it was withdrawn or taken down at or after a moment."""
        taken_off = (self.withdrawn_at, self.removed_at)
        return any(when is not None and when >= moment for when in taken_off)


class AnswerOnPublication(CaseRow):
    """One partner's answer, for its own body, to a decision put before the three."""

    class Answer(models.TextChoices):
        AGREES = "agrees", "I agree"
        DISSENTS = "dissents", "I dissent"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="answers"
    )
    round = models.PositiveSmallIntegerField()
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = _person()
    answer = models.CharField(max_length=20, choices=Answer)
    answered_at = models.DateTimeField()
    reasons = Sealed(seal="answer_on_publication.reasons")

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "round", "seat"], name="one_answer_a_seat"
            )
        ]


class Paper(CaseRow):
    """One text that becomes public: the report, what stands for it, or what belongs
    beside it.

    `words` are those that we write ourselves: the summary, the content notice, and the
    whole text of what is not the reviewer's. Her report stays in the review."""

    class Kind(models.TextChoices):
        REPORT = "report", "The report"
        IMPROVEMENTS = "improvements", "The improvements"
        SUMMARY = "summary", "The summary and the lessons"
        RECOMMENDATIONS = "recommendations", "The recommendations and what came of them"
        RESPONSE = "response", "The partnership’s response"
        STATEMENT = "statement", "The statement"
        EASY_READ = "easy_read", "The easy-read version"
        ADDENDUM = "addendum", "The addendum"
        FOLLOW_UP = "follow_up", "The follow-up"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="papers"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    library_id = models.UUIDField(default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=120, blank=True)
    written_at = models.DateTimeField()
    written_by = _person(null=True)
    writers = models.JSONField(default=list)
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )
    published_hash = models.CharField(max_length=64, blank=True)
    published_on = models.DateField(null=True)
    days_away = models.PositiveIntegerField(default=0)
    corrected_on = models.JSONField(default=list)
    words = SealedJSON(seal="paper.words")

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "kind"], name="one_paper_a_kind"
            ),
            models.UniqueConstraint(
                fields=["partnership", "slug"],
                condition=~Q(slug=""),
                name="one_paper_an_address",
            ),
        ]


class Scan(CaseRow):
    """A search of exactly one text for what could identify somebody."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="scans")
    content_hash = models.CharField(max_length=64)
    scanner = models.CharField(max_length=16, blank=True)
    scanned_at = models.DateTimeField()
    scanned_by = models.CharField(max_length=200)
    findings = SealedJSON(seal="scan.findings")
    left_behind = SealedJSON(seal="scan.left_behind")
    register_mark = Sealed(seal="scan.register_mark")

    class Meta:
        ordering = ["scanned_at"]


class Approval(CaseRow):
    """One approver's approval of exactly one text. Another text is not approved."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="approvals")
    content_hash = models.CharField(max_length=64)
    person = _person()
    organisation = _organisation()
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["approved_at"]


class Clearance(CaseRow):
    """What somebody says about proceedings and orders that bear on publication."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="clearances"
    )
    person = _person()
    role = models.CharField(max_length=40)
    cleared_at = models.DateTimeField()
    looked_at = models.JSONField(default=list)
    words = Sealed(seal="clearance.words")

    class Meta:
        ordering = ["cleared_at"]


class FamilyNotTold(CaseRow):
    """One person's acceptance of why the family was not offered the draft, not told the
    day, or not asked about the words on the child. It takes two."""

    class About(models.TextChoices):
        DRAFT = "draft", "They were not offered the draft"
        DAY = "day", "They were not told the day of publication"
        WORDS = "words", "They were not asked about the words on who the child is"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="family_not_told"
    )
    about = models.CharField(max_length=10, choices=About)
    person = _person()
    accepted_at = models.DateTimeField()
    reasons = Sealed(seal="family_not_told.reasons")

    class Meta:
        ordering = ["accepted_at"]


class AdvanceCopy(CaseRow):
    """One text exactly as it went ahead to a national body, by its own route."""

    class Body(models.TextChoices):
        PANEL = "panel", "The Panel"
        SECRETARY_OF_STATE = "secretary_of_state", "The Secretary of State"
        OFSTED = "ofsted", "Ofsted"

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="copies"
    )
    kind = models.CharField(
        max_length=20, choices=Paper.Kind, default=Paper.Kind.REPORT
    )
    body = models.CharField(max_length=20, choices=Body)
    sent_on = models.DateField()
    recorded_at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    route = Sealed(seal="advance_copy.route")
    proof = Sealed(seal="advance_copy.proof", null=True)

    class Meta:
        ordering = ["sent_on", "body"]


class NotMaterial(CaseRow):
    """One partner's record that what changed in a text after the copies went is not
    material. It holds for exactly the text that it names, and takes two bodies."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="not_material"
    )
    kind = models.CharField(max_length=20, choices=Paper.Kind)
    content_hash = models.CharField(max_length=64)
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = _person()
    recorded_at = models.DateTimeField()
    words = Sealed(seal="not_material.words")

    class Meta:
        ordering = ["recorded_at"]


class Comment(CaseRow):
    """What a national body says about publication, and what the partners reply."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="comments"
    )
    body = models.CharField(max_length=20, choices=AdvanceCopy.Body)
    received_on = models.DateField()
    recorded_at = models.DateTimeField()
    replied_at = models.DateTimeField(null=True)
    replied_by = models.CharField(max_length=200, blank=True)
    words = Sealed(seal="publication_comment.words")
    reply = Sealed(seal="publication_comment.reply", null=True)

    class Meta:
        ordering = ["received_on", "recorded_at"]


class EarlyException(CaseRow):
    """One partner's record of why it may be public before seven working days."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="early"
    )
    reason = models.CharField(max_length=50, choices=[(r, r) for r in EarlyReason])
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = _person()
    recorded_at = models.DateTimeField()
    words = Sealed(seal="early_exception.words")

    class Meta:
        ordering = ["recorded_at"]


class OwnSiteCheck(CaseRow):
    """Somebody looked whether the report still stands at its own address."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="checks"
    )
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=200)
    stands = models.BooleanField()
    note = Sealed(seal="own_site_check.note", null=True)

    class Meta:
        ordering = ["checked_on"]
