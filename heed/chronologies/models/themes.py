"""Themes of rows, each confirmed by a person."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.rows import Row
from heed.vault.fields import Sealed


class RowTheme(CaseRow):
    """A theme on which a row touches, as a person said; and whether Heed suggested it
    by words of the row. A suggestion that a person refused is taken out as it comes."""

    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="themes")
    theme = models.CharField(max_length=10)
    was_suggested = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=200)
    taken_out_at = models.DateTimeField(null=True)
    said = Sealed(seal="row_theme.said")

    class Meta:
        ordering = ["theme"]
        constraints = [
            models.UniqueConstraint(
                fields=["row", "theme"],
                condition=models.Q(taken_out_at=None),
                name="a_theme_once_on_a_row",
            )
        ]
