"""Emails out and in, with processes killed, doubled and cut off: each leaves once, each
is taken in once, and none is lost."""

import threading
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from tests.correspondence.mail_server import a_free_port, a_mail_server
from tests.faults.house import PATIENCE
from tests.referrals.factories import an_emailed_form

POST = "tests.faults.post"
KILLED = -9
# Before it is kept, when it is, while it becomes a referral, before it is moved away.
WHILE = ("3", "before commit", "after commit", "5", "taken in")


class PostOffice:
    """An SMTP server that keeps what it is given and may be shut and opened."""

    def __init__(self):
        self.port, self.got, self.lock = a_free_port(), [], threading.Lock()
        self.controller = None

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        with self.lock:
            self.got.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def open(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def shut(self) -> None:
        if self.controller:
            self.controller.stop()
        self.controller = None

    @property
    def numbers(self) -> list[str]:
        return sorted(message["Message-ID"] for message in self.got)

    @property
    def to(self) -> list[str]:
        return sorted(message["To"] for message in self.got)


@pytest.fixture
def office():
    made = PostOffice()
    made.open()
    yield made
    made.shut()


@pytest.fixture
def house(house, office):
    house.settings["HEED_SMTP_PORT"] = str(office.port)
    house.settings["HEED_SMTP_HOST"] = "127.0.0.1"
    return house


def test_a_worker_killed_before_the_mail_left_sends_it_once_later(house, office):
    """Killed before it takes it up, before that is kept and when it is: one after the
    other, and then nobody kills it."""
    _, *killed, first, second, told = house.told(
        POST,
        "posted 1",
        *(f"killed {point}" for point in ("1", "before commit", "after commit")),
        *("sent_after 5", "sent_after 10", "told"),
    )

    assert killed == [KILLED] * 3
    assert (first, second, len(office.got)) == (1, 0, 1)
    assert (told["sent"], told["waiting"], told["wrong"]) == (1, 0, [])


def test_a_worker_killed_after_the_mail_left_sends_the_same_message(house, office):
    """Nobody can know whether it left; who gets it twice has one message."""
    _, killed, sent = house.told(POST, "posted 1", "killed sent", "sent_after 5")

    assert (killed, sent) == (KILLED, 1)
    assert len(office.got) == 2
    assert len(set(office.numbers)) == 1


def test_two_workers_on_one_outbox_send_each_email_once(house, office):
    """What a desk had committed before it was killed: nobody else knows of it."""
    house.told(POST, "posted 40")
    assert office.got == []

    workers = [house.start("-m", "heed.config", "worker", "--once") for _ in "ab"]
    for worker in workers:
        _, said = worker.communicate(timeout=PATIENCE)
        assert worker.returncode == 0, said

    assert len(office.got) == 40
    assert len(set(office.numbers)) == len(set(office.to)) == 40
    assert house.told(POST, "told")[0]["wrong"] == []


def test_a_mail_server_that_was_away_gets_everything_once_when_it_is_back(
    house, office
):
    office.shut()
    _, sent, told, again = house.told(
        POST, "posted 3", "sent_after 0", "told", "sent_after 0"
    )
    assert (sent, again) == (0, 0)  # after a failure it waits
    assert (told["waiting"], told["why"]) == (3, ["server_not_reached"])
    assert told["tries"] == [1]

    office.open()
    sent, again, told = house.told(POST, "sent_after 5", "sent_after 60", "told")

    assert (sent, again, told["sent"]) == (3, 0, 3)
    assert len(office.got) == 3


@pytest.mark.real_server
def test_a_worker_killed_while_it_reads_the_mailbox_leaves_one_referral(house):
    with a_mail_server() as mailbox:
        (partnership,) = house.told(POST, "posted 0")
        for name, value in mailbox.settings(partnership=partnership).items():
            house.settings[f"HEED_IMAP_{name.upper()}"] = str(value)
        mailbox.deliver(an_emailed_form(subject="A boy"))

        killed = house.told(POST, *(f"killed_reading {point}" for point in WHILE))
        assert killed == [KILLED] * len(WHILE)
        assert mailbox.subjects() == ["A boy"]  # until it is kept, it lies there

        before, taken, told = house.told(POST, "told", "read_now", "told")
        assert (before["wrong"], taken, told["wrong"]) == ([], 1, [])
        assert (told["arrived"], told["referrals"]) == (1, 1)
        assert mailbox.subjects() == []
        assert mailbox.subjects("Processed") == ["A boy"]
