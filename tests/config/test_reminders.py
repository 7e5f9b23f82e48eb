"""Somebody is reminded of a date before it, on it and after it, once each."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed import clock
from heed.cases.access import able_to_take
from heed.cases.actions import add_child, exclude_person, extend_deadline
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import end_clocks, start_clock
from heed.cases.models import Case, Deadline
from heed.config.ticks import TICKS, Duties, Tick
from heed.correspondence import actions as outbox
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.sending import CannotSend
from heed.incidents.actions import record_notification, weigh_notification
from heed.learning.actions import plan_action
from heed.publications.models import Publication
from heed.rapid_reviews.actions import ask_agency, revoke_request
from heed.referrals.actions import acknowledge, open_case
from heed.rulebook import process
from heed.rulebook.clocks import (
    ACTION_DUE,
    AVAILABILITY,
    CLOCKS,
    MONITORING,
    NOTIFICATION_DUE,
    OWN_SITE_CHECK,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
    WITHDRAWAL_CONFIRMED,
)
from heed.rulebook.language import Role, Stage
from heed.rulebook.reminders import Nearness, nearness, reminds_of
from tests.cases.factories import HEED, a_case_with_people, it_is
from tests.partnership.factories import a_partnership, a_person, an_organisation
from tests.referrals.factories import a_referral

SENT = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)  # a Wednesday
PLANS = "reminders_of_plans"
DUE = date(2026, 4, 1)  # fifteen working days later, a Wednesday


def test_who_is_reminded_is_whoever_may_do_what_is_due():
    assert process.SEND_TO_PANEL in reminds_of(RAPID_REVIEW_DUE)
    assert process.NOTE_MONITORING in reminds_of(MONITORING)
    assert process.CHECK_PUBLISHED_ELSEWHERE in reminds_of(OWN_SITE_CHECK)
    assert reminds_of(ACTION_DUE) == (process.COMPLETE_ACTION,)
    assert reminds_of(AVAILABILITY) == reminds_of(WITHDRAWAL_CONFIRMED) == ()


def test_every_clock_that_a_step_of_a_case_starts_has_somebody_to_remind():
    started = {each for s in process.STEPS.values() for each in _starts(s)}
    left = {each.slug for each in started if not reminds_of(each) and not each.at_least}
    assert left == {WITHDRAWAL_CONFIRMED.slug}  # asked again each day, by its own duty
    assert started <= set(CLOCKS.values())


def _starts(step):
    ways = [step.leads_to] if not step.outcomes else step.leads_to.values()
    return {each for way in ways for each in way.starts}


@pytest.mark.parametrize(
    ("today", "near"),
    [
        (date(2026, 3, 27), None),
        (date(2026, 3, 28), None),  # a Saturday
        (date(2026, 3, 30), Nearness.SOON),
        (date(2026, 3, 31), Nearness.SOON),
        (DUE, Nearness.TODAY),
        (date(2026, 4, 2), Nearness.LATE),
        (date(2026, 4, 3), None),  # Good Friday
        (date(2026, 4, 7), Nearness.LATE),
    ],
)
def test_two_working_days_ahead_on_the_day_and_afterwards(today, near):
    assert nearness(DUE, today) == near


def test_a_day_on_a_weekend_is_reminded_of_on_the_working_day_before_it():
    saturday = date(2026, 8, 22)
    assert nearness(saturday, date(2026, 8, 19)) == Nearness.SOON
    assert nearness(saturday, date(2026, 8, 21)) == Nearness.TODAY
    assert nearness(saturday, date(2026, 8, 22)) is None
    assert nearness(saturday, date(2026, 8, 24)) == Nearness.LATE


def test_a_day_in_a_year_without_known_holidays_stops_no_reminder_of_others():
    assert nearness(date(2090, 1, 2), DUE) is None


@pytest.fixture
def running(db):
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW, at=SENT)
    start_clock(RAPID_REVIEW_DUE, case, on=SENT.date(), at=SENT)
    return case, people


def the_worker_looks_on(day, *, hour=9):
    """The demonstration's clock is moved, and the worker looks what is due; the days of
    plans have tests of their own."""
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    with it_is(moment):
        for tick in TICKS:
            if tick.name.startswith("reminders") and tick.name != PLANS:
                tick.carry_out(at=clock.now())


LOOKED = []


def looks(*, by, at):
    LOOKED.append(at)


def test_a_duty_is_looked_at_as_soon_as_the_clock_is_moved_on(db):
    LOOKED.clear()
    duties = Duties([Tick("looks", timedelta(hours=1), f"{__name__}:looks")])
    for moment in (SENT, SENT + timedelta(minutes=1), SENT + timedelta(days=1)):
        with it_is(moment):
            duties.carry_out()
    assert [at.date() for at in LOOKED] == [SENT.date(), date(2026, 3, 12)]


def reminders():
    kept = OutgoingEmail.objects.filter(letter="what_is_due")
    return [(email.fields["nears"], email.to_address) for email in kept]


def test_as_the_clock_moves_on_each_reminder_goes_out_once(running):
    _, people = running
    the_worker_looks_on(date(2026, 3, 26))
    assert reminders() == []

    for day in range(30, 32):
        the_worker_looks_on(date(2026, 3, day))
        the_worker_looks_on(date(2026, 3, day), hour=15)
    told = {address for nears, address in reminders()}
    assert {nears for nears, _ in reminders()} == {"a date is near"}
    assert len(reminders()) == len(told)
    assert {people["manager"].email, people["coordinator"].email} <= told

    for day in range(1, 10):
        the_worker_looks_on(date(2026, 4, day))
    heard = [nears for nears, to in reminders() if to == people["manager"].email]
    assert heard == ["a date is near", "a date that counts now", "a date has passed"]


def test_a_mail_server_away_for_a_whole_day_gets_each_letter_once_when_it_is_back(
    running, monkeypatch, settings
):
    """What was due meanwhile joins what waits; who is kept out meanwhile gets none."""
    case, people = running
    settings.SMTP = settings.SMTP | {"host": "mail.quillshire.example"}
    got, is_back = [], []

    def sends(email):
        if not is_back:
            raise CannotSend("server_not_reached")
        got.append((email.once, email.to_address))

    monkeypatch.setattr(outbox, "send", sends)
    from_nine = datetime(2026, 3, 30, 9, 0, tzinfo=UTC)  # two working days before
    for minutes in range(0, 25 * 60, 20):
        at = from_nine + timedelta(minutes=minutes)
        if minutes % 60 == 0:
            the_worker_looks_on(at.date(), hour=at.hour)
        assert outbox.send_what_is_due(by=HEED, at=at) == 0
    waiting = OutgoingEmail.objects.filter(sent_at=None, given_up_at=None)
    assert waiting.count() == OutgoingEmail.objects.count() > 1
    exclude_person(
        case,
        person=people["coordinator"],
        reason="Her cousin.",
        by=people["manager"],
        at=from_nine + timedelta(hours=20),
    )

    is_back.append(True)
    back = from_nine + timedelta(hours=25)
    for hours in range(3):
        outbox.send_what_is_due(by=HEED, at=back + timedelta(hours=hours))

    assert len(got) == len(set(got)) > 1
    assert people["manager"].email in {to for _, to in got}
    assert people["coordinator"].email not in {to for _, to in got}
    assert not waiting.exists()


def test_it_says_the_reference_and_the_day_and_nothing_of_what_is_due(running):
    case, _ = running
    the_worker_looks_on(DUE)

    email = OutgoingEmail.objects.filter(letter="what_is_due").first()
    assert email.fields["reference"] == case.reference
    assert email.fields["is_due"] == ("something is due today, Wednesday 1 April 2026")
    assert "Panel" not in str(email.fields)


def test_a_day_of_which_nobody_has_said_when_it_began_is_said_to_be_provisional(db):
    case, _ = a_case_with_people(at=SENT)
    start_clock(NOTIFICATION_DUE, case, on=date(2026, 3, 25), at=SENT, provisional=True)
    the_worker_looks_on(DUE)

    (said,) = {
        email.fields["is_due"]
        for email in OutgoingEmail.objects.filter(letter="what_is_due")
    }
    assert said.endswith(" (provisional: nobody has said yet when it began)")


def test_what_was_met_or_replaced_reminds_nobody(running):
    case, _ = running
    end_clocks([RAPID_REVIEW_DUE], case, on=date(2026, 3, 30), at=SENT)
    the_worker_looks_on(DUE)
    assert reminders() == []


def test_a_later_target_is_what_is_reminded_of(running):
    case, people = running
    deadline = case.deadlines.get()
    extend_deadline(
        deadline,
        new_target_on=date(2026, 4, 15),
        reason="The hospital was late.",
        told="The Panel",
        by=people["manager"],
        at=SENT,
    )
    the_worker_looks_on(date(2026, 4, 8))
    assert reminders() == []
    the_worker_looks_on(date(2026, 4, 13))
    assert "Wednesday 15 April" in str(
        OutgoingEmail.objects.filter(letter="what_is_due").first().fields
    )


def test_neither_the_excluded_nor_those_off_the_list_are_reminded(running):
    case, people = running
    police = people["police"]
    exclude_person(case, person=police, reason="Kin", by=people["manager"], at=SENT)
    other = a_person(Role.COORDINATOR, partnership=case.partnership, at=SENT)

    the_worker_looks_on(DUE)

    told = {address for _, address in reminders()}
    assert people["coordinator"].email in told
    assert not told & {police.email, other.email}


def test_who_may_take_a_step_of_one_seat_is_whoever_sits_on_it(db):
    case, people = a_case_with_people(at=SENT)
    authority = able_to_take(process.DECIDE_ON_NOTIFICATION, case, at=SENT)
    assert authority == [people["local_authority"]]


def test_a_case_that_ended_reminds_of_what_is_still_done_in_it_alone(db):
    case, people = a_case_with_people(at=SENT)
    Case.objects.filter(pk=case.pk).update(stage=Stage.CLOSED)
    start_clock(REPORT_DUE, case, on=date(2025, 9, 11), at=SENT)
    the_worker_looks_on(SENT.date() + timedelta(days=1))
    assert reminders() == []

    start_clock(OWN_SITE_CHECK, case, on=date(2025, 3, 12), at=SENT)
    the_worker_looks_on(SENT.date() + timedelta(days=1))
    assert people["coordinator"].email in {address for _, address in reminders()}


def letters_of(slug):
    return [e.to_address for e in OutgoingEmail.objects.filter(letter=slug)]


def test_the_owner_of_an_action_is_reminded_without_a_reference(db):
    case, people = a_case_with_people(at=SENT)
    agency = an_organisation(case.partnership, at=SENT)
    owner = a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=case.partnership,
        organisation=agency,
        at=SENT,
    )
    plan_action(
        case,
        text="Ask about fathers at every first visit.",
        owner=owner,
        due_on=DUE,
        by=people["manager"],
        at=SENT,
    )

    the_worker_looks_on(date(2026, 3, 30))
    the_worker_looks_on(DUE)
    the_worker_looks_on(DUE, hour=16)

    assert letters_of("action_due") == [owner.email, owner.email]
    for email in OutgoingEmail.objects.filter(letter="action_due"):
        assert case.reference not in str(email.fields)
    assert people["manager"].email in letters_of("what_is_due")
    assert owner.email not in letters_of("what_is_due")


def test_a_referral_that_nobody_dealt_with_is_brought_back_to_mind(db):
    partnership = a_partnership(at=SENT)
    coordinator = a_person(Role.COORDINATOR, partnership=partnership, at=SENT)
    referral = a_referral(partnership)
    triage = Deadline.objects.get(spine_id=referral.pk, clock="triage")

    the_worker_looks_on(triage.counted_from_on)
    assert letters_of("referral_waits") == []
    the_worker_looks_on(triage.due_on)
    the_worker_looks_on(triage.due_on, hour=16)
    assert letters_of("referral_waits") == [coordinator.email]

    acknowledge(referral, by=coordinator, at=SENT)
    open_case(referral, by=coordinator, at=SENT)
    the_worker_looks_on(triage.due_on + timedelta(days=1))
    assert letters_of("referral_waits") == [coordinator.email]


def test_a_publication_that_was_put_off_is_looked_at_again_on_its_day(db):
    case, people = a_case_with_people(stage=Stage.PUBLICATION_DEFERRED, at=SENT)
    Publication.objects.create(**belonging_to(case), look_again_on=DUE)

    for day in (date(2026, 3, 26), date(2026, 3, 30), date(2026, 3, 31), DUE):
        the_worker_looks_on(day)

    heard = [nears for nears, to in reminders() if to == people["icb"].email]
    assert heard == ["a date is near", "a date that counts now"]
    assert people["coordinator"].email not in letters_of("what_is_due")

    Case.objects.filter(pk=case.pk).update(stage=Stage.SIGNED_OFF)
    the_worker_looks_on(DUE + timedelta(days=1))
    assert "a date has passed" not in {nears for nears, _ in reminders()}


def asked_of(case, people, kind, day):
    """An agency that is to answer by this day."""
    agency = an_organisation(case.partnership, kind, name=f"The {kind}", at=SENT)
    return ask_agency(
        case,
        organisation=agency,
        to_address=f"safe@{kind}.quillshire.example",
        asked_for="What did you know?",
        due_on=day,
        by=people["coordinator"],
        at=SENT,
    )


def test_agencies_that_have_not_answered_by_their_day_are_rung_up(db):
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW, at=SENT)
    friday = date(2026, 3, 20)
    asked = [asked_of(case, people, kind, friday) for kind in ("acute", "housing")]
    for day in (friday, date(2026, 3, 21)):  # the day itself, and a Saturday
        the_worker_looks_on(day)
    assert reminders() == []

    for day in (23, 23, 24):
        the_worker_looks_on(date(2026, 3, day))

    unit = {people["manager"].email, people["coordinator"].email}
    assert {to for _, to in reminders()} == unit
    assert [nears for nears, _ in reminders()] == ["a date has passed"] * len(unit)
    said = str([e.fields for e in OutgoingEmail.objects.filter(letter="what_is_due")])
    assert not any(request.organisation.name in said for request in asked)


def test_of_an_agency_that_was_let_off_nobody_is_reminded(db):
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW, at=SENT)
    request = asked_of(case, people, "acute", date(2026, 3, 20))
    revoke_request(request, reason="Sent wrongly", by=people["coordinator"], at=SENT)

    the_worker_looks_on(date(2026, 3, 23))

    assert reminders() == []


UNKNOWN = {"seriously_harmed": {"answer": "not_known", "why": "No scan yet."}}


def weighed(case, people, *, again_on, at=SENT):
    child = case.childs.first() or add_child(
        case, given_name="Lumi", by=people["coordinator"], at=at
    )
    doing = {"by": people["coordinator"], "at": at}
    weigh_notification(child, answers=UNKNOWN, look_again_on=again_on, **doing)


def test_what_was_not_known_is_looked_at_again_on_its_day(db):
    case, people = a_case_with_people(at=SENT)
    weighed(case, people, again_on=DUE)

    for day in (date(2026, 3, 26), date(2026, 3, 30), date(2026, 3, 31), DUE):
        the_worker_looks_on(day)

    heard = [nears for nears, to in reminders() if to == people["coordinator"].email]
    assert heard == ["a date is near", "a date that counts now"]
    assert "Lumi" not in str([e.fields for e in OutgoingEmail.objects.all()])


def test_a_sheet_that_was_filled_in_anew_or_sent_off_reminds_nobody(db):
    case, people = a_case_with_people(at=SENT)
    weighed(case, people, again_on=DUE)
    later = SENT + timedelta(hours=1)
    weighed(case, people, again_on=date(2026, 4, 15), at=later)
    the_worker_looks_on(DUE)
    assert reminders() == []

    record_notification(
        case,
        sent_at=later,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=later,
    )
    the_worker_looks_on(date(2026, 4, 15))
    assert "something is due today, Wednesday 15 April 2026" not in {
        email.fields["is_due"]
        for email in OutgoingEmail.objects.filter(letter="what_is_due")
    }
