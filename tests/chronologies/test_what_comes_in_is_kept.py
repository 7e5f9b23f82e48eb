"""Every row of an agency's file is kept: as it was typed, and as it is understood."""

from datetime import date, time

import pytest

from heed.cases.steps import Refused
from heed.chronologies.actions import bring_in, set_columns
from heed.chronologies.models import KnownColumns, Row
from heed.documents.models import Document
from tests.chronologies.factories import HEADS, LATER, ROWS, a_chronology, brought_in

pytestmark = pytest.mark.django_db


def rows_of(case):
    return {row.words["event"]: row for row in Row.objects.filter(case=case)}


def test_rows_in_are_rows_kept_each_as_typed_beside_what_is_understood():
    came, _ = a_chronology()
    rows = rows_of(came.case)

    assert came.rows_in == len(rows) == len(ROWS)
    visit = rows["Home visit by the social worker"]
    assert (visit.earliest, visit.time) == (date(2025, 5, 3), time(10, 30))
    assert (visit.child_seen, visit.seen_alone) == ("yes", "yes")
    assert ["Rumpus", "x"] in visit.typed["cells"]
    mistyped = rows["Seen at the surgery"]
    assert mistyped.words["date"]["words"] == "22.05/25"
    assert (mistyped.earliest, mistyped.doubt) == (date(2025, 5, 22), "repaired")
    assert rows["Telephone call"].doubt == "impossible"
    assert rows["Nobody answered the door"].without_source
    restricted = [row for row in rows.values() if row.restricted]
    assert [row.restricted for row in restricted] == ["sub_judice"]


def test_rows_are_numbered_in_the_order_of_time_and_what_comes_between_gets_decimals():
    came, people = a_chronology()
    before = {name: row.number for name, row in rows_of(came.case).items()}
    ordered = sorted(before, key=before.get)
    assert ordered[:3] == [
        "Home visit by the social worker",
        "Nobody answered the door",
        "She says nothing",
    ]
    agency = came.chronology.organisation.partnership.organisations.exclude(
        pk=came.chronology.organisation_id
    ).first()
    brought_in(came.case, agency, people, "4 May 2025,,Log,Police called,,,,", at=LATER)

    rows = rows_of(came.case)
    assert rows["Police called"].cited == "1.1"
    assert {name: rows[name].number for name in before} == before


def test_a_newer_file_keeps_the_numbers_of_what_is_the_same():
    came, people = a_chronology()
    before = {name: row.number for name, row in rows_of(came.case).items()}
    changed = ROWS[0].replace("Plan agreed", "Plan was not agreed")
    new = "5 May 2025,,Case notes,Letter sent,,,,"

    agency = came.chronology.organisation
    newer = brought_in(
        came.case, agency, people, *ROWS[1:5], new, changed, ROWS[6], at=LATER
    )

    rows = rows_of(came.case)
    assert len(rows) == len(ROWS) + 1
    assert {name: rows[name].number for name in before} == before
    visit = rows["Home visit by the social worker"]
    assert visit.words["outcome"] == "Plan was not agreed"
    assert visit.earlier[0]["words"]["outcome"] == "Plan agreed"
    assert rows["She says nothing"].gone_in == newer
    assert rows["Letter sent"].first_in == newer
    assert (newer.number, rows["Letter sent"].cited) == (2, "1.1")


def test_columns_put_right_are_understood_anew_and_remembered():
    came, people = a_chronology()
    before = {row.place: row.number for row in Row.objects.filter(case=came.case)}
    said = {"Response": "comment", "Rumpus": "outcome"}

    set_columns(came, meanings=said, by=people["coordinator"], at=LATER)

    row = rows_of(came.case)["Home visit by the social worker"]
    assert (row.words["outcome"], row.words["comment"]) == ("x", "Plan agreed")
    after = {row.place: row.number for row in Row.objects.filter(case=came.case)}
    assert after == before
    known = KnownColumns.objects.get(organisation=came.chronology.organisation)
    assert known.meanings == said
    row = "9 May 2025,,Case notes,A second file,,,Told,y"
    brought_in(came.case, came.chronology.organisation, people, row, at=LATER)
    assert rows_of(came.case)["A second file"].words["outcome"] == "y"


def test_a_table_that_is_pasted_comes_in_like_a_file():
    came, people = a_chronology()
    said = HEADS.replace(",", "\t") + "7 May 2025\t\tCase notes\tPasted, with a comma"
    agency = came.chronology.organisation.partnership.organisations.exclude(
        pk=came.chronology.organisation_id
    ).first()
    by = people["coordinator"]
    pasted = bring_in(came.case, organisation=agency, pasted=said, by=by, at=LATER)
    assert (pasted.way, pasted.rows_in) == ("pasted", 1)
    assert rows_of(came.case)["Pasted, with a comma"].earliest == date(2025, 5, 7)


def test_who_may_not_bring_anything_in_leaves_no_file_behind():
    came, people = a_chronology()
    case = came.case
    files = Document.objects.filter(owner_id=case.pk).count()
    partner = {"coordinator": people["police"]}
    with pytest.raises(Refused, match="Only"):
        brought_in(case, came.chronology.organisation, partner, ROWS[0])
    assert case.comings.count() == 1
    assert Document.objects.filter(owner_id=case.pk).count() == files


def test_a_file_that_cannot_be_read_is_kept_and_says_why():
    came, people = a_chronology()
    agency = came.chronology.organisation
    bad = brought_in(
        came.case, agency, people, "nothing", heads="%PDF-1.4 ", name="notes.xlsx"
    )
    assert (bad.rows_in, bool(bad.problem)) == (0, True)
    assert Row.objects.filter(gone_in=bad).count() == 0
