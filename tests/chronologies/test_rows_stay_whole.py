"""What files and people said of a row stays, whichever comes after the other."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.cases.steps import Refused, Seen, Stale
from heed.chronologies.actions import (
    amend_row,
    answer_doubts,
    bring_in,
    columns,
    restrict_row,
    set_columns,
    take_doubts_back,
    take_in,
)
from heed.chronologies.comparing import compared
from heed.chronologies.forms import RowForm
from heed.chronologies.models import Coming, KnownColumns, Row
from heed.chronologies.queries import difference_in, original_reading_of
from heed.vault.actions import standing_key
from tests.cases.factories import NOON, a_case_with_people
from tests.chronologies.factories import LATER, ROWS, a_chronology, brought_in
from tests.partnership.factories import an_organisation

pytestmark = pytest.mark.django_db


VISIT = "Home visit by the social worker"
COURT = "Sub judice: an interview with the police"


def told(case, event):
    rows = Row.objects.filter(case=case)
    return next(row for row in rows if row.words["event"] == event)


def seen_of(subject):
    return Seen(version=subject.version)


def test_what_a_person_restricted_stays_so_under_other_columns_and_a_newer_file():
    came, people = a_chronology()
    by = {"by": people["coordinator"], "at": LATER}
    restrict_row(told(came.case, COURT), restricted="safe_address", **by)

    set_columns(came, meanings={"Response": "comment"}, **by)
    assert told(came.case, COURT).restricted == "safe_address"

    newer = ROWS[6].replace(",,,,", ",N,N,Told,")
    brought_in(came.case, came.chronology.organisation, people, *ROWS[:6], newer)
    row = told(came.case, COURT)
    assert (len(row.earlier), row.restricted) == (1, "safe_address")


def test_a_newer_file_takes_the_place_of_what_was_put_right_and_says_so():
    came, people = a_chronology()
    agency, by = came.chronology.organisation, people["coordinator"]
    amend_row(told(came.case, VISIT), source="Her diary", by=by, at=LATER)
    page = seen_of(told(came.case, VISIT))
    before = came.chronology
    before.refresh_from_db()
    changed = ROWS[0].replace("Plan agreed", "No plan")
    newer = brought_in(came.case, agency, people, changed, *ROWS[1:], at=LATER)

    row = told(came.case, VISIT)
    assert (row.amended_at, row.amended_by) == (None, "")
    assert row.earlier[0]["amended_by"] == by.actor_name
    assert row.earlier[0]["words"]["source"] == "Her diary"
    with pytest.raises(Stale):  # the page showed what the file changed
        amend_row(row, event="Mine", by=by, at=LATER, seen=page)
    with pytest.raises(Stale):
        answer_doubts(before, kind="repaired", by=by, at=LATER, seen=seen_of(before))
    page = seen_of(row)
    set_columns(newer, meanings={"Response": "comment"}, by=by, at=LATER)
    assert told(came.case, VISIT).words["comment"] == "No plan"
    with pytest.raises(Stale):
        amend_row(row, event="Mine", by=by, at=LATER, seen=page)


def test_an_answer_is_taken_back_only_for_rows_that_one_may_read():
    came, people = a_chronology()
    by = {"by": people["coordinator"], "at": LATER}
    page = seen_of(told(came.case, "Seen at the surgery"))
    given = answer_doubts(came.chronology, kind="repaired", **by)
    row = told(came.case, "Seen at the surgery")
    with pytest.raises(Stale):
        amend_row(row, event="Mine", seen=page, **by)
    row.restricted = "safe_address"
    row.save(update_fields=["restricted"])
    with pytest.raises(Refused, match="not cleared"):
        take_doubts_back(given, **by)  # where somebody is safe is read by name alone
    assert told(came.case, "Seen at the surgery").doubt == ""


def test_the_papers_of_one_answer_come_in_together_and_take_no_row_away():
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    by = {"by": people["coordinator"], "at": LATER}
    set_columns(came, meanings={"Response": "comment", "Rumpus": "outcome"}, **by)
    other = "3 May 2025,10:30,Case notes,A letter that day,,,Read,y"
    second = brought_in(case, agency, people, *ROWS, other)
    readings = [original_reading_of(second), original_reading_of(came)]

    comings = take_in(case, agency, readings, way=Coming.Way.ANSWER, **by)

    assert [one.number for one in comings] == [3, 4]
    rows = Row.objects.filter(case=case)
    assert not rows.exclude(gone_in=None).exists()
    assert rows.count() == len(ROWS) + 1 + len(ROWS)
    letters = [row for row in rows if row.words["event"] == "A letter that day"]
    assert [row.words["outcome"] for row in letters] == ["y"]  # columns as known


def test_what_a_file_brought_is_told_when_a_newer_one_came_since():
    came, people = a_chronology()
    agency = came.chronology.organisation
    changed = ROWS[0].replace("Plan agreed", "No plan")
    newer = brought_in(came.case, agency, people, changed, *ROWS[2:], at=LATER)
    brought_in(came.case, agency, people, ROWS[2], at=LATER)

    first = difference_in(came, cleared=frozenset())
    second = difference_in(newer, cleared=frozenset())

    assert (len(first.new), first.same, first.hidden) == (len(ROWS) - 1, 0, 1)
    assert "Plan agreed" in {entry.outcome for _, entry in first.new}
    [visit] = second.changed
    assert (visit.before.outcome, visit.now.outcome) == ("Plan agreed", "No plan")
    assert (len(second.gone), second.same, second.new) == (1, 5, [])


def test_what_is_there_now_is_told_by_every_question_of_the_page():
    came, _ = a_chronology()
    now = RowForm().says_now(told(came.case, VISIT))
    assert (now["event"], now["source"], now["date"]) == (
        VISIT,
        "Case notes",
        "3 May 2025",
    )
    assert now.keys() < RowForm().fields.keys()


def test_columns_put_right_in_two_cases_at_once_are_both_remembered(monkeypatch):
    came, people = a_chronology()
    agency = came.chronology.organisation

    def meanwhile(**how):
        key = standing_key(**how)
        other = {"partnership_id": came.partnership_id, "organisation": agency}
        said = KnownColumns(**other, data_key=key, kept_at=LATER, meanings={"A": "n"})
        said.save(force_insert=True)
        return key

    monkeypatch.setattr(columns, "standing_key", meanwhile)
    said = {"Response": "comment", "": "event"}
    set_columns(came, meanings=said, by=people["coordinator"], at=LATER)

    known = KnownColumns.objects.get(organisation=agency).meanings
    assert known == {"A": "n", "Response": "comment"}  # no heading is known by nothing


def test_what_comes_beside_changes_no_other_event_of_that_day():
    def row(event, **more):
        return {"event": event, "date": {"words": "3 May 2025"}, **more}

    found = compared([row("Visit")], [row("Call")], is_instead=False)
    assert (found.new, found.changed) == ([0], [])
    more = compared([row("Visit")], [row("Visit", outcome="x")], is_instead=False)
    assert more.changed == [(0, 0)]


def a_workbook_of_two_sheets():
    """Two sheets under the same headings: each has its second row."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept)
    for sheet, event in (("2024", "Seen at home"), ("2025", "Seen at school")):
        rows = book.add_worksheet(sheet)
        rows.write_row(0, 0, ["Date", "Source", "Event", "Rumpus"])
        rows.write_row(1, 0, [f"3 May {sheet}", "Notes", event, "x"])
    book.close()
    return SimpleUploadedFile("two.xlsx", kept.getvalue())


def test_rows_of_one_number_on_two_sheets_keep_their_own_words():
    case, people = a_case_with_people()
    agency = an_organisation(case.partnership, "community", at=NOON)
    by = {"by": people["coordinator"], "at": NOON}
    came = bring_in(case, organisation=agency, file=a_workbook_of_two_sheets(), **by)
    set_columns(came, meanings={"Rumpus": "comment"}, **by)
    rows = Row.objects.filter(case=case)
    assert {row.place for row in rows} == {2}
    assert {row.words["event"] for row in rows} == {"Seen at home", "Seen at school"}
    assert all(row.words["comment"] == "x" for row in rows)
