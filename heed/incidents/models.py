"""What is kept of considering an incident and of notifying the Panel."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.rulebook.language import Seat
from heed.vault.fields import Sealed

# What the copy of a notification is: as it came from outside, or all that was known
# here when it was recorded.
FROM_OUTSIDE = "copy_from_outside"
AS_KNOWN = "copy_as_known"


class Awareness(CaseRow):
    """When the local authority became aware, and on what basis. The latest counts."""

    aware_at = models.DateTimeField()
    confirmed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=200)
    basis = Sealed(seal="awareness.basis", null=True)

    class Meta:
        ordering = ["confirmed_at"]


class PartnerView(CaseRow):
    """One partner's view on whether to notify. The latest of each seat counts."""

    class View(models.TextChoices):
        NOTIFY = "notify", "Notify"
        DO_NOT_NOTIFY = "do_not_notify", "Do not notify"
        NOT_SURE = "not_sure", "Not sure yet"

    seat = models.CharField(max_length=20, choices=[(s, s) for s in Seat])
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    view = models.CharField(max_length=20, choices=View)
    given_at = models.DateTimeField()
    reasons = Sealed(seal="partner_view.reasons", null=True)

    class Meta:
        ordering = ["given_at"]


class NotificationDecision(CaseRow):
    """What the local authority decided, what the working sheets came to, and who
    disagreed."""

    outcome = models.CharField(max_length=40)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=200)
    concluded = models.CharField(max_length=40, blank=True)
    dissenting = models.JSONField(default=list)
    reasons = Sealed(seal="notification_decision.reasons")

    class Meta:
        ordering = ["decided_at"]


class Notification(CaseRow):
    """A notification that was sent: when (as stated), when it was recorded, by whom."""

    class Kind(models.TextChoices):
        SERIOUS_INCIDENT = "serious_incident", "Serious incident notification"
        DEATH = "death", "Notice of a death without abuse or neglect"

    kind = models.CharField(max_length=20, choices=Kind)
    national_reference = models.CharField(max_length=60, blank=True)
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    made_outside = models.BooleanField(default=False)
    partners_told_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    panel_told_on = models.DateField(null=True)
    copy = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )
    late_reason = Sealed(seal="notification.late_reason", null=True)
    withdrawn_because = Sealed(seal="notification.withdrawn_because", null=True)

    class Meta:
        ordering = ["sent_at"]


class Enquiry(CaseRow):
    """What the Panel or Ofsted asked: when (as stated), when recorded, by whom."""

    class AskedBy(models.TextChoices):
        PANEL = "panel", "The Panel"
        OFSTED = "ofsted", "Ofsted"
        DEPARTMENT = "department", "The Department for Education"

    asked_by = models.CharField(max_length=20, choices=AskedBy)
    asked_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    copy = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", null=True
    )
    words = Sealed(seal="enquiry.words", null=True)

    class Meta:
        ordering = ["asked_at"]
