"""What the confined process tells of a message, and of our own form in a paper."""

import re
from email import message_from_bytes
from email.policy import compat32

from heed.papers.agency_form_read import typed_beside, typed_in_agency_form
from heed.papers.forms.tags import tagged_answers
from heed.papers.limits import Kind, identify
from heed.papers.paper import read_as
from heed.papers.read_eml import Message, read_message
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused

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
    return read_as(message, "referral") | {"typed": _typed_in_message(message)}


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


def typed_answers(data: bytes, name: str) -> dict[str, str]:
    """The answers of our own form as they were typed, by their keys; of an email, of
    the form among its attachments that answers most. Empty for any other paper."""
    if identify(data, name) is not Kind.EML:
        return _typed_in(data, name)
    return _typed_in_message(read_message(data))


def _typed_in_message(message: Message) -> dict[str, str]:
    attached = ((each.data, each.name) for each in message.attachments)
    return max(map(_of_attachment, attached), key=len, default={})


def _of_attachment(attachment: tuple[bytes, str]) -> dict[str, str]:
    try:
        return _typed_in(*attachment)
    except Refused:
        return {}


def _typed_in(data: bytes, name: str) -> dict[str, str]:
    answers = tagged_answers(read_blocks(data, name).document.fields)
    found = answers.by_key if answers else {}
    return {key: answer.text for key, answer in found.items()}


def typed_by_agency(data: bytes, name: str) -> dict[str, object]:
    """The answers of our own agency form, by their keys, and what stands beside the
    places for answers. Both empty for any other paper."""
    if identify(data, name) is Kind.EML:
        return {"typed": {}, "beside": []}
    document = read_blocks(data, name).document
    typed = typed_in_agency_form(document)
    return {"typed": typed, "beside": typed_beside(document, typed) if typed else []}
