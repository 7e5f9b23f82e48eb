"""Somebody reads a report on a telephone and says what is wrong with it; it is taken down
at once, by one, and a second person confirms it."""

from tests.browser import DESKTOP, PHONE
from tests.journeys.parts.learning import BRIEFING
from tests.journeys.parts.publication import (
    PUBLIC_WORDS,
    REPORT,
    RESPONSE,
    TITLE,
    TOLD,
)
from tests.journeys.walk import Walk

COUNCIL = TOLD[0]
WRONG = "Everybody in our street knows that song, and whose it was."


def somebody_reads_it_on_a_telephone(walk: Walk) -> None:
    walk.is_a_stranger()
    walk.page.set_viewport_size({"width": PHONE, "height": 700})
    walk.opens(walk.world.public)
    walk.follows(TITLE)
    walk.sees(*PUBLIC_WORDS)


def they_report_a_problem_with_it(walk: Walk) -> None:
    walk.follows("report a problem with this page")
    walk.fills(words=WRONG)
    walk.presses("Send")
    walk.sees("The business unit has what you wrote")
    walk.page.set_viewport_size({"width": DESKTOP, "height": 900})
    letter = walk.reads_an_email(COUNCIL, "somebody reports a problem")
    assert WRONG not in letter, letter


def the_manager_takes_it_down_at_once(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.opens("/emails/")
    walk.follows("A problem with a published page")
    walk.sees(WRONG, REPORT)
    walk.follows("Withdraw it at once")
    walk.fills(reasons="Her song is known in the street.", leave_briefings=True)
    walk.sends()
    status, said = walk.world.public_page(REPORT)
    assert status == 410, (status, said)
    assert "to protect people’s privacy" in said, said
    assert "song" not in said, said
    paper = walk.world.public_page(f"{REPORT}wren-2026.pdf")
    assert paper == (410, "Withdrawn\n"), paper
    found = walk.world.everything_public()
    assert not {REPORT, RESPONSE} & set(found), sorted(found)
    assert BRIEFING in found, sorted(found)


def a_second_person_confirms_it(walk: Walk) -> None:
    walk.as_somebody("police")
    walk.takes("Confirm an urgent withdrawal")
    walk.sees("Wren")
    status, _ = walk.world.public_page(REPORT)
    assert status == 410, status
