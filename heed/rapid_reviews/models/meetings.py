"""When the group met."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed, SealedJSON


class Meeting(CaseRow):
    """A meeting of the group: who came, who sent apologies, who declared what."""

    held_on = models.DateField()
    recorded_at = models.DateTimeField()
    attended = SealedJSON(seal="meeting.attended")
    apologies = Sealed(seal="meeting.apologies", null=True)
    interests = Sealed(seal="meeting.interests", null=True)
    minutes = Sealed(seal="meeting.minutes", null=True)
    # What follows: rows of what, who does it, and by when, in words.
    agreed = SealedJSON(seal="meeting.agreed", null=True)

    class Meta:
        ordering = ["held_on"]
