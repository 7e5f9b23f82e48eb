"""What waits for somebody stands in their work, and in nobody else's."""

from datetime import date, timedelta

import pytest

from heed.desk.board import due_for
from heed.desk.waiting import my_work
from heed.desk.welcome import COMES
from heed.incidents.actions import give_view_on_notification
from heed.partnership.actions import disable_person
from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.learning.factories import a_case_that_learns, a_recommendation, an_action
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=90)


def waits_for(person, *, at=NOON):
    return [work.what for work in my_work(person, at=at)]


def test_an_owner_finds_her_action_with_its_date_though_the_case_is_closed_to_her():
    case, people = a_case_that_learns()
    an_action(case, people, due_on=date(2026, 6, 1))

    (work,) = my_work(people["owner"], at=LATER)

    assert work.what.startswith("Action 1")
    assert (work.due_on, work.is_late) == (date(2026, 6, 1), True)


def test_an_owner_has_her_action_among_the_deadlines_and_in_her_calendar():
    case, people = a_case_that_learns()
    an_action(case, people, due_on=date(2026, 6, 1))

    board = due_for(people["owner"], at=LATER)

    assert [(one.reference, one.case_url) for one in board.rows] == [
        (case.reference, "")
    ]
    assert [title for title, _ in board.under_headings(at=LATER)] == ["Late"]


def test_an_action_on_the_board_of_a_case_stands_there_once():
    case, people = a_case_that_learns()
    an_action(case, people, owner=people["owner"])

    assert len(due_for(people["manager"], at=NOON).rows) == 1


def test_the_action_of_somebody_who_left_waits_for_the_business_unit():
    case, people = a_case_that_learns()
    an_action(case, people)
    disable_person(people["owner"], by=people["manager"], at=NOON)

    assert any("needs a new owner" in what for what in waits_for(people["manager"]))
    assert waits_for(people["owner"]) == []


def test_a_lead_is_asked_for_her_organisations_answer():
    case, people = a_case_that_learns()
    a_recommendation(case, people)

    assert "Answer recommendation 1 for Quillshire Hospitals" in waits_for(
        people["lead"]
    )


def test_a_partner_who_gave_a_view_is_not_asked_again():
    case, people = a_case_with_people()
    asked = "Say whether your body would notify"
    assert asked in waits_for(people["police"])

    give_view_on_notification(
        case, view="notify", reasons="A child died.", by=people["police"], at=NOON
    )

    assert asked not in waits_for(people["police"])
    assert asked in waits_for(people["icb"])


def test_who_decides_is_asked_once_all_three_views_are_given():
    case, people = a_case_with_people()
    asked = "Decide whether to notify: all three views are given"
    for seat in ("local_authority", "icb", "police"):
        assert asked not in waits_for(people["local_authority"])
        give_view_on_notification(
            case, view="notify", reasons="A child died.", by=people[seat], at=NOON
        )

    assert asked in waits_for(people["local_authority"])
    assert asked not in waits_for(people["police"])


def test_every_role_with_an_account_is_told_what_comes_to_it(client):
    assert set(COMES) == set(Role) - WITHOUT_ACCOUNT


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.AUDITOR, Role.SCRUTINEER])
def test_an_empty_desk_says_what_comes_there(client, role):
    person = a_person(role, at=NOON)
    with it_is(NOON):
        page = signed_in(client, person).get("/").content.decode()

    assert COMES[role][0] in page
    assert ("My cases" in page) == (role != Role.AUDITOR)
