"""The picture of a case's chronology: what it shows to whom."""

import re
from datetime import date

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import add_child
from heed.chronologies.actions import amend_row
from heed.chronologies.models import Row
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import a_chronology, brought_in
from tests.chronologies.test_the_pages import browser_of, names_on

pytestmark = pytest.mark.django_db


def picture(browser, case, **asked):
    with it_is(NOON):
        address = reverse("chronology_picture", args=[case.public_id])
        answer = browser.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_draws_every_dated_row_and_counts_those_without_a_date():
    came, people = a_chronology()
    browser = names_on(browser_of(people["coordinator"]), came.case)
    page = picture(browser, came.case)
    rows = Row.objects.filter(case=came.case)
    dated = rows.exclude(earliest=None).count()
    assert f"{dated} entries from" in page
    assert f"{rows.count() - dated} more ha" in page
    assert "Home visit by the social worker" in page
    assert Entry.objects.filter(what="read_chronology", case_id=came.case.pk).exists()


def test_a_gap_is_told_with_its_rule_and_the_numbers_of_its_rows():
    came, people = a_chronology()
    browser = names_on(browser_of(people["coordinator"]), came.case)
    page = picture(browser, came.case)
    told = re.search(r"No entry of 28 days or more says[^<]*", page)[0]
    assert re.search(r"\d+ days\. Rows? \d", told), told


def test_with_names_off_it_tells_neither_what_happened_nor_an_age():
    came, people = a_chronology()
    by = people["coordinator"]
    child = add_child(came.case, born_on=date(2025, 5, 2), by=by, at=NOON)
    browser = browser_of(people["coordinator"])
    off = picture(browser, came.case)
    assert "Home visit by the social worker" not in off
    assert "was born" not in off
    assert "Age of" not in off
    on = picture(names_on(browser, came.case), came.case)
    assert f"Age of {child.shown_as}" in on


def test_what_is_restricted_is_there_and_tells_nothing_to_others():
    came, people = a_chronology()
    browser = names_on(browser_of(people["police"]), came.case)
    page = picture(browser, came.case)
    assert "an interview with the police" not in page
    assert "Kept from view" in page
    assert "1 row restricted, not shown to you" in page


def test_what_a_restricted_row_says_of_the_child_is_counted_nowhere_for_others():
    came, people = a_chronology()
    row = Row.objects.get(case=came.case, restricted="sub_judice")
    facts = {"event": "Sub judice: seen by the police", "child_seen": "yes"}
    facts |= {"seen_alone": "yes", "kind": "event", "date": "1 July 2025"}
    by = people["coordinator"]
    amend_row(row, **facts, source="Case notes", by=by, at=NOON)
    july = {"from": "2025-07-01", "to": "2025-07-31"}
    others = picture(browser_of(people["police"]), came.case, **july)
    assert "kept from view: 1" in others
    assert "child seen: 1" not in others
    assert "child seen: 1" in picture(browser_of(by), came.case, **july)


def test_a_period_is_asked_for_by_a_link_or_in_the_form():
    came, people = a_chronology()
    browser = names_on(browser_of(people["coordinator"]), came.case)
    days = {"from": "2025-05-01", "to": "2025-05-31"}
    linked = picture(browser, came.case, **days)
    assert "from 1 May 2025 to 31 May 2025" in linked
    asked = {"first-day": "1", "first-month": "5", "first-year": "2025"}
    asked |= {"last-day": "31", "last-month": "5", "last-year": "2025"}
    assert "from 1 May 2025 to 31 May 2025" in picture(browser, came.case, **asked)
    assert "Home visit" in picture(browser, came.case, **{"from": "yesterday"})


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_days_beyond_all_that_is_drawn_are_brought_back(year):
    came, people = a_chronology()
    browser = browser_of(people["coordinator"])
    days = {"from": f"{year}-12-30", "to": f"{year}-12-31"}
    assert "0 entries" in picture(browser, came.case, **days)


def test_a_gap_of_one_agency_names_it_and_of_many_rows_the_first():
    came, people = a_chronology()
    agency = came.chronology.organisation
    rows = [f"{day} May 2025,,Notes,Home visit {day},Y,,," for day in range(1, 15)]
    brought_in(came.case, agency, people, *rows)
    browser = names_on(browser_of(people["coordinator"]), came.case)

    page = picture(browser, came.case)

    told = re.search(r"Marrowby Care: Seen [^<]*", page)[0]
    assert re.search(r"Rows (\S+, ){11}\S+ and \d+ more", told), told
