"""The pages of a chronology: brought in, answered, read together, by who may."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import add_child
from heed.chronologies.models import Chronology, Row
from tests.cases.factories import NOON, a_case, declared, it_is
from tests.chronologies.factories import a_chronology, a_file, brought_in
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db


def browser_of(person):
    return signed_in(Client(), person)


def told(browser, name, /, *args, **sent):
    with it_is(NOON):
        how = browser.post if sent else browser.get
        answer = how(reverse(name, args=args), sent or None, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def names_on(browser, case):
    told(browser, "case_names", case.public_id, names="on")
    return browser


def test_a_file_comes_in_and_the_composite_tells_it_with_names_on_alone():
    came, people = a_chronology()
    case, browser = came.case, browser_of(people["coordinator"])

    off = told(browser, "chronology", case.public_id)
    assert "Home visit by the social worker" not in off
    assert "Marrowby Care" in off
    on = told(names_on(browser, case), "chronology", case.public_id)
    assert "Home visit by the social worker" in on
    assert "22 May 2025" in on
    assert "“22.05/25”" in on
    assert "7 rows" in on
    assert Entry.objects.filter(what="read_chronology", case_id=case.pk).exists()


def test_what_is_restricted_is_there_and_its_words_are_not():
    came, people = a_chronology()
    case, browser = came.case, browser_of(people["police"])
    page = told(names_on(browser, case), "chronology", case.public_id)
    assert "You are not cleared to read it" in page
    assert "an interview with the police" not in page
    found = told(browser, "chronology", case.public_id, text="interview")
    assert "an interview with the police" not in found
    assert "0 rows" in found
    row = Row.objects.get(case=case, restricted="sub_judice")
    own = told(browser, "chronology_row", row.public_id)
    assert "an interview with the police" not in own
    unit = names_on(browser_of(people["coordinator"]), case)
    assert "an interview with the police" in told(unit, "chronology", case.public_id)


def test_words_are_looked_for_and_stand_in_no_address():
    came, people = a_chronology()
    case, browser = came.case, browser_of(people["coordinator"])
    names_on(browser, case)
    found = told(browser, "chronology", case.public_id, text="SURGERY")
    assert "Seen at the surgery" in found
    assert "Nobody answered" not in found
    doubt = told(browser, "chronology", case.public_id, doubt="on")
    assert "2 rows" in doubt
    june = {"after-day": "1", "after-month": "6", "after-year": "2025"}
    later = told(browser, "chronology", case.public_id, **june)
    assert "Summer holidays" in later
    assert "Home visit" not in later


def test_rows_in_doubt_are_answered_at_one_press_and_it_is_taken_back():
    came, people = a_chronology()
    browser = names_on(browser_of(people["coordinator"]), came.case)
    chronology = Chronology.objects.get(case=came.case)
    page = told(browser, "chronology_doubts", chronology.public_id)
    assert "22.05/25" in page
    assert "22 May 2025?" in page
    told(
        browser,
        "chronology_doubts",
        chronology.public_id,
        kind="repaired",
        answer="as_proposed",
    )
    assert not Row.objects.filter(doubt="repaired").exists()
    given = chronology.answers.get()
    told(browser, "take_doubts_back", given.public_id, once="f" * 32)
    assert Row.objects.get(doubt="repaired").words["date"]["words"] == "22.05/25"


def test_a_row_is_written_and_put_right_and_what_was_typed_first_stays():
    came, people = a_chronology()
    case, browser = came.case, names_on(browser_of(people["coordinator"]), came.case)
    whose = came.chronology
    agency = f"{whose.organisation.public_id}.{whose.public_id}"
    said = {"event": "Typed here", "child_seen": "yes", "seen_alone": "yes"}
    said |= {"kind": "event", "date": "May 2025"}
    grid = {"rows-TOTAL_FORMS": "1", "rows-INITIAL_FORMS": "0", "organisation": agency}
    grid |= {f"rows-0-{name}": words for name, words in said.items()}
    refused = told(browser, "write_row", case.public_id, **grid)
    assert "Row 1: Say in which record it stands" in refused
    sourced = grid | {"rows-0-source": "Her notes"}
    told(browser, "write_row", case.public_id, **sourced)
    row = Row.objects.get(came_in=None)
    more = said | {"event": "Put right", "source": "Her notes"}
    told(browser, "amend_row", row.public_id, **more)
    page = told(browser, "chronology_row", row.public_id)
    assert "Put right" in page
    assert "Typed here" in page


def test_a_newer_file_says_row_by_row_what_it_changed():
    came, people = a_chronology()
    browser = names_on(browser_of(people["coordinator"]), came.case)
    whose = came.chronology
    sent = {
        "organisation": f"{whose.organisation.public_id}.{whose.public_id}"
        f".{came.public_id}",
        "file": a_file("4 May 2025,,Log,A new row,,,,"),
    }
    page = told(browser, "bring_in_chronology", came.case.public_id, **sent)
    assert "1 new, 0 changed, 0 as before, 7 not in it any more" in page
    assert "A new row" in page
    assert "What the columns" in told(
        browser, "set_columns", came.chronology.comings.last().public_id
    )
    assert "The files in which it came" in told(
        browser, "agency_chronology", came.chronology.public_id
    )


def test_somebody_is_let_read_restricted_rows_by_name_and_not_by_themselves():
    came, people = a_chronology()
    case, manager = came.case, browser_of(people["manager"])
    sent = {
        "person": str(people["police"].public_id),
        "kind": "sub_judice",
        "reasons": "She leads on the proceedings.",
    }
    told(manager, "clear_for_restricted", case.public_id, **sent)
    police = names_on(browser_of(people["police"]), case)
    assert "an interview with the police" in told(police, "chronology", case.public_id)
    page = told(police, "clear_for_restricted", case.public_id, **sent)
    assert "Select" in page or "choose" in page.lower()


def test_a_file_that_names_a_child_of_another_case_warns_and_says_no_more():
    came, people = a_chronology()
    who, agency = people["coordinator"], came.chronology.organisation
    other = a_case(came.case.partnership)
    declared(other, *people.values())
    add_child(other, given_name="Wren", family_name="Ashdown", by=who, at=NOON)
    named = "3 May 2025,,Log,Police were called to Wren Ashdown,,,,"
    by_one_name = "3 May 2025,,Log,Wren was seen at home,,,,"

    theirs = brought_in(came.case, agency, people, named, service="Nights")
    other_wren = brought_in(came.case, agency, people, by_one_name, service="Days")
    its_own = brought_in(other, agency, people, named)

    matched = [each.is_of_another_case for each in (theirs, other_wren, its_own)]
    assert matched == [True, False, False]
    page = told(browser_of(who), "chronology_file", theirs.public_id)
    assert "Possible match with another case" in page
    assert other.reference not in page


def test_a_button_of_a_page_from_before_turns_no_names_on():
    came, people = a_chronology()
    browser = names_on(browser_of(people["police"]), came.case)
    whose = {"what": "read_identities", "case_id": came.case.pk}
    assert Entry.objects.filter(**whose).count() == 1
    for pressed in ("on", "off", "off"):
        told(browser, "case_names", came.case.public_id, names=pressed)

    page = told(browser, "chronology", came.case.public_id)

    assert "Names are off" in page
    assert "Home visit" not in page
    assert Entry.objects.filter(**whose).count() == 1  # it was on already
