"""A family contact reads the family record and nothing else of a case; and some who
read the case do not read what the family says."""

import pytest

from heed.rulebook.language import Role
from heed.rulebook.process import STAGES
from tests.walls.asking import answer, everything_held
from tests.walls.test_walls import told_of_what_exists

pytestmark = pytest.mark.django_db(databases=["default", "library"])

# All that is open to a family contact of a case, and nothing may stop the last one.
FAMILY = {
    "case_names",
    "family",
    "family_letter",
    "family_member",
    "household",
    "keep_family_record",
    "keep_household",
    "name_family_contact",
    "name_family_member",
    "record_family_contact",
    "relate_people",
    "relation",
}
OPEN_TO_THE_CONTACT = FAMILY | {"raise_safety_action"}
OF_THE_FAMILY = FAMILY - {"case_names"}
DO_NOT_READ_IT = [
    Role.RAPID_REVIEW_MEMBER,
    Role.DESIGNATED_PROFESSIONAL,
    Role.SCRUTINEER,
    Role.LOCAL_AUTHORITY_NOTIFIER,
]


def of_the_case(world, turn=0):
    return [held for held in everything_held(world, turn) if held.case_id]


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize("turn", [0, 1])
def test_every_other_address_tells_a_family_contact_what_it_tells_a_stranger(
    world, method, turn
):
    held = of_the_case(world, turn)
    others = [each for each in held if each.address.name not in OPEN_TO_THE_CONTACT]
    assert len(others) > 80
    assert told_of_what_exists(world, Role.FAMILY_CONTACT, method, others) == []


def test_the_family_pages_are_open_to_a_family_contact(world):
    browser = world.browsers[Role.FAMILY_CONTACT]
    opened = {
        each.address.name
        for each in of_the_case(world)
        if answer(browser, "GET", each.path).status_code in {200, 302}
    }
    assert opened == OPEN_TO_THE_CONTACT


def test_a_family_contact_is_shown_no_more_than_chosen_names(world):
    browser = world.browsers[Role.FAMILY_CONTACT]
    page = browser.get(f"/cases/{world.walked.public_id}/family/").content.decode()
    assert "Child 1" in page
    for words in ("Lumi", "Ostrander", "With the Panel", "Next due"):
        assert words not in page


def test_lists_lead_a_family_contact_to_the_family_and_tell_no_stage_or_date(world):
    browser, walked = world.browsers[Role.FAMILY_CONTACT], world.walked
    listed = browser.get("/cases/").content.decode()
    assert f'href="/cases/{walked.public_id}/family/"' in listed
    assert f'href="/cases/{walked.public_id}/"' not in listed
    assert STAGES[walked.stage].label not in listed
    assert walked.reference not in browser.get("/deadlines/").content.decode()
    assert "Complete the family record" in browser.get("/").content.decode()


@pytest.mark.parametrize("role", DO_NOT_READ_IT)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_some_who_read_the_case_do_not_read_what_the_family_says(world, role, method):
    held = [each for each in of_the_case(world) if each.address.name in OF_THE_FAMILY]
    assert len(held) == len(OF_THE_FAMILY)
    assert told_of_what_exists(world, role, method, held) == []
