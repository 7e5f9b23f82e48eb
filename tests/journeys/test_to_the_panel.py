"""Siskin's case on its way to the Panel from the eleventh day, by the people who share it:
everybody in a browser of their own, none of them with script. Each page that one of them
meets is looked at with its scripts on too."""

from datetime import date, datetime

import pytest

from tests.browser import chromium, several_pages
from tests.journeys.parts.people import PARTNERS
from tests.journeys.reading import words_in
from tests.journeys.several import Several
from tests.journeys.world import quillshire_as_loaded

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
TODAY = date(2026, 3, 11)
HOUSING = "safeguarding@salternquayhomes.quillshire.example"
CONFIRM = "Confirm the decision for your body, or dissent"


@pytest.fixture(scope="module")
def everybody(tmp_path_factory):
    with (
        quillshire_as_loaded(tmp_path_factory.mktemp("quillshire")) as world,
        chromium() as browser,
        several_pages(browser) as new_page,
    ):
        yield Several(new_page, world)


def _as_the_panel_has_it(panel, version: str) -> str:
    panel.opens("/")
    panel.follows("Sent to the Panel")
    panel.follows(version, within="main")
    return words_in(panel.saves("PDF of"), "pdf")


# Q-26-007: two agencies are silent on day 11, and the paper goes with what is missing


def test_siskins_review_goes_to_the_panel_with_one_agency_silent(everybody):
    with everybody.on("Q-26-007") as person:
        _who_is_silent_is_seen(person)
        housing = everybody.stranger()
        _housing_answers_by_link_and_telephone(everybody, housing, person)
        _what_is_missing_is_asked_for_again(everybody, housing, person)
        _the_group_has_all_on_one_screen(person)
        _one_changes_what_two_have_confirmed(person)
        _it_is_sent_with_its_gaps(person)


def _who_is_silent_is_seen(person) -> None:
    coordinator = person("coordinator")
    coordinator.sees("day 11 of 15", "6 of 8 have answered")
    coordinator.follows("What each says, side by side")
    coordinator.presses("Turn names on")
    coordinator.sees("8 April 2009", "4 August 2009")
    coordinator = person("coordinator")
    coordinator.follows("Every step of each agency")
    coordinator.sees("Tinderwick Surgery", "Saltern Quay Homes")
    coordinator.follows("Tinderwick Surgery", within="main")
    coordinator.sees("Reminders")


def _housing_answers_by_link_and_telephone(everybody, housing, person) -> None:
    _opens_its_request(everybody, housing, person, "asks Saltern Quay Homes a question")
    housing.fills(
        kind="summary",
        author="Tenancy officer",
        summary="His mother rang three times about men on the stairs.",
    )
    housing.presses("Send our answer")
    housing.sees("Your answer has arrived")


def _opens_its_request(everybody, housing, person, subject) -> None:
    """The link came by email; the code is read out by telephone."""
    coordinator = person("coordinator")
    coordinator.follows("Saltern Quay Homes", within="main")
    code = coordinator.page.locator(".heed-code").inner_text()
    housing.opens(everybody.link_emailed(HOUSING, subject))
    housing.does_not_see("Siskin", "Jory", "Q-26-007", "Tinderwick Surgery")
    housing.fills(code=code)
    housing.presses("Open the request")
    housing.does_not_see("Tinderwick Surgery")


def _what_is_missing_is_asked_for_again(everybody, housing, person) -> None:
    coordinator = person("coordinator")
    coordinator.sees("7 of 8 have answered")
    coordinator.follows("Saltern Quay Homes", within="main")
    coordinator.sees("men on the stairs")
    coordinator.follows("Ask for the parts that are missing")
    coordinator.fills(
        parts=["Looking at your own work"],
        why="What was done when she rang?",
        due_on=date(2026, 3, 13),
    )
    coordinator.sends()
    _opens_its_request(everybody, housing, person, "for the rest of an answer")
    housing.sees("What was done when she rang?")
    housing.fills(
        author="Tenancy officer",
        learning="Nobody told the police, as nobody had asked her to say who.",
    )
    housing.presses("Send our answer")
    housing.sees("Your answer has arrived")
    coordinator = person("coordinator")
    coordinator.follows("Saltern Quay Homes", within="main")
    coordinator.sees("men on the stairs", "Nobody told the police")
    coordinator.follows("Accept their answer")
    coordinator.sends()


def _the_group_has_all_on_one_screen(person) -> None:
    coordinator = person("coordinator")
    coordinator.takes_nothing("Your own working notes")
    coordinator.fills(words="Ask the school who drives him home.")
    coordinator.sends()
    coordinator = person("coordinator")
    coordinator.follows("The plan of working days")
    coordinator = person("coordinator")
    coordinator.follows("The meeting on one screen")
    coordinator.sees("Siskin", "men on the stairs", "Each service held half of it.")
    member = person("group-member")
    member.follows("The meeting on one screen")
    member.sees("men on the stairs")
    member.does_not_see("who drives him home")
    coordinator = person("coordinator")
    coordinator.takes_nothing("Write a part of the rapid review")
    coordinator.follows("The child's voice")
    coordinator.fills(words="He said that he was paid to carry parcels.")
    coordinator.sends()


def _one_changes_what_two_have_confirmed(person) -> None:
    person("manager").takes(
        "Put a decision before the three partners",
        outcome="local_review",
        reasons="Three services each held a part of where he was on those evenings.",
        national_view="no",
        national_reasons="The learning is local.",
    )
    for slug in ("council", "icb"):
        person(slug).takes(CONFIRM, answer="agrees", reasons="I agree.")
    police = person("police")
    police.takes_nothing("Weigh what the rapid review must answer")
    police.follows("Fill it in: Whether a local review is appropriate")
    police.fills(
        improvements="yes", improvements_why="Nobody read the reports together."
    )
    police.sends()
    council = person("council")
    council.sees("Counts no more", "Nobody read the reports together.")
    for slug in PARTNERS:
        person(slug).takes(
            CONFIRM, answer="agrees", reasons="I agree to it as it stands."
        )
    person("manager").sees("Rapid review signed off", "Publish the report")


def _it_is_sent_with_its_gaps(person) -> None:
    coordinator = person("coordinator")
    coordinator.follows("The paper for the Panel")
    coordinator.sees("Tinderwick Surgery")
    person("coordinator").takes(
        "Record that the rapid review was sent to the Panel",
        sent_at=datetime(2026, 3, 11, 8, 50),
        route="The Panel's secure mailbox",
        proof="Receipt 5120",
    )
    pack = _as_the_panel_has_it(person("panel"), "Q-26-007, version 1")
    assert "Tinderwick Surgery" in pack
    assert "The family’s views" in pack
    assert "Thistlemere" not in pack
