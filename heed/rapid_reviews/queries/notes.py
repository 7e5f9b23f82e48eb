"""Somebody's own working notes."""

from heed.cases.models import Case
from heed.rapid_reviews.models import WorkingNote


def own_notes_in(case: Case, person, *, at) -> list[WorkingNote]:
    """What this person noted for themselves in a case, the latest first."""
    return list(WorkingNote.objects.visible_to(person, at=at).filter(case=case))
