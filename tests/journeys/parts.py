"""The whole way in parts, each a few sentences about who does what."""

import re
from datetime import date, datetime
from email.message import EmailMessage
from io import BytesIO

from docx import Document

from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from tests.journeys.walk import Walk

PARTNERS = ("council", "icb", "police")
TOLD_AT = datetime(2026, 3, 19, 16, 0)
WREN = {
    "safety.at_risk": "no",
    "referrer.name": "Wilhelmina Ashgrove",
    "referrer.capacity": "public",
    "referrer.email": "neighbour@post.example",
    "child.1.given": "Zephyrine",
    "child.1.family": "Quarrington",
    "child.1.status": "alive",
    "child.1.dob": "14 December 2025",
    "adult.1.name": "Corisande Quarrington",
    "adult.1.relationship": "mother",
    "incident.date": "9 March 2026",
    "incident.what": "She was found hurt, and nobody could say how.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "There were old bruises too.",
}
BUSINESS_UNIT = ("manager", "coordinator")
SENTENCES = (
    "Wren was a lively baby whose grandmother sang to her every evening.",
    "Agencies each knew something, and nobody put it together.",
    "Professionals listened to her mother and rarely asked about her father.",
)


def a_report(*, title="Wren: local child safeguarding practice review") -> bytes:
    """A reviewer's report as she writes it in Word."""
    paper = Document()
    paper.core_properties.author = "Ilvy Kaczmarowicz"
    paper.core_properties.title = title
    paper.add_heading(title, level=0)
    paper.add_heading("What happened", level=1)
    for sentence in SENTENCES[:2]:
        paper.add_paragraph(sentence)
    paper.add_heading("What we learned", level=1)
    paper.add_paragraph(SENTENCES[2])
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def a_neighbour_emails_the_word_form(walk: Walk) -> None:
    sent_to = SentTo(
        partnership="Quillshire Safeguarding Children Partnership",
        mailbox="referrals@partnership.quillshire.example",
    )
    form = fill_referral_form(referral_form(sent_to), WREN)
    message = EmailMessage()
    message["From"] = "neighbour@post.example"
    message["To"] = "referrals@partnership.quillshire.example"
    message["Subject"] = "Referral"
    message["Message-ID"] = "<a-neighbour@post.example>"
    message["Date"] = "Wed, 11 Mar 2026 08:30:00 +0000"
    message.set_content("Please find my form attached.")
    message.add_attachment(
        form,
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename="my form.docx",
    )
    for _ in range(3):
        walk.world.mailbox.deliver(message.as_bytes())
    walk.world.post.wait_for("neighbour@post.example", "")


def the_business_unit_reads_it_and_opens_a_case(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.opens("/")
    walk.page.get_by_role("link", name=re.compile("Read this referral")).click()
    walk.looks()
    walk.sees("Zephyrine", "What Heed understood", "old bruises")
    to_do = walk.page.locator(".heed-to-do")
    to_do.get_by_role("link", name=re.compile("Open a case")).click()
    walk.looks()
    walk.presses("Open the case")
    walk.fills(answer="none")
    walk.presses("Record my answer")
    walk.case_url = walk.page.url
    walk.sees("Under consideration", "provisional")


def everybody_declares(walk: Walk) -> None:
    for slug in ("manager", *PARTNERS):
        walk.as_somebody(slug)
        walk.declares_no_interest()


def the_partners_consider_and_the_council_notifies(walk: Walk, sent: datetime) -> None:
    walk.as_somebody("council")
    walk.takes(
        "Confirm when the local authority became aware",
        aware_at=sent.replace(hour=8),
        basis="The hospital telephoned the front door.",
    )
    walk.as_somebody("coordinator")
    walk.takes_nothing("Work through whether to notify")
    walk.follows("Fill in the sheet")
    walk.fills(
        is_child="yes",
        abuse_or_neglect="suspected",
        died="no",
        seriously_harmed="yes",
        place="this_area",
    )
    walk.presses("Save")
    walk.sees("abuse or neglect is known or suspected")
    for slug in PARTNERS:
        walk.as_somebody(slug)
        walk.takes(
            "Give your body's view on notifying",
            view="notify",
            reasons="The injury is not explained.",
        )
    walk.as_somebody("council")
    walk.takes(
        "Decide whether to notify the Panel",
        button="Record the decision",
        outcome="notify",
        reasons="All three partners agree.",
    )
    walk.sees("Notification decided")
    walk.takes(
        "Record that the Panel was notified",
        sent_at=sent,
        national_reference="SIN-QCC-2026-03",
    )
    walk.sees("Notified", "Send the rapid review to the Panel")


def an_agency_answers_by_link_and_code(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes("Open the rapid review")
    walk.takes(
        "Ask an agency what it knows",
        organisation="Quillshire Hospitals NHS Trust",
        to_address="safeguarding@hospitals.quillshire.example",
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


def the_rapid_review_is_weighed_and_signed(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.opens_the_case()
    walk.sees("1 of 1 have answered")
    walk.takes_nothing("Write a part of the rapid review")
    walk.follows("What happened")
    walk.fills(words="A baby was found with an injury that nobody could explain.")
    walk.presses("Save")
    walk.takes(
        "Record a meeting",
        held_on=date(2026, 3, 16),
        attended="Mabry Pellowick, business unit\nNamed nurse, hospitals",
        minutes="What each agency knew was put side by side.",
    )
    walk.takes_nothing("Weigh what the rapid review must answer")
    walk.follows("Whether a local review is appropriate")
    walk.fills(improvements="yes", improvements_why="Nobody asked about her father.")
    walk.presses("Save")
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
            button="Sign for my body",
            answer="agrees",
            reasons="I agree.",
        )
    walk.sees("Rapid review signed off")


def the_panel_is_sent_it_and_answers(walk: Walk, sent: datetime) -> None:
    walk.as_somebody("coordinator")
    walk.takes(
        "Record that the rapid review was sent to the Panel",
        sent_at=sent,
        route="The Panel's secure mailbox",
        proof="Receipt 4471",
    )
    walk.sees("With the Panel")
    walk.takes(
        "Record the Panel's answer",
        answer="agrees",
        dated_on=sent.date(),
        words="We agree with your decision.",
    )


def a_reviewer_is_appointed_and_writes(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.takes("Start the local review", reason="As decided in the rapid review.")
    walk.takes(
        "Propose a lead reviewer",
        person="Ilvy Kaczmarowicz",
        qualities="Twelve reviews, and a way with families.",
    )
    walk.follows("Record the declaration of independence")
    walk.fills(worked_in_area="no", knows_people="no")
    walk.presses("Save")
    walk.as_somebody("council")
    walk.opens_the_case()
    walk.follows("Appoint")
    walk.fills(why_chosen="Independent, and known for clear reports.")
    walk.presses("Save")
    walk.as_somebody("manager")
    _each_is_told_who_reviews(walk)
    walk.takes(
        "Agree the terms of reference and the method",
        questions="What was life like for this child?\nWho asked about her father?",
        method="A systems method",
    )
    walk.as_somebody("reviewer")
    walk.declares_no_interest()
    _practitioners_are_heard(walk)
    walk.as_somebody("manager")
    walk.takes(
        "Note the time and quality of the review",
        time="well",
        quality="well",
        note="On time.",
    )


def _each_is_told_who_reviews(walk: Walk) -> None:
    for body in ("panel", "dfe", "ofsted"):
        walk.takes(
            "Tell the Panel, the Department and Ofsted who reviews",
            body=body,
            told_at=TOLD_AT,
            route="By email",
        )


def _practitioners_are_heard(walk: Walk) -> None:
    walk.takes(
        "Invite practitioners to an event",
        title="Learning together",
        held_on=date(2026, 3, 18),
    )
    walk.follows("Learning together")
    walk.follows("Invite somebody")
    walk.fills(
        name="A health visitor", organisation="Community Health", support_offered=True
    )
    walk.presses("Save")
    walk.follows("Record what was said")
    walk.fills(what_was_said="We were never told that he lived there.")
    walk.presses("Save")


def the_report_is_drafted_changed_and_signed(walk: Walk) -> None:
    walk.as_somebody("reviewer")
    walk.takes_nothing("Lodge a draft report")
    walk.attaches("report", "the-report.docx", a_report())
    walk.fills(is_final_draft=True)
    walk.presses("Save")
    walk.takes(
        "Write who the child was",
        words="A lively baby who loved her grandmother's songs.",
        family_agreed=True,
    )
    walk.as_somebody("manager")
    walk.takes_nothing("Read the draft and comment on it")
    walk.sees(SENTENCES[1])
    walk.follows("Comment on its accuracy")
    walk.fills(words="There were three agencies, not each of them.")
    walk.presses("Save")
    walk.follows("Propose a change")
    walk.fills(
        anchor="Agencies each knew",
        after="Three agencies each knew something, and nobody put it together.",
        reasons="It was three.",
    )
    walk.presses("Save")
    walk.as_somebody("reviewer")
    walk.takes_nothing("Changes to your report")
    walk.follows("Accept")
    walk.presses("Accept this change")
    walk.as_somebody("manager")
    walk.takes(
        "Find the report ready to be signed off", reason="Checked with the agencies."
    )
    for slug in PARTNERS:
        walk.as_somebody(slug)
        walk.takes(
            "Sign the report for your body, or dissent",
            button="Sign for my body",
            answer="signs",
            reasons="I sign.",
        )
    walk.sees("Signed off")
