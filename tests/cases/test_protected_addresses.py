"""An address that must not be found out is read for a reason, and the reason stays."""

import pytest
from django.db import connection

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    open_protected_address,
    record_protected_address,
)
from heed.cases.history import history_of
from heed.cases.models import StepTaken
from heed.cases.steps import Refused
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db
WHERE = "7 Vole Reach, Ottershaw"
WHY = "To send her the letter by hand."


@pytest.fixture
def here():
    case, people = a_case_with_people()
    child = add_child(case, given_name="Wren", by=people["coordinator"], at=NOON)
    kept = record_protected_address(
        case, address=WHERE, child=child, by=people["coordinator"], at=NOON
    )
    return people | {"case": case, "kept": kept}


def read(here, who="manager", why=WHY):
    return open_protected_address(here["kept"], reason=why, by=here[who], at=NOON)


def test_the_reason_is_kept_sealed_with_the_step_and_has_its_entry(here):
    assert read(here) == WHERE

    assert StepTaken.objects.get(step="open_protected_address").reasons == WHY
    entry = Entry.objects.get(what="open_protected_address")
    assert (entry.subject_id, entry.result) == (str(here["kept"].pk), "done")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reasons FROM cases_steptaken WHERE reasons IS NOT NULL")
        assert not any(b"letter" in bytes(row[0]) for row in cursor.fetchall())


def test_a_manager_reads_it_alone_and_a_coordinator_does_not(here):
    assert read(here) == WHERE
    with pytest.raises(Refused, match="Only a manager"):
        read(here, "coordinator")


def test_the_business_unit_reads_the_reason_in_the_history_and_nobody_else(here):
    read(here)

    def told(who):
        past = history_of(here["case"], here[who], at=NOON)
        return next(
            each.reasons for each in past if each.taken.step == "open_protected_address"
        )

    assert told("coordinator") == WHY
    assert told("police") is None


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_it_is_not_shown(here, why):
    with pytest.raises(Refused, match="Please give your reasons"):
        read(here, why=why)


@pytest.mark.parametrize("who", ["police", "icb", "local_authority"])
def test_a_partner_does_not_read_it_and_the_attempt_is_recorded(here, who):
    with pytest.raises(Refused, match="Only"):
        read(here, who)
    assert Entry.objects.get(what="open_protected_address").result == "refused"


def test_when_the_record_cannot_be_written_it_is_not_shown(here, client):
    with it_is(NOON):
        client.raise_request_exception = False
        signed_in(client, here["manager"])
        page = f"/protected-addresses/{here['kept'].public_id}/"
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TRIGGER no_entry BEFORE INSERT ON audit_entry "
                "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
                if connection.vendor == "sqlite"
                else "ALTER TABLE audit_entry ADD CONSTRAINT no_entry "
                "CHECK (what <> 'open_protected_address') NOT VALID"
            )
        answer = client.post(page, {"reason": WHY})
    assert answer.status_code == 500
    assert WHERE not in answer.text
    assert not StepTaken.objects.filter(step="open_protected_address").exists()


def test_the_page_asks_why_and_shows_it_on_that_answer_only(here, client):
    with it_is(NOON):
        signed_in(client, here["manager"])
        page = f"/protected-addresses/{here['kept'].public_id}/"
        assert WHERE not in client.get(page).text
        assert WHERE in client.post(page, {"reason": WHY}).text
        assert WHERE not in client.get(page).text
        history = client.get(f"/cases/{here['case'].public_id}/history/").text
    assert "Read an address that must not be found out" in history
    assert WHY in history
    assert WHERE not in history
