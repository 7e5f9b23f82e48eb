"""What the confined process tells of a message, and of our own form in a paper."""

from base64 import b64encode
from email import message_from_bytes
from email.policy import compat32

from heed.papers.forms.tags import tagged_answers
from heed.papers.limits import Kind, identify
from heed.papers.read_eml import Message, read_message
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused

HEADERS_END = 256 * 1024


def parts_of(data: bytes, name: str) -> dict:
    """The parts of an email, its attachments in base64. Raises `Refused`."""
    identify(data, name)
    message = read_message(data)
    return {
        "message_id": message.message_id,
        "sender": message.sender,
        "subject": message.subject,
        "body": message.body,
        "authentication": dict(message.authentication),
        "automatic": _is_automatic(data),
        "problems": list(message.problems),
        "attachments": [
            {"name": each.name, "data": b64encode(each.data).decode()}
            for each in message.attachments
        ],
    }


def _is_automatic(data: bytes) -> bool:
    """Whether a program wrote this email: nobody answers those, or two programs would
    write to each other for ever."""
    headers = message_from_bytes(data[:HEADERS_END], policy=compat32)
    automatic = str(headers.get("Auto-Submitted", "no")).strip().lower()
    precedence = str(headers.get("Precedence", "")).strip().lower()
    return (
        not automatic.startswith("no")
        or precedence in {"bulk", "junk", "list", "auto_reply"}
        or str(headers.get("Return-Path", "")).strip() == "<>"
    )


def typed_answers(data: bytes, name: str) -> dict[str, str]:
    """The answers of our own form as they were typed, by their keys; of an email, of
    the form among its attachments that answers most. Empty for any other paper."""
    if identify(data, name) is not Kind.EML:
        return _typed_in(data, name)
    return max(map(_of_attachment, _attached(read_message(data))), key=len, default={})


def _attached(message: Message):
    return [(each.data, each.name) for each in message.attachments]


def _of_attachment(attachment: tuple[bytes, str]) -> dict[str, str]:
    try:
        return _typed_in(*attachment)
    except Refused:
        return {}


def _typed_in(data: bytes, name: str) -> dict[str, str]:
    answers = tagged_answers(read_blocks(data, name).document.fields)
    found = answers.by_key if answers else {}
    return {key: answer.text for key, answer in found.items()}
