"""What was answered of rows in doubt stays under other columns, and is taken back in
the order in which it was given, the last first."""

from datetime import date

import pytest

from heed.cases.steps import Refused
from heed.chronologies.actions import (
    amend_row,
    answer_doubts,
    set_columns,
    take_doubts_back,
)
from heed.chronologies.models import Row
from heed.chronologies.queries import last_answer_in
from tests.chronologies.factories import LATER, a_chronology, brought_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
DATE, TIME = "repaired", "time_part_of_day"
ROW = "22.05/25,morning,GP record,Seen at the surgery,,,Told,x"


@walked_once
def two_answers():
    """A row whose date and then whose time was answered; how to act on it."""
    came, people = a_chronology()
    by = {"by": people["coordinator"], "at": LATER}
    newer = brought_in(came.case, came.chronology.organisation, people, ROW, at=LATER)
    given = [answer_doubts(newer.chronology, kind=kind, **by) for kind in (DATE, TIME)]
    return newer, given, by


def the_row(came):
    return Row.objects.get(case=came.case, gone_in=None)


def test_the_last_answer_is_taken_back_first():
    came, (of_date, of_time), by = two_answers()
    assert the_row(came).doubt == ""
    with pytest.raises(Refused, match="answered again since"):
        take_doubts_back(of_date, **by)
    assert last_answer_in(came.chronology) == of_time

    take_doubts_back(of_time, **by)
    assert the_row(came).doubt == TIME
    take_doubts_back(of_date, **by)
    assert the_row(came).doubt == DATE
    assert last_answer_in(came.chronology) is None


def test_an_answer_on_which_no_row_stands_says_so():
    came, (of_date, _), by = two_answers()
    amend_row(the_row(came), event="Seen by the nurse", **by)
    with pytest.raises(Refused, match="No row stands on this answer"):
        take_doubts_back(of_date, **by)
    assert the_row(came).words["event"] == "Seen by the nurse"


def test_other_columns_keep_what_was_answered_and_it_can_still_be_taken_back():
    came, given, by = two_answers()
    set_columns(came, meanings={"Response": "comment"}, **by)
    row = the_row(came)
    assert (row.doubt, row.earliest, row.words["comment"]) == (
        *("", date(2025, 5, 22), "Told"),
    )
    for each, doubt in zip(reversed(given), (TIME, DATE), strict=True):
        each.refresh_from_db()
        take_doubts_back(each, **by)
        row = the_row(came)
        assert (row.doubt, row.words["comment"]) == (doubt, "Told")


def test_a_date_that_is_read_from_another_column_was_never_answered():
    came, _, by = two_answers()
    set_columns(came, meanings={"Date": "comment", "Rumpus": "date"}, **by)
    row = the_row(came)
    assert row.answered_in is None
    assert row.doubt != ""
