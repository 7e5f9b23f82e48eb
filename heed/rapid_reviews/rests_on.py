"""What a decision rests on beside what is written of it: the children and the family as
they are described, what was done at once for a child, and what agencies answered."""

from heed.cases.describing import facts_of_child, status_of
from heed.cases.kept import has_any, rows_of
from heed.cases.kinfolk import picture_of
from heed.cases.models import Case
from heed.cases.queries import children_of, family_of, safety_actions_of
from heed.partnership.one_look import is_one_look
from heed.rapid_reviews import queries
from heed.rapid_reviews.asking_pages import part as part_of_summary
from heed.rapid_reviews.asking_pages import told_in_words
from heed.rapid_reviews.by_pseudonym import called
from heed.rapid_reviews.models import AgencyAnswer, Submission
from heed.ui.templatetags.days import moment

CHILD, FAMILY, RELATED = "Child: ", "Family", "How they are related"
AT_ONCE = "Done at once"
# Who each person is by the records of one organisation, and since which answer.
People = dict[tuple[str, str], tuple[list[str], str]]
PERSON, WHO_THEY_ARE = "person", "Name and date of birth"
WHO = {
    each.label
    for each in part_of_summary(PERSON).questions
    if each.slug in {"name", "dob"}
}
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
    people: People = {}
    stands = {
        f"Answer of {each.request.organisation.name}": _said_in(each, people)
        for each in queries.answers_in(case)
    }
    return {name: called(said, case) for name, said in stands.items()}


def _said_in(answer: AgencyAnswer, people: People) -> str:
    first = f"{answer.get_kind_display()}, {moment(answer.answered_at)}"
    in_full = answer.kind == AgencyAnswer.Kind.FULL
    told = _in_full(answer, people) if in_full else _in_short(answer)
    return "\n".join([first, *told])


def _in_short(answer: AgencyAnswer) -> list[str]:
    return [
        f"{label}: {said}"
        for name, label in ANSWERED.items()
        if (said := getattr(answer, name))
    ]


def _in_full(answer: AgencyAnswer, people: People) -> list[str]:
    """A full summary part by part. Of people as an agency's records have them, names
    and dates of birth are not repeated: it is said with which answer they came."""
    told = []
    for part in told_in_words(answer.facts):
        rows = part["rows"]
        if part["part"] == PERSON:
            who = [words for label, words in rows if label in WHO]
            since = _told_since(answer, part["title"], who, people)
            shown = [(label, words) for label, words in rows if label not in WHO]
            rows = [(WHO_THEY_ARE, since), *shown]
        told += [part["title"], *(f"{label}: {words}" for label, words in rows)]
    return told


def _told_since(answer: AgencyAnswer, of: str, who: list[str], people: People) -> str:
    """Since which of its answers an organisation says that this is who somebody is."""
    place = (str(answer.request_id), of)
    if place not in people or people[place][0] != who:
        people[place] = who, f"as in their answer {answer.number}"
    return people[place][1]
