"""Places in a long list that is shown a window at a time. What is added meanwhile
neither skips nor repeats a line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q


@dataclass(frozen=True)
class Place:
    """After a row of this moment and this id."""

    at: datetime
    pk: UUID

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.pk.hex}"

    @classmethod
    def read(cls, words: str) -> "Place | None":
        """The place that an address names; None where it names none."""
        when, _, which = words.partition("~")
        try:
            moment, pk = datetime.fromisoformat(when), UUID(which)
        except ValueError:
            return None
        return cls(moment, pk) if moment.tzinfo else None

    def onwards(self, moment: str) -> Q:
        """The rows after this place, of a list with the latest first by this column,
        and of one moment by their ids."""
        return Q(**{f"{moment}__lte": self.at}) & (
            Q(**{f"{moment}__lt": self.at}) | Q(pk__gt=self.pk)
        )
