"""What the process that reads an email says of it is words, whatever it says."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.correspondence import reading
from heed.correspondence.reading import EACH_DELIVERY_ANEW, Parsed, delivery_mark
from heed.documents.reading import UNREADABLE, Outcome, TakenApart

WHOLE = {
    "message_id": "<one@x>",
    "sender": "a@b.example",
    "subject": "Referral",
    "body": "Seen at the weir.",
    "authentication": {"server": "mx.example", "dmarc": "pass"},
    "automatic": False,
    "problems": [],
    "attachments": [{"name": "a.txt", "size": 1}],
}


@pytest.fixture
def says(monkeypatch):
    """What an email is taken for of which the process that read it says this."""

    def said(parts, referral=None):
        apart = TakenApart(Outcome(parts), (b"x",), Outcome(referral))
        monkeypatch.setattr(reading, "take_apart_in_child", lambda *_: apart)
        return reading.opened_email(b"")

    return said


def test_its_parts_and_what_it_says_are_told_apart(says):
    parsed, understood = says(WHOLE, {"kind": "referral"})

    assert (parsed.sender, parsed.body) == ("a@b.example", "Seen at the weir.")
    assert [(each.name, each.data) for each in parsed.attachments] == [("a.txt", b"x")]
    assert understood == {"kind": "referral"}


@pytest.mark.parametrize(
    "taken_over",
    [
        {},
        {"attachments": []},
        WHOLE | {"attachments": [1]},
        WHOLE | {"authentication": "pass"},
        WHOLE | {"problems": 7},
    ],
)
def test_one_whose_reader_was_taken_over_waits_for_a_person(says, taken_over):
    assert says(taken_over) == (Parsed(problem=UNREADABLE), None)


def test_a_reader_that_was_taken_over_says_nothing_but_words(says):
    parsed, _ = says(WHOLE | {"sender": {"a": 1}, "subject": None, "problem": "Boo."})

    assert isinstance(parsed.sender, str)
    assert isinstance(parsed.subject, str)
    assert parsed.problem == ""


def marked_whole(raw: bytes) -> str:
    """The mark of a delivery, made in one piece."""
    lines, skipping = [], False
    head, found, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    for line in head.split(b"\n"):
        if not line[:1].isspace():
            skipping = line.partition(b":")[0].strip().lower() in EACH_DELIVERY_ANEW
        if not skipping:
            lines.append(line)
    return hashlib.sha256(b"\n".join(lines) + found + body).hexdigest()


PIECES = st.sampled_from(
    [b"\r", b"\n", b"\r\n", b"a", b"Received: x", b" more", b"Subject: y"]
)


@given(pieces=st.lists(PIECES, max_size=14), at_once=st.integers(1, 4))
def test_a_large_email_is_known_by_the_same_mark_bit_by_bit(pieces, at_once):
    raw = b"".join(pieces)
    with pytest.MonkeyPatch.context() as small:
        small.setattr(reading, "AT_ONCE", at_once)
        assert delivery_mark(raw) == marked_whole(raw)
