"""What can be done in a case, and what was."""

from heed.cases.access import standings_of, why_not
from heed.cases.models import Case, StepTaken
from heed.cases.offers import OFFERS, Offer
from heed.partnership.one_look import asked_once
from heed.rulebook import process


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


def steps_taken_in(case: Case) -> set[str]:
    """The slugs of the steps that were taken in a case, once or more."""
    taken = StepTaken.objects.filter(case=case).order_by()
    return set(taken.values_list("step", flat=True).distinct())
