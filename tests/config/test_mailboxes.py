"""Which mailbox serves which partnership is said in one file."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured

from heed.config.environment import mailboxes

NAME = "HEED_MAILBOXES"
USUAL = {
    "partnership": "",
    "host": "imap.example.org",
    "user": "referrals",
    "password": "",
    "folder": "INBOX",
}


@pytest.fixture
def say(monkeypatch, tmp_path):
    def said(words: dict):
        file = tmp_path / "mailboxes.json"
        file.write_text(json.dumps(words))
        file.chmod(0o600)
        monkeypatch.setenv(NAME, str(file))
        return file

    return said


def test_without_the_file_there_is_the_one_of_the_settings(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)

    assert mailboxes(NAME, USUAL) == [USUAL]


def test_what_the_file_does_not_say_is_as_in_the_settings(say):
    say({"quillshire": {"user": "q"}, "brackenmoor": {"folder": "Brackenmoor"}})

    assert mailboxes(NAME, USUAL) == [
        USUAL | {"user": "q", "partnership": "quillshire"},
        USUAL | {"folder": "Brackenmoor", "partnership": "brackenmoor"},
    ]


def test_two_partnerships_never_read_the_same_mailbox(say):
    say({"quillshire": {"password": "a"}, "brackenmoor": {"password": "b"}})

    with pytest.raises(ImproperlyConfigured, match="quillshire and brackenmoor"):
        mailboxes(NAME, USUAL)


def test_a_slip_of_the_pen_is_named(say):
    say({"quillshire": {"pasword": "a"}})

    with pytest.raises(ImproperlyConfigured, match=r"'pasword'.*quillshire"):
        mailboxes(NAME, USUAL)


def test_a_file_of_passwords_that_others_may_read_is_not_taken(say):
    say({"quillshire": {}}).chmod(0o644)

    with pytest.raises(ImproperlyConfigured, match="read by others"):
        mailboxes(NAME, USUAL)


def test_a_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv(NAME, str(tmp_path / "mailboxes.json"))

    with pytest.raises(ImproperlyConfigured, match=r"mailboxes\.json"):
        mailboxes(NAME, USUAL)
