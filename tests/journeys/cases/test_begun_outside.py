"""A case that begins with a notification that the local authority made outside Heed."""

from datetime import UTC, date, datetime

import pytest

from tests.journeys.parts.people import PARTNERS
from tests.journeys.parts.shared_by_several import (
    as_the_panel_has_it,
    each_confirms,
    each_declares_no_interest,
    each_gives_a_view,
    it_is_sent_to_the_panel,
    the_council_became_aware,
    the_manager_proposes,
    the_panel_answers,
    the_sheet_is_filled_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
REFERENCE = "Q-26-015"
BEGINS = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


def test_a_notification_made_outside_opens_the_review_and_its_gaps_are_closed(
    everybody,
):
    with everybody.on(REFERENCE) as person:
        _the_notification_is_logged(person)
        each_declares_no_interest(person, *PARTNERS, "manager")
        _the_child_is_named_and_weighed(person)
        _what_was_skipped_is_said(person)
        person("coordinator").sees("Nothing is open.")
        _the_three_decide_and_the_panel_answers(person)


def _the_notification_is_logged(person) -> None:
    """Sent on Monday 9 March at twenty to five; recorded two days later."""
    coordinator = person("coordinator")
    coordinator.opens("/")
    coordinator.follows("Begin a case with a notification")
    coordinator.fills(
        sent_at=datetime(2026, 3, 9, 16, 40), happened_on=date(2026, 3, 6)
    )
    coordinator.attaches("copy", "copy.txt", b"As the national system gave it.")
    coordinator.presses("Begin the case")
    coordinator.fills(answer="none")
    coordinator.presses("Record my answer")
    coordinator.sees("Rapid review", "Monday 30 March 2026", "9 March 2026 at 4:40pm")


def _the_child_is_named_and_weighed(person) -> None:
    coordinator = person("coordinator")
    coordinator.follows("Children", within="main")
    coordinator.follows("Add a child")
    coordinator.fills(given_name="Eluned", family_name="Farthingale", role="subject")
    coordinator.fills(status="alive", born_on=date(2019, 5, 2))
    coordinator.sends()
    the_sheet_is_filled_in(
        person,
        is_child="yes",
        abuse_or_neglect="known",
        died="no",
        seriously_harmed="yes",
        place="this_area",
    )
    coordinator = person("coordinator")
    coordinator.follows("Open the sheet")
    coordinator.sees("abuse or neglect is known or suspected")
    coordinator = person("coordinator")
    coordinator.follows("What the case knows of what it asks")
    coordinator.follows("As text to copy")


def _what_was_skipped_is_said(person) -> None:
    the_council_became_aware(
        person, datetime(2026, 3, 6, 18, 0), "The school telephoned the front door."
    )
    each_gives_a_view(person, **dict.fromkeys(PARTNERS, ("notify", "It was right.")))
    for lacks, answer in (
        ("The notification's reference", "SIN-QCC-2026-04"),
        ("“Give the partners the copy", "It was sent to us two days after."),
    ):
        coordinator = person("coordinator")
        coordinator.follows(f"Answer this: {lacks}")
        coordinator.fills(answer=answer)
        coordinator.sends()


def _the_three_decide_and_the_panel_answers(person) -> None:
    """No agency was asked and no part is written: it goes with all that is missing."""
    the_manager_proposes(
        person, "no_further_review", "What the school did is done everywhere since."
    )
    each_confirms(person)
    it_is_sent_to_the_panel(person, datetime(2026, 3, 11, 8, 57), "Receipt 5122")
    panel = person("panel")
    pack = as_the_panel_has_it(panel, f"{REFERENCE}, version 1")
    assert "The child’s voice" in pack
    assert "What the partners decide" in pack
    assert "Farthingale" not in pack
    the_panel_answers(panel, "agrees", BEGINS.date(), "We agree.")
    person("council").sees("The Panel agrees")
