"""The people in a case. Who they are is sealed; what is counted is coded and clear."""

from django.conf import settings
from django.db import models

from heed.cases.models.spine import CaseRow, FamilyRows
from heed.vault.fields import Sealed, SealedDate, SealedJSON


class Child(CaseRow):
    """A child who was harmed or died, or a brother or sister."""

    class ChosenBy(models.TextChoices):
        FAMILY = "family", "The family"
        YOUNG_PERSON = "young_person", "The child or young person"
        US = "us", "We did, for the partnership"

    number = models.PositiveSmallIntegerField()
    pseudonym = models.CharField(max_length=60, blank=True)
    pseudonym_chosen_by = models.CharField(max_length=20, choices=ChosenBy, blank=True)
    role = models.CharField(max_length=20, default="subject")
    status = models.CharField(max_length=20, default="unknown")
    age_band = models.CharField(max_length=20, blank=True)
    sex = Sealed(seal="child.sex", null=True)
    ethnicity = models.CharField(max_length=10, blank=True)
    harm = models.CharField(max_length=40, blank=True)
    legal_status = models.CharField(max_length=40, blank=True)
    placement = models.CharField(max_length=40, blank=True)
    given_name = Sealed(seal="child.given_name", null=True)
    family_name = Sealed(seal="child.family_name", null=True)
    also_known_as = SealedJSON(seal="child.also_known_as", null=True)
    # From before an adoption, a protection or a change of life: never to print.
    former_names = SealedJSON(seal="child.former_names", null=True)
    born_on = SealedDate(seal="child.born_on", null=True)
    born_as_typed = Sealed(seal="child.born_as_typed", null=True)
    due_on = SealedDate(seal="child.due_on", null=True)
    died_on = SealedDate(seal="child.died_on", null=True)
    address = Sealed(seal="child.address", null=True)
    identifiers = SealedJSON(seal="child.identifiers", null=True)
    religion = Sealed(seal="child.religion", null=True)
    language = Sealed(seal="child.language", null=True)
    immigration = Sealed(seal="child.immigration", null=True)
    disabled = Sealed(seal="child.disabled", null=True)
    needs = Sealed(seal="child.needs", null=True)
    looked_after_by = Sealed(seal="child.looked_after_by", null=True)
    parental_responsibility = Sealed(seal="child.parental_responsibility", null=True)
    plans = SealedJSON(seal="child.plans", null=True)
    plan_words = Sealed(seal="child.plan_words", null=True)
    education = Sealed(seal="child.education", null=True)
    school = Sealed(seal="child.school", null=True)
    notes = Sealed(seal="child.notes", null=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_child_a_number"
            )
        ]

    @property
    def shown_as(self) -> str:
        return self.pseudonym or f"Child {self.number}"


class FamilyMember(CaseRow):
    """Somebody who counts as family or matters to the child."""

    class TakingPart(models.TextChoices):
        NOT_ASKED = "not_asked", "Not asked yet"
        ASKED = "asked", "Asked, and thinks about it"
        TAKES_PART = "takes_part", "Wishes to take part"
        LATER = "later", "Wishes to be asked again later"
        DECLINES = "declines", "Does not wish to take part"

    number = models.PositiveSmallIntegerField()
    relationship = Sealed(seal="family.relationship")
    pseudonym = models.CharField(max_length=60, blank=True)
    taking_part = models.CharField(
        max_length=20, choices=TakingPart, default=TakingPart.NOT_ASKED
    )
    must_not_be_contacted = models.BooleanField(default=False)
    must_not_be_told_address = models.BooleanField(default=False)
    needs_interpreter = models.BooleanField(default=False)
    name = Sealed(seal="family.name", null=True)
    also_known_as = SealedJSON(seal="family.also_known_as", null=True)
    former_names = SealedJSON(seal="family.former_names", null=True)
    born_on = SealedDate(seal="family.born_on", null=True)
    contact = Sealed(seal="family.contact", null=True)
    language = Sealed(seal="family.language", null=True)
    advocate = Sealed(seal="family.advocate", null=True)
    wishes = Sealed(seal="family.wishes", null=True)
    dates_to_avoid = Sealed(seal="family.dates_to_avoid", null=True)
    name_chosen = Sealed(seal="family.name_chosen", null=True)

    objects = FamilyRows.as_manager()

    class Meta:
        ordering = ["case", "number"]

    @property
    def shown_as(self) -> str:
        return self.pseudonym or f"{self.relationship.capitalize()} {self.number}"


class FamilyRecord(CaseRow):
    """Who keeps in touch with the family, and what is known of their wishes."""

    contact_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    contact_named_at = models.DateTimeField(null=True)
    who_counts = Sealed(seal="family_record.who_counts", null=True)
    child_called = Sealed(seal="family_record.child_called", null=True)
    not_told_because = Sealed(seal="family_record.not_told_because", null=True)
    # What was agreed that they hear of the decision; or why they hear nothing yet.
    decision_held_back = models.BooleanField(default=False)
    decision_told_as = Sealed(seal="family_record.decision_told_as", null=True)
    decision_untold_because = Sealed(
        seal="family_record.decision_untold_because", null=True
    )

    objects = FamilyRows.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_family_record_a_case")
        ]


class FamilyContact(CaseRow):
    """What was told to whom in the family, when, how and by whom."""

    class How(models.TextChoices):
        VISIT = "visit", "Visit"
        TELEPHONE = "telephone", "Telephone"
        LETTER = "letter", "Letter"
        EMAIL = "email", "Email"
        THROUGH_SOMEBODY = "through_somebody", "Through somebody they trust"

    class About(models.TextChoices):
        REVIEW_BEGINS = "review_begins", "That a review takes place, and what it is"
        TAKING_PART = "taking_part", "How they may take part"
        DECISION = "decision", "What was decided, and why"
        DRAFT_OFFERED = "draft_offered", "They were offered the draft report"
        DRAFT_READ = "draft_read", "They read the draft report"
        PUBLICATION_DATE = "publication_date", "They were told the day of publication"

    member = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="contacts", null=True
    )
    happened_on = models.DateField()
    how = models.CharField(max_length=40, choices=How)
    about = models.CharField(max_length=40, choices=About, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    what_was_said = Sealed(seal="family_contact.what_was_said")

    objects = FamilyRows.as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
