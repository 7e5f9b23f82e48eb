"""Key practice episodes: the moments that mattered most."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import Sealed


class Episode(CaseRow):
    """One of them: when it was, who was involved, what was done, what it shows."""

    place = models.PositiveSmallIntegerField()
    written_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)
    # The episode that is marked on rows of the chronology, where it is the same moment.
    marked = models.ForeignKey(
        "chronologies.KeyEpisode",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    happened = Sealed(seal="episode.happened")
    involved = Sealed(seal="episode.involved", null=True)
    what = Sealed(seal="episode.what")
    analysis = Sealed(seal="episode.analysis", null=True)

    class Meta:
        ordering = ["place", "written_at"]
