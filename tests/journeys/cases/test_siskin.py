"""Q-26-007, Siskin: two agencies are silent on day 11, and the paper goes with what is
missing."""

import re
from datetime import UTC, date, datetime

import pytest

from tests.journeys.parts.people import PARTNERS
from tests.journeys.parts.shared_by_several import (
    CONFIRM,
    ON_THE_CASE,
    are_put_on_the_list,
    as_the_panel_has_it,
    each_confirms,
    each_declares_no_interest,
    each_gives_a_view,
    is_called,
    it_is_sent_to_the_panel,
    the_council_became_aware,
    the_manager_proposes,
    the_panel_answers,
    the_sheet_is_filled_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
REFERENCE = "Q-26-007"
BEGINS = datetime(2026, 2, 25, 9, 0, tzinfo=UTC)
SAID = {
    "council": ("Quillshire Council Children's Services", "Known since October."),
    "police": ("Quillshire Constabulary", "Three reports of going missing."),
    "hospitals": ("Quillshire Hospitals NHS Trust", "Two attendances at night."),
    "community": ("Quillshire Community Health", ""),
    "minds": ("Quillshire Minds", "The first appointment was on 3 March."),
    "education": ("Quillshire Education", "On a part-time timetable."),
}
SILENT = {
    "tinderwick-surgery": "Tinderwick Surgery",
    "salternquayhomes": "Saltern Quay Homes",
}
HOUSING = "safeguarding@salternquayhomes.quillshire.example"


def test_siskins_review_goes_to_the_panel_with_one_agency_silent(everybody):
    with everybody.on(REFERENCE) as person:
        _it_begins_with_what_the_council_sent(person)
        _the_child_is_named_and_weighed(person)
        codes = _eight_agencies_are_asked(person)
        everybody.moves_on_to(date(2026, 3, 6))
        _six_answer(everybody, codes)
        everybody.moves_on_to(date(2026, 3, 11))
        _who_is_silent_is_seen(person)
        housing = everybody.stranger()
        _housing_answers_by_link_and_telephone(everybody, housing, person)
        _what_is_missing_is_asked_for_again(everybody, housing, person)
        _the_group_has_all_on_one_screen(person)
        _one_changes_what_two_have_confirmed(person)
        _it_is_sent_with_its_gaps(person)


def _it_begins_with_what_the_council_sent(person) -> None:
    coordinator = person("coordinator")
    coordinator.opens("/")
    coordinator.follows("Begin a case with a notification")
    coordinator.fills(
        sent_at=datetime(2026, 2, 24, 15, 30), happened_on=date(2026, 2, 18)
    )
    coordinator.presses("Begin the case")
    coordinator.fills(answer="none")
    coordinator.presses("Record my answer")
    coordinator.sees("Rapid review", "Tuesday 17 March 2026")
    each_declares_no_interest(person, *ON_THE_CASE)
    are_put_on_the_list(person, **{"group-member": "Sorcha Pennyfeather"})


def _the_child_is_named_and_weighed(person) -> None:
    coordinator = person("coordinator")
    coordinator.follows("Children", within="main")
    coordinator.follows("Add a child")
    coordinator.fills(given_name="Jory", family_name="Thistlemere", role="subject")
    coordinator.fills(status="alive", born_on=date(2009, 4, 8))
    coordinator.sends()
    is_called(person, "Child 1", "Siskin")
    the_sheet_is_filled_in(
        person,
        is_child="yes",
        abuse_or_neglect="suspected",
        died="no",
        seriously_harmed="yes",
        place="this_area",
    )
    the_council_became_aware(
        person, datetime(2026, 2, 18, 23, 50), "The hospital told those on duty."
    )
    said = ("notify", "Exploitation is suspected; his life was in danger.")
    each_gives_a_view(person, **dict.fromkeys(PARTNERS, said))
    police = person("police")
    police.follows("Ask for a child to be made safe now")
    police.fills(
        what="Find a placement away from Saltern Quay.",
        owner_organisation="Quillshire Council Children's Services",
        due_at=datetime(2026, 3, 12, 17, 0),
    )
    police.sends()
    police.does_not_see("There is a problem")


def _eight_agencies_are_asked(person) -> dict[str, str]:
    """The link goes by email; the code of each is read out by telephone."""
    names = {house: name for house, (name, _) in SAID.items()} | SILENT
    person("coordinator").takes(
        "Ask agencies what they know",
        organisations=[
            f"{name} (safeguarding@{house}.quillshire.example)"
            for house, name in names.items()
        ],
        due_on=date(2026, 3, 9),
    )
    coordinator = person("coordinator")
    coordinator.sees("0 of 8 have answered")
    told = coordinator.page.locator("main").inner_text()
    return {
        house: re.search(rf"telephone to {name}\s+(.+)", told)[1]
        for house, name in names.items()
    }


def _six_answer(everybody, codes: dict[str, str]) -> None:
    """One of them knows nobody of that name."""
    agency = everybody.stranger()
    for house, (_, words) in SAID.items():
        address = f"safeguarding@{house}.quillshire.example"
        agency.opens(everybody.link_emailed(address, "asks"))
        agency.does_not_see("Siskin", "Jory", REFERENCE, "Tinderwick Surgery")
        agency.fills(code=codes[house])
        agency.presses("Open the request")
        agency.fills(
            kind="summary" if words else "not_known",
            author="Named professional",
            children_searched=True,
            adults_searched=True,
            systems_searched="The main record system",
            records_secured=True,
        )
        if words:
            agency.fills(summary=words)
        agency.presses("Send our answer")
        agency.sees("Your answer has arrived")


def _who_is_silent_is_seen(person) -> None:
    coordinator = person("coordinator")
    coordinator.sees("day 11 of 15", "6 of 8 have answered")
    coordinator.follows("Every step of each agency")
    coordinator.sees("Tinderwick Surgery", "Saltern Quay Homes")


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
    housing.does_not_see("Siskin", "Jory", REFERENCE, "Tinderwick Surgery")
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
    coordinator.sees("Siskin", "men on the stairs")
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
    the_manager_proposes(
        person,
        "local_review",
        "Three services each held a part of where he was on those evenings.",
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
    each_confirms(person)
    person("manager").sees("Rapid review signed off", "Publish the report")


def _it_is_sent_with_its_gaps(person) -> None:
    coordinator = person("coordinator")
    coordinator.follows("The paper for the Panel")
    coordinator.sees("Tinderwick Surgery")
    it_is_sent_to_the_panel(person, datetime(2026, 3, 11, 8, 50), "Receipt 5120")
    panel = person("panel")
    pack = as_the_panel_has_it(panel, f"{REFERENCE}, version 1")
    assert "Tinderwick Surgery" in pack
    assert "The family’s views" in pack
    assert "Thistlemere" not in pack
    the_panel_answers(panel, "agrees", date(2026, 3, 11), "We agree.")
    person("manager").sees("The Panel agrees")
