"""Q-26-011: the criteria are not met, and one of the three partners disagrees."""

from datetime import UTC, date, datetime

import pytest

from tests.journeys.parts.shared_by_several import (
    ON_THE_CASE,
    a_form_is_emailed,
    are_put_on_the_list,
    by_the_hospital,
    each_declares_no_interest,
    each_gives_a_view,
    it_becomes_a_case,
    the_council_became_aware,
    the_council_decides,
    the_sheet_is_filled_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
REFERENCE = "Q-26-011"
BEGINS = datetime(2026, 2, 18, 9, 0, tzinfo=UTC)
A_FALL = by_the_hospital(
    {
        "referrer.email": "ward@hospitals.quillshire.example",
        "child.1.given": "Isolde",
        "child.1.family": "Penhaligon-Wray",
        "child.1.dob": "2 November 2022",
        "incident.date": "16 February 2026",
        "incident.what": "She fell from a garden wall; her father stood beside her.",
        "criteria.abuse_or_neglect": "unknown",
        "criteria.reasons": "We were not sure, and asked.",
    }
)
AN_ACCIDENT = ("do_not_notify", "An accident, seen by two people.")


def test_who_disagrees_that_it_is_not_notified_has_it_decided_again(everybody):
    with everybody.on(REFERENCE) as person:
        _the_ward_asks_and_a_case_is_opened(everybody, person)
        _the_criteria_are_not_met(person)
        _the_ward_is_told(everybody, person)
        everybody.moves_on_to(date(2026, 3, 11))
        _what_was_done_is_challenged(person)
        _the_sheet_is_filled_in_again(person)
        _it_is_decided_again(person)


def _the_ward_asks_and_a_case_is_opened(everybody, person) -> None:
    a_form_is_emailed(everybody, A_FALL)
    it_becomes_a_case(person, "Isolde", "garden wall")
    each_declares_no_interest(person, *ON_THE_CASE)
    are_put_on_the_list(person, scrutineer="Parvin Siddiquah-Noor")


def _the_criteria_are_not_met(person) -> None:
    the_council_became_aware(
        person, datetime(2026, 2, 17, 16, 0), "The ward telephoned the front door."
    )
    the_sheet_is_filled_in(
        person,
        is_child="yes",
        abuse_or_neglect="no",
        abuse_or_neglect_why="Two accounts agree, and the injury fits the fall.",
        died="no",
        seriously_harmed="yes",
        place="this_area",
    )
    each_gives_a_view(
        person,
        council=AN_ACCIDENT,
        icb=AN_ACCIDENT,
        police=("notify", "I would rather notify once too often."),
    )
    the_council_decides(
        person, "do_not_notify", "Abuse or neglect is neither known nor suspected."
    )


def _the_ward_is_told(everybody, person) -> None:
    person("coordinator").sees("Not progressed", "Partners who disagree: Police")
    reply = everybody.email_to("ward@hospitals.quillshire.example")
    assert "our consideration has ended" in reply.lower()
    assert "Isolde" not in reply


def _what_was_done_is_challenged(person) -> None:
    person("scrutineer").takes(
        "Comment on a decision, or challenge it",
        kind="challenge",
        about="Whether to notify",
        words="Who asked the two people who saw her fall?",
    )
    person("police").takes(
        "Reopen the case",
        reason="A second doctor has looked at the X-ray, and wants to be heard.",
    )
    council = person("council")
    council.sees("Who asked the two people who saw her fall?")
    council.follows("Answer")
    council.fills(answer="The duty social worker, each alone. I add it to the sheet.")
    council.sends()


def _the_sheet_is_filled_in_again(person) -> None:
    the_sheet_is_filled_in(
        person,
        link="Fill it in again",
        abuse_or_neglect="no",
        abuse_or_neglect_why="Both saw the fall, and each was asked alone.",
        abuse_or_neglect_evidence="Visit of 9 March, two notes",
    )
    coordinator = person("coordinator")
    coordinator.follows("Open the sheet")
    coordinator.sees("each was asked alone.", "Evidence: Visit of 9 March, two notes")


def _it_is_decided_again(person) -> None:
    the_council_decides(
        person,
        "do_not_notify",
        "The second doctor agrees with the first: the fall explains it.",
    )
    police = person("police")
    police.sees("Not progressed", "The duty social worker, each alone.")
    police.follows("History")
    police.sees("A second doctor has looked at the X-ray")
