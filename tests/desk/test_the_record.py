"""The auditor reads who did what and when: marks and references, never a word."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import heed
from heed.audit.models import Entry
from heed.audit.sentences import words_for
from heed.cases.actions import add_child, exclude_person
from heed.cases.steps import Refused
from heed.desk import record_queries
from heed.desk.record_words import READINGS
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
NAME = "Zephyrine"


@pytest.fixture
def here(client):
    """A case in which a child was named and somebody was refused; the auditor."""
    case, people = a_case_with_people()
    add_child(case, given_name=NAME, by=people["coordinator"], at=NOON)
    with pytest.raises(Refused):
        exclude_person(
            case, person=people["icb"], reason="-", by=people["police"], at=NOON
        )
    auditor = a_person(Role.AUDITOR, partnership=case.partnership, at=NOON)
    with it_is(NOON):
        browser = signed_in(client, auditor)
    return people | {"case": case, "auditor": auditor, "browser": browser}


def page(here, **asked):
    with it_is(NOON):
        return here["browser"].get("/record/", asked).text


def rows(here, **asked):
    return page(here, **asked).count("<tr>") - 1


def mark(person):
    return str(person.pk)[:8]


def test_the_list_says_who_by_a_mark_what_and_in_which_case(here):
    shown = page(here)

    assert mark(here["coordinator"]) in shown
    assert here["coordinator"].name not in shown
    assert "Record what is known of a child" in shown
    assert here["case"].reference in shown
    assert NAME not in shown


def test_it_is_narrowed_by_person_case_kind_and_day(here):
    everything = rows(here)
    assert 0 < rows(here, mark=mark(here["police"])) < everything
    assert 0 < rows(here, reference=here["case"].reference.lower()) < everything
    assert rows(here, kind="refused") == 1
    assert 0 < rows(here, kind="steps") < everything
    assert rows(here, kind="reading") > 0  # of this very page
    nobody_yet = {"day-day": "10", "day-month": "3", "day-year": "2026"}
    assert "No entry fits" in page(here, **nobody_yet)
    assert "No entry fits" in page(here, reference="Q-99-999")


def test_what_is_typed_wrongly_is_said_and_kept(here):
    assert "A person’s mark is eight letters" in page(here, mark="somebody")


def test_older_entries_follow_by_their_numbers(here, monkeypatch):
    monkeypatch.setattr(record_queries, "PAGE", 3)
    shown = page(here, kind="steps")
    before = int(re.search(r"\?kind=steps&amp;before=(\d+)", shown)[1])
    assert f">{before}</th>" in shown
    older = page(here, kind="steps", before=before)
    numbers = [int(number) for number in re.findall(r">(\d+)</th>", older)]
    assert len(numbers) == 3
    assert max(numbers) < before


def test_that_it_was_read_is_recorded(here):
    page(here)
    entry = Entry.objects.get(what="read_record")
    assert (entry.actor_id, entry.role) == (str(here["auditor"].pk), Role.AUDITOR)


def test_another_partnerships_record_is_not_in_it(here):
    other, _ = a_case_with_people()
    assert other.reference not in page(here) or other.reference == (
        here["case"].reference
    )
    theirs = set(
        Entry.objects.filter(partnership_id=other.partnership_id).values_list(
            "sequence", flat=True
        )
    )
    shown = page(here)
    assert not any(f">{number}</th>" in shown for number in theirs)


@pytest.mark.parametrize("who", ["manager", "coordinator", "icb"])
def test_nobody_but_the_auditor_reads_it(here, client, who):
    with it_is(NOON):
        signed_in(client, here[who])
        assert client.get("/record/").status_code == 404
        assert client.post("/record/verify/").status_code == 404


def test_the_auditor_opens_no_case(here):
    with it_is(NOON):
        answer = here["browser"].get(f"/cases/{here['case'].public_id}/")
    assert answer.status_code == 404


def test_the_state_of_the_chain_and_its_verification(here, settings, tmp_path):
    settings.CHECKPOINT_FOLDER = tmp_path / "checkpoints"
    assert "None has been written yet" in page(here)
    with it_is(NOON):
        answer = here["browser"].post("/record/verify/")
    assert "The record holds" in answer.text
    assert Entry.objects.filter(what="verify_record").count() == 1


def test_a_day_is_a_day_in_england(here):
    from heed.desk.record_forms import RecordForm

    asked = {"day-day": "29", "day-month": "3", "day-year": "2026"}
    form = RecordForm(asked)
    assert form.is_valid()
    sought = form.sought(None)
    assert sought.until - sought.since == timedelta(days=1)
    assert form.cleaned_data["day"] == date(2026, 3, 29)
    assert sought.since.utcoffset() == timedelta(0)
    assert sought.until.utcoffset() == timedelta(hours=1)


def test_every_reading_has_words_and_is_found_among_the_readings():
    code = re.compile(r'note_read\([^()]*"(read_[a-z_]+)"')
    files = Path(heed.__file__).parent.rglob("*.py")
    noted = {found for each in files for found in code.findall(each.read_text())}

    assert "read_event" in noted
    assert noted <= set(READINGS)


def test_the_record_shows_words_and_no_names_of_the_code():
    assert words_for("standinginterest") == "What is close to somebody"
    assert words_for("disable_person") == "Close an account"
