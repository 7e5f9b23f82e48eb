"""What the three partners think and decide."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import (
    Confirmation,
    RapidReview,
    ViewOnReview,
    ViewsOpened,
)
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


@asked_once
def views_opened_in(case: Case) -> ViewsOpened | None:
    """That sealed views were opened before all three were in; None where they were
    not."""
    return rows_of(ViewsOpened, case).first()


def views_are_sealed(case: Case) -> bool:
    """Whether first views are kept from each other in a case: where the partnership has
    it so, or had when one was given; until all three are in, or somebody opened them.
    Who has given one is always shown."""
    views = [row["view"] for row in views_on_review(case)]
    if all(views) or views_opened_in(case):
        return False
    sealed = any(view and view.given_sealed for view in views)
    return sealed or case.partnership.independent_first_views


def views_for(case: Case, person) -> list[dict]:
    """Each of the three seats with its view as somebody may read it: one that is sealed
    by who gave it alone."""
    sealed = views_are_sealed(case)
    return [
        row
        | {
            "sealed": sealed and view.given_sealed if view else sealed,
            "own": view is not None and view.person_id == person.pk,
        }
        for row in views_on_review(case)
        for view in [row["view"]]
    ]


@asked_once
def confirmations_of(rapid_review: RapidReview) -> list[dict]:
    """Each of the three seats with what it answered to the decision now proposed."""
    found = rows_of(Confirmation, rapid_review.case).filter(
        rapid_review=rapid_review, round=rapid_review.round
    )
    ordered = found.select_related("person").order_by("again")
    given = {each.seat: each for each in ordered}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]
