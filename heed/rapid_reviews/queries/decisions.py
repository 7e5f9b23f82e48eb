"""What the three partners think and decide."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import Confirmation, RapidReview, ViewOnReview
from heed.rapid_reviews.queries.meetings import meetings_of
from heed.rulebook.roles import SEATS


@asked_once
def views_on_review(case: Case) -> list[dict]:
    """Each of the three seats with its latest view on a review, or none yet."""
    latest = {
        view.seat: view for view in rows_of(ViewOnReview, case).select_related("person")
    }
    return [
        {"seat": seat, "label": label, "view": latest.get(seat)}
        for seat, label in SEATS.items()
    ]


def views_are_sealed(case: Case) -> bool:
    """Whether the views stay sealed until all three are in, as the partnership has it;
    who has given one is always shown."""
    if not case.partnership.independent_first_views:
        return False
    if meetings_of(case):
        return False
    return not all(row["view"] for row in views_on_review(case))


@asked_once
def confirmations_of(rapid_review: RapidReview) -> list[dict]:
    """Each of the three seats with what it answered to the decision now proposed."""
    found = rows_of(Confirmation, rapid_review.case).filter(
        rapid_review=rapid_review, round=rapid_review.round
    )
    given = {each.seat: each for each in found.select_related("person")}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]
