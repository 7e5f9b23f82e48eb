"""A page of the public library in a partnership's own words."""

import uuid

from django.db import models

from heed.library.own_pages import TITLES
from heed.partnership.models.bodies import Partnership


class OwnPage(models.Model):
    """What a partnership says on a public page about reviews, in place of the page that
    ships with Heed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="own_pages"
    )
    slug = models.CharField(max_length=60, choices=list(TITLES.items()))
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("slug",)
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "slug"], name="one_own_page_of_a_name"
            )
        ]
