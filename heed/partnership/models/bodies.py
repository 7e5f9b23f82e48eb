"""Partnerships, the agencies that belong to them and the days that they do not work."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from heed.partnership.addresses import AddressField
from heed.rulebook.roles import SEATS

ONE_DAY = timedelta(days=1)
SEAT_CHOICES = [(seat.value, label) for seat, label in SEATS.items()]


class Partnership(models.Model):
    """A local safeguarding children partnership, and how it has chosen to work.

    Partnerships in one installation see nothing of each other.
    """

    class DayCounting(models.TextChoices):
        EXCLUDE_TRIGGER = "exclude_trigger", "The day itself is not counted"
        INCLUDE_TRIGGER = "include_trigger", "The day itself is day one"

    class Trigger(models.TextChoices):
        SIN_SENT = "sin_sent", "the serious incident notification being sent"
        LA_AWARE = "la_aware", "the local authority becoming aware"
        PARTNERS_AWARE = "partners_aware", "the partners becoming aware"

    class LeadRequirement(models.TextChoices):
        NONE = "none", "The safeguarding lead need not be involved"
        CONSULTED = "consulted", "The safeguarding lead is consulted"
        NAMED = "named", "The safeguarding lead is named on the form"
        SIGNED = "signed", "The safeguarding lead signs the form"
        DECIDED = "decided", "The safeguarding lead decides whether to refer"

    class Naming(models.TextChoices):
        BIRDS = "birds", "Birds"
        TREES = "trees", "Trees"
        FLOWERS = "flowers", "Flowers"
        STONES = "stones", "Gemstones"
        LETTERS = "letters", "Letters"
        CHOSEN = "chosen", "A name chosen with the family"

    class Site(models.TextChoices):
        LIBRARY = "library", "Reports are published here"
        OWN_SITE = "own_site", "Reports are published on our own website"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    reference_prefix = models.CharField(max_length=8, default="C")
    created_at = models.DateTimeField()

    referral_address = AddressField(blank=True)
    business_unit_telephone = models.CharField(max_length=40, blank=True)
    front_door_telephone = models.CharField(max_length=40, blank=True)
    out_of_hours_telephone = models.CharField(max_length=40, blank=True)
    hours_watched = models.CharField(
        max_length=200, default="Monday to Friday, 9am to 5pm, not on bank holidays"
    )

    rr_day_counting = models.CharField(
        max_length=20, choices=DayCounting, default=DayCounting.EXCLUDE_TRIGGER
    )
    rr_trigger = models.CharField(
        max_length=20, choices=Trigger, default=Trigger.SIN_SENT
    )
    lead_requirement = models.CharField(
        max_length=20, choices=LeadRequirement, default=LeadRequirement.DECIDED
    )
    draft_to_deputy_after = models.PositiveSmallIntegerField(
        default=1, help_text="Working days that a draft waits for the safeguarding lead"
    )
    independent_first_views = models.BooleanField(
        default=False,
        help_text="Partners' first views are sealed until all are in",
    )
    notifies_harm_in_care = models.BooleanField(
        default=False,
        help_text="Serious harm to a child in care is notified whatever the cause",
    )
    colour = models.CharField(max_length=7, default="#1d4f7c")
    naming = models.CharField(max_length=20, choices=Naming, default=Naming.CHOSEN)
    site = models.CharField(max_length=20, choices=Site, default=Site.LIBRARY)
    own_site_address = models.URLField(blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self):
        return self.name


class AreaCovered(models.Model):
    """A local authority area that a partnership covers, while it does."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="areas"
    )
    name = models.CharField(max_length=100)
    gss_code = models.CharField(max_length=9)
    dfe_number = models.CharField(max_length=3, blank=True)
    active_from = models.DateField(null=True)
    active_to = models.DateField(null=True)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "gss_code"], name="area_once_in_a_partnership"
            )
        ]

    def __str__(self):
        return self.name


class Organisation(models.Model):
    """An agency of a partnership. `active_to` is the first day on which it is none."""

    class Kind(models.TextChoices):
        LOCAL_AUTHORITY = "local_authority", "Local authority"
        ICB = "icb", "Integrated care board"
        POLICE = "police", "Police"
        BUSINESS_UNIT = "business_unit", "Partnership business unit"
        ACUTE = "acute", "Hospital trust"
        COMMUNITY = "community", "Community health"
        MENTAL_HEALTH = "mental_health", "Mental health"
        GP = "gp", "General practice"
        AMBULANCE = "ambulance", "Ambulance service"
        EDUCATION = "education", "Education service"
        SCHOOL = "school", "School or college"
        EARLY_YEARS = "early_years", "Early years provider"
        PROBATION = "probation", "Probation"
        YOUTH_JUSTICE = "youth_justice", "Youth justice"
        HOUSING = "housing", "Housing"
        VOLUNTARY = "voluntary", "Voluntary organisation"
        NATIONAL = "national", "National body"
        ELSEWHERE = "elsewhere", "Local authority elsewhere"
        INDEPENDENT = "independent", "Independent reviewer or adviser"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="organisations"
    )
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    seat = models.CharField(max_length=20, choices=SEAT_CHOICES, null=True)
    active_from = models.DateField()
    active_to = models.DateField(null=True)
    mail_domains = models.JSONField(default=list)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_address = AddressField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "code"], name="organisation_code_in_partnership"
            ),
            models.CheckConstraint(
                condition=Q(seat__isnull=True) | Q(seat=F("kind")),
                name="organisation_seat_fits_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(active_to__isnull=True)
                | Q(active_to__gte=F("active_from")),
                name="organisation_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return self.name

    def active_on(self, day) -> bool:
        """Whether the agency is one of the partnership on a day."""
        return self.active_from <= day and (
            self.active_to is None or day < self.active_to
        )

    @property
    def last_day(self):
        """The last day as an agency of the partnership, or None."""
        return self.active_to - ONE_DAY if self.active_to else None


class VerifiedDomain(models.Model):
    """Somebody of the business unit made sure that a mail domain is an agency's: who,
    when and how. Said again, the later word counts and the earlier stays."""

    class How(models.TextChoices):
        RANG = "rang", "I rang them on a number that I already had"
        LISTED = "listed", "It stands in a public list, as of schools or the NHS"
        AGREED = "agreed", "It stands in a letter or agreement that we have"
        MET = "met", "Somebody of theirs, whom I know, told me in person"
        NOT_THEIRS = "not_theirs", "It is not theirs, or not any more"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="verified_domains"
    )
    domain = models.CharField(max_length=253)
    how = models.CharField(max_length=20, choices=How)
    verified_by = models.ForeignKey("partnership.Person", on_delete=models.PROTECT)
    verified_at = models.DateTimeField()

    class Meta:
        ordering = ("verified_at",)

    def __str__(self):
        return self.domain


class BankHolidayChange(models.Model):
    """A day that the partnership counts as a holiday, or no longer does, and why.

    The latest change of a day counts; earlier ones are kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="bank_holiday_changes"
    )
    day = models.DateField()
    is_holiday = models.BooleanField()
    reason = models.CharField(max_length=200)
    changed_by = models.ForeignKey("partnership.Person", on_delete=models.PROTECT)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("day", "changed_at")

    def __str__(self):
        return f"{self.day:%d %B %Y}"
