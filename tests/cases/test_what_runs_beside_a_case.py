"""The register of what runs beside a case: whose it is, what comes next, that it is over;
and what is shown of it on the case, on the board and in reminders."""

from datetime import date, timedelta

import pytest

from heed.cases.actions import (
    amend_process,
    end_process,
    note_circumstance,
    note_process,
    remind_of_processes,
)
from heed.cases.holds import processes_of, running_in
from heed.cases.models import Hold
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.desk.also_due import due_beside_the_clocks
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.parallel import Kind
from tests.cases.factories import HEED, NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db
HEARING = date(2026, 5, 6)


def noted(case, people, kind=Kind.INQUEST, **more):
    return note_process(
        case,
        kind=kind,
        body="Coroner for Quillshire",
        contact="Officer Tamsin Reddle, 01632 960 111",
        next_on=HEARING,
        next_step="Pre-inquest hearing",
        by=people["coordinator"],
        at=NOON,
        **more,
    )


def test_an_inquest_is_noted_with_whom_to_ask_and_what_comes_next():
    case, people = a_case_with_people()

    kept = noted(case, people)

    case.refresh_from_db()
    assert (kept.next_on, kept.noted_by) == (HEARING, people["coordinator"].name)
    assert case.flags == [Circumstance.INQUEST]
    assert not Hold.objects.exists()


def test_two_run_under_one_circumstance_and_it_goes_with_the_last():
    case, people = a_case_with_people()
    first = noted(case, people, Kind.POLICE)
    second = noted(case, people, Kind.PROSECUTION)
    over = {"ended_on": NOON.date(), "reasons": "No charge.", "at": NOON}

    end_process(first, by=people["manager"], **over)
    case.refresh_from_db()
    assert case.flags == [Circumstance.CRIMINAL_PROCEEDINGS]
    end_process(second, by=people["manager"], **over)

    case.refresh_from_db()
    assert case.flags == []
    assert running_in(case) == []
    assert [one.is_over for one in processes_of(case)] == [True, True]


def test_what_was_noted_by_hand_of_other_things_stays():
    case, people = a_case_with_people()
    note_circumstance(
        case,
        circumstance=Circumstance.MEDIA_INTEREST,
        is_over=False,
        since_on=NOON.date(),
        words="A reporter rang.",
        by=people["manager"],
        at=NOON,
    )

    end_process(
        noted(case, people),
        ended_on=NOON.date(),
        reasons="Concluded.",
        by=people["manager"],
        at=NOON,
    )

    case.refresh_from_db()
    assert case.flags == [Circumstance.MEDIA_INTEREST]


def test_what_stands_in_the_register_is_ended_there():
    case, people = a_case_with_people()
    noted(case, people)
    case.refresh_from_db()

    with pytest.raises(Refused, match="register"):
        note_circumstance(
            case,
            circumstance=Circumstance.INQUEST,
            is_over=True,
            since_on=NOON.date(),
            words="Over?",
            by=people["manager"],
            at=NOON,
        )


def test_how_it_stands_is_written_down_and_over_it_is_only_once():
    case, people = a_case_with_people()
    kept = noted(case, people)
    amend_process(
        kept,
        body="Coroner for Quillshire",
        reference="INQ-7",
        contact="",
        next_on=date(2026, 6, 1),
        next_step="",
        words="",
        by=people["coordinator"],
        at=NOON,
    )
    over = {"ended_on": NOON.date(), "reasons": "Concluded.", "at": NOON}
    ended = end_process(kept, by=people["manager"], **over)

    assert (ended.reference, ended.next_on) == ("INQ-7", None)
    with pytest.raises(Refused, match="already"):
        end_process(ended, by=people["manager"], **over)


def test_its_next_day_stands_on_the_board_and_somebody_is_reminded():
    case, people = a_case_with_people()
    noted(case, people)
    in_may = NOON + timedelta(days=(HEARING - NOON.date()).days)

    due = due_beside_the_clocks(people["icb"], at=NOON)
    remind_of_processes(by=HEED, at=in_may)
    remind_of_processes(by=HEED, at=in_may)

    assert [(one.day, one.what) for one in due] == [(HEARING, "Inquest: its next day")]
    told = OutgoingEmail.objects.filter(letter="what_is_due")
    assert people["coordinator"].email in {one.to_address for one in told}
    assert len(told) == len({one.to_address for one in told})
    assert "Reddle" not in str([one.fields for one in told])


def test_the_case_shows_what_runs_and_leads_to_the_register(client):
    case, people = a_case_with_people()
    noted(case, people)
    with it_is(NOON):
        signed_in(client, people["coordinator"])
        page = client.get(f"/cases/{case.public_id}/").text
        register = client.get(f"/cases/{case.public_id}/beside/").text

    assert "What runs beside it" in page
    assert "Pre-inquest hearing" in page
    assert "Tamsin Reddle" in register
    assert f"<bdi>{people['coordinator'].name}</bdi>, " in register
    assert "who is heard first" in register
