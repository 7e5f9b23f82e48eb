"""The thread with the Panel: what went, what came, what each letter asks and which
version answers it, what was replied; in the order in which it was written."""

from datetime import date, timedelta

import pytest

from heed.cases.deadlines import latest_deadline, running_deadline
from heed.rapid_reviews.actions import (
    confirm_decision,
    record_panel_answer,
    send_to_panel,
)
from heed.rapid_reviews.models import AskedByPanel, RapidReview
from heed.rapid_reviews.queries import asks_open_in, thread_of
from heed.rulebook.clocks import PANEL_ASKED
from heed.rulebook.reminders import reminds_of
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
)
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
NEXT_DAY = NOON + timedelta(days=1)
LATER = NOON + timedelta(days=9)
ASKS = ["What the school knew.", "The father’s views."]
AGREED = date(2026, 3, 24)


@walked_once
def asked_for_more():
    """The Panel has answered that it asks for two things, by a day that was agreed."""
    review, people = a_rapid_review()
    signed_off(review, people, "no_further_review")
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer="asks_for_more",
        dated_on=NEXT_DAY.date(),
        words="Please say more.",
        asks=ASKS,
        agreed_on=AGREED,
        by=people["coordinator"],
        at=NEXT_DAY,
    )
    review.refresh_from_db()
    return review, people


def sent_again(review, people, *, answers=(), at=LATER):
    return send_to_panel(
        RapidReview.objects.get(pk=review.pk),
        sent_at=at,
        route="The Panel's secure mailbox",
        proof="",
        late_reason="",
        answers=answers,
        by=people["coordinator"],
        at=at,
    )


def test_the_thread_stands_in_the_order_in_which_it_was_written():
    review, people = asked_for_more()
    proposed(review, people, "no_further_review", at=LATER)
    for seat in SEATS:
        confirm_decision(
            RapidReview.objects.get(),
            answer="agrees",
            reasons="Yes.",
            by=people[seat],
            at=LATER,
        )
    sent_again(review, people, at=LATER + timedelta(hours=1))

    thread = thread_of(review.case)

    assert [(each.kind, each.title) for each in thread] == [
        ("sent", "Version 1 sent to the Panel"),
        ("letter", "The Panel asks for more"),
        ("reply", "Our reply"),
        ("sent", "Version 2 sent to the Panel"),
    ]
    assert [asked.words for asked in thread[1].asks] == ASKS
    assert thread[2].row.words == "Two agencies held half the picture each."


def test_what_the_panel_asked_for_is_open_until_a_version_answers_it():
    review, people = asked_for_more()
    school, father = asks_open_in(review.case)

    second = sent_again(review, people, answers=[school.public_id])

    assert [each.words for each in asks_open_in(review.case)] == [father.words]
    assert AskedByPanel.objects.get(number=1).answered_in == second
    assert running_deadline(review.case, PANEL_ASKED) is not None

    sent_again(review, people, answers=[father.public_id], at=LATER)

    assert asks_open_in(review.case) == []
    met = latest_deadline(review.case, PANEL_ASKED)
    assert (met.due_on, met.met_on) == (AGREED, LATER.date())


def test_the_day_agreed_runs_from_the_letter_and_a_later_letter_moves_it():
    review, people = asked_for_more()
    first = running_deadline(review.case, PANEL_ASKED)
    record_panel_answer(
        review.case,
        answer="asks_for_more",
        dated_on=LATER.date(),
        words="You have until April.",
        agreed_on=date(2026, 4, 9),
        by=people["coordinator"],
        at=LATER,
    )

    running = running_deadline(review.case, PANEL_ASKED)
    first.refresh_from_db()
    assert (first.counted_from_on, first.due_on) == (NEXT_DAY.date(), AGREED)
    assert first.superseded_at == LATER
    assert running.due_on == date(2026, 4, 9)


def test_who_may_send_is_reminded_of_the_day_agreed():
    assert [step.slug for step in reminds_of(PANEL_ASKED)] == ["send_to_panel"]


def test_a_version_that_answers_nothing_is_sent_all_the_same():
    review, people = asked_for_more()
    assert sent_again(review, people).number == 2
    assert len(asks_open_in(review.case)) == 2


def test_the_page_asks_line_by_line_and_shows_what_is_open(client):
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    case = f"/cases/{review.case.public_id}/"
    said = {
        "answer": "asks_for_more",
        "dated_on-day": "11",
        "dated_on-month": "3",
        "dated_on-year": "2026",
        "words": "Please say more.",
        "asks": "What the school knew.\n\n The father’s views. \n",
        "agreed_on-day": "10",
        "agreed_on-month": "3",
        "agreed_on-year": "2026",
    }
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        too_early = browser.post(f"{case}rapid-review/panel/answer/", said)
        browser.post(
            f"{case}rapid-review/panel/answer/", said | {"agreed_on-day": "24"}
        )
        page = browser.get(case).content.decode()
        sending = browser.get(f"{case}rapid-review/panel/").content.decode()
        paper = browser.get(f"{case}rapid-review/submission/").content.decode()

    assert "comes after the letter" in too_early.content.decode()
    assert [each.words for each in AskedByPanel.objects.all()] == ASKS
    assert page.count(">Open</strong>") == 2
    assert "by 24 March 2026" in page
    assert "What the school knew." in sending
    assert "no version has answered" in paper
