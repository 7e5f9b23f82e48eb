"""Reminders of different kinds that fall on one day reach a person as one message."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.cases.actions import exclude_person
from heed.cases.deadlines import start_clock
from heed.config.ticks import TICKS
from heed.correspondence import leaving
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.sending import CannotSend, message_of
from heed.learning.actions import plan_action
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import HEED, a_case, a_case_with_people, declared, it_is

pytestmark = pytest.mark.django_db
SENT = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)  # a Wednesday
DUE = date(2026, 4, 1)  # fifteen working days later
LATER = timedelta(minutes=15)
DUTIES = ("reminders", "escalations")


class Server:
    """A mail server that may be away; it keeps the messages that it got."""

    def __init__(self):
        self.got, self.away = [], False

    def send(self, *emails, at):
        if self.away:
            raise CannotSend("server_not_reached")
        self.got.append(message_of(emails, at=at))

    def to(self, person):
        return [each for each in self.got if each["To"] == person.email]


@pytest.fixture
def server(monkeypatch, settings):
    settings.SMTP = settings.SMTP | {"host": "mail.quillshire.example"}
    server = Server()
    monkeypatch.setattr(leaving, "send", server.send)
    return server


@pytest.fixture
def cases(db):
    """Two cases whose fifteen days end on one day, and in one an action too."""
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW, at=SENT)
    other = a_case(case.partnership, stage=Stage.RAPID_REVIEW, at=SENT)
    declared(other, *people.values(), at=SENT)
    for each in (case, other):
        start_clock(RAPID_REVIEW_DUE, each, on=SENT.date(), at=SENT)
    plan_action(
        case,
        text="Ask about fathers at every first visit.",
        owner=people["manager"],
        due_on=DUE,
        by=people["manager"],
        at=SENT,
    )
    OutgoingEmail.objects.all().delete()
    return case, other, people


def moment(day, hour=9, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def the_worker_looks(at):
    with it_is(at):
        for tick in TICKS:
            if tick.name.startswith(DUTIES) or tick.name == "outbox":
                tick.carry_out(at=at)


def outbox(at):
    return leaving.send_what_is_due(by=HEED, at=at)


def test_all_that_is_due_on_a_day_is_one_message_that_names_each(server, cases):
    case, other, people = cases
    manager = people["manager"]
    at = moment(DUE)
    the_worker_looks(at)
    assert server.got == []  # what else is due is still being written

    for minutes in (15, 16, 300):
        the_worker_looks(at + timedelta(minutes=minutes))

    (message,) = server.to(manager)
    said = message.get_content()
    assert case.reference in said
    assert other.reference in said
    assert RAPID_REVIEW_DUE.name not in said  # the period itself tells of the case
    assert "An action of yours" in said
    assert "fathers" not in said
    assert "written on" not in said
    how_many = said.count("\n- ")
    assert message["Subject"] == f"{how_many} reminders from Heed"
    assert len({each["To"] for each in server.got}) == len(server.got)


def test_what_is_due_after_the_days_message_leaves_the_next_morning_with_the_next(
    server, cases
):
    _, other, people = cases
    the_worker_looks(moment(DUE))
    the_worker_looks(moment(DUE, 9, 15))
    start_clock(NOTIFICATION_DUE, other, on=date(2026, 3, 25), at=SENT)
    the_worker_looks(moment(DUE, 12))
    the_worker_looks(moment(DUE, 12, 30))
    authority = people["local_authority"]
    before = len(server.to(authority))
    waiting = OutgoingEmail.objects.filter(sent_at=None)
    assert waiting.exists()
    assert before <= 1

    # the worker was away over night: what was put off waits for today's own
    next_day = moment(date(2026, 4, 2))
    the_worker_looks(next_day)
    the_worker_looks(next_day + LATER)

    (*_, last) = server.to(authority)
    assert len(server.to(authority)) == before + 1
    assert "written on Wednesday 1 April 2026" in last.get_content()
    assert not waiting.exists()


def test_a_server_away_for_a_day_gets_both_days_as_one_message_when_it_is_back(
    server, cases
):
    case, other, people = cases
    server.away = True
    the_worker_looks(moment(date(2026, 3, 31)))
    for hour in range(10, 24):
        the_worker_looks(moment(date(2026, 3, 31), hour))
    server.away = False
    exclude_person(
        other,
        person=people["coordinator"],
        reason="Her cousin.",
        by=people["manager"],
        at=moment(DUE, 0),
    )
    the_worker_looks(moment(DUE, 9))
    for minutes in (15, 90):
        the_worker_looks(moment(DUE, 9) + timedelta(minutes=minutes))

    (message,) = server.to(people["manager"])
    assert message.get_content().count(other.reference) == 2
    (hers,) = server.to(people["coordinator"])
    assert other.reference not in hers.get_content()
    assert case.reference in hers.get_content()
    waiting = OutgoingEmail.objects.filter(sent_at=None, given_up_at=None)
    assert not waiting.exists()


def test_a_day_of_which_nobody_has_said_when_it_began_is_said_to_be_provisional(
    server, cases
):
    case, other, _ = cases
    start_clock(NOTIFICATION_DUE, case, on=date(2026, 3, 25), at=SENT, provisional=True)
    the_worker_looks(moment(DUE))
    the_worker_looks(moment(DUE, 9, 15))

    said = "".join(each.get_content() for each in server.got).splitlines()
    provisional = [line for line in said if "provisional" in line]
    assert provisional
    assert all("provisional: the earliest possible day" in line for line in provisional)
    assert not any(other.reference in line for line in provisional)
