"""Agencies answer, the partners decide, the Panel is sent it and answers."""

import re
from datetime import date, datetime

from tests.journeys.parts.people import PARTNERS
from tests.journeys.walk import Walk


def an_agency_answers_by_link_and_code(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.opens_the_case()
    walk.takes(
        "Ask agencies what they know",
        organisations=[
            "Quillshire Hospitals NHS Trust (safeguarding@hospitals.quillshire.example)"
        ],
        due_on=date(2026, 3, 20),
    )
    walk.sees("Read this out by telephone to Quillshire Hospitals NHS Trust")
    code = walk.page.locator(".heed-code").first.inner_text()
    email = walk.world.post.wait_for(
        "safeguarding@hospitals.quillshire.example", "asks Quillshire Hospitals"
    )
    text = email.get_payload(decode=True).decode()
    link = re.search(r"http://\S+", text)[0]
    walk.opens(link)
    walk.does_not_see("Wren", "Q-26-")
    walk.fills(code=code)
    walk.presses("Open the request")
    walk.fills(
        kind="summary",
        author="Named nurse",
        summary="Seen once in the emergency department.",
        records_secured=True,
    )
    walk.presses("Send our answer")
    walk.sees("Your answer has arrived")


def interviews_wait_for_the_police_and_go_on(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.takes(
        "Note proceedings or another review beside this one",
        kind="police",
        body="Quillshire Constabulary",
        next_on=date(2026, 4, 1),
        forbids=["Meeting practitioners and others to hear what they say"],
        why_forbids="The senior investigating officer asked us to wait.",
        look_again_on=date(2026, 3, 24),
    )
    walk.sees("Police investigation", "Looked at again", "24 March 2026")
    walk.follows("Let it go on")
    walk.fills(reason="The officer has met the witnesses.")
    walk.sends()
    walk.sees("Goes on since")


def the_rapid_review_is_weighed_and_signed(walk: Walk) -> None:
    walk.moves_the_clock_to(date(2026, 3, 17))
    walk.as_somebody("coordinator")
    walk.opens_the_case()
    walk.sees("1 of 1 have answered")
    walk.takes_nothing("Write a part of the rapid review")
    walk.follows("What happened")
    walk.fills(words="A baby was found with an injury that nobody could explain.")
    walk.sends()
    walk.takes(
        "Record a meeting",
        held_on=date(2026, 3, 16),
        attended="Mabry Pellowick, business unit\nNamed nurse, hospitals",
        minutes="What each agency knew was put side by side.",
    )
    walk.takes_nothing("Weigh what the rapid review must answer")
    walk.follows("Whether a local review is appropriate")
    walk.fills(improvements="yes", improvements_why="Nobody asked about her father.")
    walk.sends()
    walk.as_somebody("manager")
    walk.takes(
        "Put a decision before the three partners",
        outcome="local_review",
        reasons="A review would show why fathers are not asked about.",
        national_view="no",
        national_reasons="The learning is local.",
    )
    for slug in PARTNERS:
        walk.as_somebody(slug)
        walk.takes(
            "Confirm the decision for your body, or dissent",
            answer="agrees",
            reasons="I agree.",
        )
    walk.sees("Rapid review signed off")


def the_panel_is_sent_it_and_answers(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes("Choose how people are called in the paper for the Panel", named="no")
    walk.sees("What page one says")
    walk.takes(
        "Record that the rapid review was sent to the Panel",
        sent_at=datetime(2026, 3, 17, 8, 45),
        route="The Panel's secure mailbox",
        proof="Receipt 4471",
    )
    walk.sees("With the Panel")
    walk.as_somebody("panel")
    walk.follows("Sent to the Panel")
    walk.follows(walk.reference, within="main")
    walk.follows("Record the Panel’s answer")
    walk.fills(
        answer="agrees",
        dated_on=date(2026, 3, 17),
        words="We agree with your decision.",
    )
    walk.presses("Record the answer")
    walk.sees("The Panel agrees")
    walk.as_somebody("coordinator")
    walk.opens_the_case()
    walk.follows("Record what it says of the quality")
    walk.fills(voice="Done well")
    walk.sends()
    walk.follows("What the Panel says of our rapid reviews")
    walk.sees("a smaller count could tell of one case")
