"""Learning for tests: recommendations, actions and briefings, by the real actions."""

from datetime import UTC, date, datetime

from heed.cases.actions import add_child, choose_pseudonym
from heed.cases.models import Case
from heed.learning.actions import (
    complete_action,
    make_briefing,
    make_recommendation,
    plan_action,
    write_briefing,
)
from heed.partnership.models import Organisation
from heed.publications.actions import clear_proceedings, try_to_identify
from heed.publications.beside import all_there_is
from heed.publications.queries import publication_of
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case, a_case_with_people
from tests.partnership.factories import a_person, an_organisation
from tests.walked import walked_once

DUE = date(2026, 6, 1)
LATER = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def courts_were_asked(case, people, *, at=NOON):
    """The manager and a partner looked at all proceedings: nothing stands against it."""
    for who in ("manager", "local_authority"):
        clear_proceedings(
            case,
            looked_at=["criminal", "inquest"],
            words="Nothing is listed; the coroner has no objection.",
            by=people[who],
            at=at,
        )


@walked_once
def a_case_that_learns(*, stage=Stage.ACTIONS_OPEN, at=NOON):
    """A case with a child called Goldcrest, the people on its list, and a hospital with
    its safeguarding lead and a matron, neither of whom is on the list. Courts were
    asked: nothing stands against a briefing."""
    case, people = a_case_with_people(stage=stage, at=at)
    child = add_child(
        case,
        given_name="Lumi",
        family_name="Ostrander-Vale",
        by=people["coordinator"],
        at=at,
    )
    choose_pseudonym(child, pseudonym="Goldcrest", by=people["coordinator"], at=at)
    hospital = an_organisation(case.partnership, name="Quillshire Hospitals", at=at)
    for who, role in (("lead", Role.SAFEGUARDING_LEAD), ("owner", Role.PRACTITIONER)):
        people[who] = a_person(
            role,
            partnership=case.partnership,
            organisation=hospital,
            name={"lead": "Bryony Quayle", "owner": "Matthias Oyelaran"}[who],
            at=at,
        )
    people["hospital"] = hospital
    courts_were_asked(case, people, at=at)
    case.refresh_from_db()
    return case, people


@walked_once
def a_recommendation(case, people, *, to=None, at=NOON, **changes):
    """A recommendation to the hospital."""
    said = {
        "text": "Hospitals should ask who lives with a baby before it goes home.",
        "intended_change": "Babies go home to people whom somebody has met.",
        "addressees": to or [people["hospital"]],
        "kind": "recommendation",
        "scope": "local",
        "aim": "practice",
        "origin": "review",
        "multi_agency": False,
        "themes": ["C02", "B05"],
        "due_on": DUE,
    }
    return make_recommendation(case, **said | changes, by=people["coordinator"], at=at)


@walked_once
def an_action(case, people, *, of=None, owner=None, due_on=DUE, at=NOON, **changes):
    """An action that the matron owns."""
    return plan_action(
        of or case,
        text="Put the question into the discharge form and teach it.",
        measure="Twenty forms a month, and what parents say.",
        owner=owner or people["owner"],
        due_on=due_on,
        by=people["coordinator"],
        at=at,
        **changes,
    )


@walked_once
def done(action, people, *, at=NOON, by=None, **changes):
    """An action signed off by the manager, with evidence."""
    said = {
        "done_on": at.date(),
        "what_was_done": "The form has the question; 41 people were taught.",
        "evidence": "Form 12b and the training list.",
        "evidence_dated_on": at.date(),
    }
    return complete_action(action, **said | changes, by=by or people["manager"], at=at)


def words_for_a_briefing(**changes) -> dict:
    """Seven boxes that identify nobody."""
    return {
        "title": "Goldcrest: what we learned",
        "kind": "case",
        "boxes": [
            {
                "heading": f"Point {n}",
                "body": "Ask who lives with the baby.",
                "remark": "",
            }
            for n in range(1, 8)
        ],
        "questions": ["What will you do?"],
        "pseudonym": "Goldcrest",
    } | changes


@walked_once
def a_briefing(case, people, *, at=NOON, **changes):
    """A briefing that the coordinator has written."""
    briefing = make_briefing(case, by=people["coordinator"], at=at)
    return write_briefing(
        briefing,
        content=words_for_a_briefing(**changes),
        by=people["coordinator"],
        at=at,
    )


@walked_once
def another_case(people, partnership, *, stage=Stage.ACTIONS_OPEN, at=NOON) -> Case:
    """Another case of the same partnership."""
    return a_case(partnership, stage=stage, at=at)


@walked_once
def a_school(case, *, at=NOON):
    """Another organisation, with its safeguarding lead."""
    school = an_organisation(
        case.partnership, Organisation.Kind.SCHOOL, name="Lapwing School", at=at
    )
    lead = a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=case.partnership,
        organisation=school,
        name="Ottoline Farr",
        at=at,
    )
    return school, lead


@walked_once
def tried_by_a_stranger(case, people, *, who="police", at=NOON, **what):
    """A second reader tried to tell who the briefings of a case are about, where they
    are all that is public of it."""
    every = all_there_is(case, publication_of(case))
    return every and try_to_identify(
        case,
        **{
            "texts": {str(each.library_id): each.content_hash for each in every},
            "minutes": 25,
            "how": "I searched for the place and the month.",
            "outcome": "nobody",
            **what,
        },
        by=people[who],
        at=at,
    )
