"""A file that was brought in by mistake is taken out again: its rows are told no more,
what it changed says again what it said, that it was here stays, and it can be put
back."""

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.models import StepTaken
from heed.cases.steps import Refused
from heed.chronologies.actions import (
    amend_row,
    put_file_back,
    restrict_row,
    set_columns,
    submit_as_one,
    take_file_out,
)
from heed.chronologies.actions.episodes import mark_episode
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.models import KnownColumns, Row, TakenOut
from heed.chronologies.queries import (
    Sought,
    chronologies_of,
    columns_known_of,
    composite_of,
)
from heed.chronologies.queries.collated import collated_by
from heed.chronologies.queries.taken_out import what_would_go
from heed.chronologies.queries.tellings import event_of
from heed.config.export.archive import export_case
from tests.cases.factories import it_is
from tests.chronologies.factories import LATER, ROWS, a_chronology, brought_in
from tests.chronologies.test_tellings import joined, row_saying, told_by_three
from tests.partnership.factories import an_organisation, signed_in

pytestmark = pytest.mark.django_db

WHY = "It is of another family."
TOGETHER = "Said to belong together with others, or not"
ALL = frozenset({"sub_judice", "third_party", "safe_address"})
MISTAKEN = (
    ROWS[0],
    ROWS[1].replace(",,,,", ",,,Weighed,"),
    "4 May 2025,,GP record,A visit to another family,,,,",
)


def shown(case):
    """What the composite tells: numbers, words, in which file and where in it."""
    rows = composite_of(case, Sought(), cleared=ALL, whole=True).rows
    kept = Row.objects.in_bulk([row.pk for row in rows])
    return [
        (
            row.cited,
            row.words,
            row.restricted,
            kept[row.pk].came_in_id,
            kept[row.pk].place,
        )
        for row in rows
    ]


def a_mistake():
    """A newer file of an agency that is not its: it tells one row as before, one
    otherwise, one that is new, and has four no more."""
    came, people = a_chronology()
    before = shown(came.case)
    agency = came.chronology.organisation
    wrong = brought_in(came.case, agency, people, *MISTAKEN, at=LATER)
    return came, wrong, before, {"by": people["coordinator"], "at": LATER}


def test_what_a_mistaken_newer_file_did_is_undone_and_put_back_exactly():
    came, wrong, before, by = a_mistake()
    with_it = shown(came.case)
    assert with_it != before

    out = take_file_out(wrong, reasons=WHY, **by)

    assert shown(came.case) == before
    assert (out.rows_out, out.why) == (1, WHY)
    assert [each.count for each in chronologies_of(came.case)] == [len(before)]
    put_file_back(wrong, **by)
    assert shown(came.case) == with_it
    take_file_out(wrong, reasons=WHY, **by)
    assert shown(came.case) == before


def test_a_file_of_an_agency_that_had_none_leaves_nothing_but_that_it_was_here():
    came, people = a_chronology()
    before = shown(came.case)
    school = an_organisation(came.case.partnership, "community", name="School")
    wrong = brought_in(came.case, school, people, *ROWS, at=LATER)
    by = {"by": people["coordinator"], "at": LATER}

    take_file_out(wrong, reasons=WHY, **by)

    assert shown(came.case) == before
    assert wrong.chronology.comings.get() == wrong
    taken = StepTaken.objects.get(step="take_file_out")
    assert taken.reasons == WHY
    entry = Entry.objects.filter(what="take_file_out").last()
    assert WHY not in str(entry.canonical)
    again = brought_in(came.case, school, people, ROWS[0], at=LATER)
    assert [number for number, *_ in shown(came.case)].count("8") == 0
    assert again.rows_in == 1


def test_it_is_taken_out_once_newest_first_and_put_back_in_turn():
    came, wrong, _, by = a_mistake()

    with pytest.raises(Refused, match="File 2 came after it"):
        take_file_out(came, reasons=WHY, **by)
    with pytest.raises(Refused, match="This file is here"):
        put_file_back(wrong, **by)
    take_file_out(wrong, reasons=WHY, **by)
    with pytest.raises(Refused, match="was taken out before"):
        take_file_out(wrong, reasons=WHY, **by)
    later = LATER.replace(hour=10)
    take_file_out(came, reasons=WHY, by=by["by"], at=later)
    assert shown(came.case) == []
    with pytest.raises(Refused, match="Put that one back first"):
        put_file_back(wrong, **by)
    agency = came.chronology.organisation
    newer = brought_in(came.case, agency, {"coordinator": by["by"]}, ROWS[0], at=later)
    with pytest.raises(Refused, match="bring this file in again"):
        put_file_back(came, **by)
    assert [row.came_in for row in Row.objects.filter(gone_in=None)] == [newer]


def test_what_a_person_said_of_a_row_since_stays():
    came, wrong, _, by = a_mistake()
    changed = next(row for row in Row.objects.filter(came_in=wrong) if row.earlier)
    after = {"by": by["by"], "at": LATER.replace(hour=11)}
    restrict_row(changed, restricted="third_party", **after)
    first = Row.objects.get(case=came.case, number=1)
    amend_row(first, event="Home visit, as she remembers it", **after)

    take_file_out(wrong, reasons=WHY, **after)

    changed.refresh_from_db()
    first.refresh_from_db()
    assert (changed.restricted, changed.came_in) == ("third_party", came)
    assert changed.words.get("outcome", "") != "Weighed"
    assert first.words["event"] == "Home visit, as she remembers it"


def test_what_hangs_on_its_rows_is_told_first_and_stays(client):
    came, wrong, _, by = a_mistake()
    row = Row.objects.get(first_in=wrong)
    write_chronology_note(
        came.case, where="row", row=row.cited, words="Ask.", is_shared=False, **by
    )
    mark_episode(came.case, name="The visit", why="It matters.", rows=row.cited, **by)

    found = what_would_go(wrong, by["by"], cleared=ALL)

    assert (found.rows, found.again, found.otherwise) == (1, 5, 1)
    assert {(each.what, each.numbers) for each in found.carried} == {
        ("Notes", row.cited),
        ("In key practice episodes", row.cited),
    }
    with it_is(LATER):
        signed_in(client, by["by"])
        page = client.get(reverse("take_file_out", args=[wrong.public_id]))
        assert "In key practice episodes" in page.content.decode()
        unsaid = client.post(page.request["PATH_INFO"], {"reasons": ""})
        assert "There is a problem" in unsaid.content.decode()
    assert not TakenOut.objects.exists()


def test_of_rows_that_she_may_not_read_it_does_not_tell_with_which_they_belong():
    case, people = told_by_three()
    joined(case, people, "Baby examined", "safe address", who="manager")
    file = row_saying(case, "Baby examined").first_in

    of_the_manager = what_would_go(file, people["manager"], cleared=ALL)
    hers = what_would_go(file, people["coordinator"], cleared=frozenset())

    assert [each.what for each in of_the_manager.carried] == [TOGETHER]
    assert hers.carried == ()


def test_beside_other_accounts_its_rows_say_nothing_until_it_is_put_back():
    case, people = told_by_three()
    telling = joined(case, people, "Baby examined", "safe address", who="manager")
    file = row_saying(case, "Baby examined").first_in
    by = {"by": people["coordinator"], "at": LATER}

    def said():
        return [row.entry.event for row in event_of(telling, cleared=ALL).rows]

    as_told = said()
    take_file_out(file, reasons=WHY, **by)
    without = said()
    put_file_back(file, **by)

    assert any("Baby examined" in each for each in as_told)
    assert len(without) == len(as_told)
    assert not any("Baby examined" in each for each in without)
    assert said() == as_told


def test_a_file_of_before_that_was_noted_is_not_taken_out_by_halves():
    came, wrong, _, by = a_mistake()
    with_it = shown(came.case)
    wrong.refresh_from_db()
    wrong.stood = None  # as files were kept until then
    wrong.save(update_fields=["stood"])

    with pytest.raises(Refused, match="before Heed noted"):
        take_file_out(wrong, reasons=WHY, **by)

    assert shown(came.case) == with_it
    assert not TakenOut.objects.exists()


def test_an_agency_that_put_its_services_together_did_so_before_a_file_went():
    came, wrong, _, by = a_mistake()
    case, agency = came.case, came.chronology.organisation
    day, who = LATER.date(), by["by"]
    submit_as_one(case, organisation=agency, collated_on=day, **by)
    after = {"by": who, "at": LATER.replace(hour=14)}

    take_file_out(wrong, reasons=WHY, **after)
    assert collated_by(case, agency).since == 7  # one went, one changed, five are back
    put_file_back(wrong, **after)
    assert collated_by(case, agency).since == 0


def test_the_pages_ask_why_and_say_what_was_done(client):
    came, wrong, _, by = a_mistake()
    out, back = (
        reverse(name, args=[wrong.public_id])
        for name in ("take_file_out", "put_file_back")
    )
    with it_is(LATER):
        signed_in(client, by["by"])
        file = reverse("chronology_file", args=[wrong.public_id])
        agency = reverse("agency_chronology", args=[wrong.chronology.public_id])
        assert out in client.get(file).content.decode()
        assert client.get(back).status_code == 404
        assert client.post(out, {"reasons": WHY}).status_code == 302
        client.post(reverse("case_names", args=[came.case.public_id]), {"names": "on"})
        told = client.get(file).content.decode()
        assert "Taken out on 12 March 2026" in told
        assert WHY in told
        assert out not in told
        assert "File 2</a>, taken out" in client.get(agency).content.decode()
        gone = Row.objects.get(first_in=wrong)
        row = client.get(reverse("chronology_row", args=[gone.public_id])).text
        assert "The file that brought this row was taken out." in row
        assert "newer file" not in row
        assert "A visit to another family" not in row
        assert client.get(out).status_code == 404
        assert client.post(back, {"saved": "yes"}).status_code == 302
        assert "Taken out" not in client.get(file).content.decode()


def test_headings_learned_of_it_alone_are_known_no_more_until_it_is_put_back():
    came, people = a_chronology()
    agency = came.chronology.organisation
    by = {"by": people["coordinator"], "at": LATER}
    set_columns(came, meanings={"Response": "comment"}, **by)
    wrong = brought_in(came.case, agency, people, *MISTAKEN, at=LATER)
    set_columns(wrong, meanings={"Response": "outcome", "Rumpus": "event"}, **by)
    with_it = {"Response": "outcome", "Rumpus": "event"}
    assert columns_known_of(agency) == with_it

    take_file_out(wrong, reasons=WHY, **by)

    assert columns_known_of(agency) == {"Response": "comment"}
    put_file_back(wrong, **by)
    assert columns_known_of(agency) == with_it


def test_what_was_known_before_files_were_noted_stays_known():
    came, people = a_chronology()
    agency = came.chronology.organisation
    by = {"by": people["coordinator"], "at": LATER}
    set_columns(came, meanings={"Response": "comment"}, **by)
    known = KnownColumns.objects.get(organisation=agency)
    known.taught = None
    known.save(update_fields=["taught"])
    set_columns(came, meanings={"Response": "outcome"}, **by)

    take_file_out(came, reasons=WHY, **by)

    assert columns_known_of(agency) == {"Response": "comment"}


def test_the_archive_of_the_case_has_its_rows_and_says_that_they_are_told_no_more(
    tmp_path,
):
    came, people = a_chronology()
    agency, by = came.chronology.organisation, {"by": people["manager"], "at": LATER}
    wrong = brought_in(came.case, agency, people, *MISTAKEN, at=LATER)
    take_file_out(wrong, reasons=WHY, **by)

    export_case(came.case, tmp_path / "out", reason="Asked", **by)

    page = (tmp_path / "out" / "pages" / "chronology.html").read_text()
    at = page.index("Row 1.1, told no more")
    told = page[at : at + 1500]
    assert "The file that brought this row was taken out." in told
    assert "A visit to another family" in page
    assert page.count("told no more</") == 1
    assert "Row 1<" in page
