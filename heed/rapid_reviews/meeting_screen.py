"""All that the group looks at when it meets, on one screen: each section with where it
is written, and what is empty and may not be says so."""

from dataclasses import dataclass

from heed.cases.describing import facts_of_child, status_of
from heed.cases.kinfolk import family_drawn
from heed.cases.models import Case
from heed.cases.queries import (
    children_of,
    reads_the_family_record,
    safety_actions_of,
    steps_open_to,
)
from heed.chronologies.showing import shown_together
from heed.rapid_reviews import queries, resting
from heed.rapid_reviews.missing import NOT_WHY
from heed.rapid_reviews.models import AgencyAnswer, RapidReview
from heed.rapid_reviews.plan import shown_plan
from heed.rulebook.contents import SUBMISSION, Part, is_told
from heed.rulebook.themes import theme_names

PARTS = {part.slug: part for part in SUBMISSION}
MAY_NOT_BE_EMPTY = "This may not stay empty. “Not known” needs a reason."

NOT_ON_THIS_SCREEN = "The whole group looks at this screen: it is not shown here."


@dataclass(frozen=True)
class Written:
    """A part of the rapid review as far as it is written. `lacks` is the sentence about
    one that is empty and may not be."""

    part: Part
    words: str
    lacks: str


def written(rapid_review: RapidReview) -> dict[str, Written]:
    """Each part with its words, and what is to be said where there are none."""
    said = rapid_review.parts or {}
    return {
        slug: Written(part, said.get(slug, ""), _lacks(part, said.get(slug, "")))
        for slug, part in PARTS.items()
    }


def _lacks(part: Part, words: str) -> str:
    if not part.never_silent or is_told(part.slug, words):
        return ""
    return NOT_WHY if words else MAY_NOT_BE_EMPTY


def screen_of(rapid_review: RapidReview, person, *, at, names_on: bool) -> dict:
    """Everything on the screen of a meeting. The family has names where they are on
    and this person reads the family record."""
    case = rapid_review.case
    reads = reads_the_family_record(person, case, at=at)
    return {
        "review": rapid_review,
        "written": written(rapid_review),
        "described": _children(case, names_on=names_on),
        **family_drawn(case, names_on=names_on and reads, alone=False),
        "requests": _with_answers(case),
        # The group looks at it, not one person: no row is shown that few may read.
        **shown_together(
            case, cleared=frozenset(), named=names_on, hidden=NOT_ON_THIS_SCREEN
        ),
        **resting.on_the_screen(case),
        "themes": theme_names(rapid_review.themes),
        "earlier": queries.earlier_reviews_of(rapid_review),
        "safety": safety_actions_of(case),
        "meetings": queries.meetings_of(case),
        "plan": shown_plan(case),
        "may_read_family": reads,
        "can": steps_open_to(person, case, at=at),
    }


def _children(case: Case, *, names_on: bool) -> list[tuple]:
    """Each child: how it is, what is known, and of what nothing is."""
    found = []
    for child in children_of(case):
        facts = facts_of_child(child, names_on=names_on)
        known = [(fact.label, said) for fact, said in facts if said]
        unsaid = [fact.label for fact, said in facts if not said]
        found.append((child, status_of(child), known, unsaid))
    return found


def _with_answers(case: Case) -> list[tuple]:
    """Each agency asked, with its last answer in full and all that came after it; where
    it gave none in full, with its last."""
    standing: dict = {}
    for answer in queries.answers_in(case):
        said = standing.setdefault(answer.request_id, [])
        adds = answer.kind != AgencyAnswer.Kind.FULL and _begins_in_full(said)
        standing[answer.request_id] = [*said, answer] if adds else [answer]
    return [(each, standing.get(each.pk, [])) for each in queries.requests_of(case)]


def _begins_in_full(said: list[AgencyAnswer]) -> bool:
    return bool(said) and said[0].kind == AgencyAnswer.Kind.FULL
