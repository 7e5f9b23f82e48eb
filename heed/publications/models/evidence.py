"""What is kept of the gate: how it stood when somebody approved, and where a report
does what it has to."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.publications.models.texts import Approval, Paper
from heed.rulebook.duties import Duty
from heed.vault.fields import Sealed, SealedJSON


class GateAsApproved(CaseRow):
    """Every item of the gate as it stood when somebody approved, and the files that
    were read back then. The approver's name stands under exactly this."""

    approval = models.OneToOneField(
        Approval, on_delete=models.PROTECT, related_name="gate"
    )
    kept_at = models.DateTimeField()
    items = SealedJSON(seal="gate_as_approved.items")
    read_back = SealedJSON(seal="gate_as_approved.read_back")
    register_mark = Sealed(seal="gate_as_approved.register_mark")

    class Meta:
        ordering = ["kept_at"]


class DutyPointedOut(CaseRow):
    """Somebody says where a report does what it has to, though its headings and its
    words do not show it to a machine. It is said of exactly that version of it."""

    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, related_name="duties_pointed_out"
    )
    duty = models.CharField(max_length=30, choices=[(d, d) for d in Duty])
    content_hash = models.CharField(max_length=64, blank=True)
    pointed_at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    where = Sealed(seal="duty_pointed_out.where")

    class Meta:
        ordering = ["pointed_at"]
