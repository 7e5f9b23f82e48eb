"""How the people of a case are related, and who lives with whom."""

from django.db import models

from heed.cases.models.people import Child, FamilyMember
from heed.cases.models.spine import CaseRow, FamilyRows
from heed.rulebook.kinship import KIN, KINSHIP
from heed.vault.fields import Sealed, SealedJSON


def _somebody(model):
    return models.ForeignKey(
        model, on_delete=models.PROTECT, related_name="+", null=True
    )


class Relation(CaseRow):
    """That one person is related to another: each of them a child or somebody of the
    family. Since when and until when is said as far as anybody knows."""

    one_child = _somebody(Child)
    one_member = _somebody(FamilyMember)
    other_child = _somebody(Child)
    other_member = _somebody(FamilyMember)
    kin = models.CharField(
        max_length=40, choices=[(kin.slug, kin.slug) for kin in KINSHIP]
    )
    number = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)
    since = Sealed(seal="relation.since", null=True)
    until = Sealed(seal="relation.until", null=True)
    words = Sealed(seal="relation.words", null=True)

    objects = FamilyRows.as_manager()

    class Meta:
        ordering = ["case", "number"]

    @property
    def one(self) -> str:
        """The key of the first of the two."""
        return str(self.one_child_id or self.one_member_id)

    @property
    def other(self) -> str:
        """The key of the second of the two."""
        return str(self.other_child_id or self.other_member_id)

    @property
    def how(self):
        """The way of being related, as the rulebook has it."""
        return KIN[self.kin]


class Household(CaseRow):
    """People who live, or lived, in one home: which home is not said here. They are
    kept by their keys, children and family alike."""

    number = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)
    people = SealedJSON(seal="household.people")
    since = Sealed(seal="household.since", null=True)
    until = Sealed(seal="household.until", null=True)

    objects = FamilyRows.as_manager()

    class Meta:
        ordering = ["case", "number"]
