"""What a person has declared that could stand between her and some case."""

from django.db import models
from django.db.models import Q

from heed.partnership.models.bodies import Partnership
from heed.partnership.models.people import Person
from heed.vault.fields import Sealed
from heed.vault.models import SealedRow


class StandingInterest(SealedRow):
    """A family name, an employer or a place that is close to a person. Sealed: it tells
    of her family. It stands until she withdraws it.
    """

    class Kind(models.TextChoices):
        FAMILY_NAME = "family_name", "A family name"
        EMPLOYER = "employer", "Somebody I work or worked for"
        PLACE = "place", "A school, nursery or club that I have to do with"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="standing_interests"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    words = Sealed(seal="standing_interest.words")
    declared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("declared_at",)
        indexes = [
            models.Index(
                fields=["partnership", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="standing_interests",
            )
        ]
