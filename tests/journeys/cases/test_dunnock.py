"""Q-25-031, Dunnock: five working days across Christmas, and a rapid review that says why
it was late."""

from datetime import UTC, date, datetime

import pytest

from tests.journeys.parts.people import PARTNERS
from tests.journeys.parts.shared_by_several import (
    ON_THE_CASE,
    a_form_is_emailed,
    as_the_panel_has_it,
    by_the_hospital,
    each_confirms,
    each_declares_no_interest,
    each_gives_a_view,
    is_called,
    it_becomes_a_case,
    it_is_sent_to_the_panel,
    the_council_became_aware,
    the_council_decides,
    the_manager_proposes,
    the_panel_answers,
    the_panel_is_notified,
    the_sheet_is_filled_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.real_server]
REFERENCE = "Q-25-031"
BEGINS = datetime(2025, 12, 23, 9, 0, tzinfo=UTC)
A_BABY = by_the_hospital(
    {
        "referrer.email": "oriel.vantongeren@hospitals.quillshire.example",
        "child.1.given": "Lumi",
        "child.1.family": "Ostrander-Vale",
        "child.1.dob": "18 November 2025",
        "incident.date": "23 December 2025",
        "incident.what": "She was pale, and did not wake to feed.",
        "criteria.abuse_or_neglect": "suspected",
        "criteria.reasons": "Neither of her parents could say how she was hurt.",
    }
)
WHY_LATE = "The second reading of her X-rays came on 26 January."


def test_dunnocks_dates_are_counted_across_christmas_and_it_ends_in_actions(everybody):
    with everybody.on(REFERENCE) as person:
        _she_is_referred_and_made_safe(everybody, person)
        everybody.moves_on_to(date(2026, 1, 2))
        _the_council_notifies_on_the_last_day(person)
        everybody.moves_on_to(date(2026, 1, 29))
        _the_rapid_review_is_late_and_says_why(person)
        _each_date_says_how_it_was_counted(person)
        everybody.moves_on_to(date(2026, 3, 6))
        _the_panel_reads_why_and_agrees(person)
        _it_ends_without_a_review(person)


def _she_is_referred_and_made_safe(everybody, person) -> None:
    a_form_is_emailed(everybody, A_BABY)
    it_becomes_a_case(person, "Lumi", "did not wake to feed")
    each_declares_no_interest(person, *ON_THE_CASE)
    is_called(person, "Child 1", "Dunnock")
    the_council_became_aware(
        person, datetime(2025, 12, 23, 8, 40), "The ward telephoned the front door."
    )
    council = person("council")
    council.sees("Friday 2 January 2026")
    council.takes(
        "Note proceedings or another review beside this one",
        kind="police",
        body="Quillshire Constabulary",
        next_on=date(2026, 4, 14),
    )


def _the_council_notifies_on_the_last_day(person) -> None:
    the_sheet_is_filled_in(
        person,
        is_child="yes",
        abuse_or_neglect="suspected",
        died="no",
        seriously_harmed="yes",
        place="this_area",
    )
    said = ("notify", "A bleed at five weeks that nobody can explain.")
    each_gives_a_view(person, **dict.fromkeys(PARTNERS, said))
    the_council_decides(person, "notify", "All three bodies say so.")
    the_panel_is_notified(person, datetime(2026, 1, 2, 8, 50), "SIN-QCC-2025-11")
    person("manager").sees("Friday 23 January 2026")


def _the_rapid_review_is_late_and_says_why(person) -> None:
    the_manager_proposes(
        person, "no_further_review", "What she shows was found with Goldcrest."
    )
    each_confirms(person)
    it_is_sent_to_the_panel(
        person, datetime(2026, 1, 29, 8, 45), "Receipt 5118", late_reason=WHY_LATE
    )


def _each_date_says_how_it_was_counted(person) -> None:
    manager = person("manager")
    manager.sees("Dunnock", "Friday 2 January 2026", "Friday 23 January 2026")
    manager.unfolds("met or over")
    manager.follows("How this was worked out: Notify the Panel")
    manager.unfolds("How this date was counted")
    manager.sees("Christmas Day", "Boxing Day", "New Year's Day", "2 January 2026")
    manager = person("manager")
    manager.unfolds("met or over")
    manager.follows("How this was worked out: Send the rapid review to the Panel")
    manager.sees("Friday 23 January 2026", WHY_LATE)
    manager.opens("/deadlines/how-timely/")
    manager.opens("/deadlines/")


def _the_panel_reads_why_and_agrees(person) -> None:
    panel = person("panel")
    pack = as_the_panel_has_it(panel, f"{REFERENCE}, version 1")
    assert WHY_LATE in pack
    assert "Ostrander" not in pack
    the_panel_answers(panel, "agrees", date(2026, 3, 5), "No local review is needed.")


def _it_ends_without_a_review(person) -> None:
    council = person("council")
    council.sees("The Panel agrees")
    council.takes(
        "End without a review, and turn the learning into actions",
        reason="What Goldcrest taught is done first, and the yearly report shows it.",
    )
    council.sees("No further review")
    coordinator = person("coordinator")
    coordinator.follows("What runs beside the case, and what is on hold")
    coordinator.sees("Quillshire Constabulary", "14 April 2026")
