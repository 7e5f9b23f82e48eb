"""A case may begin with a notification made outside Heed, or with an enquiry: what came
first is logged with the time it happened and the time it was recorded, clocks run from
the former, and what was skipped stays open and blocks nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from heed.cases.actions import exclude_person
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, Deadline, OpenItem
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.documents.models import Document
from heed.incidents.actions import (
    begin_with_enquiry,
    begin_with_outside_notification,
    give_view_on_notification,
    log_enquiry,
    log_outside_notification,
    settle_awareness,
)
from heed.incidents.models import Enquiry, Notification
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.language import Role, Stage
from tests.cases.factories import (
    NOON,
    a_case_with_people,
    declared,
    it_is,
    the_people,
)
from tests.incidents.asking import browser_of, hidden_in, moment, press, text
from tests.partnership.factories import a_partnership, a_person
from tests.walked import about_now

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=UTC)
COPY = b"Serious incident notification, as it was sent."
SKIPPED = {"dr_1", "partner_views", "awareness", "lacks.when", "outside_copy"}


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    notifier = a_person(Role.LOCAL_AUTHORITY_NOTIFIER, partnership=partnership, at=NOON)
    people = the_people(partnership) | {"notifier": notifier}
    return people | {"partnership": partnership}


def open_kinds(case):
    found = OpenItem.objects.filter(case=case, answered_at=None)
    return set(found.values_list("kind", flat=True))


def test_the_fifteen_days_run_from_the_stated_time_and_both_times_are_kept(here):
    kept = begin_with_outside_notification(
        here["partnership"],
        sent_at=FRIDAY,
        national_reference="SIN-7",
        by=here["coordinator"],
        at=NOON,
    )

    case = Case.objects.get(pk=kept.case_id)
    assert (kept.sent_at, kept.recorded_at) == (FRIDAY, NOON)
    assert (case.stage, case.began_with) == (Stage.RAPID_REVIEW, "notification")
    assert running_deadline(case, RAPID_REVIEW_DUE).due_on == date(2026, 3, 27)
    assert open_kinds(case) == SKIPPED


def test_partners_hear_of_a_copy_only_where_there_is_one():
    case, people = a_case_with_people()

    kept = log_outside_notification(
        case, sent_at=FRIDAY, national_reference="S-1", by=people["manager"], at=NOON
    )

    told = OutgoingEmail.objects.filter(letter="something_to_see")
    assert {email.letter for email in told} == {"something_to_see"}
    assert "outside_copy" in open_kinds(case)
    with it_is(NOON):
        page = browser_of(people["manager"]).get(
            reverse("notification_sheet", args=[kept.public_id])
        )
    assert "Partners told, without a copy" in text(page)
    assert "Copy with the partners" not in text(page)


def test_what_is_missing_stops_neither_the_notification_nor_the_enquiry(here):
    notified = begin_with_outside_notification(
        here["partnership"],
        sent_at=FRIDAY,
        national_reference="",
        by=here["notifier"],
        at=NOON,
    )
    asked = begin_with_enquiry(
        here["partnership"],
        asked_by="ofsted",
        asked_at=FRIDAY,
        words="",
        by=here["notifier"],
        at=NOON,
    )

    assert open_kinds(notified.case) == SKIPPED | {"national_reference"}
    assert open_kinds(asked.case) == {"awareness"}


def test_an_enquiry_puts_a_case_before_the_partners_with_a_provisional_date(here):
    asked = begin_with_enquiry(
        here["partnership"],
        asked_by="panel",
        asked_at=FRIDAY,
        words="What is known of the boy at Thistlemere?",
        by=here["coordinator"],
        at=NOON,
    )

    case = Case.objects.get(pk=asked.case_id)
    assert (case.stage, case.began_with) == (Stage.UNDER_CONSIDERATION, "enquiry")
    shown = running_deadline(case, NOTIFICATION_DUE)
    assert (shown.counted_from_on, shown.provisional) == (FRIDAY.date(), True)
    assert shown.due_on == date(2026, 3, 13)


def test_a_confirmed_awareness_is_left_alone_by_a_later_enquiry():
    case, people = a_case_with_people()
    settle_awareness(
        case, aware_at=NOON, basis="Front door.", by=people["local_authority"], at=NOON
    )

    log_enquiry(
        case,
        asked_by="panel",
        asked_at=FRIDAY,
        words="When did you know?",
        by=people["coordinator"],
        at=NOON,
    )

    assert running_deadline(case, NOTIFICATION_DUE).counted_from_on == NOON.date()
    assert Deadline.objects.filter(case=case, clock="notification").count() == 1


def test_an_enquiry_moves_no_case_that_has_gone_further():
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW)

    log_enquiry(
        case,
        asked_by="department",
        asked_at=FRIDAY,
        words="How far is it?",
        by=people["coordinator"],
        at=NOON,
    )

    case.refresh_from_db()
    assert case.stage == Stage.RAPID_REVIEW


def test_views_that_were_given_are_not_named_as_missing():
    case, people = a_case_with_people()
    for seat in ("local_authority", "icb", "police"):
        give_view_on_notification(
            case, view="notify", reasons="Suspected.", by=people[seat], at=NOON
        )

    log_outside_notification(
        case, sent_at=FRIDAY, national_reference="S-1", by=people["manager"], at=NOON
    )

    assert open_kinds(case) == {"dr_1", "awareness", "lacks.when", "outside_copy"}


@pytest.mark.parametrize("role", [Role.SCRUTINEER, Role.LEAD_REVIEWER])
def test_nobody_else_begins_a_case(here, role):
    other = a_person(role, partnership=here["partnership"], at=NOON)

    with pytest.raises(Refused, match="Only"):
        begin_with_enquiry(
            here["partnership"],
            asked_by="panel",
            asked_at=FRIDAY,
            words="",
            by=other,
            at=NOON,
        )
    assert not Case.objects.exists()


def test_nothing_was_sent_or_asked_in_the_future(here):
    later = NOON + timedelta(minutes=1)
    with pytest.raises(Refused, match="future"):
        begin_with_outside_notification(
            here["partnership"],
            sent_at=later,
            national_reference="",
            by=here["manager"],
            at=NOON,
        )
    with pytest.raises(Refused, match="future"):
        begin_with_enquiry(
            here["partnership"],
            asked_by="panel",
            asked_at=later,
            words="",
            by=here["manager"],
            at=NOON,
        )


def test_those_who_must_know_are_told_the_reference_and_the_excluded_are_not():
    case, people = a_case_with_people()
    exclude_person(
        case, person=people["police"], reason="Kin", by=people["manager"], at=NOON
    )

    log_outside_notification(
        case, sent_at=FRIDAY, national_reference="S-1", by=people["manager"], at=NOON
    )

    sent = OutgoingEmail.objects.filter(letter__in=["please_look", "something_to_see"])
    told = {email.to_address for email in sent}
    expected = {people[who].email for who in ("coordinator", "local_authority", "icb")}
    assert told == expected
    assert all(case.reference in str(email.fields) for email in sent)


# The pages


@pytest.fixture
def now():
    return about_now()


@pytest.fixture
def desk(now):
    partnership = a_partnership(at=now, reference_prefix="Q")
    notifier = a_person(Role.LOCAL_AUTHORITY_NOTIFIER, partnership=partnership, at=now)
    return the_people(partnership, at=now) | {"notifier": notifier}


@pytest.mark.parametrize("page", ["home", "referrals"])
def test_the_desk_leads_to_both_beginnings(desk, page):
    shown = text(browser_of(desk["coordinator"]).get(reverse(page)))

    assert reverse("begin_with_notification") in shown
    assert reverse("begin_with_enquiry") in shown


def test_a_partner_logs_a_notification_and_no_enquiry(desk):
    police = browser_of(desk["police"])
    shown = text(police.get(reverse("home")))

    assert reverse("begin_with_notification") in shown
    assert reverse("begin_with_enquiry") not in shown
    assert police.get(reverse("begin_with_enquiry")).status_code == 404


def test_others_see_neither(desk, now):
    scrutineer = a_person(
        Role.SCRUTINEER, partnership=desk["manager"].partnership, at=now
    )
    browser = browser_of(scrutineer)

    assert "A case that began outside Heed" not in text(browser.get(reverse("home")))
    assert browser.get(reverse("begin_with_notification")).status_code == 404


def test_the_copy_is_kept_shown_and_opened_by_who_may(desk, now):
    coordinator = browser_of(desk["coordinator"])
    sent = now - timedelta(days=3)

    answer = press(
        coordinator,
        reverse("begin_with_notification"),
        **moment("sent_at", sent),
        national_reference="SIN-12",
        copy=SimpleUploadedFile("notification.txt", COPY),
    )

    kept = Notification.objects.get()
    assert answer.url == reverse("declaration", args=[kept.case.public_id])
    declared(kept.case, desk["coordinator"], at=now)
    page = text(coordinator.get(reverse("notification_sheet", args=[kept.public_id])))
    assert "Sent, as stated" in page
    assert "notification.txt" in page
    address = reverse("document", args=[Document.objects.get().public_id])
    assert coordinator.get(address).content == COPY


def test_pressing_it_twice_begins_one_case(desk, now):
    coordinator = browser_of(desk["coordinator"])
    address = reverse("begin_with_enquiry")
    fields = hidden_in(coordinator, address)
    fields |= {"asked_by": "ofsted", "words": "Who knew him?"}
    fields |= moment("asked_at", now - timedelta(days=1))

    first = coordinator.post(address, fields)
    second = coordinator.post(address, fields)

    assert first.url == second.url
    assert Enquiry.objects.count() == Case.objects.count() == 1


def test_a_page_sent_without_its_token_begins_a_case_and_leads_to_it(desk, now):
    coordinator = browser_of(desk["coordinator"])
    said = {"asked_by": "ofsted", "words": "Who knew him?"}
    said |= moment("asked_at", now - timedelta(days=1))

    answer = coordinator.post(reverse("begin_with_enquiry"), said)

    assert answer.url == reverse("declaration", args=[Case.objects.get().public_id])


def test_a_notifier_who_is_on_no_list_is_told_the_reference(desk, now):
    notifier = browser_of(desk["notifier"])
    sent = moment("sent_at", now - timedelta(days=1))

    answer = press(notifier, reverse("begin_with_notification"), **sent)

    assert Case.objects.get().reference in text(answer)
    assert "You do not yet" in text(answer)


def test_what_was_typed_stays_when_something_is_wrong(desk, now):
    coordinator = browser_of(desk["coordinator"])
    asked = moment("asked_at", now + timedelta(days=2))

    answer = press(
        coordinator,
        reverse("begin_with_enquiry"),
        asked_by="panel",
        words="Is the boy at Thistlemere known?",
        **asked,
    )

    assert "cannot have been made in the future" in text(answer)
    assert "Is the boy at Thistlemere known?" in text(answer)
    assert not Case.objects.exists()


def test_an_enquiry_is_read_on_its_own_page(desk, now):
    asked = begin_with_enquiry(
        desk["manager"].partnership,
        asked_by="panel",
        asked_at=now - timedelta(days=1),
        words="Who was with her?",
        by=desk["manager"],
        at=now,
    )
    declared(asked.case, desk["manager"], at=now)
    manager = browser_of(desk["manager"])

    assert "Enquiry: The Panel" in text(
        manager.get(reverse("case", args=[asked.case.public_id]))
    )
    page = text(manager.get(reverse("enquiry", args=[asked.public_id])))
    assert "Who was with her?" in page
