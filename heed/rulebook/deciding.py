"""What the three statutory partners decide together, and how many of them carry it.
Neither law nor guidance that was compared says how many: a local arrangement (ADR 15).
"""

from heed.rulebook import sources
from heed.rulebook.language import Seat

SOURCE = sources.LOCAL
ENOUGH = 2
CARRIED_WHEN = (
    "What the three partners decide is carried when all have answered and at least two "
    "agree."
)


def have_all_answered(answered: int) -> bool:
    """Whether each of the three has answered, so that nothing is waited for."""
    return answered == len(Seat)


def is_carried(*, answered: int, agreeing: int) -> bool:
    """Whether they have decided: each of the three answered, and enough of them agree;
    dissent stands beside it.
    """
    return have_all_answered(answered) and agreeing >= ENOUGH
