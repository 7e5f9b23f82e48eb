"""What the partners sealed from each other stays sealed in an archive too."""

from heed.cases.history import SEALED_WHILE
from heed.cases.models import Case, Spine, StepTaken
from heed.config.export.reach import Rows
from heed.rapid_reviews.models import ViewOnReview
from heed.rapid_reviews.queries import views_are_sealed

SEALED = "Sealed in Heed until it may be read."


def keep_sealed_views_back(spine: Spine, rows: Rows) -> None:
    """Leave out what each partner thought of a review, and why, while nobody may read
    it; that it was given, by whom and when, stays. Nothing is changed in Heed."""
    if not isinstance(spine, Case):
        return
    for step in rows[StepTaken]:
        is_sealed = SEALED_WHILE.get(step.step)
        if is_sealed and is_sealed(spine):
            step.reasons = SEALED
    if views_are_sealed(spine):
        for view in rows[ViewOnReview]:
            if view.given_sealed:
                view.view, view.reasons = "", SEALED
