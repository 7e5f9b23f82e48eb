"""Key practice episodes: moments that mattered, marked on the rows that tell them."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.rows import Row
from heed.vault.fields import Sealed


class KeyEpisode(CaseRow):
    """A moment that mattered, its days where they are known, and why it matters."""

    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=200)
    taken_out_at = models.DateTimeField(null=True)
    name = Sealed(seal="key_episode.name")
    why = Sealed(seal="key_episode.why")

    class Meta:
        ordering = ["marked_at"]


class RowInEpisode(CaseRow):
    """A row that belongs to an episode. It stays over a newer file, and knows what the
    row said when it was put in."""

    episode = models.ForeignKey(
        KeyEpisode, on_delete=models.PROTECT, related_name="members"
    )
    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="in_episodes")
    put_in_at = models.DateTimeField()
    put_in_by = models.CharField(max_length=200)
    taken_out_at = models.DateTimeField(null=True)
    said = Sealed(seal="row_in_episode.said")

    class Meta:
        ordering = ["put_in_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "row"],
                condition=models.Q(taken_out_at=None),
                name="a_row_once_in_an_episode",
            )
        ]
