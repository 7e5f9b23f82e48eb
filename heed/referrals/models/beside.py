"""What is kept beside a referral: who sent it, what came later, who is at risk."""

import secrets

from django.conf import settings
from django.db import models

from heed import clock
from heed.cases.models import Exclusion
from heed.cases.models.spine import is_able
from heed.partnership.models import RoleHeld
from heed.referrals.models.referral import Referral
from heed.rulebook.language import Role
from heed.vault.fields import Sealed, SealedJSON
from heed.vault.models import SealedRow


def a_public_id() -> str:
    """128 random bits for an address."""
    return secrets.token_hex(16)


class OfReferrals(models.QuerySet):
    """Rows of a referral, seen by who may read the referral at the desk."""

    def visible_to(self, person, *, at):
        return self.filter(referral__in=Referral.objects.at_the_desk_of(person, at=at))


class OfAReferral(SealedRow):
    """A row of a referral, with an address of its own."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )

    objects = OfReferrals.as_manager()

    class Meta:
        abstract = True


class Referrer(OfAReferral):
    """Who referred: apart from what they said, under a key of its own, opened by
    name and recorded."""

    referral = models.OneToOneField(
        Referral, on_delete=models.PROTECT, related_name="referrer"
    )
    withheld = models.BooleanField(default=False)
    may_be_written_to = models.BooleanField(default=False)
    identity = SealedJSON(seal="referrer.identity")


class AddedInformation(OfAReferral):
    """What came to a referral after it was sent."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="added"
    )
    email = models.ForeignKey(
        "correspondence.IncomingEmail",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)
    words = Sealed(seal="added_information.words", null=True)

    class Meta:
        ordering = ["added_at"]


class ChildAtRisk(OfAReferral):
    """Somebody said that a child is, or may be, at risk now: until it is confirmed
    that those who can make the child safe know, or how it is known that none is."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    referral = models.OneToOneField(
        Referral, on_delete=models.PROTECT, related_name="at_risk"
    )
    raised_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=20, choices=Answer, blank=True)
    told_at = models.DateTimeField(null=True)
    told = Sealed(seal="child_at_risk.told", null=True)
    outcome = Sealed(seal="child_at_risk.outcome", null=True)

    class Meta:
        ordering = ["raised_at"]


class ReferralInterest(OfAReferral):
    """Somebody of the business unit has, or may have, an interest in a referral: it is
    closed to them, and so is the case that comes of it."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="interests"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField()
    details = Sealed(seal="referral_interest.details", null=True)

    class Meta:
        ordering = ["declared_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "person"], name="one_interest_a_person"
            )
        ]


class Checked(OfAReferral):
    """What a person says of one thing that Heed understood, beside what was read and
    never in its place. Said again, the later word counts and the earlier stays."""

    class Answer(models.TextChoices):
        RIGHT = "right", "Right"
        CORRECTED = "corrected", "Put right"
        LEFT_OPEN = "left_open", "Left open"

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="checked"
    )
    item = models.CharField(max_length=80)
    answer = models.CharField(max_length=20, choices=Answer)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=200)
    read = Sealed(seal="checked.read", null=True)
    said = Sealed(seal="checked.said", null=True)

    class Meta:
        ordering = ["said_at"]


class SetAsides(OfReferrals):
    """The results, also as safeguarding leads come to them."""

    def told_to(self, person, *, at):
        """What was written for the leads of an organisation, for who is one of them or
        steps in today. A conflict of interest in the referral, or in the case that
        holds it, beats that."""
        if not is_able(person, at=at):
            return self.none()
        leads = RoleHeld.objects.on(clock.london_date(at)).filter(
            person=person, role=Role.SAFEGUARDING_LEAD
        )
        out_of = Exclusion.objects.filter(person=person, lifted_at=None)
        return self.filter(told__in=leads.values("organisation")).exclude(
            models.Q(referral__in=Referral.objects.closed_to(person))
            | models.Q(referral__case__in=out_of.values("case"))
        )


class SetAside(OfAReferral):
    """A referral that did not meet the criteria is a result: who decided, of children
    of which age and ethnic group, and whether somebody asked to look at it again. Of
    one that was not drafted with an account, the leads of the organisation that was
    told read what was written for them."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="set_asides"
    )
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    children = models.JSONField(default=list)
    challenged_at = models.DateTimeField(null=True)
    challenged_by = models.CharField(max_length=200, blank=True)
    told = models.ForeignKey(
        "partnership.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    for_lead = Sealed(seal="set_aside.for_lead", null=True)

    objects = SetAsides.as_manager()

    class Meta:
        ordering = ["decided_at"]


class SplitOff(OfAReferral):
    """A referral that told of two incidents was split: what it said before, and which
    parts of it stand where. The other one is called `taken`. Put together again, the
    first says what it said. The earliest day of awareness that it spoke of counts for
    both."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="splits"
    )
    taken = models.OneToOneField(
        Referral, on_delete=models.PROTECT, related_name="taken_out_of"
    )
    split_at = models.DateTimeField()
    split_by = models.CharField(max_length=200)
    back_at = models.DateTimeField(null=True)
    earliest_on = models.DateField(null=True)
    before = SealedJSON(seal="split_off.before")

    class Meta:
        ordering = ["split_at"]
