"""The gaps of a case: by whose days, shown by which rows, to whom."""

from datetime import date

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.chronologies.actions import set_gap_days
from heed.chronologies.models import Restricted
from heed.chronologies.pages import gaps as pages
from heed.chronologies.queries import Sought, composite_of
from heed.chronologies.queries.gaps import never_asked, rules_of
from heed.chronologies.silences import rows_that_name, silences
from heed.partnership.refusals import Refused
from tests.cases.factories import a_case_with_people
from tests.chronologies.factories import LATER, NOON, brought_in
from tests.chronologies.test_the_pages import browser_of, names_on, told
from tests.partnership.factories import an_organisation
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
HEADS = "Date,Source,Event,Child seen,Seen alone\n"
ROWS = (
    "1 May 2025,Notes,Home visit,Y,N",
    "20 May 2025,Notes,Sub judice: she was weighed by the nurse,Y,N",
    "1 June 2025,Notes,Letter to Marrowby School,N,",
    "12 June 2025,Notes,Home visit,Y,N",
)
ALL = frozenset(Restricted.values)


@walked_once
def a_case_of_silence():
    """A case in whose rows a child was seen every six weeks, but for a hidden row."""
    case, people = a_case_with_people()
    care = an_organisation(case.partnership, "community", name="Marrowby Care", at=NOON)
    an_organisation(case.partnership, "school", name="Marrowby School", at=NOON)
    brought_in(case, care, people, *ROWS, heads=HEADS)
    return case, people


def kinds(case, cleared):
    rows = composite_of(case, Sought(), cleared=cleared, whole=True).rows
    rules = rules_of(case.partnership)
    found = silences(rows, rules=rules, incident=date(2025, 6, 14))
    return {
        each.gap.kind: [f"{row.number:f}"[0] for row in each.rows] for each in found
    }


def test_a_gap_is_told_to_each_by_the_rows_that_they_may_read():
    case, _ = a_case_of_silence()
    assert kinds(case, ALL) == {
        "not_alone_or_heard": [*"124"],
        "last_contacts": [*"34"],
    }
    assert kinds(case, frozenset()) == {
        "not_seen": [*"134"],
        "last_contacts": [*"34"],
    }


def test_the_page_names_the_rule_and_links_its_rows_and_says_what_is_left_out():
    case, people = a_case_of_silence()
    browser = browser_of(people["police"])
    page = told(browser, "chronology_gaps", case.public_id)
    assert "No entry of 28 days or more says that the child was seen." in page
    assert "1 restricted row is left out" in page
    assert "weighed" not in page
    assert "Home visit" not in page
    assert page.count("/chronology-rows/") == 4
    assert "Choose after how many days" not in page
    assert Entry.objects.filter(what="read_chronology", case_id=case.pk).exists()
    named = told(names_on(browser, case), "chronology_gaps", case.public_id)
    assert "Home visit" in named
    picture = told(browser, "chronology_picture", case.public_id)
    assert "No entry of 28 days or more" in picture


def test_of_a_gap_of_many_rows_the_first_are_shown_and_all_when_asked_for(monkeypatch):
    monkeypatch.setattr(pages, "FIRST", 2)
    case, people = a_case_of_silence()
    browser = browser_of(people["police"])

    page = told(browser, "chronology_gaps", case.public_id)

    assert "Show 1 more row<" in page
    assert page.count("/chronology-rows/") == 4 - 1
    here = reverse("chronology_gaps", args=[case.public_id])
    whole = browser.get(f"{here}?all=not_seen").content.decode()
    assert whole.count("/chronology-rows/") == 4
    assert "more row" not in whole


def test_with_names_off_only_rows_that_show_a_gap_are_looked_through(monkeypatch):
    case, people = a_case_of_silence()
    renamed = []
    monkeypatch.setattr(
        pages, "with_names_off", lambda rows, naming: renamed.extend(rows) or rows
    )

    told(browser_of(people["police"]), "chronology_gaps", case.public_id)

    rows = composite_of(case, Sought(), cleared=frozenset(), whole=True).rows
    assert len({row.pk for row in renamed}) == len(renamed) == 3 < len(rows)


def test_an_agency_that_nobody_asked_is_told_with_the_rows_that_name_it():
    case, people = a_case_of_silence()
    an_organisation(case.partnership, "independent", name="Vane Reviews", at=NOON)
    names = {each.name for each in never_asked(case, at=LATER)}
    assert "Marrowby School" in names
    assert "Vane Reviews" not in names  # it works with no family
    assert "Marrowby Care" not in names  # its chronology is here
    page = told(browser_of(people["coordinator"]), "chronology_gaps", case.public_id)
    of_school = page[page.index("rows of others name it") :]
    of_partnership = composite_of(case, Sought(), cleared=ALL, whole=True).rows
    named = rows_that_name(of_partnership, ["Marrowby Sch", "MARROWBY SCHOOL"])
    assert [len(rows) for rows in named.values()] == [0, 1]
    assert of_school.index("Marrowby School") < of_school.index("/chronology-rows/")


def test_a_partnership_chooses_its_days_and_its_manager_alone():
    case, people = a_case_of_silence()
    by = {"by": people["coordinator"], "at": LATER}
    with pytest.raises(Refused, match="manager"):
        set_gap_days(case.partnership, chosen={}, **by)
    browser = browser_of(people["manager"])
    page = told(browser, "gap_days")
    assert "Suggested: 28. Four weeks" in page
    said = {f"{rule.kind}-days": rule.days for rule in rules_of(case.partnership)}
    said |= {f"{rule.kind}-times": rule.times for rule in rules_of(case.partnership)}
    told(browser, "gap_days", **said | {"not_seen-days": 60})
    by_kind = {rule.kind: rule for rule in rules_of(case.partnership)}
    assert (by_kind["not_seen"].days, by_kind["no_answer"].days) == (60, 10)
    assert Entry.objects.filter(what="set_gap_days", result="done").count() == 1
    assert "not_seen" not in kinds(case, frozenset())
