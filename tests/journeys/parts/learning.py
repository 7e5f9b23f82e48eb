"""What was learned is acted on, its impact is recorded, and others may read of it."""

import re
from datetime import date

from tests.journeys.parts.publication import REPORT
from tests.journeys.parts.referral import GRANDMOTHER, WREN
from tests.journeys.parts.review import HEALTH_VISITOR
from tests.journeys.reading import words_in
from tests.journeys.walk import Walk

LATER = date(2026, 7, 1)
BRIEFING = "/p/quillshire/publications/wren-2026-briefing/"
BRIEFING_TITLE = "Wren: what we learned"
RECOMMENDATION = "Health visitors should ask who lives with a baby, and write it down."
TASK = "Put the question into the first visit and teach it."
CHANGE = "Nineteen records of twenty name everybody who lives in the home."
BOXES = (
    "Wren was three months old when she was found hurt.",
    "Five services saw her in her first twelve weeks.",
    "Each knew something; nobody put it together.",
    "Her grandmother was listened to, and that helped.",
    "Ask about fathers as you ask about mothers.",
    "Write down who lives with a baby, and ask again.",
    "Which of the families you know has a father nobody has met?",
)
NAMES = (
    *["Zephyrine", "Quarrington", "Corisande", "Wilhelmina", "Ashgrove"],
    "14 December 2025",
    "2025-12-14",
    "neighbour@post.example",
    GRANDMOTHER,
    "Zeffy",
    *HEALTH_VISITOR.split(),
)


def an_organisation_answers_a_recommendation(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes(
        "Make a recommendation, or a finding with a question",
        kind="recommendation",
        text=RECOMMENDATION,
        intended_change="Babies live with people whom somebody has met.",
        origin="review",
        addressees=["Quillshire Community Health"],
        multi_agency="no",
        scope="local",
        aim="practice",
        themes=["Fathers, partners and men not seen"],
        due_on=date(2026, 6, 1),
    )
    walk.as_somebody("community-lead")
    walk.sees("No case is open to you yet")
    walk.follows("Answer recommendation 1 for Quillshire Community Health")
    walk.sees(RECOMMENDATION)
    walk.follows("Answer for Quillshire Community Health")
    walk.fills(answer="accepted", reasons="The first visit has room for it.")
    walk.sends()
    walk.sees("Accepted")


def an_action_is_planned_and_done(walk: Walk) -> None:
    walk.presses("Plan an action for it")
    walk.fills(
        text=TASK,
        owner="Tamsin Ollerenshaw",
        due_on=date(2026, 6, 1),
        measure="Twenty records a month.",
    )
    walk.sends()
    walk.as_somebody("school-nurse")
    walk.follows("Action 1: say how it goes")
    walk.sees(TASK)
    walk.follows("Say how it goes")
    walk.fills(status="on_track", words="The form is changed; teaching is in May.")
    walk.sends()
    walk.moves_the_clock_to(LATER)
    walk.as_somebody("community-lead")
    walk.follows("All actions that are yours or your organisation’s")
    walk.follows(TASK[:20])
    walk.follows("Sign off that it was done")
    walk.fills(
        done_on=date(2026, 5, 29),
        what_was_done="The form has the question; 41 people were taught.",
        evidence="Form 12b and the training list.",
        evidence_dated_on=date(2026, 5, 29),
    )
    walk.sends()


def its_impact_is_looked_for_and_recorded(walk: Walk) -> None:
    walk.as_somebody("school-nurse")
    walk.follows("All actions that are yours or your organisation’s")
    walk.follows(TASK[:20])
    walk.follows("Say what changed for children")
    walk.fills(
        looked_on=LATER,
        method="dip_sample",
        measure="Twenty records of June.",
        evidence=CHANGE,
        judgement="some",
    )
    walk.sends()
    walk.sees("Some change", CHANGE)


def a_briefing_is_written_and_approved(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes("Make a seven-minute briefing")
    walk.follows("Briefing 1")
    walk.fills(
        title=BRIEFING_TITLE,
        questions="Whom do you not ask?\nWhat would help you to?",
        audience="Everyone who works with babies",
        **{f"body_{number}": words for number, words in enumerate(BOXES, 1)},
    )
    walk.sends()
    walk.sees("The check finds nothing that identifies anybody of the case.")
    for slug in ("council", "police"):
        walk.as_somebody(slug)
        walk.opens_the_case()
        walk.follows("Read and approve it")
        walk.sees(*BOXES)
        walk.presses("Approve these words")
        status, _ = walk.world.public_page(BRIEFING)
        assert status == (200 if slug == "police" else 404), status


def anybody_reads_the_briefing(walk: Walk) -> None:
    walk.opens(walk.world.public)
    walk.follows(BRIEFING_TITLE)
    walk.sees(*BOXES, "Everyone who works with babies")
    for form in ("pdf", "docx"):
        path = f"{BRIEFING}wren-2026-briefing.{form}"
        words = words_in(walk.world.public_bytes(path), form)
        for sentence in BOXES:
            assert sentence in words, (form, sentence, words[:2000])
    walk.follows("Review report")
    assert walk.page.url == walk.world.public + REPORT


def no_public_byte_names_anybody(walk: Walk) -> None:
    everything = walk.world.everything_public()
    read = {path.rpartition(".")[2] for path in everything}
    assert {"pdf", "docx", "txt", "atom", "xml"} <= read, sorted(everything)
    assert {REPORT, BRIEFING} <= set(everything), sorted(everything)
    for path, data in everything.items():
        words = data.decode(errors="replace") + words_in(data, path.rpartition(".")[2])
        for name in (*NAMES, WREN["referrer.name"], walk.reference):
            assert not re.search(re.escape(name), words, re.IGNORECASE), (path, name)
