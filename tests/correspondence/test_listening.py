"""What arrives is heard at once; a server that falls over loses and doubles nothing."""

import os
import random
import threading
import time
from contextlib import contextmanager

import pytest

from heed.audit.actors import SystemActor
from heed.correspondence import listening
from heed.correspondence.mailbox import collect_all
from heed.correspondence.models import IncomingEmail
from heed.referrals.models import Referral
from tests.cases.factories import NOON
from tests.correspondence.mail_server import a_mail_server
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_filled_form, an_email

pytestmark = pytest.mark.real_server
PATIENCE = 20
# `bench/mailbox.py` asks for a thousand.
MESSAGES, DELIVERIES = int(os.environ.get("MESSAGES", "4")), 3
# Signing in takes its time too: of many, something is to be taken in between two falls.
LONGEST_LIFE = 1.0 if MESSAGES < 100 else 4.0


@pytest.fixture(scope="module")
def server():
    with a_mail_server() as running:
        yield running


@pytest.fixture
def empty(server, settings):
    """The server, its mailbox empty and in the settings."""
    with server.opened() as box:
        box.delete(box.uids())
    settings.MAILBOXES = [server.settings()]
    return server


@contextmanager
def heard(server):
    """A semaphore that counts how often the mailbox was said to hold something."""
    said, stop = threading.Semaphore(0), threading.Event()
    (thread,) = listening.listening(said.release, stop)
    try:
        yield said
    finally:
        stop.set()
        server.deliver(an_email())  # nothing else ends a turn of listening early
        thread.join()


def test_an_email_is_heard_the_moment_it_arrives(empty):
    with heard(empty) as said:
        assert not said.acquire(timeout=0.5)

        empty.deliver(an_email())

        assert said.acquire(timeout=PATIENCE)


def test_a_connection_that_was_lost_is_made_anew(empty):
    with heard(empty) as said:
        assert not said.acquire(timeout=0.5)
        empty.kill()
        empty.start()

        empty.deliver(an_email())

        assert said.acquire(timeout=PATIENCE)


def test_a_server_that_cannot_say_so_is_not_listened_to(empty, monkeypatch):
    monkeypatch.setattr(listening, "can", lambda box, ability: False)
    empty.deliver(an_email())
    said = []

    (mailbox,) = listening.mailboxes()
    listening.listen(mailbox, lambda: said.append("something"), threading.Event())

    assert said == []


@contextmanager
def falling_over(server, seed: int):
    """The server is killed at random moments, and started again, until the end."""
    over, chance = threading.Event(), random.Random(seed)

    def fall():
        while not over.wait(chance.uniform(0.1, LONGEST_LIFE)):
            server.kill()
            server.start()

    thread = threading.Thread(target=fall)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def taken_until_nothing_is_left(server) -> None:
    """Take in as the worker does: what fails is tried again in the next round."""
    until = time.monotonic() + PATIENCE * MESSAGES
    while time.monotonic() < until:
        try:
            collect_all(by=SystemActor("mailbox"), at=NOON)
            if server.is_empty():
                return
        except Exception:  # noqa: BLE001 - whatever a fallen server leads to
            continue
    raise AssertionError("The mailbox did not become empty.")


@pytest.mark.django_db
def test_each_is_one_referral_whatever_falls_over(empty, settings):
    settings.MAILBOXES = [empty.settings(partnership=a_partnership(at=NOON).slug)]
    form = ("referral-form.docx", a_filled_form())
    emails = [an_email(form, subject=f"Referral {n}") for n in range(MESSAGES)]
    for raw in emails * DELIVERIES:
        empty.deliver(raw)

    with falling_over(empty, seed=20260311):
        taken_until_nothing_is_left(empty)

    assert Referral.objects.count() == MESSAGES
    assert IncomingEmail.objects.count() == MESSAGES
