"""Whoever imports this has read an email with our form in it: what
readings make ready for themselves, the next ones find ready."""

from email.message import EmailMessage
from io import BytesIO

from heed.documents import child
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form

ANSWERS = {
    "referrer.name": "Wilhelmina Ashgrove",
    "referrer.capacity": "public",
    "child.1.given": "Tobiah",
    "child.1.dob": "14 May 2010",
    "adult.1.relationship": "mother of Tobiah",
    "incident.date": "9 March 2026",
    "incident.what": "He was found hurt behind the boathouse. He lives in Nether Row.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
}


def _an_email() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@school.example", "A boy"
    message.set_content("I am worried about a boy. He was seen on 3 May 2025.")
    form = referral_form(SentTo(partnership="Quillshire", mailbox="r@quill.example"))
    form = fill_referral_form(form, ANSWERS)
    called = {"filename": "form.docx"}
    message.add_attachment(form, "application", "octet-stream", **called)
    return bytes(message)


child.take_apart(_an_email(), "message.eml", BytesIO())
