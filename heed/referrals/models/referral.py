"""A referral: from the first word of a draft to the case that takes it in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed import clock
from heed.cases.models import Case, Exclusion, Spine
from heed.cases.models.spine import Places, drawn_up, is_able, places_held_by
from heed.partnership.models import Organisation, RoleHeld
from heed.partnership.queries import ids_of_units, roles_everywhere
from heed.rulebook.language import Role, Stage
from heed.rulebook.roles import READS_THE_CASE
from heed.vault.fields import Sealed, SealedJSON


class Channel(models.TextChoices):
    """How a referral came."""

    PORTAL = "portal", "Form on this website"
    ORGANISATION = "organisation", "Drafted in an organisation"
    EMAIL = "email", "Email with a form"
    WORD_FORM = "word_form", "Word form, handed over"
    TELEPHONE = "telephone", "Telephone"
    POST = "post", "Post"
    NOTIFICATION_COPY = "notification_copy", "Copy of a notification"
    BRIEFING_COPY = "briefing_copy", "Copy of a “need to know” briefing"
    PORTAL_COPY = "portal_copy", "Copy from another portal"
    OTHER = "other", "Another way"


SENDER_KINDS = [
    ("public", "Member of the public"),
    ("elected", "Councillor or member of parliament"),
    ("coroner", "Coroner"),
    *Organisation.Kind.choices,
]
"""What sort of sender, where the directory does not know them."""
FORM_REFERENCE = "F-{}"
"""By what a form that is being written is called: nobody but its writer knows it."""

TYPED_IN = frozenset(
    {
        Channel.WORD_FORM,
        Channel.TELEPHONE,
        Channel.POST,
        Channel.NOTIFICATION_COPY,
        Channel.BRIEFING_COPY,
        Channel.PORTAL_COPY,
        Channel.OTHER,
    }
)


class Risk(models.TextChoices):
    """What was answered when asked whether any child is at risk now."""

    YES = "yes", "A child is at risk now"
    NO = "no", "No child is at risk now"
    NOT_KNOWN = "not_known", "Not known whether a child is at risk now"


class Referrals(models.QuerySet):
    """The only ways in to referrals."""

    def visible_to(self, person, *, at):
        """Referrals that this person may come to: at the desk, or in the organisation
        in which they were written."""
        desk = self.at_the_desk_of(person, at=at).values("pk")
        own = self.in_the_organisation_of(person, at=at).values("pk")
        return self.filter(Q(pk__in=desk) | Q(pk__in=own))

    def at_the_desk_of(self, person, *, at):
        """Referrals that this person may read with all that was made of them since:
        those that the business unit received and no case holds, and those of cases
        that the person may open."""
        if not is_able(person, at=at):
            return self.none()
        places = places_held_by(person, READS_THE_CASE, at=at)
        who = {"person": person.pk, "today": clock.london_date(at)}
        return self.at_the_desk_in(ids_of_units(person, at=at), places, **who)

    def at_the_desk_in(self, unit: tuple, places: Places, *, person, today):
        """The same of these business units, and of cases on whose list somebody stands
        in these places, which are hers. Not for those who have not asked which are."""
        who = {"person": person, "today": today, "among": drawn_up}
        cases = Case.objects.opened_in(places, **who) if places else Case.objects.none()
        of_cases = Q(case__in=cases)
        if not unit:
            return self.filter(of_cases)
        arrived = ~Q(stage=Stage.CONCERN) | Q(channel__in=TYPED_IN)
        received = Q(partnership__id__in=unit, case=None) & arrived
        return self.filter(received & ~Q(pk__in=self.closed_to(person)) | of_cases)

    def in_the_organisation_of(self, person, *, at):
        """A person's own drafts, and a safeguarding lead's organisation's: what they
        wrote, and nothing of what others added or decided after it was sent. What is
        still being drafted for a lead is nobody else's. A conflict of interest in the
        case that holds it beats them all."""
        if not drafts_anywhere(person, at=at):
            return self.none()
        today = clock.london_date(at)
        held = RoleHeld.objects.on(today).filter(
            person=person, organisation__isnull=False
        )
        lead = held.filter(role=Role.SAFEGUARDING_LEAD)
        works = held.filter(role__in=DRAFTERS)
        excluded = Exclusion.objects.filter(person=person, lifted_at=None)
        return self.filter(
            Q(
                organisation__in=lead.values("organisation"),
                handed_over_at__isnull=False,
            )
            | Q(organisation__in=works.values("organisation"), drafted_by=person)
        ).exclude(
            Q(case__in=excluded.values("case"))
            | Q(case=None, pk__in=self.closed_to(person))
        )

    def closed_to(self, person):
        """The referrals from which this person stepped back, and those that were joined
        with them. Once a case holds one, the case says to whom it is closed."""
        from heed.referrals.models.beside import ReferralInterest

        declared = ReferralInterest.objects.filter(person=person)
        own = declared.values("referral")
        taken_in = Q(pk__in=declared.values("referral__joined_to"))
        back = Q(pk__in=own) | Q(joined_to__in=own) | taken_in
        return Referral.objects.filter(back).values("pk")


def drafts_anywhere(person, *, at) -> bool:
    """Whether somebody drafts referrals in any organisation today."""
    if not is_able(person, at=at):
        return False
    held = roles_everywhere(person, clock.london_date(at))
    return any(role in DRAFTERS for _, role in held)


DRAFTERS = (Role.PRACTITIONER, Role.SAFEGUARDING_LEAD)


class Referral(Spine):
    """A concern that somebody puts before the partnership. Until it is received it has
    no reference; once a case takes it in, its key and its clocks are the case's."""

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="referrals", null=True
    )
    joined_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="joined", null=True
    )
    channel = models.CharField(max_length=20, choices=Channel)
    begun_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    stated_on = models.DateField(null=True)
    considered_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    risk_now = models.CharField(max_length=20, choices=Risk, blank=True)

    organisation = models.ForeignKey(
        "partnership.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    handed_over_at = models.DateTimeField(null=True)
    waits_for_lead_since = models.DateTimeField(null=True)
    to_deputy_at = models.DateTimeField(null=True)
    lead_decision = models.CharField(max_length=20, blank=True)

    agency = models.ForeignKey(
        "partnership.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    agency_kind = models.CharField(max_length=20, choices=SENDER_KINDS, blank=True)
    agency_settled_at = models.DateTimeField(null=True)

    email = models.ForeignKey(
        "correspondence.IncomingEmail",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    session_hash = models.CharField(max_length=64, blank=True, db_index=True)
    form_reference = models.CharField(max_length=12, blank=True)
    resume_hash = models.CharField(max_length=200, blank=True)
    receipt_hash = models.CharField(max_length=200, blank=True)

    answers = SealedJSON(seal="referral.answers")
    reading = SealedJSON(seal="referral.reading", null=True)
    withheld = SealedJSON(seal="referral.withheld", null=True)
    receipt_to_show = Sealed(seal="referral.receipt_to_show", null=True)

    objects = Referrals.as_manager()

    class Meta:
        ordering = ["received_at", "begun_at"]
        indexes = [models.Index(fields=["partnership", "stage"])]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"],
                condition=~Q(reference=""),
                name="one_referral_a_reference",
            ),
            models.UniqueConstraint(
                fields=["form_reference"],
                condition=~Q(form_reference=""),
                name="one_draft_a_form_reference",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None, reference="")
                | (Q(received_at__isnull=False) & ~Q(reference="")),
                name="received_referral_has_a_reference",
            ),
        ]

    def is_closed_to(self, person) -> bool:
        """Whether an interest keeps this person from it while no case holds it."""
        closed = Referral.objects.closed_to(person)
        return self.case_id is None and closed.filter(pk=self.pk).exists()

    @property
    def came_from(self) -> str:
        """Which agency, or what sort of sender; "" where nobody has said."""
        known = self.organisation or self.agency
        return known.name if known else self.get_agency_kind_display()

    @property
    def is_draft(self) -> bool:
        return self.stage == Stage.CONCERN

    @property
    def is_typed_in(self) -> bool:
        return self.channel in TYPED_IN and self.email_id is None

    @property
    def may_be_at_risk(self) -> bool:
        return self.risk_now in {Risk.YES, Risk.NOT_KNOWN}
