"""An owner sees her action and never the case; other organisations see nothing."""

import pytest

from heed.cases.actions import exclude_person
from heed.cases.belonging import belonging_to
from heed.cases.models import AccessGrant, Case
from heed.cases.steps import Refused
from heed.learning.actions import (
    complete_action,
    make_briefing,
    make_recommendation,
    open_actions,
    plan_action,
    record_progress,
    respond_to_recommendation,
)
from heed.learning.models import Action, Addressee, Recommendation
from heed.learning.queries import actions_of, answers_owed_by, possible_owners
from heed.partnership.actions import end_role
from heed.partnership.models import RoleHeld
from heed.rulebook import process
from heed.rulebook.language import Role, Seat, Stage
from heed.rulebook.roles import PARTNERS, WITHOUT_ACCOUNT
from tests.cases.factories import NOON, it_is
from tests.learning.factories import (
    DUE,
    LATER,
    a_case_that_learns,
    a_recommendation,
    a_school,
    an_action,
)
from tests.partnership.factories import HEED, a_person, also, signed_in

pytestmark = pytest.mark.django_db
HELD = sorted(set(Role) - WITHOUT_ACCOUNT)


def test_the_owner_sees_the_action_and_not_the_case():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    seen = actions_of(people["owner"], at=NOON)

    assert [each.kept for each in seen] == [action]
    assert not Case.objects.visible_to(people["owner"], at=NOON).exists()


def test_a_lead_sees_the_actions_of_her_own_organisation_only():
    case, people = a_case_that_learns()
    _, other_lead = a_school(case)
    action = an_action(case, people)

    assert [each.kept for each in actions_of(people["lead"], at=NOON)] == [action]
    assert actions_of(other_lead, at=NOON) == []


def test_a_lead_of_another_partnership_sees_nothing():
    case, people = a_case_that_learns()
    an_action(case, people)
    _, elsewhere = a_case_that_learns()

    assert actions_of(elsewhere["lead"], at=NOON) == []
    assert not Action.objects.visible_to(elsewhere["manager"], at=NOON).exists()


def test_who_is_no_longer_lead_sees_nothing_any_more():
    case, people = a_case_that_learns()
    an_action(case, people)
    held = RoleHeld.objects.get(person=people["lead"], role=Role.SAFEGUARDING_LEAD)
    end_role(held, ends_on=NOON.date(), by=HEED, at=NOON)

    assert actions_of(people["lead"], at=LATER) == []


def test_an_archived_case_shows_nothing_to_owners_any_more():
    case, people = a_case_that_learns()
    an_action(case, people)
    Case._base_manager.filter(pk=case.pk).update(stage=Stage.ARCHIVED)

    assert actions_of(people["owner"], at=NOON) == []


def test_an_owner_whose_every_role_has_ended_reads_and_writes_nothing():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    for held in RoleHeld.objects.filter(person=people["owner"]):
        end_role(held, by=people["manager"], at=NOON)

    assert actions_of(people["owner"], at=NOON) == []
    with pytest.raises(Refused, match="Only"):
        record_progress(
            action, status="on_track", words="x", by=people["owner"], at=NOON
        )
    assert people["owner"] not in possible_owners(case, people["manager"], at=NOON)


def test_an_exclusion_beats_owning_an_action():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    exclude_person(
        case, person=people["owner"], reason="Kin.", by=people["manager"], at=NOON
    )

    assert actions_of(people["owner"], at=NOON) == []
    with pytest.raises(Refused):
        record_progress(
            action, status="on_track", words="x", by=people["owner"], at=NOON
        )


def test_owning_one_action_opens_no_other_and_no_step_of_the_case():
    case, people = a_case_that_learns()
    an_action(case, people)
    other = an_action(case, people, owner=people["manager"])

    with pytest.raises(Refused):
        record_progress(
            other, status="on_track", words="x", by=people["owner"], at=NOON
        )
    with pytest.raises(Refused):
        make_briefing(case, by=people["owner"], at=NOON)
    with pytest.raises(Refused):
        an_action(case, people | {"coordinator": people["lead"]})


def test_a_lead_plans_for_a_recommendation_to_her_organisation_with_her_own_people():
    case, people = a_case_that_learns()
    _, other_lead = a_school(case)
    made = a_recommendation(case, people)
    said = {"text": "Ask.", "due_on": DUE, "at": NOON}

    plan_action(made, owner=people["owner"], by=people["lead"], **said)
    with pytest.raises(Refused, match="one of its people"):
        plan_action(made, owner=other_lead, by=people["lead"], **said)
    with pytest.raises(Refused, match="Only"):
        plan_action(made, owner=other_lead, by=other_lead, **said)


def test_each_organisation_answers_for_itself():
    case, people = a_case_that_learns()
    school, other_lead = a_school(case)
    made = a_recommendation(case, people, to=[people["hospital"], school])
    rows = {row.organisation: row for row in made.addressees.all()}

    assert [o.organisation for o in answers_owed_by(other_lead, at=NOON)] == [school]
    respond_to_recommendation(
        rows[school],
        answer="in_part",
        reasons="We have no discharge form.",
        by=other_lead,
        at=NOON,
    )
    with pytest.raises(Refused, match="Only"):
        respond_to_recommendation(
            rows[people["hospital"]],
            answer="accepted",
            reasons="For them.",
            by=other_lead,
            at=NOON,
        )

    answered = Addressee.objects.get(pk=rows[school].pk)
    assert (answered.answer, answered.reasons) == (
        "in_part",
        "We have no discharge form.",
    )
    assert answers_owed_by(other_lead, at=NOON) == []


def test_an_answer_without_reasons_is_none():
    case, people = a_case_that_learns()
    row = a_recommendation(case, people).addressees.get()

    with pytest.raises(Refused, match="reasons"):
        respond_to_recommendation(
            row, answer="not_accepted", reasons="", by=people["lead"], at=NOON
        )


def test_a_recommendation_goes_to_organisations_of_this_partnership():
    case, people = a_case_that_learns()
    _, elsewhere = a_case_that_learns()

    for to in ([], [elsewhere["hospital"]]):
        with pytest.raises(Refused, match="addressed to"):
            make_recommendation(
                case,
                text="x",
                intended_change="y",
                addressees=to,
                kind="finding",
                scope="local",
                aim="system",
                origin="review",
                multi_agency=True,
                by=people["manager"],
                at=NOON,
            )
    assert not Recommendation.objects.exists()


def on_the_list(case, role):
    """Somebody in this role, on the list of the case in it."""
    seat = Seat.ICB if role in PARTNERS else None
    person = a_person(role, partnership=case.partnership, seat=seat, at=NOON)
    AccessGrant.objects.create(
        **belonging_to(case),
        person=person,
        role=role,
        seat=RoleHeld.objects.get(person=person).seat or "",
        starts_on=NOON.date(),
        granted_at=NOON,
        granted_by="a test",
    )
    return person


STEPS = [
    (
        process.OPEN_ACTIONS,
        Stage.PUBLISHED,
        lambda c, p, by: open_actions(c, by=by, at=NOON),
    ),
    (
        process.COMPLETE_ACTION,
        Stage.ACTIONS_OPEN,
        lambda c, p, by: complete_action(
            an_action(c, p),
            done_on=NOON.date(),
            what_was_done="Done.",
            evidence="Seen.",
            by=by,
            at=NOON,
        ),
    ),
    (
        process.MAKE_RECOMMENDATION,
        Stage.ACTIONS_OPEN,
        lambda c, p, by: a_recommendation(c, p | {"coordinator": by}),
    ),
    (
        process.MAKE_BRIEFING,
        Stage.ACTIONS_OPEN,
        lambda c, p, by: make_briefing(c, by=by, at=NOON),
    ),
]


@pytest.mark.parametrize("role", HELD)
def test_each_step_is_for_the_roles_of_the_rulebook(role):
    case, people = a_case_that_learns()
    person = on_the_list(case, role)

    for step, stage, take in STEPS:
        Case._base_manager.filter(pk=case.pk).update(stage=stage)
        if role in step.by:
            take(case, people, person)
        else:
            with pytest.raises(Refused, match="Only"):
                take(case, people, person)


@pytest.mark.parametrize("stage", [Stage.CONCERN, Stage.ARCHIVED, Stage.MERGED])
def test_nothing_is_recommended_or_planned_outside_a_case_that_is_open(stage):
    case, people = a_case_that_learns()
    Case._base_manager.filter(pk=case.pk).update(stage=stage)

    with pytest.raises(Refused, match="cannot be done"):
        a_recommendation(case, people)
    with pytest.raises(Refused, match="cannot be done"):
        an_action(case, people)


def test_the_owners_pages_show_nothing_of_the_case(client):
    case, people = a_case_that_learns()
    action = an_action(case, people, of=a_recommendation(case, people))
    with it_is(NOON):
        browser = signed_in(client, people["owner"])
        mine = browser.get("/actions/").content.decode()
        one = browser.get(f"/actions/{action.public_id}/").content.decode()
        closed = [
            browser.get(f"/cases/{case.public_id}/{path}").status_code
            for path in ("", "learning/", "actions/add/")
        ]

    assert "discharge form" in mine
    assert "discharge form" in one
    assert "Goldcrest" not in mine + one
    assert "before it goes home" not in one
    assert closed == [404, 404, 404]


@pytest.mark.parametrize("path", ["", "progress/", "done/", "date/", "impact/"])
def test_strangers_get_the_same_answer_as_for_what_does_not_exist(client, path):
    case, people = a_case_that_learns()
    action = an_action(case, people)
    _, stranger = a_school(case)
    with it_is(NOON):
        browser = signed_in(client, stranger)
        theirs = browser.get(f"/actions/{action.public_id}/{path}")
        nothing = browser.get(f"/actions/{'0' * 32}/{path}")

    assert theirs.status_code == nothing.status_code == 404
    assert theirs.content == nothing.content.replace(
        b"0" * 32, action.public_id.encode()
    )


def test_a_lead_who_is_also_in_the_business_unit_elsewhere_gains_nothing():
    a_case_that_learns()
    _, elsewhere = a_case_that_learns()
    also(elsewhere["lead"], Role.COORDINATOR, at=NOON)

    assert not Action.objects.visible_to(elsewhere["lead"], at=NOON).exists()
