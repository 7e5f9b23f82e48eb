"""Emails leave by a real SMTP server: once, in nobody's clear sight, and however long
the server takes."""

import socket
import uuid
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, transaction

from heed.audit.actors import SystemActor
from heed.correspondence.actions import post, post_to_each, send_what_is_due
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.queries import emails_that_fail
from heed.correspondence.writing import all_letters, letter
from heed.partnership.actions import invite_person
from heed.partnership.post import Letter, send_letter
from heed.rulebook.language import Role
from heed.ui.words import unwanted_words
from tests.asked_of_each import asked_of_each
from tests.cases.factories import NOON
from tests.partnership.factories import a_partnership, a_person

pytestmark = pytest.mark.django_db
OUTBOX = SystemActor("outbox")


class Server:
    """An SMTP server that keeps what it is given, or answers as it is told to."""

    def __init__(self):
        self.got, self.answer_to, self.answer = [], "", "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.answer_to in address and not self.answer.startswith("250"):
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.got.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


def a_free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture
def server(settings):
    handler = Server()
    port = a_free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SMTP = {
        "host": "127.0.0.1",
        "port": port,
        "user": "",
        "password": "",
        "tls": "none",
    }
    settings.MAIL_FROM = "heed@quillshire.example"
    yield handler
    controller.stop()


def posted(
    partnership=None,
    *,
    to="oriel@quillshire.example",
    once="x",
    reference="Q-26-014",
    about_case=None,
):
    return post(
        "partners_told",
        to=to,
        partnership=partnership or a_partnership(at=NOON),
        fields={"reference": reference},
        once=once,
        about_case=about_case,
        by=OUTBOX,
        at=NOON,
    )


def send(at=NOON):
    return send_what_is_due(by=OUTBOX, at=at)


@pytest.mark.real_server
def test_an_email_leaves_the_outbox_and_arrives(server):
    email = posted()

    assert send() == 1

    (message,) = server.got
    assert message["To"] == "oriel@quillshire.example"
    assert message["From"] == "heed@quillshire.example"
    assert message["Subject"] == "Q-26-014: a case for the safeguarding partners"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Q-26-014" in message.get_content()
    email.refresh_from_db()
    assert (email.sent_at, email.tries) == (NOON, 1)


@pytest.mark.real_server
def test_where_nobody_can_say_whom_a_case_is_closed_to_its_emails_stay(
    server, monkeypatch
):
    monkeypatch.setattr("heed.correspondence.actions.CLOSED_TO", [])
    email = posted(about_case=uuid.uuid4())

    assert send() == 0

    email.refresh_from_db()
    assert (email.failure, email.given_up_at) == ("nobody_to_ask", None)
    assert server.got == []


@pytest.mark.real_server
def test_what_left_does_not_leave_again(server):
    posted()
    send()

    assert send(NOON + timedelta(days=1)) == 0
    assert len(server.got) == 1


@pytest.mark.real_server
def test_asked_for_twice_it_is_one_email(server):
    partnership = a_partnership(at=NOON)
    assert posted(partnership) == posted(partnership)

    send()
    assert len(server.got) == 1


@pytest.mark.real_server
def test_a_process_that_dies_after_sending_repeats_the_very_same_message(
    server, monkeypatch
):
    posted()
    with monkeypatch.context() as dying:
        dying.setattr(OutgoingEmail, "save", killed_on_the_second_save())
        with pytest.raises(SystemExit):
            send()

    assert send() == 0  # not again at once
    assert send(NOON + timedelta(hours=2)) == 1
    assert len({message["Message-ID"] for message in server.got}) == 1


def killed_on_the_second_save():
    save, calls = OutgoingEmail.save, []

    def dies(self, *args, **kwargs):
        calls.append(self)
        if len(calls) > 1:
            raise SystemExit
        return save(self, *args, **kwargs)

    return dies


@pytest.mark.real_server
def test_one_that_is_refused_keeps_no_other_from_its_turn(server):
    partnership = a_partnership(at=NOON)
    server.answer_to, server.answer = "gone@", "550 No such person"
    posted(partnership, to="gone@quillshire.example", once="1")
    posted(partnership, to="oriel@quillshire.example", once="2")

    assert send() == 1

    (failed,) = emails_that_fail([partnership])
    assert failed.given_up_at == NOON
    assert failed.failure == "recipient_refused"


@pytest.mark.real_server
def test_a_server_that_is_busy_is_asked_again_later_and_later(server):
    email = posted()
    server.answer_to, server.answer = "oriel@", "451 Try again"

    moments, at = [], NOON
    for _ in range(8):
        send(at)
        email.refresh_from_db()
        moments.append(email.next_try_at - at)
        at = email.next_try_at
    assert moments == sorted(moments)
    assert moments[-1] == timedelta(hours=1)
    server.answer = "250 OK"
    assert send(at) == 1


def test_a_server_that_is_not_there_loses_nothing_for_a_day_and_more(settings):
    settings.SMTP = {
        "host": "127.0.0.1",
        "port": 1,
        "user": "",
        "password": "",
        "tls": "none",
    }
    email = posted()
    at = NOON
    while email.given_up_at is None:
        assert send(at) == 0
        email.refresh_from_db()
        at = email.next_try_at

    assert email.failure == "server_not_reached"
    assert email.given_up_at - NOON > timedelta(hours=24)


@pytest.mark.real_server
def test_nothing_goes_in_clear_over_a_network(server, settings):
    settings.SMTP = settings.SMTP | {"tls": "required"}
    email = posted()

    assert send() == 0

    email.refresh_from_db()
    assert email.failure == "server_refused"
    assert server.got == []


@pytest.mark.real_server
def test_no_transaction_is_open_while_the_server_takes_its_time(server, monkeypatch):
    posted()
    from heed.correspondence import actions

    seen, send_one = [], actions.send
    outer = len(connection.savepoint_ids)
    monkeypatch.setattr(
        actions,
        "send",
        lambda email: seen.append(len(connection.savepoint_ids)) or send_one(email),
    )

    send()

    assert seen == [outer]


def test_an_email_belongs_to_the_transaction_of_what_it_tells():
    class SomethingElse(Exception):
        pass

    def a_step_that_fails():
        with transaction.atomic():
            posted()
            raise SomethingElse

    with pytest.raises(SomethingElse):
        a_step_that_fails()

    assert not OutgoingEmail.objects.exists()


def test_a_letter_that_lacks_a_word_is_an_error_where_it_is_written():
    with pytest.raises(KeyError):
        post(
            "partners_told",
            to="a@b.example",
            partnership=a_partnership(at=NOON),
            fields={},
            once="x",
            about_case=None,
            by=OUTBOX,
            at=NOON,
        )


def test_who_is_written_to_lies_sealed():
    posted()

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM correspondence_outgoingemail")
        assert "oriel@" not in str(cursor.fetchall())


def test_a_subject_cannot_smuggle_a_header():
    email = posted(reference="Q\r\nBcc: all@quillshire.example")

    subject, _ = letter(email.letter).filled(email.fields)
    assert "\n" not in subject
    assert "\r" not in subject


@pytest.mark.real_server
@pytest.mark.parametrize(
    "typed",
    [
        "nobody\r\nBcc: all@quillshire.example",
        "one@quillshire.example, two@quillshire.example",
        "one@quillshire.example; two@quillshire.example",
        "All: one@quillshire.example, two@quillshire.example;",
        "nobody",
        "",
    ],
)
def test_an_address_that_is_none_or_several_is_given_up_at_once(server, typed):
    email = posted(to=typed)

    assert send() == 0

    email.refresh_from_db()
    assert email.failure == "address_unusable"
    assert email.given_up_at == NOON
    assert server.got == []


@asked_of_each(all_letters(), named=lambda each: each.slug)
def test_letters_use_the_fields_own_words_and_say_who_writes(each):
    assert unwanted_words(f"{each.subject}\n{each.text}") == []
    assert each.subject


def test_the_letters_of_people_and_partnerships_go_the_same_way():
    partnership = a_partnership(at=NOON)
    written = Letter(
        kind="invitation",
        to="new@quillshire.example",
        subject="An invitation to Heed",
        text="Here is a link.\n",
        partnership_id=partnership.pk,
    )

    send_letter(written, by=OUTBOX, at=NOON)

    email = OutgoingEmail.objects.get()
    subject, text = letter(email.letter).filled(email.fields)
    assert (subject, text.strip()) == ("An invitation to Heed", "Here is a link.")
    assert letter("as_written")


def test_an_invitation_really_lies_in_the_outbox():
    manager = a_person(Role.MANAGER, at=NOON)

    invite_person(
        partnership=manager.partnership,
        email="mabry@quillshire.example",
        name="Mabry Pellowick",
        job_title="Coordinator",
        role=Role.COORDINATOR,
        organisation=manager.organisation,
        new_domain_confirmed=True,
        by=manager,
        at=NOON,
    )

    email = OutgoingEmail.objects.last()
    assert email.to_address == "mabry@quillshire.example"
    assert "/invitation" in letter(email.letter).filled(email.fields)[1]


def test_a_letter_to_many_is_posted_in_one_go_and_to_nobody_twice(
    django_assert_num_queries,
):
    partnership = a_partnership()
    how = {
        "partnership": partnership,
        "fields": {"subject": "A date", "text": "Something is due."},
        "about_case": None,
        "by": OUTBOX,
        "at": NOON,
    }
    to = {f"x{number}": f"oriel{number}@quillshire.example" for number in range(9)}
    post_to_each("as_written", to={"x3": to["x3"]}, **how)

    with django_assert_num_queries(6):  # what is kept, two for keys in a savepoint
        emails = post_to_each("as_written", to=to, **how)

    assert [each.to_address for each in emails] == [*to.values()]
    kept = {each.once: each for each in OutgoingEmail.objects.all()}
    assert {once: each.to_address for once, each in kept.items()} == to
    assert len({each.data_key_id for each in kept.values()}) == len(to)
    with django_assert_num_queries(1):
        assert post_to_each("as_written", to=to, **how) == emails
