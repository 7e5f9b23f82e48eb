"""One event as several agencies tell it: suggested, answered by a person, taken back."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.models import StepTaken
from heed.cases.steps import Refused
from heed.chronologies.actions import clear_for_restricted
from heed.chronologies.actions.key import begin_key, put_in_key
from heed.chronologies.actions.tellings import (
    confirm_telling,
    join_rows,
    leave_event,
    look_again,
    refuse_telling,
    say_if_agreed,
    take_telling_back,
)
from heed.chronologies.models import Account, Row, Telling
from heed.chronologies.pages import tellings as pages
from heed.chronologies.queries import Sought, composite_of
from heed.chronologies.queries import tellings as queries
from heed.chronologies.queries.tellings import event_of, events_in, suggestions_in
from heed.chronologies.telling_marks import marks_of
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER, a_chronology, brought_in
from tests.partnership.factories import an_organisation, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db(databases=["default", "library"])
A_BRUISE = "1 May 2025,09:30,Log,Officers saw a bruise on the left cheek of the baby,,,"
POLICE = (
    f"{A_BRUISE}Mother was told,",
    f"{A_BRUISE},",
    "4 May 2025,,Log,Quiet day at the station,,,,",
)
EXAMINED = (
    "Baby examined: bruise on the right cheek. Officers were there; police were told"
)
HOSPITAL = (f"1 May 2025,09:45,Notes,{EXAMINED},,,,",)
SAFE = (
    "At her safe address Dr Vane saw the bruise on the cheek of the baby with officers"
)
CREW = (f"1 May 2025,09:40,Sheet,{SAFE},,,,",)
EVENT, TWICE = Telling.Kind.EVENT, Telling.Kind.TWICE
NOBODY, ALL = frozenset(), frozenset({"sub_judice", "third_party", "safe_address"})


@walked_once
def told_by_three():
    """A case of which the police, a hospital and the ambulance tell, the ambulance in a
    row that the manager alone reads."""
    came, people = a_chronology()
    case = came.case
    for kind, name, rows in (
        ("police", "Constabulary", POLICE),
        ("hospital", "Quill Hospital", HOSPITAL),
        ("ambulance", "Quill Ambulances", CREW),
    ):
        agency = an_organisation(case.partnership, kind, name=name, at=NOON)
        brought_in(case, agency, people, *rows)
    why = {"reasons": "She keeps her safe.", "by": people["police"], "at": NOON}
    who = {"person": people["manager"], "kind": "safe_address"}
    clear_for_restricted(case, **who, **why)
    return case, people


def row_saying(case, words):
    return next(r for r in Row.objects.filter(case=case) if words in str(r.words))


def rows_saying(case, *words):
    return [row_saying(case, each) for each in words]


def asked(case, kind=EVENT, cleared=NOBODY):
    return [s for s in suggestions_in(case, cleared=cleared) if s.kind == kind]


def by(people, who="coordinator"):
    return {"by": people[who], "at": LATER}


def joined(case, people, *words, who="coordinator", reasons="I asked.", at=LATER):
    how = by(people, who) | {"at": at}
    rows = rows_saying(case, *words)
    return join_rows(case, kind=EVENT, rows=rows, reasons=reasons, **how)


def answers(action, case, people, found):
    said = {"kind": found.kind, "rows": found.rows, "why": found.rule}
    return action(case, **said, **by(people))


def told_by_several(case, cleared=NOBODY):
    found = composite_of(case, Sought(several=True), cleared=cleared)
    return {row.number for row in found.rows}


def the_event(telling, cleared=NOBODY):
    telling.refresh_from_db()
    return event_of(telling, cleared=cleared)


class Reader:
    """Somebody at the desk, with names on."""

    def __init__(self, person, case, *, named=True):
        self.browser, self.status = signed_in(Client(), person), 200
        if named:
            self.at("case_names", case, names="on")

    def at(self, name, kept, **sent):
        with it_is(LATER):
            how = self.browser.post if sent else self.browser.get
            address = reverse(name, args=[kept.public_id])
            answer = how(address, sent or None, follow=True)
        self.status = answer.status_code
        return answer.content.decode()

    def presses(self, case, answer):
        page = self.at("chronology_events", case)
        token = re.search(r'name="asked" value="(\w+)"', page)[1]
        sent = {"asked": token, "answer": answer, "once": token}
        return self.at("chronology_events", case, **sent), sent


def test_no_word_of_a_hidden_row_reaches_anybody_by_a_rule_or_an_event():
    case, people = told_by_three()
    hidden, police = rows_saying(case, "Dr Vane", "Quiet day")
    (seen,), (everything,) = asked(case), asked(case, cleared=ALL)
    assert hidden.pk in {row.pk for row in everything.rows}
    assert hidden.pk not in {row.pk for row in seen.rows}
    assert seen.rule != everything.rule
    why = {"who": "manager", "reasons": "Dr Vane says."}
    telling = joined(case, people, "Dr Vane", "Quiet day", **why)

    assert events_in(case, cleared=NOBODY) == []
    reader = Reader(people["coordinator"], case)
    for page in ("chronology_events", "chronology", "chronology_printed"):
        told = reader.at(page, case)
        assert "Vane" not in told
        assert telling.public_id not in told
    for row in (hidden, police):
        assert telling.public_id not in reader.at("chronology_row", row)
    reader.at("chronology_event", telling)
    assert reader.status == 404

    cleared = Reader(people["manager"], case)
    assert "Dr Vane says." in cleared.at("chronology_event", telling)
    assert "Told by 2 agencies" in cleared.at("chronology", case)
    assert told_by_several(case, cleared=ALL) == {hidden.number, police.number}
    assert told_by_several(case) == set()


def test_of_an_event_with_a_hidden_account_the_others_are_told_and_nobody_changes_it():
    case, people = told_by_three()
    rows = ("Mother was", "examined", "Dr Vane")
    telling = joined(case, people, *rows, who="manager", reasons="Dr Vane says.")

    reader = Reader(people["coordinator"], case)
    page = reader.at("chronology_event", telling)
    assert "Baby examined" in page
    assert "Vane" not in page
    assert "Take back what was said" not in page
    first, second, _ = rows_saying(case, *rows)
    assert f"see {second.cited}." in reader.at("chronology_row", first)
    account = Account.objects.get(row=first)
    for name, kept in (("take_telling_back", telling), ("leave_event", account)):
        reader.at(name, kept)
        assert reader.status == 404
    with pytest.raises(Refused, match="every account"):
        leave_event(account, **by(people))
    with pytest.raises(Refused, match="not cleared"):
        joined(case, people, "Dr Vane", "Quiet day")
    with pytest.raises(Refused, match="every account"):
        joined(case, people, "Mother was", "Quiet day")

    out = Account.objects.get(row=row_saying(case, "Dr Vane"))
    leave_event(out, **by(people, "manager"))
    page = reader.at("chronology_event", telling)
    assert "Baby examined" in page
    assert "Vane" not in page


def test_suggestions_are_read_and_answered_with_names_on_alone():
    case, people = told_by_three()
    desk = Reader(people["coordinator"], case, named=False)
    off = desk.at("chronology_events", case)
    assert "bruise" not in off
    assert 'name="asked"' not in off
    sent = {"asked": asked(case)[0].seen, "answer": "yes"}
    assert "Turn names on first" in desk.at("chronology_events", case, **sent)
    desk.at("case_names", case, names="on")
    page = desk.at("chronology_events", case)
    assert "15 minutes apart; both say" in page
    assert "Time: they differ" in page
    assert "bruise, right cheek" in page

    found = asked(case)[0]
    desk.at("chronology_events", case, **sent)
    again = desk.at("chronology_events", case, **sent)
    assert "This is not suggested any more" in again
    assert asked(case) == []
    assert Entry.objects.filter(what="confirm_telling", case_id=case.pk).exists()
    event = desk.at("chronology_event", Telling.objects.get())
    assert found.rule in unescape(event)


def test_with_names_off_accounts_are_told_as_the_key_of_names_has_them():
    case, people = told_by_three()
    manager = by(people, "manager")
    key = begin_key(case, **manager)
    put_in_key(key, role="Doctor", names=["Dr Vane"], **manager)
    page = Reader(people["manager"], case, named=False).at("chronology_events", case)
    assert "Vane" not in page
    assert "Dr Doctor 1 saw the bruise" in page
    assert 'name="asked"' not in page


def test_an_event_is_marked_where_it_is_told_disputed_and_taken_back():
    case, people = told_by_three()
    found = asked(case)[0]
    telling = answers(confirm_telling, case, people, found)
    desk = Reader(people["coordinator"], case)
    page = desk.at("chronology", case)
    assert "Told by 2 agencies" in page
    assert "They differ on the time, the injury and who was told" in page

    said = {"agreed": "disputed", "reasons": "Which cheek it was."}
    desk.at("say_if_agreed", telling, **said)
    assert "Which cheek it was." in desk.at("chronology_event", telling)
    assert "Disputed" in desk.at("chronology", case)
    assert StepTaken.objects.get(step="say_if_agreed").reasons is None
    desk.at("take_telling_back", telling, once="t" * 32)
    assert "took this back" in desk.at("chronology_event", telling)
    assert asked(case) == [found]
    with pytest.raises(Refused, match="already"):
        take_telling_back(telling, **by(people))


def test_marks_of_a_window_cost_one_look(django_assert_num_queries):
    case, people = told_by_three()
    joined(case, people, "Mother was", "examined")
    joined(case, people, "Quiet day", "Home visit")
    rows = list(Row.objects.filter(case=case))
    with django_assert_num_queries(1):
        marks = marks_of(case, rows, cleared=NOBODY, named=True)
    assert len(marks) == 4


def test_what_is_refused_is_suggested_no_more_until_that_is_taken_back():
    case, people = told_by_three()
    desk = Reader(people["coordinator"], case)
    found = asked(case)[0]
    page, sent = desk.presses(case, "no")
    assert "not the same event" in page
    assert asked(case) == []
    assert "Not to be suggested again" in desk.at("chronology_events", case, **sent)
    refused = Telling.objects.get()
    assert "Not the same event" in desk.at("chronology_event", refused)
    take_telling_back(refused, **by(people))
    assert asked(case) == [found]
    answers(refuse_telling, case, people, found)
    rows = {"kind": EVENT, "rows": found.rows, "reasons": "They are, after all."}
    join_rows(case, **rows, **by(people))
    refused = Telling.objects.filter(belongs=False, over_at=None)
    assert not refused.exists()
    take_telling_back(Telling.objects.get(belongs=True), **by(people))
    assert refused.count() == 1


def test_rows_that_are_there_twice_are_linked_and_all_of_them_stay():
    case, people = told_by_three()
    found = asked(case, TWICE)[0]
    before = Row.objects.filter(case=case, gone_in=None).count()
    answers(confirm_telling, case, people, found)
    desk = Reader(people["coordinator"], case)
    page = desk.at("chronology", case)
    assert page.count("There more than once") == 2
    assert f"{before} rows" in page
    assert asked(case, TWICE) == []


def test_one_account_is_taken_out_and_two_events_become_one():
    case, people = told_by_three()
    one = joined(case, people, "Mother was", "examined")
    other = joined(case, people, "Quiet day", "Home visit")
    first = joined(case, people, "examined", "Home visit")
    assert Telling.objects.get(over_at=None) == first
    assert first in {one, other}
    assert len(the_event(first).rows) == 4

    out = Account.objects.get(telling=first, row=row_saying(case, "examined"))
    leave_event(out, **by(people))
    assert len(the_event(first).rows) == 3
    assert not any(row.pk == out.row_id for s in asked(case) for row in s.rows)
    with pytest.raises(Refused, match="already"):
        leave_event(out, **by(people))
    left = [row.account for row in the_event(first).rows]
    for one in left[:2]:
        leave_event(one, **by(people))
    first.refresh_from_db()
    assert first.over_at


def test_many_events_are_told_page_by_page(monkeypatch):
    case, people = told_by_three()
    joined(case, people, "Mother was", "examined")
    joined(case, people, "Quiet day", "Home visit")
    monkeypatch.setattr(pages, "A_PAGE", 1)
    opened = []
    print_of = queries.print_of
    monkeypatch.setattr(
        queries, "print_of", lambda said: opened.append(said) or print_of(said)
    )

    first = Reader(people["coordinator"], case).at("chronology_events", case)

    assert len(opened) == 2, "only the words of the event that is shown are opened"
    assert first.count("/chronology-events/") == 1
    assert "?page=2" in first
    assert "Later events" in first


def test_two_events_become_one_and_are_two_again_when_that_is_taken_back():
    case, people = told_by_three()
    one = joined(case, people, "Mother was", "examined")
    say_if_agreed(one, agreed="agreed", reasons="Both say so.", **by(people))
    later = LATER + timedelta(hours=1)
    how = {"who": "manager", "reasons": "Said by Ida.", "at": later}
    other = joined(case, people, "Quiet day", "Home visit", **how)
    joined(case, people, "examined", "Home visit", at=later)

    one.refresh_from_db()
    assert one.agreed == ""
    assert one.agreed_said[0]["because"] == "Both say so."
    came = Account.objects.get(telling=one, row=row_saying(case, "Quiet day"))
    assert (came.why, came.put_by) == ("Said by Ida.", people["manager"].name)
    take_telling_back(one, **by(people))
    other.refresh_from_db()
    assert other.over_at is None
    assert len(the_event(other).rows) == 2


def test_a_newer_file_leaves_an_event_standing_and_asks_to_look_again():
    case, people = told_by_three()
    telling = joined(case, people, "Mother was", "examined", "Quiet day")
    agency = row_saying(case, "Quiet day").chronology.organisation
    brought_in(case, agency, people, *POLICE, at=LATER)
    assert the_event(telling).is_as_it_was

    changed = POLICE[0].replace("Mother was told", "Nobody was told")
    brought_in(case, agency, people, changed, POLICE[1], at=LATER)
    assert not the_event(telling).is_as_it_was
    desk = Reader(people["coordinator"], case)
    page = desk.at("chronology_event", telling)
    assert "says something else than when it was put here" in page
    assert "is not in the newest file of Constabulary any more" in page
    assert "Look again" in desk.at("chronology_events", case)
    look_again(telling, **by(people))
    event = the_event(telling)
    assert event.is_as_it_was
    assert len(event.rows) == 2


def test_rows_are_joined_by_hand_by_their_numbers_with_a_sentence():
    case, people = told_by_three()
    desk = Reader(people["coordinator"], case)
    first, second = rows_saying(case, "Quiet day", "examined")
    sent = {"kind": "event", "reasons": "The sergeant told me."}
    for wrong in ("about twelve", f"{first.cited}, {second.cited}, 9000", "9-1"):
        page = desk.at("join_rows", case, numbers=wrong, **sent)
        assert "There is a problem" in page
    desk.at("join_rows", case, numbers=f"{first.cited}, {second.cited}", **sent)
    telling = Telling.objects.get()
    assert {a.why for a in telling.accounts.all()} == {"The sergeant told me."}
    assert "in their own words" in desk.at("chronology_event", telling)
    reader = Reader(people["police"], case)
    reader.at("join_rows", case)
    assert reader.status == 404
