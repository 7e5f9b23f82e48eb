"""A concern arrives, becomes a case, is considered and notified."""

from datetime import datetime
from email.message import EmailMessage

from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from tests.journeys.parts.people import PARTNERS
from tests.journeys.walk import Walk

AWARE = datetime(2026, 3, 11, 8, 0)
GRANDMOTHER = "Joy Quarrington"
NOTIFIED = datetime(2026, 3, 11, 8, 30)
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


def a_neighbour_emails_the_word_form(walk: Walk) -> None:
    form = filled_in(WREN)
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


def filled_in(answers: dict[str, str]) -> bytes:
    """The Word form of Quillshire with these answers."""
    sent_to = SentTo(
        partnership="Quillshire Safeguarding Children Partnership",
        mailbox="referrals@partnership.quillshire.example",
    )
    return fill_referral_form(referral_form(sent_to), answers)


def the_business_unit_reads_it_and_opens_a_case(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.follows("Read this referral")
    walk.sees("Zephyrine", "What Heed understood", "old bruises")
    _checks_it_beside_the_paper(walk)
    walk.follows("Open a case")
    walk.presses("Open the case")
    walk.fills(answer="none")
    walk.presses("Record my answer")
    walk.sees("Under consideration", "provisional")
    walk.reference = walk.page.locator(".heed-case__reference").inner_text()


def _checks_it_beside_the_paper(walk: Walk) -> None:
    walk.follows("Check what Heed understood")
    walk.follows("my form.docx")
    walk.sees("As it came", "still to look at")
    walk.follows("Where it stands")
    name = "adult-1-relationship"
    walk.page.locator(f"#check-{name} summary").click()
    walk.fills(**{f"answer-{name}": "corrected", f"said-{name}": "birth mother"})
    walk.presses("Save, and all else without a doubt is right")
    walk.sees("4 of 18 still to look at", "Put right: birth mother")
    walk.follows("Referral Q-26-")
    walk.sees("Put right by a person", "Read: mother")


def everybody_declares(walk: Walk) -> None:
    for slug in ("manager", *PARTNERS):
        walk.as_somebody(slug)
        walk.declares_no_interest()


def the_partners_consider_and_the_council_notifies(walk: Walk) -> None:
    walk.as_somebody("council")
    walk.takes(
        "Confirm when the local authority became aware",
        aware_at=AWARE,
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
    walk.sends()
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
        outcome="notify",
        reasons="All three partners agree.",
    )
    walk.sees("Notification decided")
    walk.takes_nothing("Copy what the case knows into the national form")
    walk.sees("Not known yet", "Names are off")
    walk.follows("As text to copy")
    walk.takes(
        "Record that the Panel was notified",
        sent_at=NOTIFIED,
        national_reference="SIN-QCC-2026-03",
    )
    walk.sees("Rapid review", "Send the rapid review to the Panel")


def somebody_keeps_in_touch_with_the_family(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.opens_the_case()
    walk.follows("Who may see this case")
    for name in ("Marigold Anstruther", "Honor Lyttelwick"):
        walk.follows("Put somebody on the list")
        walk.fills(standing=name)
        walk.sends()
        walk.sees(name)
    walk.opens_the_case()
    walk.follows("Family record")
    walk.follows("Change who keeps in touch")
    walk.fills(person="Marigold Anstruther")
    walk.sends()


def the_family_is_met(walk: Walk) -> None:
    walk.as_somebody("family")
    walk.declares_no_interest()
    walk.does_not_see("Consideration and notification")
    walk.follows("Change who counts as family")
    walk.fills(who_counts="Her mother and her grandmother.", child_called="Zeffy")
    walk.sends()
    walk.follows("Name somebody of the family")
    walk.fills(
        name=GRANDMOTHER,
        relationship="grandmother",
        wishes="To read the report before anybody else does.",
    )
    walk.sends()
    walk.sees("Grandmother")
    walk.does_not_see(GRANDMOTHER)
    walk.follows("Record a contact with the family")
    walk.fills(
        member="Grandmother",
        happened_on=NOTIFIED.date(),
        how="Visit",
        what_was_said="That the partnership looks at what happened.",
    )
    walk.sends()
