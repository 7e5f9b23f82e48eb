"""Who stands on a case's access list, and who must not see it."""

from django.conf import settings
from django.db import models

from heed.cases.models.spine import CaseRow
from heed.rulebook.language import Role, Seat
from heed.rulebook.outcomes import InterestDecision
from heed.vault.fields import Sealed


class AccessGrant(CaseRow):
    """A person on the access list of one case, in one role, within dates."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=40, choices=[(r, r) for r in Role])
    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat], blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    granted_at = models.DateTimeField()
    granted_by = models.CharField(max_length=80)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "case"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "role", "seat"],
                condition=models.Q(revoked_at=None),
                name="one_current_grant_a_role",
            )
        ]


class InterestDeclaration(CaseRow):
    """What a person declared before first sight of a case, and what others decided.
    `clear` lets them in."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField()
    answer = models.CharField(max_length=20)
    clear = models.BooleanField()
    details = Sealed(seal="declaration.details", null=True)
    outcome = models.CharField(
        max_length=20, choices=[(each, each) for each in InterestDecision], blank=True
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        indexes = [
            models.Index(fields=["person", "case"]),
            models.Index(
                fields=["person", "case"],
                condition=models.Q(clear=True),
                name="declared_clear",
            ),
        ]


class Exclusion(CaseRow):
    """Somebody who must not see the case. It beats every role and every grant.

    `excluded_by` is whoever said so last: the person themselves, until others have
    decided on what they declared. `proposed_by` is the first of the two who would let
    the person in, while the second is waited for."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declaration = models.ForeignKey(
        InterestDeclaration,
        on_delete=models.PROTECT,
        related_name="exclusions",
        null=True,
    )
    excluded_at = models.DateTimeField()
    excluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    proposed_seat = models.CharField(
        max_length=20, choices=[(s, s) for s in Seat], blank=True
    )
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    reason = Sealed(seal="exclusion.reason", null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "case"])]
