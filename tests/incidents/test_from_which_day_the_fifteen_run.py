"""Areas read differently from which day a rapid review's fifteen working days run."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from heed.cases.actions import remind_of_what_is_due
from heed.cases.date_strip import read_nationally
from heed.cases.deadlines import running_deadline
from heed.cases.models import Deadline
from heed.cases.queries import next_deadline
from heed.cases.readings import other_readings
from heed.correspondence.models import OutgoingEmail
from heed.desk.board import due_for
from heed.desk.calendars import calendar_of
from heed.incidents.actions import record_notification, settle_awareness, tell_partners
from heed.partnership.actions import amend_partnership
from heed.partnership.one_look import one_look
from heed.rapid_reviews.pack import pack_of
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from tests.cases.factories import HEED, a_case_with_people
from tests.incidents.asking import browser_of, text

pytestmark = pytest.mark.django_db
AWARE = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
SENT = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


def a_case_of_an_area_that_counts_from(trigger):
    case, people = a_case_with_people(at=AWARE)
    choices = {"rr_trigger": trigger}
    amend_partnership(case.partnership, choices=choices, by=people["manager"], at=AWARE)
    case.refresh_from_db()
    return case, people


def aware(case, people):
    settle_awareness(
        case,
        aware_at=AWARE,
        basis="The front door's log.",
        by=people["local_authority"],
        at=SENT,
    )


def sent(case, people):
    record_notification(
        case,
        sent_at=SENT,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=SENT,
    )


def counted(case):
    running = running_deadline(case, RAPID_REVIEW_DUE)
    return running.counted_from_on, running.due_on


@pytest.mark.parametrize(
    ("trigger", "first", "due"),
    [
        ("sin_sent", date(2026, 3, 11), date(2026, 4, 1)),
        ("la_aware", date(2026, 3, 6), date(2026, 3, 27)),
        ("partners_aware", date(2026, 3, 9), date(2026, 3, 30)),
    ],
)
def test_they_run_from_the_day_that_the_partnership_has_chosen(trigger, first, due):
    case, people = a_case_of_an_area_that_counts_from(trigger)
    aware(case, people)
    told = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
    tell_partners(case, by=people["coordinator"], at=told)

    sent(case, people)

    assert counted(case) == (first, due)
    assert Deadline.objects.filter(case=case, clock="rapid_review").count() == 1


def test_while_the_chosen_day_is_not_known_they_run_from_the_notification():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    sent(case, people)
    assert counted(case)[0] == date(2026, 3, 11)
    assert running_deadline(case, RAPID_REVIEW_DUE).provisional
    page = reverse("case", args=[case.public_id])
    shown = text(browser_of(people["manager"]).get(page))
    assert "Provisional: counted from the notification" in shown

    aware(case, people)

    assert counted(case) == (date(2026, 3, 6), date(2026, 3, 27))
    assert not running_deadline(case, RAPID_REVIEW_DUE).provisional


def test_a_notification_that_is_recorded_again_begins_no_second_provisional_clock():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    sent(case, people)
    sent(case, people)
    assert Deadline.objects.filter(case=case, clock="rapid_review").count() == 1


def test_what_the_nation_reads_is_left_alone_when_awareness_is_confirmed_later():
    case, people = a_case_of_an_area_that_counts_from("sin_sent")
    sent(case, people)
    aware(case, people)
    assert counted(case)[0] == date(2026, 3, 11)


def test_the_other_reading_stands_on_the_page_of_the_deadline_where_it_differs():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    aware(case, people)
    sent(case, people)
    running = running_deadline(case, RAPID_REVIEW_DUE)

    page = reverse("deadline", args=[running.pk])
    shown = text(browser_of(people["manager"]).get(page))

    assert "Counted from</dt>" in shown
    assert "The local authority becoming aware, Friday 6 March 2026" in shown
    assert "Read in another way" in shown
    sent_day = "the serious incident notification being sent, Wednesday 11 March 2026"
    assert f"{sent_day}: due on Wednesday 1 April 2026" in shown
    assert f"that day itself as day one, {sent_day[-23:]}" in shown


def test_the_case_page_says_from_what_this_area_counts():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    aware(case, people)
    sent(case, people)

    page = reverse("case", args=[case.public_id])
    shown = text(browser_of(people["manager"]).get(page))

    assert "From the local authority becoming aware, 6 March 2026" in shown
    assert "From the serious incident notification being sent, 6 March" not in shown


def test_of_one_day_only_the_other_counting_is_told():
    case, people = a_case_of_an_area_that_counts_from("sin_sent")
    sent(case, people)
    ((words, worked),) = other_readings(running_deadline(case, RAPID_REVIEW_DUE))
    assert words.endswith("that day itself as day one")
    assert worked.due_on == date(2026, 3, 31)


def test_both_dates_stand_wherever_they_differ():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    aware(case, people)
    sent(case, people)
    browser = browser_of(people["manager"])
    for page in (reverse("case", args=[case.public_id]), reverse("deadlines")):
        shown = text(browser.get(page))
        assert "27 March 2026" in shown
        assert "By the national reading: Wednesday 1 April 2026" in shown


def test_the_dates_at_the_top_of_each_page_tell_the_other_day_and_ask_nothing_more(
    django_assert_num_queries,
):
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    aware(case, people)
    sent(case, people)
    browser = browser_of(people["manager"])
    for name in ("rapid_review_plan", "meeting_screen", "children"):
        page = text(browser.get(reverse(name, args=[case.public_id])))
        strip = page.split('aria-label="Dates of this case"')[1].split("</section>")[0]
        assert "By the national reading: Wednesday 1 April 2026" in strip
    with one_look():
        next_deadline(case, at=SENT)
        with django_assert_num_queries(0):
            assert read_nationally(case) == "Wednesday 1 April 2026"


def test_an_area_that_reads_as_the_nation_is_told_no_second_day():
    case, people = a_case_of_an_area_that_counts_from("sin_sent")
    sent(case, people)
    browser = browser_of(people["manager"])
    for page in (reverse("case", args=[case.public_id]), reverse("deadlines")):
        assert "national reading" not in text(browser.get(page))


def test_both_dates_stand_in_the_calendar_the_reminder_and_the_paper_for_the_panel():
    case, people = a_case_of_an_area_that_counts_from("la_aware")
    aware(case, people)
    sent(case, people)
    elsewhere = "elsewhere it is Wednesday 1 April 2026"

    board = due_for(people["manager"], at=SENT)
    feed = calendar_of(board.rows, at=SENT, host="heed.example").decode()
    assert f"As your area counts its days\\; {elsewhere}" in feed.replace("\r\n ", "")
    assert "national" not in feed

    on_the_day = datetime(2026, 3, 27, 9, 0, tzinfo=UTC)
    remind_of_what_is_due(by=HEED, at=on_the_day)
    letter = OutgoingEmail.objects.filter(letter="what_is_due").last()
    assert "Friday 27 March 2026 (As your area" in letter.fields["is_due"]
    assert elsewhere in letter.fields["is_due"]

    facts = dict(pack_of(rapid_review_of(case), at=SENT).facts)
    assert facts["Working days used"].endswith(
        "due 27 March 2026, as this area counts, from the local authority becoming "
        "aware. By the national reading due Wednesday 1 April 2026"
    )


def test_an_area_that_counts_five_days_from_the_incident_is_cautioned():
    case, people = a_case_of_an_area_that_counts_from("sin_sent")
    case.happened_on = date(2026, 3, 2)
    case.save(update_fields=["happened_on"])
    aware(case, people)
    running = running_deadline(case, NOTIFICATION_DUE)
    assert running.due_on == date(2026, 3, 13)

    page = reverse("deadline", args=[running.pk])
    shown = text(browser_of(people["manager"]).get(page))

    assert (
        "the incident itself, as procedures of some areas say, Monday 2 March" in shown
    )
    assert "due on Monday 9 March 2026" in shown
