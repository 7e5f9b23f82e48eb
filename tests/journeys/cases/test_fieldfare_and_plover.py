"""Q-25-024, Fieldfare and Plover: what had happened was known six weeks later; the Panel
disagrees with the partners, and they decide again."""

from datetime import UTC, date, datetime

import pytest

from tests.journeys.parts.people import PARTNERS
from tests.journeys.parts.shared_by_several import (
    ON_THE_CASE,
    a_form_is_emailed,
    are_put_on_the_list,
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
REFERENCE = "Q-25-024"
BEGINS = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
BOTH = by_the_hospital(
    {
        "referrer.email": "oriel.vantongeren@hospitals.quillshire.example",
        "child.1.given": "Ottoline",
        "child.1.family": "Greyfriars-Penn",
        "child.1.dob": "2 June 2021",
        "child.2.given": "Jago",
        "child.2.family": "Greyfriars-Penn",
        "child.2.dob": "11 February 2018",
        "incident.date": "30 November 2025",
        "incident.what": "Both could hardly be woken. Their mother thought of the flu.",
        "criteria.abuse_or_neglect": "unknown",
        "criteria.reasons": "Two children at once, and no infection was found.",
    }
)
DISAGREES = "It does not say what Plover, who is seven, told his teacher."


def test_fieldfare_and_plover_are_decided_on_again_and_the_first_stays(everybody):
    with everybody.on(REFERENCE) as person:
        _both_are_referred_and_nobody_knows_why(everybody, person)
        everybody.moves_on_to(date(2026, 1, 13))
        _the_laboratory_answers_and_both_are_notified(person)
        everybody.moves_on_to(date(2026, 2, 3))
        _no_review_is_decided_and_one_dissents(person)
        everybody.moves_on_to(date(2026, 2, 25))
        _the_panel_disagrees(person)
        everybody.moves_on_to(date(2026, 3, 11))
        _the_partners_decide_again(person)
        _both_decisions_stand_in_the_history(person)
        _a_new_version_goes_to_the_panel(person)


def _both_are_referred_and_nobody_knows_why(everybody, person) -> None:
    a_form_is_emailed(everybody, BOTH)
    it_becomes_a_case(person, "Ottoline", "Jago")
    each_declares_no_interest(person, *ON_THE_CASE)
    are_put_on_the_list(person, scrutineer="Parvin Siddiquah-Noor")
    for child, bird in (("Child 1", "Fieldfare"), ("Child 2", "Plover")):
        is_called(person, child, bird)
        _is_weighed(
            person,
            bird,
            abuse_or_neglect="not_known",
            abuse_or_neglect_why="It is with the laboratory. Six weeks, it says.",
        )
    person("coordinator").sees("Fieldfare", "Plover", "provisional")


def _is_weighed(person, bird: str, *, link="Fill in the sheet", **found: str) -> None:
    the_sheet_is_filled_in(
        person,
        link=f"{link} for {bird}",
        is_child="yes",
        died="no",
        seriously_harmed="yes",
        place="this_area",
        **found,
    )


def _the_laboratory_answers_and_both_are_notified(person) -> None:
    the_council_became_aware(
        person,
        datetime(2026, 1, 12, 14, 20),
        "The hospital telephoned when the laboratory had answered.",
    )
    for bird in ("Fieldfare", "Plover"):
        _is_weighed(
            person,
            bird,
            link="Fill it in again",
            abuse_or_neglect="known",
            abuse_or_neglect_why="Methadone. It was in a cup by the sink.",
        )
    each_gives_a_view(person, **dict.fromkeys(PARTNERS, ("notify", "Yes, for both.")))
    the_council_decides(person, "notify", "Neglect is known; both were harmed.")
    the_panel_is_notified(person, datetime(2026, 1, 13, 8, 50), "SIN-QCC-2026-01")
    # fifteen working days after it was sent
    person("coordinator").sees("Tuesday 3 February 2026")


def _no_review_is_decided_and_one_dissents(person) -> None:
    the_manager_proposes(person, "no_further_review", "The rule has been changed.")
    each_confirms(
        person, police=("dissents", "Nobody asked who else was at home, nor why.")
    )
    it_is_sent_to_the_panel(
        person,
        datetime(2026, 2, 2, 16, 0),
        "Receipt 5119",
    )


def _the_panel_disagrees(person) -> None:
    panel = person("panel")
    first = as_the_panel_has_it(panel, f"{REFERENCE}, version 1")
    assert "Nobody asked who else was at home" in first
    assert "Greyfriars" not in first
    the_panel_answers(panel, "disagrees", date(2026, 2, 24), DISAGREES)
    person("manager").sees("The Panel disagrees", DISAGREES)


def _the_partners_decide_again(person) -> None:
    the_manager_proposes(
        person,
        "local_review",
        "The Panel is right that we asked how, and not why.",
        again=True,
    )
    icb = person("icb")
    icb.sees("The Panel disagrees", "Fieldfare", "Plover", "Counts no more")
    person("police").sees("No further review")
    each_confirms(person)
    # six months from the day on which the third of them agreed
    person("police").sees("Publish the report", "Friday 11 September 2026")


def _both_decisions_stand_in_the_history(person) -> None:
    scrutineer = person("scrutineer")
    scrutineer.follows("History")
    scrutineer.sees("No further review", "Hold a local review")
    coordinator = person("coordinator")
    coordinator.follows("Open the sheets")
    coordinator.sees("Fieldfare", "Plover")


def _a_new_version_goes_to_the_panel(person) -> None:
    it_is_sent_to_the_panel(person, datetime(2026, 3, 11, 8, 55), "Receipt 5121")
    panel = person("panel")
    assert "Greyfriars" not in as_the_panel_has_it(panel, f"{REFERENCE}, version 2")
    the_panel_answers(panel, "agrees", date(2026, 3, 11), "Let Plover be heard.")
    manager = person("manager")
    manager.sees("Version 2", "Version 1", "Let Plover be heard.")
    manager.follows("What the Panel says of our rapid reviews")
