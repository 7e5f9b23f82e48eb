"""What was learned in a case without a review, and which action follows: a named gap
for each point, until an action follows or somebody says that none does, and why."""

from heed.cases.gaps import fill_gap, name_gap
from heed.cases.kept import rows_of
from heed.cases.models import Case, OpenItem

KIND = "learned."
NOTHING_WRITTEN = (
    "The rapid review names no learning. What was learned, and which action follows?"
)
ASKED = "Which action follows, or why none: {}"
LONGEST = 400


def name_what_was_learned(case: Case, points: list[str], *, at) -> None:
    """Name each point that was learned, so that an action follows from it; inside the
    step that ends a case without a review."""
    asked = [ASKED.format(_short(point)) for point in points] or [NOTHING_WRITTEN]
    for number, label in enumerate(asked, 1):
        name_gap(case, kind=f"{KIND}{number}", label=label, at=at)


def points_without_action(case: Case) -> list[OpenItem]:
    """The points that were learned from which nothing follows yet."""
    open_ = rows_of(OpenItem, case).filter(answered_at=None, kind__startswith=KIND)
    return sorted(open_, key=lambda item: int(item.kind.removeprefix(KIND)))


def an_action_follows(case: Case, point: OpenItem, *, by, at) -> None:
    """Close the gap of a point from which an action follows; inside that step."""
    fill_gap(case, kind=point.kind, by=by, at=at)


def said_in(point: OpenItem) -> str:
    """The words of a point, without what is asked of it."""
    return point.label.removeprefix(ASKED.format(""))


def _short(point: str) -> str:
    return point if len(point) <= LONGEST else f"{point[:LONGEST].rstrip()}…"
