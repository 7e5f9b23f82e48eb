"""Other ways in: a neighbour at the public form on a telephone, and an organisation
whose safeguarding lead decides. None needs script, and every page is looked at."""

import pytest

from tests.browser import DESKTOP, PHONE, chromium, open_page
from tests.journeys.walk import Walk
from tests.journeys.world import a_world, logs_of

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
WHAT = "She was found hurt behind the boathouse, and nobody could say how."


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with a_world(tmp_path_factory.mktemp("beginnings")) as made:
        yield made


@pytest.fixture
def walk(world):
    with chromium() as browser, open_page(browser, script=False) as page:
        try:
            yield Walk(page, world)
        except Exception as failure:
            failure.add_note(f"At {page.url}\n{logs_of(world)}")
            raise


def test_a_neighbour_refers_on_the_web_and_follows_what_becomes_of_it(walk):
    _with_a_window_of(walk, PHONE)
    walk.opens(walk.world.public)
    walk.follows("refer a case", within="footer")
    walk.sees("999")
    walk.presses("Start now")
    _answers_about_risk(walk)
    _names_a_child(walk)
    _says_what_happened(walk)
    walk.presses("Check and send")
    walk.sees(WHAT)
    walk.presses("Send the referral")
    reference = walk.page.locator(".govuk-panel__body strong").inner_text()
    secret = walk.page.locator(".heed-secret").inner_text()

    _with_a_window_of(walk, DESKTOP)
    walk.as_somebody("coordinator")
    _opens_a_case(walk)

    _with_a_window_of(walk, PHONE)
    walk.look = True
    walk.opens("/refer/status/")
    walk.page.get_by_label("Reference").fill(reference)
    walk.page.get_by_label("Secret").fill(secret)
    walk.presses("Show me")
    walk.sees("Where it is")
    walk.does_not_see("Marny", WHAT, walk.reference)


def test_a_safeguarding_lead_decides_to_refer_what_a_colleague_drafted(walk):
    walk.look = False  # its pages are those of the refusal below
    walk.as_somebody("school-nurse")
    _drafts(walk, _says_what_happened)
    walk.as_somebody("coordinator")
    walk.does_not_see(WHAT)

    walk.as_somebody("community-lead")
    walk.follows("Decide whether to refer")
    walk.sees(WHAT)
    walk.follows("Decide whether to refer")
    walk.page.get_by_label("Refer it to the partnership").check()
    walk.fills(reasons="It is what the criteria are for.")
    walk.presses("Record my decision")
    walk.sees("We have received it")

    walk.as_somebody("coordinator")
    _opens_a_case(walk)


def test_staff_go_to_the_business_unit_when_their_lead_refuses(walk):
    walk.as_somebody("school-nurse")
    _drafts(walk, _names_a_child, _says_what_happened)

    walk.as_somebody("community-lead")
    walk.follows("Decide whether to refer")
    walk.follows("Decide whether to refer")
    walk.page.get_by_label("Do not refer it").check()
    walk.fills(reasons="The hospital looks into it by itself.")
    walk.presses("Record my decision")

    walk.as_somebody("school-nurse")
    walk.opens("/organisation/referrals/")
    refused = walk.page.locator("tr", has_text="Your lead decided not to refer")
    refused.get_by_role("link").first.click()
    walk.sees("The hospital looks into it by itself.")
    walk.follows("Ask the business unit to look at it all the same")
    walk.fills(reasons="Nobody outside the hospital has looked.")
    walk.presses("Send it to the business unit")
    walk.sees("We have received it")

    walk.as_somebody("coordinator")
    _opens_a_case(walk)


def _with_a_window_of(walk: Walk, width: int) -> None:
    walk.page.set_viewport_size({"width": width, "height": 900})


def _drafts(walk: Walk, *parts) -> None:
    walk.opens("/organisation/referrals/")
    walk.presses("Draft a referral")
    _answers_about_risk(walk)
    for part in parts:
        part(walk)
    walk.presses("Check and send")
    walk.presses("Send it to my safeguarding lead")


def _answers_about_risk(walk: Walk) -> None:
    walk.page.get_by_label("No", exact=True).check()
    walk.presses("Save and go on")


def _names_a_child(walk: Walk) -> None:
    walk.follows("The child")
    walk.presses("Begin")
    walk.page.get_by_label("First names").fill("Marny")
    for _ in range(6):
        walk.presses("Save and go on")
    walk.presses("Go on")


def _says_what_happened(walk: Walk) -> None:
    walk.follows("What happened")
    walk.presses("Save and go on")
    walk.page.get_by_label("What happened?").fill(WHAT)
    walk.presses("Save and go on")
    walk.follows("Why you refer this")
    walk.page.get_by_label("This is suspected").check()
    walk.presses("Save and go on")


def _opens_a_case(walk: Walk) -> None:
    walk.look = False  # the whole way looks at these
    walk.follows("Read this referral")
    walk.sees(WHAT)
    walk.follows("Open a case")
    walk.presses("Open the case")
    walk.fills(answer="none")
    walk.presses("Record my answer")
    walk.sees("Under consideration")
    walk.reference = walk.page.locator(".heed-case__reference").inner_text()
