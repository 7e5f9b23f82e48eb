"""What another area sees of the agencies that were asked, where that is agreed."""

from heed.cases.models import Case
from heed.rapid_reviews import queries
from heed.rulebook.words import in_words


def requests_shared(case: Case, at) -> list[tuple[str, str]]:
    """Each agency that was asked, and how it stands: never what it answered."""
    return [
        (
            one.organisation.name,
            f"{one.get_state_display()}; due {in_words(one.due_on)}",
        )
        for one in queries.requests_of(case)
    ]
