"""That an agency put what its services tell together, and sent it as one."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.rows import ORGANISATION


class Collation(CaseRow):
    """One time that an agency said: these are all of our services, looked at together.
    A later one is another; what comes in after it is not of it."""

    organisation = models.ForeignKey(
        ORGANISATION, on_delete=models.PROTECT, related_name="+"
    )
    collated_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    # How much it was, so that it shows what came in since.
    services = models.PositiveSmallIntegerField()
    rows_in = models.PositiveIntegerField()

    class Meta:
        ordering = ["recorded_at"]
