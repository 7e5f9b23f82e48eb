"""What somebody without an account opens: by a link, and a code told by telephone."""

from datetime import date, timedelta

from django.db import models

from heed.cases.models.spine import CaseRow
from heed.rulebook.process.stages import FINISHED

LINK_LASTS = timedelta(days=28)


class OpenedByLink(CaseRow):
    """A row that a link opens together with a second secret. The link alone shows
    nothing; the code binds it to one browser session. Both are kept as hashes only."""

    # Whether the code serves the first browser alone, and another needs a new one.
    ONE_BROWSER = False

    expires_on = models.DateField()
    link_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=200)
    code_tries = models.PositiveSmallIntegerField(default=0)
    bound_to = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        raise NotImplementedError

    @property
    def link_sent_on(self) -> date:
        """The day on which the link went out that opens it now."""
        return self.expires_on - LINK_LASTS

    def opens_on(self, day) -> bool:
        """Whether the link opens anything on a day: what it asks for is still waited
        for, its time is not over, and its case is not closed."""
        waited_for = self.is_open and self.case.stage not in FINISHED
        return waited_for and day <= self.expires_on
