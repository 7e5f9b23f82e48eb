"""A reviewer is appointed and writes; the three partners sign her report."""

from datetime import date, datetime
from io import BytesIO

from docx import Document

from tests.journeys.parts.people import PARTNERS
from tests.journeys.walk import Walk

TOLD_AT = datetime(2026, 3, 19, 16, 0)
SENTENCES = (
    "Wren was a lively baby whose grandmother sang to her every evening.",
    "Agencies each knew something, and nobody put it together.",
    "Professionals listened to her mother and rarely asked about her father.",
)
HEALTH_VISITOR = "Ottoline Brackwater"
CHANGED = "Three agencies each knew something, and nobody put it together."
# A name that was overlooked, and a word that is somebody's name elsewhere.
A_NAME = "Zephyrine was seen by five services in her first twelve weeks."
NO_NAME = "The song that she knew best was called Joy."


def a_report(*, title="Wren: local child safeguarding practice review") -> bytes:
    """A reviewer's report as she writes it in Word, with what Word keeps beside it."""
    paper = Document()
    paper.core_properties.author = "Ilvy Kaczmarowicz"
    paper.core_properties.title = title
    paper.core_properties.subject = "Zephyrine Quarrington"
    paper.add_heading(title, level=0)
    paper.add_heading("What happened", level=1)
    for sentence in (SENTENCES[0], NO_NAME, A_NAME, SENTENCES[1]):
        paper.add_paragraph(sentence)
    paper.add_heading("What we learned", level=1)
    paper.add_paragraph(SENTENCES[2])
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def a_reviewer_is_appointed(walk: Walk) -> None:
    walk.moves_the_clock_to(date(2026, 3, 20))
    walk.as_somebody("manager")
    walk.takes("Start the local review", reason="As decided in the rapid review.")
    walk.takes(
        "Propose a lead reviewer",
        person="Ilvy Kaczmarowicz",
        practice="Twelve reviews, and a way with families.",
        research="Reads it, and has written some.",
        complexity="Draws systems before she writes.",
        no_hindsight="Asks what people knew that day.",
        communication="Families read her reports.",
        independence="Never worked in this area.",
    )
    walk.as_somebody("reviewer")
    walk.follows("You are proposed as lead reviewer: declare your independence")
    walk.fills(worked_in_area="no", knows_people="no")
    walk.sends()
    walk.as_somebody("council")
    walk.opens_the_case()
    walk.follows("Appoint")
    walk.fills(why_chosen="Independent, and known for clear reports.")
    walk.sends()
    walk.as_somebody("manager")
    for body in ("panel", "dfe", "ofsted"):
        walk.takes(
            "Tell the Panel, the Department and Ofsted who reviews",
            body=body,
            told_at=TOLD_AT,
            route="By email",
        )
    walk.takes(
        "Agree the terms of reference and the method",
        questions="What was life like for this child?\nWho asked about her father?",
        method="A systems method",
    )


def practitioners_say_what_it_was_like(walk: Walk) -> None:
    walk.as_somebody("reviewer")
    walk.declares_no_interest()
    walk.takes(
        "Invite practitioners to an event",
        title="Learning together",
        held_on=date(2026, 3, 18),
    )
    walk.follows("Learning together")
    walk.follows("Invite somebody")
    walk.fills(
        name=HEALTH_VISITOR, organisation="Community Health", support_offered=True
    )
    walk.sends()
    walk.follows("Record what was said")
    walk.fills(what_was_said="We were never told that he lived there.")
    walk.sends()
    walk.as_somebody("manager")
    walk.takes(
        "Note the time and quality of the review",
        time="well",
        quality="well",
        note="On time.",
    )


def the_report_is_drafted(walk: Walk) -> None:
    walk.as_somebody("reviewer")
    walk.opens_the_case()
    walk.follows("Children")
    walk.follows("Change the name used in the report for")
    walk.fills(pseudonym="Wren", pseudonym_chosen_by="family")
    walk.sends()
    walk.takes_nothing("Lodge a draft report")
    walk.attaches("report", "the-report.docx", a_report())
    walk.fills(is_final_draft=True)
    walk.sends()
    walk.takes(
        "Write who the child was",
        words="A lively baby who loved her grandmother's songs.",
        family_agreed=True,
    )


def a_change_is_asked_for_and_accepted(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes_nothing("Read the draft and comment on it")
    walk.sees(SENTENCES[1])
    walk.follows("Comment on its accuracy")
    walk.fills(words="There were three agencies, not each of them.")
    walk.sends()
    walk.follows("Propose a change")
    walk.fills(
        anchor="Agencies each knew",
        after=CHANGED,
        reasons="It was three.",
    )
    walk.sends()
    walk.as_somebody("reviewer")
    walk.takes_nothing("Changes to your report")
    walk.follows("Accept")
    walk.presses("Accept this change")


def each_partner_signs(walk: Walk) -> None:
    for slug in PARTNERS:
        walk.as_somebody(slug)
        walk.takes(
            "Sign the report for your body, or dissent",
            answer="signs",
            reasons="I sign.",
        )


def the_three_partners_sign_it(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.takes(
        "Find the report ready to be signed off", reason="Checked with the agencies."
    )
    each_partner_signs(walk)
    walk.sees("Signed off")
