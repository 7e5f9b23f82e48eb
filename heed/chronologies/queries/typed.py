"""What somebody is typing and has not saved."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.models import TypedRows


def typed_before(case: Case, person) -> dict:
    """What this person typed into the grid of a case and left there; nobody else's."""
    kept = rows_of(TypedRows, case).filter(person=person.pk).first()
    return kept.cells if kept else {}
