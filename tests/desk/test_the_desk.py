"""What somebody finds at their desk."""

import re

import pytest

from heed.cases.actions import note_earliest_awareness
from heed.desk.board import due_for
from heed.desk.calendars import calendar_of
from heed.desk.waiting import my_work
from heed.incidents.actions import settle_awareness
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case, a_case_with_people, it_is, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in

pytestmark = pytest.mark.django_db


def test_a_case_that_waits_for_a_declaration_is_work():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = a_case(partnership)

    work = my_work(people["manager"], at=NOON)

    assert [each.about for each in work] == [case.reference]


def test_the_list_of_cases_shows_stage_and_reference(client):
    case, people = a_case_with_people()
    with it_is(NOON):
        page = signed_in(client, people["manager"]).get("/cases/").content.decode()

    assert case.reference in page
    assert "Under consideration" in page


def test_somebody_of_another_partnership_sees_an_empty_desk(client):
    case, _ = a_case_with_people()
    stranger = a_person(Role.MANAGER, at=NOON)
    with it_is(NOON):
        browser = signed_in(client, stranger)
        pages = [browser.get(path) for path in ("/", "/cases/", "/deadlines/")]

    assert all(case.reference not in page.content.decode() for page in pages)


def test_how_this_works_shows_how_clocks_are_counted(client):
    _, people = a_case_with_people()
    with it_is(NOON):
        page = signed_in(client, people["icb"]).get("/how-this-works/")

    assert "Good Friday" in page.content.decode()


def test_the_calendar_says_a_reference_and_a_date_and_nothing_else(client):
    from heed.incidents.actions import record_notification

    case, people = a_case_with_people()
    record_notification(
        case,
        sent_at=NOON,
        national_reference="",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )
    with it_is(NOON):
        browser = signed_in(client, people["manager"])
        page = browser.post("/deadlines/calendar/").content.decode()
        secret = re.search(r"/calendar/([\w-]+)/heed.ics", page)[1]
        browser.logout()
        calendar = browser.get(f"/calendar/{secret}/heed.ics").content.decode()

    assert f"SUMMARY:Heed: {case.reference}" in calendar
    assert "20260401" in calendar
    assert "Rapid" not in calendar
    assert browser.get("/calendar/another-secret/heed.ics").status_code == 404


def test_a_provisional_date_is_tentative_in_a_calendar():
    case, people = a_case_with_people()
    by = {"by": people["manager"], "at": NOON}
    note_earliest_awareness(case, on=NOON.date(), **by)

    def of_the_day():
        rows = due_for(people["manager"], at=NOON).rows
        return calendar_of(rows, at=NOON, host="desk.example").decode()

    assert "STATUS:TENTATIVE" in of_the_day()
    assert "Provisional" in of_the_day()
    settle_awareness(
        case,
        aware_at=NOON,
        basis="The front door.",
        by=people["local_authority"],
        at=NOON,
    )
    assert "TENTATIVE" not in of_the_day()
