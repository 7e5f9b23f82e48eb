"""Reads an email: who sent it, what they wrote, what is attached. Fetches nothing."""

import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

from heed.papers.blocks import Document, Paragraph, Run, anchored
from heed.papers.hidden import Hidden, Reading
from heed.papers.limits import Kind
from heed.papers.read_text import decoded
from heed.papers.winmail import unpacked

MOST_PARTS = 200
_AT_ONCE = 64 * 1024
_TURNING = "\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff"
DEEPEST = 5
"""Messages inside messages beyond this depth stay unopened, as attachments."""


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    data: bytes
    depth: int = 0
    """0 in the message itself, 1 in a message that it forwards, …"""


@dataclass(frozen=True, slots=True)
class Message:
    """An email as it arrived. `problems` says in sentences what a person must see."""

    sender: str
    sender_name: str
    reply_to: str
    to: str
    sent: str
    """ISO 8601, or "" when the message does not say when it was sent."""
    subject: str
    message_id: str
    in_reply_to: str
    authentication: MappingProxyType[str, str]
    """What a server found (spf, dkim, dmarc: "pass", "fail", …), and which server."""
    body: str
    attachments: tuple[Attachment, ...]
    problems: tuple[str, ...] = ()


def read_message(data: bytes) -> Message:
    """Take a message apart, as far as the limits on parts and depth allow."""
    message = _parsed(data)
    opened = _Opened()
    opened.take(message, depth=0)
    name, sender = parseaddr(_header(message, "From"))
    return Message(
        sender=sender,
        sender_name=name,
        reply_to=parseaddr(_header(message, "Reply-To"))[1],
        to=parseaddr(_header(message, "To"))[1],
        sent=_sent(message),
        subject=_header(message, "Subject"),
        message_id=_header(message, "Message-ID"),
        in_reply_to=_header(message, "In-Reply-To"),
        authentication=_authentication(message),
        body="\n\n".join(opened.bodies),
        attachments=tuple(opened.attachments),
        problems=tuple(opened.problems),
    )


class _Lenient(EmailPolicy):
    """Where Python falls over a header that somebody broke, that header says nothing
    of how the message is to be taken apart; the rest of the message stands."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value)
        except Exception:  # noqa: BLE001
            usual = _USUAL.get(name.lower())
            return super().header_fetch_parse(name, usual) if usual else value


_USUAL = {
    "content-type": "application/octet-stream",
    "content-disposition": "attachment",
    "content-transfer-encoding": "8bit",
}


def _parsed(data: bytes) -> EmailMessage:
    """The parts of a message. Handed over whole, the parser would hold it six times."""
    parser = BytesFeedParser(policy=_Lenient())
    for at in range(0, len(data), _AT_ONCE):
        parser.feed(data[at : at + _AT_ONCE])
    message = parser.close()
    if not isinstance(message, EmailMessage):
        raise TypeError
    return message


def read_eml(data: bytes) -> Reading:
    """The text of a message as paragraphs; its headers are its metadata."""
    return words_of(read_message(data))


def words_of(message: Message) -> Reading:
    """What a message says itself, without what came with it."""
    stretches = re.split(r"\n[ \t]*\n\s*", message.body)
    blocks = tuple(
        Paragraph((Run(each.strip()),)) for each in stretches if each.strip()
    )
    headers = {
        "From": message.sender,
        "Reply-To": message.reply_to,
        "Date": message.sent,
        "Message-ID": message.message_id,
        **message.authentication,
    }
    hidden = Hidden(
        metadata=MappingProxyType({k: v for k, v in headers.items() if v}),
        embedded=tuple(each.name for each in message.attachments),
    )
    document = Document(blocks, title=message.subject)
    return Reading(anchored(document), hidden, Kind.EML)


def _header(message: EmailMessage, name: str) -> str:
    """A header in one line; what cannot be decoded is shown as it came."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", str(message.get(name) or "")).strip()


def _sent(message: EmailMessage) -> str:
    when = getattr(message.get("Date"), "datetime", None)
    return when.isoformat() if when else ""


_RESULT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)


def _authentication(message: EmailMessage) -> MappingProxyType[str, str]:
    """The verdicts of the nearest server: it writes its header above all others."""
    said = str(next(iter(message.get_all("Authentication-Results") or ()), ""))
    server = said.partition(";")[0].strip()
    found = {"server": server} if server else {}
    for name, verdict in _RESULT.findall(said):
        found.setdefault(name.lower(), verdict.lower())
    return MappingProxyType(found)


class _Opened:
    """Fills up while the parts of a message are walked."""

    def __init__(self) -> None:
        self.bodies: list[str] = []
        self.attachments: list[Attachment] = []
        self.problems: list[str] = []
        self._parts = 0

    def take(self, message: EmailMessage, depth: int) -> None:
        """Gather the words and the attachments of one message."""
        body = message.get_body(preferencelist=("plain", "html"))
        if isinstance(body, EmailMessage):
            self.bodies.append(_text(body))
        for part in _leaf_parts(message):
            self._parts += 1
            if self._parts > MOST_PARTS:
                self._say(f"The message has more than {MOST_PARTS} parts.")
                return
            if part is not body:
                self._attach(part, depth)

    def _attach(self, part: EmailMessage, depth: int) -> None:
        inner = _forwarded(part)
        if inner is not None and depth < DEEPEST:
            self.take(inner, depth + 1)
            return
        if inner is not None:
            self._say(f"The message holds more than {DEEPEST} messages in each other.")
        name = _name(part)
        data = _bytes(part)
        if name.lower() == "winmail.dat" or "ms-tnef" in part.get_content_type():
            self._unpack(data, depth)
        is_second_body = part.get_content_maintype() == "text" and not name
        if is_second_body and part.get_content_subtype() == "html":
            return
        if is_second_body:
            self.bodies.append(_text(part))
        elif data or name:
            kind = part.get_content_type()
            self.attachments.append(Attachment(name or "unnamed", kind, data, depth))
            part.set_payload("")  # once decoded, a large one need not lie here twice

    def _unpack(self, data: bytes, depth: int) -> None:
        """Take the files out of a winmail.dat, which is kept beside them."""
        files = unpacked(data)
        for each in files:
            name = bare_name(each.name) or "unnamed"
            kind = "application/octet-stream"
            self.attachments.append(Attachment(name, kind, each.data, depth))
        if not files:
            self._say(
                "The sender’s Outlook packed the attachments into winmail.dat, which "
                "cannot be opened. Ask the sender to send them as plain attachments."
            )

    def _say(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _leaf_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, without going into forwarded messages."""
    waiting: list[object] = [message]
    while waiting:
        part = waiting.pop(0)
        if not isinstance(part, EmailMessage):
            continue
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting = [*part.iter_parts(), *waiting]
        else:
            yield part


def _forwarded(part: EmailMessage) -> EmailMessage | None:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        return inner if isinstance(inner, EmailMessage) else None
    if _name(part).lower().endswith(".eml"):
        return _parsed(_bytes(part))
    return None


def _name(part: EmailMessage) -> str:
    try:
        name = part.get_filename("")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        name = ""
    return bare_name(str(name))


def bare_name(name: str) -> str:
    """A file's name without folders, and without signs that do not show or that turn
    the rest of the line around."""
    return re.sub(rf"[\x00-\x1f\x7f{_TURNING}]|^.*[/\\]", "", name).strip()


def _bytes(part: EmailMessage) -> bytes:
    data = _decoded(part)
    if isinstance(data, bytes):
        return data
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    return b""


def _decoded(part: EmailMessage) -> object:
    """What a part holds. Python makes four copies of base64 on the way; where it is as
    it should be, none is needed."""
    raw = part.get_payload()
    said = str(part.get("Content-Transfer-Encoding", "")).lower()
    if isinstance(raw, str) and said == "base64":
        with suppress(ValueError):
            return binascii.a2b_base64(raw)
    return part.get_payload(decode=True)


def _text(part: EmailMessage) -> str:
    """The words of a part, also when its character set is wrong or unknown."""
    data = _bytes(part)
    charset = part.get_content_charset() or "utf-8"
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        text = decoded(data)
    if part.get_content_subtype() == "html":
        text = _words_of_page(text)
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


class _Words(HTMLParser):
    """The words of a page, with a line for what stands on its own."""

    _LINES = frozenset(
        ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "table", "blockquote")
    )
    _UNSEEN = frozenset(("script", "style", "head", "title"))

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in self._UNSEEN
        self.words.append("\n" if tag in self._LINES else "\t" if tag == "td" else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in self._UNSEEN and self._unseen > 0
        self.words.append("\n" if tag in self._LINES else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(re.sub(r"\s+", " ", data))


def _words_of_page(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    parser.close()
    lines = (line.strip(" ") for line in "".join(parser.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
