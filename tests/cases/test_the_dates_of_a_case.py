"""The dates of a case stand at the top of each of its pages."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.cases.actions import grant_access, note_earliest_awareness
from heed.cases.date_strip import date_strip
from heed.cases.deadlines import running_deadline, start_clock
from heed.cases.queries import deadlines_of
from heed.cases.templatetags.case_words import time_left
from heed.desk.timeliness import timeliness_of
from heed.incidents.actions import decide_on_notification, settle_awareness
from heed.rulebook.clocks import RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Role
from heed.rulebook.status import Status
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.incidents.asking import text
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel, signed_off
from tests.walls.addresses import every_address

pytestmark = pytest.mark.django_db


def told(case, *, at=NOON):
    return [
        (one.what, one.day, "late" if one.is_late else "due" if one.is_due else "")
        for one in date_strip(case, at=at)
    ]


def test_while_awareness_is_not_settled_its_earliest_day_is_said_to_be_that():
    case, people = a_case_with_people()
    note_earliest_awareness(case, on=NOON.date(), by=people["manager"], at=NOON)
    case.happened_on = date(2026, 3, 2)
    assert told(case) == [
        ("Incident", date(2026, 3, 2), ""),
        ("Authority aware, at the earliest", NOON.date(), ""),
        ("Notify by", date(2026, 3, 18), "due"),
    ]
    later = NOON + timedelta(days=8)
    assert told(case, at=later)[-1] == ("Notify by", date(2026, 3, 18), "due")
    assert date_strip(case, at=later)[-1].is_provisional


def test_a_provisional_date_is_said_to_be_that_and_makes_nobody_late(client):
    case, people = a_case_with_people()
    note_earliest_awareness(case, on=NOON.date(), by=people["manager"], at=NOON)
    page = reverse("case", args=[case.public_id])
    browser = signed_in(client, people["manager"])

    def shown(at, page=page):
        with it_is(at):
            return " ".join(re.sub("<[^>]+>", "", text(browser.get(page))).split())

    assert "18 March 2026 (provisional) – 5 working days left" in shown(NOON)
    assert re.search(r"Notify by 18 March 2026[^(]*\(provisional\)", shown(NOON))
    passed = shown(NOON + timedelta(days=8))
    assert "(provisional) – this day has passed" in passed
    assert not re.search(r"\blate\b", passed.split("Notify by")[0])
    listed = shown(NOON + timedelta(days=8), page=reverse("cases"))
    assert "18 March 2026 (provisional)this day has passed" in listed
    settle_awareness(
        case,
        aware_at=NOON,
        basis="The front door’s log.",
        by=people["local_authority"],
        at=NOON,
    )
    settled = shown(NOON + timedelta(days=8))
    assert "(provisional)" not in settled
    assert "1 working day late" in settled


def test_what_was_met_stands_in_the_place_of_what_was_due():
    review, people = a_rapid_review(at=NOON)
    names = [what for what, *_ in told(review.case)]
    assert "Rapid review due" in names
    sent_to_the_panel(signed_off(review, people, at=NOON), people, at=NOON)
    names = [what for what, *_ in told(review.case)]
    assert "Rapid review sent" in names
    assert "Rapid review due" not in names


def test_a_date_offers_what_its_reader_may_do_and_leads_to_the_plan(client):
    review, people = a_rapid_review(at=NOON)
    page = f"/deadlines/{running_deadline(review.case, RAPID_REVIEW_DUE).pk}/"
    plan = reverse("rapid_review_plan", args=[review.case.public_id])
    later = "Agree a later target"
    scrutineer = a_person(Role.SCRUTINEER, partnership=review.case.partnership, at=NOON)
    grant_access(
        review.case,
        person=scrutineer,
        role=Role.SCRUTINEER,
        by=people["manager"],
        at=NOON,
    )
    declared(review.case, scrutineer)
    with it_is(NOON + timedelta(days=60)):
        shown = {
            who: signed_in(client, person).get(page).text
            for who, person in (people | {"scrutineer": scrutineer}).items()
            if who in {"manager", "coordinator", "scrutineer"}
        }
    assert later in shown["manager"]
    assert later not in shown["coordinator"]
    assert "Say why it was missed" in shown["coordinator"]
    assert "Say why it was missed" not in shown["scrutineer"]
    for each in shown.values():
        assert plan in each
        assert "Suggested days" not in each


def test_what_is_not_owed_any_more_is_no_day_on_which_it_was_done():
    case, people = a_case_with_people()
    note_earliest_awareness(case, on=NOON.date(), by=people["manager"], at=NOON)

    decide_on_notification(
        case,
        outcome="do_not_notify",
        reasons="Nothing was suspected.",
        by=people["local_authority"],
        at=NOON,
    )

    (ended,) = deadlines_of(case, at=NOON)
    assert ended.status == Status.NOT_REQUIRED
    assert time_left(ended, NOON) == "not owed any more"
    assert "Notified" not in [what for what, *_ in told(case)]
    assert timeliness_of(case.partnership, at=NOON) == []


def test_a_decision_to_hold_no_review_publishes_no_report():
    review, people = a_rapid_review(at=NOON)
    start_clock(REPORT_DUE, review.case, on=NOON.date(), at=NOON)

    signed_off(review, people, "no_further_review", at=NOON)

    names = [what for what, *_ in told(review.case)]
    assert not {"Report published", "Report due"} & set(names)


def test_every_address_of_a_case_shows_its_dates(client):
    """All that the resolver knows under a case, and not a list that somebody keeps."""
    review, people = a_rapid_review(at=NOON)
    with it_is(NOON):
        browser = signed_in(client, people["manager"])
        asked = {
            each.route: browser.get(each.at(review.case.public_id))
            for each in every_address()
            if each.route.startswith("cases/{}/") and len(each.parameters) == 1
        }
    pages = {route: got.text for route, got in asked.items() if is_a_page(got)}
    assert len(pages) > 30
    for route, shown in pages.items():
        assert 'aria-label="Dates of this case"' in shown, route
    assert "Rapid review due" in pages["cases/{}/"]


def is_a_page(got) -> bool:
    """Not what is elsewhere, a file, or a part of a page."""
    kind = got.headers.get("Content-Type", "")
    return got.status_code == 200 and "html" in kind and "<h1" in got.text
