"""An agency is asked about one row that it told, by its link, and answers there."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.actors import LinkHolder
from heed.audit.models import Entry
from heed.cases.steps import Refused
from heed.chronologies.actions import (
    amend_row,
    put_file_back,
    restrict_row,
    take_file_out,
)
from heed.chronologies.forms import known_of
from heed.chronologies.models import Row
from heed.config.journal.keeping import ENDINGS, KINDS
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import ask_agency
from heed.rapid_reviews.actions.questions import (
    LETTER,
    answer_about_row,
    ask_about_row,
    close_questions,
    open_question,
    take_question_back,
)
from heed.rapid_reviews.models import RowQuestion
from heed.rapid_reviews.questions import of_question
from heed.rapid_reviews.their_rows import NOT_SHOWN, their_rows
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER, ROWS, a_chronology, brought_in
from tests.partnership.factories import an_organisation, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "library"])
ADDRESS = "lead@marrowby.example"
WHEN = date(2026, 3, 20)
SAFE = "2 May 2025,,GP record,Her safe address is 4 Mill Lane,,,,"


def rows_to_ask_about():
    came, people = a_chronology()
    agency = came.chronology.organisation
    agency.contact_address = ADDRESS
    agency.save(update_fields=["contact_address"])
    row = Row.objects.get(case=came.case, place=2)
    return row, people


def asked(row, people, words="Who else was there?", at=LATER):
    how = {"asked": words, "due_on": WHEN, "by": people["coordinator"], "at": at}
    return ask_about_row(row, **how)


def shown(browser, name, *args, at=LATER, **sent):
    with it_is(at):
        how = browser.post if sent else browser.get
        answer = how(reverse(name, args=args), sent or None, follow=True)
    return answer.content.decode()


def desk(person, case):
    browser = signed_in(Client(), person)
    shown(browser, "case_names", case.public_id, names="on")
    return browser


def token_in(email):
    return re.search(r"/question/([^/\s]+)/", str(email.fields["link"]))[1]


def test_a_question_goes_out_in_a_letter_without_a_word_and_stands_beside_the_row():
    row, people = rows_to_ask_about()
    case = row.case
    browser = desk(people["coordinator"], case)
    sent = {"asked": "Who else was there?", "once": "q" * 32}
    sent |= {"due_on-day": "20", "due_on-month": "3", "due_on-year": "2026"}
    assert ADDRESS in shown(browser, "ask_about_row", row.public_id)
    shown(browser, "ask_about_row", row.public_id, **sent)
    email = OutgoingEmail.objects.get(letter=LETTER)
    assert email.to_address == ADDRESS
    assert "Who else" not in str(email.fields)
    question = RowQuestion.objects.get()
    assert question.code_to_read_out in shown(browser, "chronology_row", row.public_id)
    assert "The agency is asked" in shown(browser, "chronology", case.public_id)


def test_behind_the_link_an_agency_reads_its_own_row_and_the_question_and_answers():
    row, people = rows_to_ask_about()
    case, question = row.case, asked(row, people)
    browser = desk(people["coordinator"], case)
    theirs, token = Client(), token_in(OutgoingEmail.objects.get(letter=LETTER))
    before = shown(theirs, "row_question", token)
    assert "Home visit" not in before
    assert "Who else" not in before
    page = shown(theirs, "row_question", token, code=question.code_to_read_out)
    assert "Home visit by the social worker" in page
    assert "Who else was there?" in page
    assert "Seen at the surgery" not in page
    assert case.reference not in page
    assert Entry.objects.filter(what="read_by_link", case_id=case.pk).exists()
    said = {"answer": "Nobody else.", "answered_by": "Ida Moss, lead"}
    assert "has arrived" in shown(theirs, "row_question", token, **said)
    assert "Nobody else." in shown(browser, "chronology_row", row.public_id)
    assert "The agency answered" in shown(browser, "chronology", case.public_id)
    question.refresh_from_db()
    assert question.code_to_read_out is None
    assert "Home visit" not in shown(theirs, "row_question", token)


def test_a_link_answers_its_own_question_once_and_until_it_is_taken_back():
    row, people = rows_to_ask_about()
    one, other = asked(row, people), asked(row, people)
    theirs = {"by": LinkHolder(str(one.pk), "Marrowby Care"), "at": LATER}
    said = {"answer": "Nobody.", "answered_by": "Ida Moss"}
    with pytest.raises(Refused, match="another question"):
        answer_about_row(other, **said, **theirs)
    answer_about_row(one, **said, **theirs)
    with pytest.raises(Refused, match="over"):
        answer_about_row(one, **said, **theirs)
    take_question_back(other, by=people["coordinator"], at=LATER)
    with pytest.raises(Refused, match="over"):
        take_question_back(one, by=people["coordinator"], at=LATER)
    third = asked(row, people)
    close_questions(row.case, by=people["coordinator"], at=LATER)
    third.refresh_from_db()
    assert not third.opens_on(WHEN - timedelta(days=1))


def test_the_agency_reads_what_it_typed_and_nothing_once_the_row_is_restricted():
    row, people = rows_to_ask_about()
    more = {"event": "Seen, and Quentin told us more", "sequence": 0}
    words = known_of(row) | more
    amend_row(row, **words, by=people["coordinator"], at=LATER)
    row.refresh_from_db()
    question = asked(row, people)
    entry = of_question(question)["entry"]
    assert entry.event == "Home visit by the social worker"
    how = {"by": people["coordinator"], "at": LATER}
    restrict_row(row, restricted="third_party", **how)
    question = RowQuestion.objects.get()
    assert not question.opens_on(WHEN)
    with pytest.raises(Refused, match="does not open"):
        open_question(question, code=question.code_to_read_out, **how)


def test_its_link_opens_nothing_while_the_file_of_the_row_is_taken_out():
    row, people = rows_to_ask_about()
    question = asked(row, people)
    theirs, how = Client(), {"by": people["coordinator"], "at": LATER}
    token = token_in(OutgoingEmail.objects.get(letter=LETTER))
    code = {"code": question.code_to_read_out}
    assert "Home visit" in shown(theirs, "row_question", token, **code)

    take_file_out(row.first_in, reasons="It is of another family.", **how)

    assert "Home visit" not in shown(theirs, "row_question", token)
    said = {"answer": "Nobody.", "answered_by": "Ida Moss"}
    holder = {"by": LinkHolder(str(question.pk), "Marrowby Care"), "at": LATER}
    with pytest.raises(Refused, match="over"):
        answer_about_row(RowQuestion.objects.get(), **said, **holder)
    put_file_back(row.first_in, **how)
    assert "Home visit" in shown(theirs, "row_question", token)


def test_an_agency_sees_of_its_own_rows_what_it_sent_and_nothing_written_here():
    row, people = rows_to_ask_about()
    how = {"by": people["coordinator"], "at": LATER}
    agency = row.chronology.organisation
    more = {"event": "Seen, and Quentin told us more", "sequence": 0}
    amend_row(row, **(known_of(row) | more), **how)
    asked_for = {"to_address": ADDRESS, "asked_for": "All of it.", "due_on": WHEN}
    request = ask_agency(row.case, organisation=agency, **asked_for, **how)
    rows = their_rows(request)["rows"]
    assert [each["number"] for each in rows] == [*range(1, len(ROWS) + 1)]
    events = [each["event"] for each in rows]
    assert "Home visit by the social worker" in events
    assert "Quentin" not in str(events)
    assert "interview" not in str(events)
    assert NOT_SHOWN in events


def test_a_question_that_was_taken_back_opens_nothing_after_a_restore_either():
    row, people = rows_to_ask_about()
    question = asked(row, people)
    take_question_back(question, by=people["coordinator"], at=LATER)
    ending = ENDINGS[KINDS["take_question_back"]]
    how = {"by": people["coordinator"], "at": LATER}
    facts = ending.stands(str(question.pk))
    assert not ending.again(str(question.pk), facts, **how)
    RowQuestion.objects.filter(pk=question.pk).update(closed_at=None)
    assert ending.again(str(question.pk), facts, **how)
    question.refresh_from_db()
    assert not question.is_open


def test_nobody_is_asked_without_a_contact_or_about_a_row_that_is_hidden_or_gone():
    row, people = rows_to_ask_about()
    agency = row.chronology.organisation
    other = an_organisation(row.partnership, "hospital", name="Quill", at=NOON)
    brought_in(row.case, other, people, SAFE)
    hidden = Row.objects.get(restricted="safe_address")
    with pytest.raises(Refused, match="not cleared"):
        asked(hidden, people)
    with pytest.raises(Refused, match="by no link"):
        asked(Row.objects.get(restricted="sub_judice"), people)
    brought_in(row.case, agency, people, "4 May 2025,,Notes,Telegram,,,,", at=LATER)
    row.refresh_from_db()
    with pytest.raises(Refused, match="no more"):
        asked(row, people)
    agency.contact_address = ""
    agency.save(update_fields=["contact_address"])
    with pytest.raises(Refused, match="no contact"):
        asked(Row.objects.get(place=2, gone_in=None, chronology=row.chronology), people)
