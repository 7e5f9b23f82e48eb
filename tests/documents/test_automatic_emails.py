"""What a program wrote is known by its headers, or by the subject that programs give."""

import pytest

from heed.documents.messages import opened
from tests.referrals.factories import an_email


def is_automatic(**how) -> bool:
    return opened(an_email(**how), "message.eml")[1]


@pytest.mark.parametrize(
    "how",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Autorespond": "away"},
        {"Return_Path": "<>"},
        {"subject": "Automatic reply: Q-26-001"},
        {"subject": "Out of office: Q-26-001"},
        {"subject": "Out of the Office"},
        {"subject": "Read: Q-26-001"},
    ],
    ids=str,
)
def test_what_a_program_wrote_is_known(how):
    assert is_automatic(**how)


def test_a_receipt_that_an_email_was_read_is_of_a_program():
    raw = an_email(subject="Q-26-001").replace(
        b"Content-Type: text/plain;", b"Content-Type: multipart/report;"
    )
    assert b"multipart/report" in raw
    assert opened(raw, "message.eml")[1]


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"Auto_Submitted": "no"},
        {"Precedence": "normal"},
        {"subject": "RE: Q-26-001: we have a question"},
        {"subject": "Out of office hours: a boy was hurt"},
        {"subject": "Reading and writing"},
    ],
    ids=str,
)
def test_what_a_person_wrote_is_not(how):
    assert not is_automatic(**how)
