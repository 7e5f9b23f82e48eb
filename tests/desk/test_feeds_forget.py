"""From the moment somebody is kept from a case, their calendar and their searches know
nothing of it."""

import pytest

from heed.cases.actions import exclude_person, note_earliest_awareness
from heed.desk.actions import make_calendar_feed
from tests.cases.factories import NOON, a_case, a_case_with_people, declared, it_is
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    """Two cases of one area; the police partner reads both."""
    case, people = a_case_with_people()
    other = a_case(case.partnership)
    declared(other, people["police"])
    for each in (case, other):
        note_earliest_awareness(each, on=NOON.date(), by=people["manager"], at=NOON)
    return people | {"case": case, "other": other}


def keep_out(here):
    exclude_person(
        here["case"],
        person=here["police"],
        reason="A cousin of the father.",
        by=here["manager"],
        at=NOON,
    )


def test_a_feed_forgets_a_case_from_the_moment_of_exclusion(here, client):
    secret = make_calendar_feed(by=here["police"], at=NOON)
    feed = f"/calendar/{secret}/heed.ics"
    with it_is(NOON):
        before = client.get(feed).content.decode()
        keep_out(here)
        after = client.get(feed).content.decode()
    assert here["case"].reference in before
    assert here["case"].reference not in after
    assert here["other"].reference in after


def test_finding_finds_nothing_of_a_case_that_is_closed_to_somebody(here, client):
    reference = here["case"].reference
    asked = f"/cases/?reference={reference}"
    with it_is(NOON):
        browser = signed_in(client, here["police"])
        assert f">{reference}<" in browser.get(asked).text
        keep_out(here)
        found = browser.get(asked).text
        never = browser.get("/cases/?reference=C-99-999").text
    assert f">{reference}<" not in found
    assert "No case fits" in found
    assert _said(found, reference) == _said(never, "C-99-999")


def _said(page, typed):
    main = page[page.index("<main") : page.index("</main>")]
    return main.replace(typed, "")


def test_the_board_and_my_work_forget_it_too(here, client):
    with it_is(NOON):
        browser = signed_in(client, here["police"])
        keep_out(here)
        for page in ("/", "/cases/", "/deadlines/"):
            shown = browser.get(page).text
            assert here["case"].reference not in shown
            assert here["other"].reference in shown
