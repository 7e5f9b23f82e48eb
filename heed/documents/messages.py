"""What the confined process tells of a message, and of our own form in a paper."""

import re
from email import message_from_bytes
from email.policy import compat32

from heed.papers.agency_form_read import typed_beside, typed_in_agency_form
from heed.papers.forms.tags import tagged_answers
from heed.papers.hidden import Reading
from heed.papers.limits import Kind, identify
from heed.papers.paper import read_as, read_paper
from heed.papers.read_eml import Message, read_message

HEADERS_END = 256 * 1024
OF_A_PROGRAM = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply")
SAYS_SO = re.compile(
    r"\s*(?:automatic reply|auto[- ]?(?:reply|response)|"
    r"out of (?:the )?office(?: (?:reply|message))?\s*(?:[:–-]|$)|(?:not )?read:)",
    re.IGNORECASE,
)


def opened(data: bytes, name: str) -> tuple[Message, bool]:
    """An email in its parts, and whether a program wrote it. Raises `Refused`."""
    identify(data, name)
    message = read_message(data)
    return message, _is_automatic(data, message.subject)


def parts_of(message: Message) -> dict:
    """The parts of an email; of what came with it the names and sizes."""
    return {
        "message_id": message.message_id,
        "sender": message.sender,
        "subject": message.subject,
        "body": message.body,
        "authentication": dict(message.authentication),
        "problems": list(message.problems),
        "attachments": [
            {"name": each.name, "size": len(each.data)} for each in message.attachments
        ],
    }


def as_referral(message: Message) -> dict:
    """What an email says as a referral, with the answers of our own form as typed."""
    typed = Typed()
    made = read_as(message, "referral", typed.look)
    return made | {"typed": typed.answers}


def _is_automatic(data: bytes, subject: str) -> bool:
    """Whether a program wrote this email: nobody answers those, or two programs would
    write to each other for ever, and they answer nothing that was asked."""
    headers = message_from_bytes(data[:HEADERS_END], policy=compat32)
    automatic = str(headers.get("Auto-Submitted", "no")).strip().lower()
    precedence = str(headers.get("Precedence", "")).strip().lower()
    return (
        not automatic.startswith("no")
        or precedence in {"bulk", "junk", "list", "auto_reply"}
        or any(name in headers for name in OF_A_PROGRAM)
        or headers.get_content_type() == "multipart/report"
        or str(headers.get("Return-Path", "")).strip() == "<>"
        or bool(SAYS_SO.match(subject))
    )


class Typed:
    """The answers of our own form as they were typed, by their keys; of several papers,
    of the form that answers most. Empty for any other paper."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}

    def look(self, reading: Reading) -> None:
        found = tagged_answers(reading.document.fields)
        typed = {key: each.text for key, each in found.by_key.items()} if found else {}
        if len(typed) > len(self.answers):
            self.answers = typed


class TypedByAgency:
    """The answers of our own agency form, by their keys, and what stands beside the
    places for answers. Both empty for any other paper."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {"typed": {}, "beside": []}

    def look(self, reading: Reading) -> None:
        if typed := typed_in_agency_form(reading.document):
            beside = typed_beside(reading.document, typed)
            self.answers = {"typed": typed, "beside": beside}


def referral_in(data: bytes, name: str) -> dict:
    """What a paper says as a referral, with the answers of our own form as typed."""
    typed = Typed()
    made = read_paper(data, name, "referral", typed.look)
    return made | {"typed": typed.answers}


def agency_summary_in(data: bytes, name: str) -> dict:
    """The same of an agency's answer; a message brings none of our own agency form."""
    typed = TypedByAgency()
    is_message = identify(data, name) is Kind.EML
    look = None if is_message else typed.look
    return read_paper(data, name, "agency-summary", look) | typed.answers
