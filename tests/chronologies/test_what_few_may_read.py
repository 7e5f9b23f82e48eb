"""What few may read in a chronology is read by those few, in whatever way it is asked."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import format_html

from heed.cases.files import may_open_of_case
from heed.cases.steps import Refused
from heed.chronologies.actions import (
    answer_doubts,
    clear_for_restricted,
    end_clearance,
)
from heed.chronologies.actions.episodes import mark_episode
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.actions.tellings import join_rows
from heed.chronologies.models import RestrictedReader, Row
from heed.chronologies.queries import (
    Sought,
    chronologies_of,
    composite_of,
    may_be_read_whole,
)
from heed.chronologies.showing import rows_of_table
from heed.papers.chronologies.restricted import restriction
from heed.rapid_reviews.meeting_screen import screen_of
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER, ROWS, a_chronology, brought_in
from tests.config.exporting import everything_in, export
from tests.partnership.factories import an_organisation, signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db(databases=["default", "library"])
SAFE = "22.05/25,,GP record,Her safe address is 4 Mill Lane,Y,N,,"


def with_a_safe_address():
    """A chronology whose second file tells where somebody is safe."""
    came, people = a_chronology()
    agency = came.chronology.organisation
    newer = brought_in(came.case, agency, people, *ROWS, SAFE, at=LATER)
    return came.case, agency, newer, people


def a_row_of(case):
    return Row.objects.filter(case=case, restricted="", gone_in=None).first()


def cleared(case, people, who, kind, by="manager"):
    why = {"reasons": "She keeps her safe.", "by": people[by], "at": LATER}
    return clear_for_restricted(case, person=people[who], kind=kind, **why)


def shown(person, name, *args):
    with it_is(NOON):
        return signed_in(Client(), person).get(reverse(name, args=args))


def test_where_somebody_is_safe_counts_before_every_other_reason():
    both = "Sub judice. Her safe address is 4 Mill Lane; third party information"
    assert restriction(both) == "safe_address"
    assert restriction("Sub judice; third party information") == "sub_judice"


def test_a_file_as_it_was_sent_opens_for_whoever_may_read_all_that_it_tells():
    case, agency, newer, people = with_a_safe_address()
    again = brought_in(case, agency, people, *ROWS[1:], SAFE, at=LATER)
    other = an_organisation(case.partnership, "hospital", name="Quill", at=NOON)
    unread = {"heads": "%PDF-1.4 ", "name": "notes.xlsx"}
    bad = brought_in(case, other, people, "nothing", **unread)

    files = [newer.document, again.document, bad.document]
    reader = people["coordinator"]
    assert not any(may_open_of_case(each, reader, LATER) for each in files)
    cleared(case, people, "coordinator", "safe_address")
    assert all(may_open_of_case(each, reader, LATER) for each in files)
    assert not may_be_read_whole(bad.document, frozenset({"safe_address"}))


def test_an_archive_holds_no_row_that_whoever_took_it_may_not_read(tmp_path):
    case, _, newer, people = with_a_safe_address()
    given = cleared(case, people, "coordinator", "safe_address")
    by = {"by": people["coordinator"], "at": LATER}
    answer_doubts(newer.chronology, kind="repaired", **by)
    safe = Row.objects.get(case=case, restricted="safe_address").cited
    note = {"words": "Mill Lane is near.", "where": "row", "is_shared": True}
    write_chronology_note(case, **note, row=safe, **by)
    moment = {"name": "Found in Mill Lane", "why": "Mill Lane was known."}
    mark_episode(case, **moment, rows=safe, **by)
    of_event = [Row.objects.get(case=case, restricted="safe_address"), a_row_of(case)]
    join_rows(case, kind="event", rows=of_event, reasons="Said by Quentin.", **by)
    with it_is(LATER):
        asked = {"by": people["manager"], "what": ("case", case.reference)}
        export(tmp_path / "one", **asked)
        cleared(case, people, "manager", "safe_address", by="police")
        export(tmp_path / "all", **asked)

    taken, whole = everything_in(tmp_path / "one"), everything_in(tmp_path / "all")
    assert b"Mill Lane" not in taken
    assert b"an interview with the police" in taken
    assert b"is not cleared to read" in taken
    assert b"Mill Lane" in whole
    assert (b"by Quentin" in taken, b"by Quentin" in whole) == (False, True)
    end_clearance(given, reasons="Over.", by=people["manager"], at=LATER)
    with pytest.raises(Refused, match="before"):
        end_clearance(given, reasons="Over.", by=people["manager"], at=LATER)


def test_what_a_hidden_row_tells_finds_it_for_nobody():
    case, agency, _, people = with_a_safe_address()
    bare = "3 July 2025,,,Sub judice: she was heard,,,,"
    brought_in(case, agency, people, *ROWS, SAFE, bare, at=LATER)
    nobody = frozenset()
    for sought in (
        Sought(child_seen="yes"),
        Sought(child_seen="not_recorded"),
        Sought(kind="event"),
        Sought(no_source=True),
        Sought(source="GP"),
    ):
        found = composite_of(case, sought, cleared=nobody)
        assert not any(row.hidden for row in found.rows)
        assert (found.hidden, found.total) == (0, len(found.rows))
    told = composite_of(case, Sought(no_source=True), cleared=nobody).total
    all_of_them = Row.objects.filter(case=case, gone_in=None, without_source=True)
    assert sum(each.no_source for each in chronologies_of(case)) == told
    assert all_of_them.count() == told + 1
    by_day = composite_of(case, Sought(restricted=True), cleared=nobody)
    kinds = [row.restricted for row in by_day.rows]
    assert kinds == ["safe_address", "sub_judice", "sub_judice"]
    everything = frozenset({"safe_address"})
    seen = composite_of(case, Sought(child_seen="yes"), cleared=everything)
    assert "safe_address" in {row.restricted for row in seen.rows}


def test_the_screen_of_the_group_shows_no_restricted_row_to_anybody():
    review, people = a_rapid_review()
    agency = an_organisation(review.partnership, "hospital", name="Quill", at=NOON)
    brought_in(review.case, agency, people, ROWS[0], ROWS[6])
    reader = people["coordinator"]
    screen = screen_of(review, reader, at=NOON, names_on=True)
    assert "Home visit by the social worker" in screen["rows"]
    assert "an interview with the police" not in screen["rows"]
    assert "The whole group looks at this screen" in screen["rows"]


def test_whether_the_child_was_seen_is_said_before_whether_alone():
    came, _ = a_chronology()
    told = composite_of(came.case, Sought(), cleared=frozenset()).rows[0]
    for seen, alone, words in (
        ("no", "no", "No"),
        ("not_applicable", "no", "Does not apply"),
        ("yes", "no", "Yes, not alone"),
        ("yes", "yes", "Yes, alone"),
        ("not_recorded", "not_recorded", "Not recorded"),
    ):
        row = told._replace(child_seen=seen, seen_alone=alone)
        assert f"<td>{words}</td>" in rows_of_table([row], named=True)


def test_what_is_marked_beside_a_row_is_escaped_but_for_links_made_here():
    came, _ = a_chronology()
    rows = composite_of(came.case, Sought(), cleared=frozenset()).rows
    link = format_html('<a href="{}">Told {}</a>', "/x/", "<twice>")
    shown = rows_of_table(rows, named=True, marks={rows[1].pk: ["A <b>", link]})
    assert "A &lt;b&gt;</span>; " in shown
    assert '<a href="/x/">Told &lt;twice&gt;</a>' in shown
    assert shown.count("/x/") == 1


def test_with_names_off_no_word_that_was_typed_is_shown():
    came, people = a_chronology()
    case, reader = came.case, people["coordinator"]
    row = Row.objects.get(case=case, doubt="repaired")
    assert "22.05/25" not in shown(reader, "chronology", case.public_id).text
    doubts = shown(reader, "chronology_doubts", came.chronology.public_id).text
    assert "22.05/25" not in doubts
    assert "22 May 2025?" in doubts
    page = shown(reader, "amend_row", row.public_id)
    assert page["Location"] == reverse("chronology_row", args=[row.public_id])


def test_who_is_cleared_is_shown_to_those_who_clear():
    came, people = a_chronology()
    cleared(came.case, people, "police", "sub_judice")
    address = ("clear_for_restricted", came.case.public_id)
    assert shown(people["manager"], *address).status_code == 200
    assert shown(people["coordinator"], *address).status_code == 404
    given = RestrictedReader.objects.get()
    end = ("end_clearance", given.public_id)
    assert shown(people["manager"], *end).status_code == 200
    assert shown(people["coordinator"], *end).status_code == 404


def test_rows_in_doubt_that_are_all_hidden_are_not_answered():
    came, people = a_chronology()
    other = an_organisation(came.partnership, "hospital", name="Quill", at=NOON)
    chronology = brought_in(came.case, other, people, SAFE).chronology
    page = shown(people["coordinator"], "chronology_doubts", chronology.public_id).text
    assert "1 more is restricted" in page
    assert "Take them all as proposed" not in page


def test_what_is_wrong_with_what_is_looked_for_is_in_sight(client):
    came, people = a_chronology()
    address = reverse("chronology", args=[came.case.public_id])
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        page = browser.post(address, {"after-day": "40", "after-month": "5"})
    assert page.context["form"].errors
    assert page.context["opens"] is True


def test_a_file_sent_twice_at_one_press_leads_to_its_own_page(client):
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    other = an_organisation(case.partnership, "hospital", name="Quill", at=NOON)
    sent = {
        "organisation": f"{agency.public_id}.{came.chronology.public_id}.beside",
        "pasted": "Date\tSource\tEvent\n7 May 2025\tNotes\tPasted",
        "once": "e" * 32,
    }
    address = reverse("bring_in_chronology", args=[case.public_id])
    with it_is(LATER):
        browser = signed_in(client, people["coordinator"])
        unknown = browser.post(address, sent | {"organisation": "0"})
        assert "organisation" in unknown.context["form"].errors
        first = browser.post(address, sent)["Location"]
        brought_in(case, other, people, ROWS[0], at=LATER)
        assert browser.post(address, sent)["Location"] == first
