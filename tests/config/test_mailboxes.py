"""Which mailbox serves which partnership is said in one file."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from heed.config.checks_of_mailboxes import mailboxes_must_have_their_partnerships
from heed.config.environment import mailboxes
from tests.partnership.factories import a_partnership

NAME = "HEED_MAILBOXES"
USUAL = {
    "partnership": "",
    "host": "imap.example.org",
    "user": "referrals",
    "password": "",
    "folder": "INBOX",
    "processed": "Processed",
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


@pytest.mark.parametrize(
    "other", [{"folder": "Inbox"}, {"host": "IMAP.example.org"}, {"user": "Referrals"}]
)
def test_the_same_mailbox_is_known_however_it_is_written(say, other):
    say({"quillshire": {}, "brackenmoor": other})

    with pytest.raises(ImproperlyConfigured, match="the same mailbox"):
        mailboxes(NAME, USUAL)


@pytest.mark.parametrize("turned", [False, True])
def test_nobody_reads_what_another_has_dealt_with(say, turned):
    other = {"folder": "processed", "processed": "Done"}
    said = [("quillshire", {}), ("brackenmoor", other)]
    say(dict(said[::-1] if turned else said))

    with pytest.raises(ImproperlyConfigured, match=r"brackenmoor read .* quillshire"):
        mailboxes(NAME, USUAL)


def test_two_may_put_what_they_have_dealt_with_in_one_folder(say):
    say({"quillshire": {"folder": "Q"}, "brackenmoor": {"folder": "B"}})

    assert len(mailboxes(NAME, USUAL)) == 2


def test_what_was_read_is_not_moved_to_where_it_is_read(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)

    with pytest.raises(ImproperlyConfigured, match="another name"):
        mailboxes(NAME, USUAL | {"processed": "inbox"})


def test_a_mailbox_without_a_server_is_refused(say):
    say({"quillshire": {"host": "imap.q.example"}, "brackenmoor": {"user": "b"}})

    with pytest.raises(ImproperlyConfigured, match=r"no `host` .* brackenmoor"):
        mailboxes(NAME, USUAL | {"host": ""})


@pytest.mark.django_db
def test_a_mailbox_of_a_partnership_that_there_is_is_well(settings):
    partnerships = [a_partnership(), a_partnership()]
    settings.MAILBOXES = [USUAL | {"partnership": each.slug} for each in partnerships]

    mailboxes_must_have_their_partnerships()


@pytest.mark.django_db(databases=["default", "library"])
@pytest.mark.parametrize("command", ["check", "worker"])
@pytest.mark.parametrize(
    ("slug", "why"), [("quilshire", "'quilshire', and no"), ("", "not said whose")]
)
def test_one_of_nobody_stops_the_check_and_the_worker(settings, command, slug, why):
    known = [a_partnership().slug, a_partnership().slug]
    settings.MAILBOXES = [USUAL | {"partnership": slug}]
    asked = {"once": True} if command == "worker" else {}

    with pytest.raises(CommandError, match=why) as refused:
        call_command(command, **asked)

    assert all(each in str(refused.value) for each in known)


@pytest.mark.django_db
def test_before_there_is_any_partnership_nothing_is_asked(settings):
    settings.MAILBOXES = [USUAL | {"partnership": "quillshire"}]

    mailboxes_must_have_their_partnerships()
