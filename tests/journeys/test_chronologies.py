"""A coordinator puts chronologies together, from the file of an agency to a Word copy of
all of them: without script, and what is asked of rows by the keyboard alone."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.chronologies.actions import bring_in
from heed.demo.chronologies import FOLDER
from heed.papers.chronologies.reading import read
from tests.browser import chromium, several_pages
from tests.cases.factories import NOON, a_case_with_people
from tests.journeys.walk import Walk
from tests.looking import COOKIE, a_desk, a_session
from tests.partnership.factories import an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
POLICE, COUNCIL = "Marrowby Constabulary", "Marrowby Council"
FILE = "QCO.csv"
MOST_KEYS = 150


def test_from_a_file_to_a_word_copy_of_all_chronologies():
    case, people = a_case_with_people()
    an_organisation(case.partnership, "police", name=POLICE, at=NOON)
    council = an_organisation(case.partnership, "education", name=COUNCIL, at=NOON)
    sent = SimpleUploadedFile("QCC.csv", (FOLDER / "QCC.csv").read_bytes())
    who = people["coordinator"]
    bring_in(case, organisation=council, file=sent, by=who, at=NOON)
    session = a_session(who)

    with a_desk(NOON) as desk, chromium() as browser, several_pages(browser) as opened:
        page = opened()
        page.context.add_cookies([{"name": COOKIE, "value": session, "url": desk}])
        coordinator = Walk(page, SimpleNamespace(desk=desk))
        coordinator.opens(f"/cases/{case.public_id}/chronology/")
        coordinator.presses("Turn names on")
        _brings_in_a_file(coordinator)
        _answers_doubts_by_the_keyboard(coordinator)
        _confirms_an_event(coordinator)
        _marks_an_episode(coordinator)
        copy = _takes_a_word_copy(coordinator)

    made = read(copy, "copy.docx")
    assert len(made.entries) == 33
    assert {entry.agency for entry in made.entries} == {POLICE, COUNCIL}
    assert not any("SUB JUDICE" in entry.event for entry in made.entries)


def _brings_in_a_file(coordinator) -> None:
    coordinator.sees("19 rows")
    coordinator.follows("Bring in an agency’s chronology")
    coordinator.fills(organisation=POLICE)
    coordinator.attaches("file", FILE, (FOLDER / FILE).read_bytes())
    coordinator.sends()
    coordinator.sees("14 rows in the file. 14 new")
    coordinator.follows("The chronology of all agencies")
    coordinator.sees("33 rows")


def _answers_doubts_by_the_keyboard(coordinator) -> None:
    _goes_by_the_keyboard(coordinator, f"{POLICE}: 9 rows in doubt")
    coordinator.sees("In doubt: " + POLICE, "Times in universal time")
    _goes_by_the_keyboard(coordinator, "Take them all as proposed")
    coordinator.sees("9 rows answered at one press")
    _goes_by_the_keyboard(coordinator, "Back to the chronology")
    coordinator.does_not_see("rows in doubt")


def _goes_by_the_keyboard(coordinator, words: str) -> None:
    """To what begins with these words by Tab, and on by Enter. All on the way can be
    seen where it is."""
    page = coordinator.page
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.inner_text().strip().startswith(words):
            break
    assert here.inner_text().strip().startswith(words), words
    assert here.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.keyboard.press("Enter")
    coordinator.looks()


def _confirms_an_event(coordinator) -> None:
    coordinator.follows("One event, several accounts")
    coordinator.sees("15 minutes apart; both say", "To be answered: 2")
    _goes_by_the_keyboard(coordinator, "It is one event")
    coordinator.sees("To be answered: 1")
    coordinator.follows("Back to the chronology")
    coordinator.sees("Told by 2 agencies", "They differ on the time and the injury")


def _marks_an_episode(coordinator) -> None:
    coordinator.follows("Key practice episodes")
    coordinator.follows("Mark a key practice episode")
    coordinator.fills(
        name="The bruise of June",
        why="Two agencies saw him, and nobody asked who else lived there.",
        rows="9.1-11",
    )
    coordinator.sends()
    coordinator.sees("The bruise of June", "9.1", "11")


def _takes_a_word_copy(coordinator) -> bytes:
    coordinator.follows("Back to the chronology")
    coordinator.sees("Key episode: The bruise of June")
    coordinator.follows("Take a copy: Word, Excel, PDF and others")
    coordinator.fills(named="yes")
    with coordinator.page.expect_download() as saved:
        coordinator.page.get_by_role("button", name="Take the copy").click()
    return Path(saved.value.path()).read_bytes()
