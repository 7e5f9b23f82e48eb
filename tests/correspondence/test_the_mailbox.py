"""A message lies in a real mailbox, and Heed takes it in."""

import ssl
from datetime import timedelta

import pytest
from django.test import Client
from imap_tools import MailBox

from heed import clock
from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.correspondence import mailbox
from heed.correspondence.mailbox import collect_all, empty_processed
from heed.correspondence.models import IncomingEmail, IncomingState
from heed.documents.queries import documents_of
from heed.documents.storage import content_of
from heed.partnership.models import Partnership
from heed.referrals.models import Referral
from tests.cases.factories import NOON, it_is, the_people
from tests.correspondence.mail_server import OTHER_USER, a_free_port, a_mail_server
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import an_email, an_emailed_form

pytestmark = [pytest.mark.django_db, pytest.mark.real_server]
MAILBOX = SystemActor("mailbox")


@pytest.fixture(scope="module")
def server():
    with a_mail_server() as running:
        yield running


@pytest.fixture
def box(server, settings):
    """The mailbox of one partnership, empty."""
    with server.opened() as opened:
        opened.delete(opened.uids())
        if opened.folder.exists("Processed"):
            opened.folder.set("Processed")
            opened.delete(opened.uids())
    partnership = a_partnership(at=NOON)
    settings.MAILBOXES = [server.settings(partnership=partnership.slug)]
    return server


def collect():
    return collect_all(by=MAILBOX, at=NOON)


def test_a_form_in_a_real_mailbox_becomes_a_referral(box):
    box.deliver(an_emailed_form(subject="Referral of a boy"))

    assert collect() == 1

    referral = Referral.objects.get()
    assert referral.reading["children"][0]["given"] == "Tobiah"
    assert box.subjects() == []
    assert box.subjects("Processed") == ["Referral of a boy"]


def test_what_was_taken_in_is_what_lay_there(box):
    box.deliver(an_email(body="Caf\xe9 \u2014 \u00a35"))
    with box.opened() as opened:
        _, answer = opened.client.uid("fetch", opened.uids()[0], "(BODY.PEEK[])")
    lay_there = next(part[1] for part in answer if isinstance(part, tuple))

    collect()

    (original,) = documents_of(IncomingEmail.objects.get(), purpose="as_sent")
    assert b"".join(content_of(original)) == lay_there


@pytest.mark.parametrize("header", [b"Message-ID", b"X-No-Number"])
def test_the_same_message_delivered_three_times_is_one_referral(box, header):
    """F12: known by its number or, where a program gave it none, by all of it."""
    raw = an_emailed_form().replace(b"Message-ID", header)
    for _ in range(3):
        box.deliver(raw)

    assert collect() == 3

    assert Referral.objects.count() == 1
    assert IncomingEmail.objects.count() == 1


def killed(*words, **more):
    raise SystemExit


def test_a_process_killed_before_it_moved_the_message_takes_nothing_in_twice(
    box, monkeypatch
):
    box.deliver(an_emailed_form())
    with monkeypatch.context() as dying:
        dying.setattr(MailBox, "move", killed)
        with pytest.raises(SystemExit):
            collect()
    box.number_anew()
    assert len(box.subjects()) == 1

    assert collect() == 1

    assert Referral.objects.count() == 1
    assert box.subjects() == []


def test_one_that_cannot_be_taken_in_stays_and_holds_nobody_up(box, monkeypatch):
    box.deliver(an_email(subject="one"))
    box.deliver(an_emailed_form(subject="two"))
    receive = mailbox.receive

    def fails_for_one(raw, **more):
        if b"Subject: one" in raw:
            raise OSError("the disk is full")
        return receive(raw, **more)

    monkeypatch.setattr(mailbox, "receive", fails_for_one)
    assert collect() == 1

    assert box.subjects() == ["one"]
    assert Referral.objects.count() == 1


def test_a_message_that_was_taken_in_was_not_marked_as_read_by_us(box):
    box.deliver(an_email(subject="unread"))

    collect()

    with box.opened("Processed") as opened:
        (message,) = opened.fetch(mark_seen=False)
    assert "\\Seen" not in message.flags


def emptied(days: int) -> int:
    return empty_processed(by=MAILBOX, at=clock.now() + timedelta(days=days))


def test_what_heed_holds_leaves_the_mailbox_after_its_days(box):
    box.deliver(an_emailed_form(subject="Referral of a boy"))
    collect()

    assert emptied(29) == 0
    assert box.subjects("Processed") == ["Referral of a boy"]

    assert emptied(32) == 1
    assert box.subjects("Processed") == []
    removed = Entry.objects.get(what="remove_from_mailbox")
    assert removed.subject_id == str(IncomingEmail.objects.get().pk)
    assert Referral.objects.count() == 1


def test_what_somebody_else_put_among_the_processed_stays(box):
    box.deliver(an_email(subject="Heed never saw this"))
    with box.opened() as opened:
        if not opened.folder.exists("Processed"):
            opened.folder.create("Processed")
        opened.move(opened.uids(), "Processed")

    assert emptied(400) == 0
    assert box.subjects("Processed") == ["Heed never saw this"]


def test_nothing_is_removed_where_emails_are_to_stay(box, settings):
    box.deliver(an_emailed_form())
    collect()
    settings.MAILBOXES = [settings.MAILBOXES[0] | {"kept_days": 0}]

    assert emptied(4000) == 0


def test_a_server_that_cannot_prove_who_it_is_gets_no_password(box, settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | {"certificate": ""}]
    box.deliver(an_email())

    with pytest.raises(ssl.SSLCertVerificationError):
        collect()


def test_each_partnership_has_its_own_mailbox(box, settings):
    elsewhere = a_partnership("Brackenmoor", at=NOON)
    settings.MAILBOXES.append(
        box.settings(user=OTHER_USER, partnership=elsewhere.slug, kept_days=10)
    )
    box.deliver(an_emailed_form(), to=OTHER_USER)
    box.deliver(an_email(body="Please call me."))

    assert collect() == 2

    assert Referral.objects.get().partnership == elsewhere
    (waits,) = IncomingEmail.objects.filter(state=IncomingState.WAITING)
    assert waits.partnership.slug == settings.MAILBOXES[0]["partnership"]
    assert emptied(12) == 1
    with box.opened("Processed", user=OTHER_USER) as processed:
        assert processed.uids() == []


def test_a_mailbox_that_cannot_be_read_keeps_no_other_from_its_turn(box, settings):
    elsewhere = a_partnership("Brackenmoor", at=NOON)
    gone = box.settings(port=a_free_port(), partnership=elsewhere.slug)
    settings.MAILBOXES.insert(0, gone)
    box.deliver(an_emailed_form())

    with pytest.raises(ConnectionRefusedError):
        collect()

    assert Referral.objects.count() == 1


def test_a_mailbox_that_cannot_be_read_stands_on_the_desk_until_it_can(box, settings):
    partnership = Partnership.objects.get()
    people = the_people(partnership)
    right = settings.MAILBOXES[0]
    settings.MAILBOXES = [right | {"port": a_free_port()}]
    for minutes in (0, 10):
        with pytest.raises(ConnectionRefusedError):
            collect_all(by=MAILBOX, at=NOON + timedelta(minutes=minutes))

    def seen(who):
        with it_is(NOON):
            browser = signed_in(Client(), people[who])
            pages = [browser.get(address) for address in ("/", "/emails/")]
        return " ".join(page.content.decode() for page in pages)

    said = seen("coordinator")
    assert "The referral mailbox cannot be read" in said
    assert "able to read the referral mailbox since 11 March 2026" in said
    assert "12:10" not in said
    assert "mailbox cannot be read" not in seen("police")
    settings.MAILBOXES = [right]
    collect()
    assert "cannot be read" not in seen("coordinator")
    assert "not been able" not in seen("coordinator")
    assert "was last read" in seen("coordinator")


def test_without_a_mailbox_there_is_nothing_to_do(settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | {"host": ""}]

    assert collect() == 0


def test_the_command_line_takes_in_a_file_or_the_mailbox(box, tmp_path, capsys):
    from django.core.management import CommandError, call_command

    paper = tmp_path / "referral.eml"
    paper.write_bytes(an_emailed_form())
    slug = IncomingEmail._meta.get_field("partnership").related_model.objects.get().slug

    call_command("intake", str(paper), partnership=slug)
    assert "Became a referral: C-" in capsys.readouterr().out
    box.deliver(an_email(body="Please call me."))
    call_command("intake", "--mailbox")
    assert "1 taken in." in capsys.readouterr().out
    assert IncomingEmail.objects.filter(state=IncomingState.WAITING).count() == 1
    with pytest.raises(CommandError, match="There is no file"):
        call_command("intake", str(tmp_path / "nothing.eml"))
