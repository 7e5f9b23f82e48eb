"""What is read of a case leaves a line in the record, before it is shown."""

import pytest
from django.db import transaction

from heed.audit.models import Entry
from tests.walls.addresses import every_address
from tests.walls.asking import all_held

pytestmark = pytest.mark.django_db(databases=["default", "library"])
READ = {
    "address_request": "read_address_requests",
    "address_requests": "read_address_requests",
    "agency_request": "read_answers",
    "amend_meeting": "read_minutes",
    "case_record": "read_case_record",
    "chronology": "read_chronology",
    "chronology_events": "read_chronology",
    "chronology_row": "read_chronology",
    "email": "read_email",
    "interest": "read_interests",
    "lift_exclusion": "read_interests",
    "meeting": "read_minutes",
    "meeting_screen": "read_meeting_screen",
    "protected_address": "read_address_requests",
    "referral": "read_referral",
}


def shown_and_noted(browser, held, what) -> tuple[int, int]:
    """What a page answers, and how many lines it left; nothing of it stays."""
    before = Entry.objects.filter(what=what).count()
    with transaction.atomic():
        shown = browser.get(held.path).status_code
        noted = Entry.objects.filter(what=what).count() - before
        transaction.set_rollback(True)
    return shown, noted


@pytest.mark.parametrize("name", sorted(READ))
def test_a_page_is_shown_with_its_line_in_the_record(world, name):
    (address,) = [each for each in every_address() if each.name == name]
    browser = world.browsers["manager"]
    answers = {
        shown_and_noted(browser, held, READ[name]) for held in all_held(address, world)
    }
    shown = {answer for answer in answers if answer[0] == 200}
    assert shown == {(200, 1)}
