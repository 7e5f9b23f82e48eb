"""What a decision rests on beside what is written of it: the children and the family as
they are described, what was done at once for a child, and what agencies answered."""

from heed.cases.describing import facts_of_child, status_of
from heed.cases.kept import has_any, rows_of
from heed.cases.kinfolk import picture_of
from heed.cases.models import Case
from heed.cases.queries import children_of, family_of, safety_actions_of
from heed.partnership.one_look import is_one_look
from heed.rapid_reviews import queries
from heed.rapid_reviews.by_pseudonym import called
from heed.rapid_reviews.models import AgencyAnswer, Submission
from heed.ui.templatetags.days import moment

CHILD, FAMILY, RELATED = "Child: ", "Family", "How they are related"
AT_ONCE = "Done at once"
FACTS = (CHILD, FAMILY, RELATED, AT_ONCE)
ANSWERED = {
    "systems_searched": "Searched",
    "period": "When they were involved",
    "summary": "What they knew and did",
    "worked_well": "What worked well",
    "learning": "Learning",
    "immediate_actions": "Done at once",
    "other_agencies": "Other agencies",
}


def was_sent(case: Case) -> bool:
    """Whether a version of it went to the Panel."""
    if is_one_look():
        return has_any(Submission, case)
    return rows_of(Submission, case).exists()


def facts_that_stand(case: Case) -> dict[str, str]:
    """The case as it is described, by pseudonym. Once it went to the Panel it is the
    paper that was sent that stands: what is described later is of what comes after."""
    if was_sent(case):
        return {}
    picture = picture_of(case, names_on=False)
    return {
        **{f"{CHILD}{each.shown_as}": _of_child(each) for each in children_of(case)},
        FAMILY: "\n".join(
            f"{each.shown_as}: {each.relationship}. {each.get_taking_part_display()}"
            for each in family_of(case)
        ),
        RELATED: "\n".join((*picture.sentences, *picture.homes)),
        AT_ONCE: "\n".join(map(_of_action, safety_actions_of(case))),
    }


def without_facts(stood: dict[str, str]) -> dict[str, str]:
    """What was confirmed, without the facts of the case."""
    return {name: said for name, said in stood.items() if not name.startswith(FACTS)}


def _of_child(child) -> str:
    known = [
        f"{fact.label}: {said}"
        for fact, said in facts_of_child(child, names_on=False)
        if said
    ]
    return "\n".join([status_of(child), *known])


def _of_action(action) -> str:
    done = "" if action.is_open else f"Confirmed {moment(action.confirmed_at)}"
    said = (action.what, action.owner_organisation, done, action.outcome or "")
    return ". ".join(filter(None, (each.strip(" .") for each in said)))


def answers_that_stand(case: Case) -> dict[str, str]:
    """What each agency answered last, with names as the case calls people."""
    return {
        f"Answer of {each.request.organisation.name}": called(_said_in(each), case)
        for each in queries.answers_in(case)
    }


def _said_in(answer: AgencyAnswer) -> str:
    told = [
        f"{label}: {said}"
        for name, label in ANSWERED.items()
        if (said := getattr(answer, name))
    ]
    first = f"{answer.get_kind_display()}, {moment(answer.answered_at)}"
    return "\n".join([first, *told])
