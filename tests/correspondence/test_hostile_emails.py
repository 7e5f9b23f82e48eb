"""F13: an email of any size and shape is kept as it came and has its verdict. With
figures of time and memory in bench/large_mail.py and bench/quarantine.py."""

from email.message import EmailMessage

import pytest

from heed.audit.actors import SystemActor
from heed.correspondence.actions import receive
from heed.correspondence.models import IncomingState
from heed.documents.queries import documents_of
from heed.documents.storage import content_of
from heed.papers.limits import MOST_BYTES
from tests.cases.factories import NOON
from tests.documents.standing_by import readers_standing_by
from tests.partnership.factories import a_partnership

HEAD = b"From: a@school.example\r\nSubject: A boy\r\nMIME-Version: 1.0\r\n"
LINE = b"It is said once more. " * 3 + b"\r\n"


@pytest.fixture(scope="module", autouse=True)
def readers():
    with readers_standing_by() as standing_by:
        yield standing_by


def a_message(parts: int = 0, depth: int = 0, name: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@school.example", "A boy"
    message.set_content("I am worried about a boy.")
    for number in range(parts):
        called = name or f"{number}.png"
        message.add_attachment(b"\x89PNG", "image", "png", filename=called)
    for _ in range(depth):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@school.example", "Fwd: A boy"
        outer.set_content("See below.")
        outer.add_attachment(message)
        message = outer
    return bytes(message)


def of_type(kind: bytes, body: bytes) -> bytes:
    return HEAD + b"Content-Type: " + kind + b"\r\n\r\n" + body


BROKEN_OFF = (
    b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
)
TNEF = b"\x78\x9f\x3e\x22" + bytes(range(256)) * 9
TOO_LARGE = HEAD + b"\r\n" + LINE * (MOST_BYTES // len(LINE) + 1)
SHAPES = {
    "too large": (lambda: TOO_LARGE, "larger than 50 MB"),
    "500 parts": (lambda: a_message(500), ""),
    "50 deep": (lambda: a_message(depth=50), ""),
    "a letter set of nobody": (
        lambda: of_type(b"text/plain; charset=klingon-8", b"Seen \xa4\xff at noon."),
        "",
    ),
    "a letter set that is another": (
        lambda: of_type(b"text/plain; charset=utf-8", b"Siobh\xe1n \xff\xfe\x00"),
        "",
    ),
    "a name in pieces (RFC 2231)": (
        lambda: a_message(1, name="Réf “Ní Bhriain” " + "x" * 300 + ".png"),
        "",
    ),
    "winmail.dat": (
        lambda: of_type(b'application/ms-tnef; name="winmail.dat"', TNEF),
        "",
    ),
    "no end": (
        lambda: of_type(b"multipart/mixed; boundary=x", BROKEN_OFF + b"iVBO"),
        "",
    ),
    "no boundary": (lambda: of_type(b"multipart/mixed", b"--x\r\n\r\nwords"), ""),
}


@pytest.mark.django_db
@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_kept_as_it_came_and_waits_for_a_person(readers, shape):
    made, reason = SHAPES[shape]
    raw = made()

    email = receive(
        raw, partnership=a_partnership(at=NOON), by=SystemActor("tests"), at=NOON
    )

    as_sent = next(each for each in documents_of(email) if each.purpose == "as_sent")
    assert b"".join(content_of(as_sent)) == raw
    assert email.state == IncomingState.WAITING
    assert email.why.endswith(".")
    assert reason in email.why
    assert readers.deaths == []
