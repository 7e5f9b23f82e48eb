"""What is kept of learning. Whether an action was done and whether children are better
protected are two questions, kept and signed apart."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRow
from heed.cases.models.beside_the_list import (
    OpenToSome,
    leads,
    of_led_organisations,
    organisations_led_by,
)
from heed.rulebook.gone import LABELS
from heed.rulebook.language import Role
from heed.rulebook.process.stages import PUBLISHING, REVIEWING
from heed.rulebook.themes import theme_names
from heed.vault.fields import Sealed, SealedJSON


def _person(**options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options
    )


def _organisation():
    return models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )


class Recommendations(OpenToSome):
    """A recommendation is open to the safeguarding leads of its addressees."""

    def condition(self, person, *, at):
        led = of_led_organisations(person, at=at)
        if led is None:
            return None
        addressed = Addressee.objects.filter(led)
        return Q(pk__in=addressed.values("recommendation_id"))


class Addressees(OpenToSome):
    def condition(self, person, *, at):
        return of_led_organisations(person, at=at)


class Actions(OpenToSome):
    """An action is open to its owner, and to the leads of the owner's organisation."""

    def condition(self, person, *, at):
        hers, led = Q(owner=person), of_led_organisations(person, at=at)
        return hers if led is None else hers | led


class Recommendation(CaseRow):
    """What should change, or a finding with a question for the partnership."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        FINDING = "finding", "Finding with a question for the partnership"

    class Scope(models.TextChoices):
        LOCAL = "local", "Local"
        REGIONAL = "regional", "Regional"
        NATIONAL = "national", "National"

    class Aim(models.TextChoices):
        SYSTEM = "system", "How the system works"
        PRACTICE = "practice", "Practice"
        POLICY = "policy", "Policy and procedure"
        TRAINING = "training", "Training and development"

    class Origin(models.TextChoices):
        RAPID_REVIEW = "rapid_review", "The rapid review"
        REVIEW = "review", "The review"
        OTHER = "other", "Elsewhere"

    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    scope = models.CharField(max_length=20, choices=Scope)
    aim = models.CharField(max_length=20, choices=Aim)
    origin = models.CharField(max_length=20, choices=Origin)
    multi_agency = models.BooleanField()
    themes = models.JSONField(default=list)
    due_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    text = Sealed(seal="recommendation.text")
    intended_change = Sealed(seal="recommendation.intended_change")

    objects = Recommendations.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_recommendation_a_number"
            )
        ]

    @property
    def theme_names(self) -> tuple[str, ...]:
        return theme_names(self.themes)

    def open_to(self, person, *, at) -> set[Role]:
        """Safeguarding leads of those addressed plan their own actions for it."""
        led = organisations_led_by(person, at=at)
        ours = self.addressees.filter(organisation__in=led).exists()
        return {Role.SAFEGUARDING_LEAD} if ours else set()


class Addressee(CaseRow):
    """An organisation that a recommendation is addressed to, and what it answers."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="addressees"
    )
    organisation = _organisation()
    answer = models.CharField(max_length=20, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    reasons = Sealed(seal="recommendation_answer.reasons", null=True)

    objects = Addressees.as_manager()

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "organisation"],
                name="one_addressee_an_organisation",
            )
        ]

    def open_to(self, person, *, at) -> set[Role]:
        """A safeguarding lead answers for her own organisation."""
        ours = leads(person, self.organisation_id, at=at)
        return {Role.SAFEGUARDING_LEAD} if ours else set()


class Action(CaseRow):
    """Something to be done: by whom, until when, and how it stands.

    Its date is a deadline of the case; later dates stand beside it. Overdue is worked
    out on the day and never kept."""

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", "Not started"
        ON_TRACK = "on_track", "On track"
        AT_RISK = "at_risk", "At risk"
        COMPLETE = "complete", "Complete"
        NOT_PROGRESSED = "not_progressed", "Not progressed, with reasons"
        SUPERSEDED = "superseded", "Replaced by another action"

    OPEN = frozenset({Status.NOT_STARTED, Status.ON_TRACK, Status.AT_RISK})

    number = models.PositiveSmallIntegerField()
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="actions", null=True
    )
    owner = _person()
    organisation = _organisation()
    starts_on = models.DateField()
    deadline = models.ForeignKey(
        "cases.Deadline", on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.NOT_STARTED)
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=200)
    reopened_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replaces", null=True
    )
    text = Sealed(seal="action.text")
    measure = Sealed(seal="action.measure", null=True)

    objects = Actions.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_action_a_number"
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    def open_to(self, person, *, at) -> set[Role]:
        """The owner tells how it goes; the lead of the organisation signs off."""
        roles = {Role.AGENCY_CONTRIBUTOR} if person.pk == self.owner_id else set()
        if leads(person, self.organisation_id, at=at):
            roles.add(Role.SAFEGUARDING_LEAD)
        return roles


class Ending(CaseRow):
    """How an action ended, signed off by another than its owner. A reopened action
    keeps the ending that it had."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="endings")
    status = models.CharField(max_length=20, choices=Action.Status)
    ended_at = models.DateTimeField()
    ended_by = models.CharField(max_length=200)
    done_on = models.DateField(null=True)
    evidence_dated_on = models.DateField(null=True)
    words = Sealed(seal="action_ending.words")
    evidence = Sealed(seal="action_ending.evidence", null=True)

    class Meta:
        ordering = ["-ended_at"]


class Progress(CaseRow):
    """What the owner, or somebody for her, says of an action on a day."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=Action.Status)
    words = Sealed(seal="action_progress.words")

    class Meta:
        ordering = ["-given_at"]


class Impact(CaseRow):
    """What was found when somebody looked whether an action helped children."""

    class Method(models.TextChoices):
        AUDIT = "audit", "An audit"
        DIP_SAMPLE = "dip_sample", "A dip sample of records"
        SURVEY = "survey", "A survey"
        DATA = "data", "Figures"
        VOICES = "voices", "What children and families say"
        OTHER = "other", "Another way"

    class Judgement(models.TextChoices):
        NOT_YET = "not_yet", "No change yet: to be looked at again"
        SOME = "some", "Some change"
        SUSTAINED = "sustained", "A change that lasts"
        NONE = "none", "No change was found"
        CANNOT_TELL = "cannot_tell", "It cannot be told"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="impacts")
    looked_on = models.DateField()
    method = models.CharField(max_length=20, choices=Method)
    judgement = models.CharField(max_length=20, choices=Judgement)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    assured_at = models.DateTimeField(null=True)
    assured_by = models.CharField(max_length=200, blank=True)
    measure = Sealed(seal="impact.measure")
    evidence = Sealed(seal="impact.evidence")

    class Meta:
        ordering = ["-looked_on", "-recorded_at"]


class Briefing(CaseRow):
    """A seven-minute briefing: written here, checked, approved, handed down.

    Its words are sealed until two people have approved exactly these."""

    number = models.PositiveSmallIntegerField()
    library_id = models.UUIDField(default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    writers = models.JSONField(default=list)
    edition = models.PositiveIntegerField(default=0)
    with_report = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    handed_down_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = _person(null=True)
    withdrawal_confirmed_at = models.DateTimeField(null=True)
    withdrawal_confirmed_by = models.CharField(max_length=200, blank=True)
    gone_because = models.CharField(
        max_length=20,
        blank=True,
        choices=[(each.value, label) for each, label in LABELS.items()],
    )
    content = SealedJSON(seal="briefing.content")
    published_content = SealedJSON(seal="briefing.published_content", null=True)
    refusal = Sealed(seal="briefing.refusal", null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_briefing_a_number"
            ),
            models.UniqueConstraint(
                fields=["partnership", "slug"],
                condition=~Q(slug=""),
                name="one_briefing_an_address",
            ),
        ]

    @property
    def is_public(self) -> bool:
        """Whether anybody can read an edition of it now."""
        return self.edition > 0 and self.withdrawn_at is None

    @property
    def goes_with_report(self) -> bool:
        """Whether it goes out by the decision on a report that is still on its way."""
        waits = self.with_report and not self.edition
        return waits and self.case.stage in REVIEWING | PUBLISHING


class BriefingApproval(CaseRow):
    """One person's approval of exactly these words. Other words are not approved."""

    briefing = models.ForeignKey(
        Briefing, on_delete=models.PROTECT, related_name="approvals"
    )
    content_hash = models.CharField(max_length=64)
    person = _person()
    organisation = _organisation()
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["approved_at"]
