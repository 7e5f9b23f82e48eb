"""A page of the public library in a partnership's own words."""

import uuid

from django.conf import settings
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
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("slug",)
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "slug"], name="one_own_page_of_a_name"
            )
        ]


class WaitingPage(models.Model):
    """What a manager has written for such a page, until a second person agrees."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="waiting_pages"
    )
    slug = models.CharField(max_length=60, choices=list(TITLES.items()))
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("slug",)
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "slug"], name="one_waiting_page_of_a_name"
            )
        ]

    @property
    def mark(self) -> str:
        """What says that somebody agrees to these words and to no others."""
        return f"{self.slug}:{self.id}:{self.written_at.isoformat()}"
