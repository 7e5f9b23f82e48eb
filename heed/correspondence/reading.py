"""An email as it arrived, read by a confined process."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings

from heed.correspondence.models import Proof
from heed.documents.reading import UNREADABLE, take_apart_in_child

NAME = "message.eml"
EACH_DELIVERY_ANEW = {
    b"authentication-results",
    b"delivered-to",
    b"received",
    b"received-spf",
    b"return-path",
    b"x-original-to",
}
HEADERS_END = re.compile(rb"\r?\n\r?\n")
AT_ONCE = 1024 * 1024
WORDS = ("message_id", "sender", "subject", "body")
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

    def sender_proven(self, ours: str) -> Proof:
        """Whether our own mail server vouches for the sender. Anybody can write that
        some server did, so only the one that the settings name is believed."""
        said = self.authentication
        if any(said.get(check) in {"fail", "softfail"} for check in CHECKS):
            return Proof.FAILED
        if ours and said.get("server") == ours and said.get("dmarc") == "pass":
            return Proof.PROVEN
        return Proof.NOT_KNOWN


def server_of(partnership) -> str:
    """How the mail server calls itself that takes in the emails of a partnership."""
    for mailbox in settings.MAILBOXES:
        if mailbox["partnership"] in {partnership.slug, ""}:
            return mailbox["authentication_server"]
    return ""


def opened_email(raw: bytes) -> tuple[Parsed, dict | None]:
    """The parts of an email, and what it says as a referral: None where nothing of it
    could be read. Of one that cannot be read at all, the sentence why."""
    apart = take_apart_in_child(raw, NAME)
    if apart.parts.content is None:
        return Parsed(problem=apart.parts.problem), None
    try:
        parsed = _parsed(apart.parts.content, apart.attached)
    except (AttributeError, KeyError, TypeError, ValueError):
        # Who took over the process that read it does not keep it from a person.
        return Parsed(problem=UNREADABLE), None
    return parsed, apart.referral.content


def _parsed(parts: dict, attached: tuple[bytes, ...]) -> Parsed:
    names = [str(part["name"]) for part in parts["attachments"]]
    found = {name: str(parts[name]) for name in WORDS}
    said = dict(parts["authentication"]).items()
    return Parsed(
        **found,
        authentication={str(name): str(verdict) for name, verdict in said},
        automatic=bool(parts["automatic"]),
        problems=tuple(map(str, parts["problems"])),
        attachments=tuple(map(Attachment, names, attached)),
    )


def delivery_mark(raw: bytes) -> str:
    """By which the very same message is known whichever way and however often it is
    delivered, before anything of it is read."""
    mark = hashlib.sha256()
    for piece in _without_route(raw):
        mark.update(piece)
    return mark.hexdigest()


def message_mark(delivered: str, parsed: Parsed) -> str:
    """By which a message is known that is delivered again: its own number, or all of
    it, as it is known by delivery."""
    named = parsed.message_id.strip().encode(errors="replace")
    return hashlib.sha256(named).hexdigest() if named else delivered


def content_mark(delivered: str, parsed: Parsed) -> str:
    """By which the same words from the same sender are known, sent once more."""
    if parsed.problem:
        return delivered
    words = (parsed.sender, parsed.subject, parsed.body)
    pieces = [word.strip().encode(errors="replace") for word in words]
    for attachment in parsed.attachments:
        pieces += [attachment.name.encode(errors="replace"), attachment.data]
    digests = b"".join(hashlib.sha256(piece).digest() for piece in pieces)
    return hashlib.sha256(digests).hexdigest()


def _without_route(raw: bytes) -> Iterator[bytes]:
    """The email without the headers that each delivery writes anew, its lines ending
    in one way; in pieces, for it may be large."""
    end = HEADERS_END.search(raw)
    head = raw[: end.start()] if end else raw
    yield b"\n".join(_lasting(head.replace(b"\r\n", b"\n").split(b"\n")))
    if end:
        yield b"\n\n"
        yield from _lines_alike(raw, end.end())


def _lasting(lines: list[bytes]) -> Iterator[bytes]:
    skipping = False
    for line in lines:
        if not line[:1].isspace():
            name = line.partition(b":")[0].strip().lower()
            skipping = name in EACH_DELIVERY_ANEW
        if not skipping:
            yield line


def _lines_alike(raw: bytes, at: int) -> Iterator[bytes]:
    while at < len(raw):
        end = at + AT_ONCE
        while raw[end - 1 : end] == b"\r":  # what belongs to it comes after
            end += 1
        yield raw[at:end].replace(b"\r\n", b"\n")
        at = end
