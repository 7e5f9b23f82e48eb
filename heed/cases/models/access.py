"""Who stands on a case's access list, and who must not see it."""

from django.conf import settings
from django.db import models

from heed.cases.models.spine import CaseRow
from heed.rulebook.language import Role, Seat
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
    """What a person declared before first sight of a case. `clear` lets them in."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField()
    answer = models.CharField(max_length=20)
    clear = models.BooleanField()
    details = Sealed(seal="declaration.details", null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "case"])]


class Exclusion(CaseRow):
    """Somebody who must not see the case. It beats every role and every grant."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    excluded_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    reason = Sealed(seal="exclusion.reason", null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "case"])]
