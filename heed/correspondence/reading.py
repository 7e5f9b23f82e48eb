"""An email as it arrived, read by a confined process."""

from dataclasses import dataclass, field

from heed.documents.reading import read_in_child


@dataclass(frozen=True)
class Attachment:
    """A file that came with an email."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Parsed:
    """What stands in an email."""

    message_id: str = ""
    sender: str = ""
    subject: str = ""
    body: str = ""
    proof: str = ""
    sender_proven: str = "not_known"
    attachments: tuple[Attachment, ...] = field(default=())


def parsed_or_none(raw: bytes) -> tuple[Parsed | None, str]:
    """The parts of an email; or None and the sentence why it could not be read."""
    from base64 import b64decode

    outcome = read_in_child(raw, "message.eml", "email")
    if outcome.content is None:
        return None, outcome.problem
    parts = dict(outcome.content)
    attachments = tuple(
        Attachment(part["name"], b64decode(part["data"]))
        for part in parts.pop("attachments", [])
    )
    return Parsed(attachments=attachments, **parts), ""
