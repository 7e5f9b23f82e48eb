"""The key of a case: who is called how where names are off. It lives apart from the
rows, and is opened by few."""

from django.db import models

from heed.cases.models import CaseRow
from heed.vault.fields import SealedJSON


class NameKey(CaseRow):
    """The key of a case's chronologies. Its children and family stand in it by what
    the case knows of them; who else was there, by the people in it."""

    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["begun_at"]
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_key_of_names_a_case")
        ]


class InKey(CaseRow):
    """Somebody who is none of the family: by what role and number they are called in
    all agencies' rows. A number is given once, and never to somebody else."""

    key = models.ForeignKey(NameKey, on_delete=models.PROTECT, related_name="people")
    role = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    put_in_at = models.DateTimeField()
    put_in_by = models.CharField(max_length=200)
    taken_out_at = models.DateTimeField(null=True)
    names = SealedJSON(seal="in_key.names")

    class Meta:
        ordering = ["role", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "role", "number"], name="one_number_a_role_in_a_key"
            )
        ]

    @property
    def called(self) -> str:
        """What stands in place of their names."""
        return f"{self.role} {self.number}"
