"""Services of one agency tell each for itself; nobody's file takes another's rows."""

from datetime import date, timedelta

import pytest

from heed.cases.models import StepTaken
from heed.chronologies.actions import submit_as_one
from heed.chronologies.models import Chronology, Collation, Row
from heed.chronologies.queries import files_that_stand
from heed.rulebook import process
from tests.chronologies.factories import LATER, ROWS, a_chronology, a_file, brought_in
from tests.chronologies.test_the_pages import browser_of, names_on, told

pytestmark = pytest.mark.django_db
OTHER = "another"
NEW = "4 May 2025,,Log,Clinic visit,,,,"


def standing(case):
    rows = Row.objects.filter(case=case, gone_in=None)
    return sorted(row.words["event"] for row in rows)


def sent(chronology, *, how="", service="", row=NEW):
    whose = f"{chronology.organisation.public_id}.{how or chronology.public_id}"
    return {"organisation": whose, "service": service, "file": a_file(row)}


def test_another_service_takes_no_row_away():
    came, people = a_chronology()
    case, first = came.case, came.chronology
    browser = browser_of(people["coordinator"])
    add = ("bring_in_chronology", case.public_id)
    page = told(browser, *add)
    assert "Marrowby Care: a newer file of what is here" in page
    assert "Marrowby Care: more rows, beside what is here" in page
    assert "Say which service it is" in told(browser, *add, **sent(first, how=OTHER))
    both = sent(first, how=f"{first.public_id}.beside", service="Clinic")
    assert "Leave this empty" in told(browser, *add, **both)

    told(browser, *add, **sent(first, how=OTHER, service="Clinic"))
    assert len(standing(case)) == len(ROWS) + 1
    again = sent(first, how=OTHER, service="clinic")
    assert "choose it above" in told(browser, *add, **again)
    second = Chronology.objects.get(case=case, service="Clinic")
    told(browser, *add, **sent(second, how=f"{second.public_id}.beside", row=ROWS[0]))
    assert second.rows.count() == 2


def test_an_agency_submits_what_its_services_tell_as_one():
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    brought_in(case, agency, people, NEW, service="Clinic")
    browser = names_on(browser_of(people["coordinator"]), case)
    page = told(browser, "services_together", case.public_id, agency.public_id)
    assert "Marrowby Care, Clinic" in page
    assert page.index("Home visit by the social") < page.index("Clinic visit")
    assert "has not said that it put these together" in page

    as_one = ("submit_as_one", case.public_id, agency.public_id)
    day = {"collated_on-day": "9", "collated_on-month": "3"}
    to_come = day | {"collated_on-year": "2027"}
    assert "in the future" in told(browser, *as_one, **to_come)
    by = {"by": people["coordinator"], "at": LATER}
    submit_as_one(case, organisation=agency, collated_on=date(2026, 3, 9), **by)
    step = StepTaken.objects.filter(step=process.SUBMIT_AS_ONE.slug)
    assert step.count() == Collation.objects.filter(case=case).count() == 1
    changed = ROWS[0].replace("Plan agreed", "No plan")
    newer = (changed, *ROWS[2:], NEW)  # one is new, one changed, one is gone
    brought_in(case, agency, people, *newer, at=LATER + timedelta(days=1))
    page = told(browser, "agency_chronology", came.chronology.public_id)
    assert "Collated by the agency on 9 March 2026: 2 services, 8 rows" in page
    assert "3 rows came in, changed or went since" in page


def test_of_two_files_beside_each_other_a_newer_one_is_of_that_which_is_said():
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    how = {"service": "", "at": LATER}
    beside = brought_in(case, agency, people, NEW, ROWS[0], instead_of=(), **how)
    assert len(standing(case)) == len(ROWS) + 2
    assert files_that_stand(case) == [came, beside]
    browser = browser_of(people["coordinator"])
    page = told(browser, "bring_in_chronology", case.public_id)
    assert "a newer file of file 2, which came on" in page

    newer = NEW.replace("Clinic visit", "Late clinic visit")
    brought_in(case, agency, people, newer, instead_of=(beside,), **how)
    assert len(standing(case)) == len(ROWS) + 1
    assert "Late clinic visit" in standing(case)
    assert "Home visit by the social worker" in standing(case)  # the first has it still
