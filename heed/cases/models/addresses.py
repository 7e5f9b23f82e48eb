"""Where somebody lives who must not be found, and who asked to read it."""

from django.conf import settings
from django.db import models

from heed.cases.models.people import Child, FamilyMember
from heed.cases.models.spine import BusinessUnitRows, CaseRow
from heed.rulebook.outcomes import AddressAnswer
from heed.vault.fields import Sealed


class ProtectedAddress(CaseRow):
    """Where somebody lives now and must not be found. Opened with a reason only, by a
    manager, or by a coordinator with whom a manager agreed."""

    of_child = models.ForeignKey(
        Child, on_delete=models.PROTECT, related_name="protected_addresses", null=True
    )
    of_member = models.ForeignKey(
        FamilyMember,
        on_delete=models.PROTECT,
        related_name="protected_addresses",
        null=True,
    )
    recorded_at = models.DateTimeField()
    address = Sealed(seal="protected_address.address")

    objects = BusinessUnitRows.as_manager()


class AddressRequest(CaseRow):
    """A coordinator asks to read a protected address: why, what a manager answered,
    until when it may be opened, and whether it was."""

    kept = models.ForeignKey(
        ProtectedAddress, on_delete=models.PROTECT, related_name="requests"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    outcome = models.CharField(
        max_length=20, choices=[(each, each) for each in AddressAnswer], blank=True
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    answered_at = models.DateTimeField(null=True)
    open_until = models.DateField(null=True)
    used_at = models.DateTimeField(null=True)
    reason = Sealed(seal="address_request.reason")
    answer = Sealed(seal="address_request.answer", null=True)

    objects = BusinessUnitRows.as_manager()

    class Meta:
        ordering = ["-asked_at"]
