"""The rapid review of a case."""

from datetime import date

from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import RapidReview
from heed.rulebook.language import Stage
from heed.rulebook.outcomes import HOLDS_A_LOCAL_REVIEW, ReviewDecision


@asked_once
def rapid_review_of(case: Case) -> RapidReview | None:
    """The rapid review of a case, once it is opened."""
    return rows_of(RapidReview, case).first()


def rapid_review_or_404(case: Case) -> RapidReview:
    """The rapid review of a case; Http404 before it is opened."""
    found = rapid_review_of(case)
    if found is None:
        raise Http404
    return found


def decided_on_a_local_review(case: Case) -> date | None:
    """The day on which the three partners decided to hold a local review; None where
    they have not, or have decided otherwise since."""
    found = rapid_review_of(case)
    if found is None or found.decided_outcome not in HOLDS_A_LOCAL_REVIEW:
        return None
    return found.decided_on


def waits_for_the_panel(case: Case, review: RapidReview) -> bool:
    """Whether the Panel is owed what the three decided before the case ends: where a
    notification asks for the rapid review, or where they recommend a national one."""
    recommended = review.decided_outcome == ReviewDecision.RECOMMEND_NATIONAL
    owed = recommended or not review.without_statute
    return case.stage == Stage.RAPID_REVIEW_SIGNED_OFF and owed
