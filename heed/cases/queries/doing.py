"""What can be done in a case, and what was."""

from heed.cases.access import standings_of, why_not
from heed.cases.deadlines import clock_of
from heed.cases.models import Case, Deadline, StepTaken
from heed.cases.offers import OFFERS, Offer
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.rulebook import process
from heed.rulebook.clocks import RAPID_REVIEW_DUE


def what_can_be_done(case: Case, person, *, at) -> list[tuple[Offer, str]]:
    """The steps that this person may take in this case now, each with its page."""
    standings = standings_of(person, case, at=at)
    return [
        (offer, offer.address(case))
        for offer in OFFERS
        if why_not(offer.step, case, person, at=at, standings=standings) is None
        and (offer.when is None or offer.when(case))
    ]


@asked_once
def steps_open_to(person, case: Case, *, at) -> set[str]:
    """The slugs of the steps that this person may take in this case now."""
    standings = standings_of(person, case, at=at)
    return {
        slug
        for slug, step in process.STEPS.items()
        if why_not(step, case, person, at=at, standings=standings) is None
    }


def page_of_plan(deadline: Deadline) -> str:
    """The address of the plan whose last day this is; empty where there is none."""
    if clock_of(deadline) != RAPID_REVIEW_DUE:
        return ""
    case = deadline.case
    offers = (offer for offer in OFFERS if offer.step == process.PLAN_DAYS)
    found = (offer for offer in offers if offer.when is None or offer.when(case))
    return next((offer.address(case) for offer in found), "")


def steps_taken_in(case: Case) -> set[str]:
    """The slugs of the steps that were taken in a case, once or more."""
    return {step for (step,) in _steps_taken(case=case.pk)}


@Prepared
def _steps_taken(*, case):
    taken = StepTaken.objects.filter(case=case).order_by()
    return taken.values_list("step").distinct()
