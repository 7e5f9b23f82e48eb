"""People, the roles that they hold and the invitations that brought them."""

import uuid
from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from heed.partnership.addresses import AddressField
from heed.partnership.models.bodies import SEAT_CHOICES, Organisation, Partnership
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import PARTNERS, ROLES

ROLE_CHOICES = [(role.value, words.label) for role, words in ROLES.items()]
ONE_DAY = timedelta(days=1)
SEATED = sorted(role.value for role in PARTNERS)
NOTIFIER = Role.LOCAL_AUTHORITY_NOTIFIER.value
ROLE_AND_SEAT_AGREE = (
    Q(role__in=SEATED, seat__isnull=False)
    | Q(role=NOTIFIER, seat=Seat.LOCAL_AUTHORITY.value)
    | (~Q(role__in=[*SEATED, NOTIFIER]) & Q(seat__isnull=True))
)


class People(BaseUserManager):
    """People, each with the partnership whose desk they look at, which pages name."""

    def get_queryset(self):
        return super().get_queryset().select_related("partnership")


class Person(AbstractBaseUser):
    """Somebody who signs in. Being a person here gives no sight of any case: that
    takes a role held, a place on the case's list, and a second factor.
    """

    actor_kind = "person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    email = AddressField(unique=True)
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="people"
    )
    partnership = models.ForeignKey(
        Partnership,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The partnership whose desk this person looks at",
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    session_round = models.PositiveIntegerField(
        default=0, help_text="Raised to end every session of this person"
    )

    objects = People()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    @property
    def actor_id(self) -> str:
        return str(self.id)

    @property
    def actor_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret=None):
        return salted_hmac(
            "heed.partnership.Person.session",
            f"{self.session_round}:{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class RoleHeldQuerySet(models.QuerySet):
    def on(self, day):
        """Roles that are held on a day."""
        return self.not_over_by(day).filter(starts_on__lte=day)

    def not_over_by(self, day):
        """Roles that are held on a day or that begin later."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))

    def of_the_able(self):
        """Roles of people who may sign in."""
        return self.filter(person__is_active=True)


class RoleHeld(models.Model):
    """A role that a person holds in a partnership, from `starts_on` until `ends_on`,
    the first day without it. An alternate steps in for the holder of `alternate_for`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="roles_held"
    )
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    seat = models.CharField(max_length=20, choices=SEAT_CHOICES, null=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="roles_held"
    )
    alternate_for = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="alternates"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    back_on = models.DateField(null=True)  # away until then: the first day back
    granted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    granted_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        ordering = ("starts_on", "role")
        constraints = [
            models.CheckConstraint(
                condition=ROLE_AND_SEAT_AGREE, name="role_held_has_its_seat"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="role_held_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(
                    ended_by__isnull=False,
                    ended_at__isnull=False,
                    ends_on__isnull=False,
                ),
                name="role_held_ended_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(granted_by__isnull=True) | ~Q(granted_by=F("person")),
                name="role_held_not_granted_to_oneself",
            ),
        ]

    def held_on(self, day) -> bool:
        """Whether the role is held on a day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    @property
    def last_day(self):
        """The last day with the role, or None."""
        return self.ends_on - ONE_DAY if self.ends_on else None


class Invitation(models.Model):
    """An invitation to hold a role: one address, one use, seven days. The link alone
    opens nothing; the code that is told by telephone goes with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="invitations"
    )
    email = AddressField()
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    seat = models.CharField(max_length=20, choices=SEAT_CHOICES, null=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="invitations"
    )
    alternate_for = models.ForeignKey(
        RoleHeld, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ends_on = models.DateField(null=True)
    token_hash = models.CharField(max_length=64, unique=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    invited_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-invited_at",)
        constraints = [
            models.CheckConstraint(
                condition=ROLE_AND_SEAT_AGREE, name="invitation_has_its_seat"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="invitation_accepted_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="invitation_withdrawn_by_whom_and_when",
            ),
        ]

    def is_open(self, at) -> bool:
        """Whether the invitation may still be accepted at a moment."""
        return (
            self.accepted_at is None
            and self.withdrawn_at is None
            and at < self.expires_at
        )
