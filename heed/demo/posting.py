"""Makes an email of a paper that a visitor sends to the referral address."""

from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def as_email(
    name: str, data: bytes, *, sender: str, subject: str, to: str, at
) -> bytes:
    """The paper as it would arrive: an .eml as it is, anything else attached."""
    if name.lower().endswith(".eml"):
        return data
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain="post.example")
    message.set_content("Please find the referral form attached.")
    maintype, subtype = (
        WORD if name.lower().endswith(".docx") else ("application", "octet-stream")
    )
    message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message.as_bytes()
