"""An email as it arrived, read by a confined process."""

import hashlib
from base64 import b64decode
from dataclasses import dataclass, field

from django.conf import settings

from heed.correspondence.models import Proof
from heed.documents.reading import read_in_child

NAME = "message.eml"
EACH_DELIVERY_ANEW = {
    b"authentication-results",
    b"delivered-to",
    b"received",
    b"received-spf",
    b"return-path",
    b"x-original-to",
}
CHECKS = ("dmarc", "dkim", "spf")


@dataclass(frozen=True)
class Attachment:
    """A file that came with an email."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Parsed:
    """What stands in an email. `problem` says why nothing could be read of it."""

    message_id: str = ""
    sender: str = ""
    subject: str = ""
    body: str = ""
    authentication: dict = field(default_factory=dict)
    automatic: bool = False
    problems: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    problem: str = ""

    @property
    def proof(self) -> str:
        """What the mail server found of the sender, in its own words."""
        return ", ".join(
            f"{name}: {said}" for name, said in self.authentication.items()
        )

    @property
    def sender_proven(self) -> Proof:
        """Whether our own mail server vouches for the sender. Anybody can write that
        some server did, so only the one that the settings name is believed."""
        said = self.authentication
        if any(said.get(check) in {"fail", "softfail"} for check in CHECKS):
            return Proof.FAILED
        ours = settings.IMAP.get("authentication_server", "")
        if ours and said.get("server") == ours and said.get("dmarc") == "pass":
            return Proof.PROVEN
        return Proof.NOT_KNOWN


def parsed_email(raw: bytes) -> Parsed:
    """The parts of an email; of one that cannot be read, the sentence why."""
    outcome = read_in_child(raw, NAME, "email")
    if outcome.content is None:
        return Parsed(problem=outcome.problem)
    parts = dict(outcome.content)
    attachments = tuple(
        Attachment(part["name"], b64decode(part["data"]))
        for part in parts.pop("attachments")
    )
    problems = tuple(parts.pop("problems"))
    return Parsed(attachments=attachments, problems=problems, **parts)


def understood_as_referral(raw: bytes) -> dict | None:
    """What an email says as a referral; None where nothing of it could be read."""
    return read_in_child(raw, NAME, "referral").content


def delivery_mark(raw: bytes) -> str:
    """By which the very same message is known whichever way and however often it is
    delivered, before anything of it is read."""
    return hashlib.sha256(raw_without_route(raw)).hexdigest()


def message_mark(raw: bytes, parsed: Parsed) -> str:
    """By which a message is known that is delivered again."""
    named = parsed.message_id.strip().encode(errors="replace")
    return hashlib.sha256(named).hexdigest() if named else delivery_mark(raw)


def content_mark(raw: bytes, parsed: Parsed) -> str:
    """By which the same words from the same sender are known, sent once more."""
    if parsed.problem:
        return delivery_mark(raw)
    words = (parsed.sender, parsed.subject, parsed.body)
    pieces = [word.strip().encode(errors="replace") for word in words]
    for attachment in parsed.attachments:
        pieces += [attachment.name.encode(errors="replace"), attachment.data]
    digests = b"".join(hashlib.sha256(piece).digest() for piece in pieces)
    return hashlib.sha256(digests).hexdigest()


def raw_without_route(raw: bytes) -> bytes:
    """The email without the headers that each delivery writes anew."""
    lines, skipping = [], False
    head, found, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    for line in head.split(b"\n"):
        if not line[:1].isspace():
            name = line.partition(b":")[0].strip().lower()
            skipping = name in EACH_DELIVERY_ANEW
        if not skipping:
            lines.append(line)
    return b"\n".join(lines) + found + body
