"""The internal plan of a rapid review: changed as is needed, the last day never."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.due import Window
from heed.cases.seen import opened_to
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import record_notification
from heed.partnership.one_look import one_look
from heed.rapid_reviews.actions import (
    hold_meeting,
    plan_day,
    remind_of_planned_days,
)
from heed.rapid_reviews.due import day_by_day, days_of_plans
from heed.rapid_reviews.models import PlannedDay
from heed.rapid_reviews.plan import plan_of, reached_in
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.language import Force, Role
from heed.rulebook.roles import READS_THE_CASE
from tests.cases.factories import (
    NOON,
    a_case,
    a_case_with_people,
    declared,
    it_is,
)
from tests.partnership.factories import HEED, a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
# Sent on Wednesday 11 March 2026: the last day is Wednesday 1 April.
LAST = date(2026, 4, 1)


def moved(review, people, milestone, to, *, take_along=True):
    return plan_day(
        review.case,
        milestone=milestone,
        planned_on=to,
        take_along=take_along,
        reasons="The hospital answers late.",
        by=people["coordinator"],
        at=NOON,
    )


def days(case):
    return {each.slug: each.on for each in plan_of(case)}


def test_a_day_that_slips_takes_the_days_after_it_along():
    review, people = a_rapid_review()
    assert days(review.case)["answers"] == date(2026, 3, 25)
    moved(review, people, "answers", date(2026, 3, 27))
    now = days(review.case)
    assert (now["answers"], now["meeting"]) == (date(2026, 3, 27), date(2026, 3, 31))
    assert now["decision"] == now["last_day"] == LAST


def test_the_last_day_is_never_moved_by_the_plan():
    review, people = a_rapid_review()
    with pytest.raises(Refused, match="no plan moves it"):
        moved(review, people, "last_day", date(2026, 4, 8))
    moved(review, people, "meeting", date(2026, 4, 8))
    assert days(review.case)["last_day"] == LAST
    assert running_deadline(review.case, RAPID_REVIEW_DUE).due_on == LAST
    assert not PlannedDay.objects.filter(milestone="last_day").exists()


@pytest.mark.parametrize("year", [1926, 2062])
@pytest.mark.parametrize("take_along", [True, False])
def test_a_year_that_was_mistyped_is_asked_about(year, take_along):
    review, people = a_rapid_review()
    with pytest.raises(Refused, match="Check the year"):
        moved(review, people, "meeting", date(year, 3, 30), take_along=take_along)
    assert not PlannedDay.objects.exists()


def test_a_day_may_move_alone():
    review, people = a_rapid_review()
    moved(review, people, "answers", date(2026, 3, 27), take_along=False)
    assert days(review.case)["meeting"] == date(2026, 3, 27)
    assert PlannedDay.objects.get().changed_by == people["coordinator"].actor_name


def test_the_page_says_what_a_slipped_day_leaves(client):
    review, people = a_rapid_review()
    path = reverse("plan_day", args=[review.case.public_id, "answers"])
    said = {
        "planned_on-day": "27",
        "planned_on-month": "3",
        "planned_on-year": "2026",
        "take_along": "on",
        "reasons": "The hospital answers late.",
    }
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        page = browser.post(path, said, follow=True).content.decode()
    for words in (
        "First planned for Wednesday 25 March 2026",
        "The hospital answers late.",
        "1 working day before the last day",
        "On the last day; 1 working day for it instead of 3",
    ):
        assert words in page
    assert "planned for after the last day" not in page
    moved(review, people, "meeting", date(2026, 4, 8))
    with it_is(NOON):
        late = browser.get(reverse("rapid_review_plan", args=[review.case.public_id]))
    assert "Something is planned for after the last day" in late.content.decode()


def test_no_day_of_the_clock_has_a_page_to_move_it(client):
    review, people = a_rapid_review()
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        for milestone in ("last_day", "begins", "nothing"):
            path = reverse("plan_day", args=[review.case.public_id, milestone])
            assert browser.get(path).status_code == 404


def on_the_board(person):
    return [
        (each.key.rpartition(":")[2], each.day, each.force)
        for each in days_of_plans(person, at=NOON)
    ]


def test_what_is_reached_is_due_no_more():
    review, people = a_rapid_review()
    case, who = review.case, people["coordinator"]
    assert on_the_board(who) == [
        ("asked", date(2026, 3, 12), Force.LOCAL),
        ("answers", date(2026, 3, 25), Force.LOCAL),
        ("meeting", date(2026, 3, 27), Force.LOCAL),
        ("decision", LAST, Force.LOCAL),
    ]
    a_request(review, people)
    met(case, who)
    assert still_due(who) == ["answers", "meeting", "decision"]  # half-way
    moved(review, people, "answers", date(2026, 3, 26))
    met(case, who, days_later=14)  # on the last day but one for the answers
    assert still_due(who) == ["answers", "meeting", "decision"]
    met(case, who, days_later=15)
    assert still_due(who) == ["answers", "decision"]
    assert reached_in(case, plan_of(case)) == {"begins", "asked", "meeting"}


def test_a_meeting_that_decides_is_the_meeting_however_early():
    review, people = a_rapid_review()
    review.partnership.independent_first_views = True
    review.partnership.save(update_fields=["independent_first_views"])
    met(review.case, people["coordinator"], opens_views=True)
    assert "meeting" not in still_due(people["coordinator"])
    assert "meeting" in reached_in(review.case, plan_of(review.case))


def met(case, who, *, days_later=0, opens_views=False):
    held = NOON + timedelta(days=days_later)
    hold_meeting(
        case,
        held_on=held.date(),
        attended=["A. Penrose"],
        apologies="",
        interests="",
        minutes="",
        opens_views=opens_views,
        by=who,
        at=held,
    )


def still_due(person):
    return [slug for slug, _, _ in on_the_board(person)]


def test_a_window_of_many_plans_holds_what_all_of_them_hold_there():
    review, people = a_rapid_review()
    who = people["coordinator"]
    others = [beside(review, people, number) for number in range(3)]
    a_request(others[0], people)
    moved(others[1], people, "meeting", date(2026, 3, 12))
    met(others[2].case, who, days_later=15)

    whole = sorted(days_of_plans(who, at=NOON), key=lambda each: (each.day, each.key))
    assert len(whole) > 12
    assert windowed(who, Window(most=100)) == whole
    for number, each in enumerate(whole):
        beyond = Window(first=each.day, after=each.key, most=3)
        assert windowed(who, beyond) == whole[number + 1 : number + 4]
    typed = Window(first=whole[0].day, after="plan:nobody", most=3)
    assert windowed(who, typed) == [e for e in whole if e.day > whole[0].day][:3]
    first = [each for each in whole if each.day <= whole[2].day]
    assert windowed(who, Window(last=whole[2].day, most=100)) == first
    stranger = a_person(Role.MANAGER, partnership=review.partnership, at=NOON)
    assert windowed(stranger, Window(most=100)) == []


def test_a_window_of_many_asks_nothing_of_the_days_of_another_area():
    review, people = a_rapid_review()
    with CaptureQueriesContext(connection) as alone:
        found = windowed(people["coordinator"], Window(most=100))
    case, others = a_case_with_people()
    elsewhere = begun(case, others, days_before=2)
    moved(elsewhere, others, "meeting", date(2026, 3, 13))

    with CaptureQueriesContext(connection) as beside_another:
        assert windowed(people["coordinator"], Window(most=100)) == found

    assert case.partnership != review.partnership
    assert len(beside_another) == len(alone)


def beside(review, people, days_before):
    """One more rapid review of the same people, begun so long before."""
    case = a_case(review.partnership)
    declared(case, *people.values())
    return begun(case, people, days_before)


def begun(case, people, days_before):
    """The rapid review of a case, begun so long before."""
    sent_at = NOON - timedelta(days=days_before)
    notified = {"national_reference": f"SIN-25-04{days_before}", "late_reason": ""}
    who = people["local_authority"]
    record_notification(case, sent_at=sent_at, **notified, by=who, at=NOON)
    return rapid_review_of(case)


def windowed(person, window):
    """As for somebody who has many cases."""
    opened = opened_to(person, READS_THE_CASE, at=NOON)
    return (
        list(day_by_day({"places": opened[0], **opened[1]}, window)) if opened else []
    )


def test_the_days_of_the_plan_stand_on_the_board_of_who_may_open_the_case(client):
    review, people = a_rapid_review()
    with it_is(NOON):
        page = signed_in(client, people["icb"]).get("/deadlines/").content.decode()
    assert "Planned: Agencies write; a meeting half-way" in page
    stranger = a_person(Role.MANAGER, partnership=review.partnership, at=NOON)
    assert on_the_board(stranger) == []


def test_whoever_plans_gets_one_letter_a_day_that_names_every_day_and_no_case():
    review, people = a_rapid_review()
    a_request(review, people)
    on_the_day = NOON + timedelta(days=14)  # 25 March: agencies write until then

    for day in (0, 0, 1):
        remind_of_planned_days(by=HEED, at=on_the_day + timedelta(days=day))

    told = OutgoingEmail.objects.filter(letter="days_of_plans").order_by("created_at")
    hers = [
        m.fields["days"] for m in told if m.to_address == people["coordinator"].email
    ]
    first, second = hers  # one for each day, however often it is looked at
    assert "- Wednesday 25 March 2026 is to be reached today" in first
    assert "- Wednesday 25 March 2026 has passed" in second
    assert people["police"].email not in {m.to_address for m in told}
    assert review.case.reference not in str([m.fields for m in told])


def test_a_letter_of_days_is_sent_for_what_is_new_alone():
    review, people = a_rapid_review()
    a_request(review, people)
    long_after = NOON + timedelta(days=60)

    for day in range(5):
        remind_of_planned_days(by=HEED, at=long_after + timedelta(days=day))

    told = OutgoingEmail.objects.filter(letter="days_of_plans")
    assert [m.to_address for m in told].count(people["coordinator"].email) == 1


def test_the_days_of_plans_take_two_looks(django_assert_num_queries):
    _, people = a_rapid_review()
    with one_look():
        days_of_plans(people["manager"], at=NOON)
        with django_assert_num_queries(2):
            days_of_plans(people["manager"], at=NOON)
