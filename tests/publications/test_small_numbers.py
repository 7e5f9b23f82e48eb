"""Of five children somebody knows one: small numbers are left out by a decision."""

from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.cases.steps import Refused
from heed.papers.blocks import Cell, Table, plain_text, table, to_json
from heed.papers.blocks import document as a_document
from heed.papers.places import called
from heed.papers.small_cells.tables import NO_FIT
from heed.papers.write_docx import write_docx
from heed.publications.actions import mark_text, write_response
from heed.publications.composing import with_the_child
from heed.publications.models import Paper
from heed.publications.pages.texts import to_mark, to_prepare
from heed.publications.queries import gate_of, publication_of
from heed.publications.queries.proven import proven_of
from heed.publications.small_numbers import (
    asked_about,
    tables_with_small_numbers,
)
from heed.publications.texts import text_of
from heed.reviews.queries import latest_report
from tests.cases.factories import it_is
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    a_published_report,
    decided,
    prepared,
)
from tests.publications.test_findings_in_the_margin import page
from tests.reviews.factories import a_report, a_signed_report

COUNTED = table(
    [["Ellerby", "3", "40"], ["Tarnside", "21", "60"], ["Total", "24", "100"]],
    header=["Area", "Babies", "Children"],
)


def published(*blocks, **decided):
    return with_the_child(to_json(a_document(*blocks)), title="A report", **decided)


def test_a_table_that_tells_of_few_is_found_and_named_by_its_head():
    (found,) = tables_with_small_numbers(published(COUNTED))

    assert called(found) == "Area, Babies, Children"
    assert asked_about(found) == "3, 21"
    safe = table([["Ellerby", "30"]], header=["Area", "Babies"])
    assert tables_with_small_numbers(published(safe)) == []


def test_what_is_left_out_cannot_be_worked_out_from_what_stays():
    (found,) = tables_with_small_numbers(published(COUNTED))

    made = published(COUNTED, left_out=[found.anchor])

    (left,) = (block for block in made.blocks if isinstance(block, Table))
    said = [[cell.text for cell in row] for row in left.rows]
    assert said[0][1] == said[1][1] != "21"  # with the small one its neighbour
    assert [row[0] for row in said] == ["Ellerby", "Tarnside", "Total"]
    assert tables_with_small_numbers(made) == []


def test_numbers_of_which_nobody_can_say_what_they_give_away_are_left_out_altogether():
    heads, rows = (
        ["Area", "Seen", "Total"],
        [["North", "3", "90"], ["South", "40", "41"]],
    )
    (found,) = tables_with_small_numbers(published(table(rows, header=heads)))

    made = published(table(rows, header=heads), left_out=[found.anchor])

    assert asked_about(found) == NO_FIT
    assert asked_about(tables_of(made)[0]) == ""
    assert [said(row) for row in tables_of(made)[0].rows] == [
        ["North", "c", "c"],
        ["South", "c", "c"],
    ]
    assert tables_with_small_numbers(made) == []


SAID = st.sampled_from(
    (
        *("", "-", "0", "2", "5", "9", "30", "1,204", "c", "<6", "12%", "3 (12%)"),
        *("2*", "see note", "Total", "North", "two", "4.5", "2021", "12 weeks", "none"),
    )
)
HEADS = st.sampled_from(("Area", "Boys", "%", "Total", "", "Age", "Under 1 year"))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_table_its_numbers_can_be_left_out(data):
    wide = data.draw(st.integers(1, 4))
    cells = st.lists(SAID, min_size=wide, max_size=wide)
    rows = data.draw(st.lists(cells, min_size=1, max_size=4))
    heads = data.draw(st.lists(HEADS, min_size=wide, max_size=wide) | st.just([]))
    drawn = table(rows, header=heads)
    anchors = [each.anchor for each in tables_with_small_numbers(published(drawn))]

    assert tables_with_small_numbers(published(drawn, left_out=anchors)) == []


def test_a_table_in_a_note_or_in_a_cell_is_looked_at_too():
    inner = document_cell(table([["Ellerby", "3"]], header=["Area", "Babies"]))
    whole = published(table([["What was found", inner]]))
    (found,) = tables_with_small_numbers(whole)

    made = published(table([["What was found", inner]]), left_out=[found.anchor])

    assert "3" not in plain_text(made).text
    assert tables_with_small_numbers(made) == []


BEFORE = table([["Ellerby", "30"], ["Tarnside", "9"]], header=["Area", "Babies"])
SINCE = table([["Ellerby", "30"], ["Tarnside", "8"]], header=["Area", "Babies"])
PUT_IN = table([["Visits", "30"]], header=["What", "How often"])


def test_beside_what_was_published_before_a_small_change_tells_of_few():
    earlier = [published(BEFORE)]

    # A table put in before takes the first one's number, t1.
    now = published(PUT_IN, SINCE)
    (found,) = tables_with_small_numbers(now, earlier=earlier)

    assert said(found.rows[1]) == ["Tarnside", "8"]
    assert tables_with_small_numbers(now) == []
    made = published(PUT_IN, SINCE, left_out=[found.anchor], earlier=earlier)
    assert [said(row) for row in tables_of(made)[1].rows] == [
        ["Ellerby", "30"],
        ["Tarnside", "c"],
    ]
    assert tables_with_small_numbers(made, earlier=earlier) == []


def test_a_table_of_which_every_number_changed_is_known_by_its_heads():
    now = table([["Ellerby", "31"], ["Tarnside", "10"]], header=["Area", "Babies"])
    (found,) = tables_with_small_numbers(
        published(PUT_IN, now), earlier=[published(BEFORE)]
    )
    assert said(found.rows[0]) == ["Ellerby", "31"]


@pytest.mark.django_db(databases=["default", "library"])
def test_a_number_that_changed_by_few_is_offered_on_the_form_and_left_out():
    case, people, _ = a_published_report(paper=of_tables(BEFORE))
    later = PUBLISHED + timedelta(days=3)
    report = latest_report(case)  # as accepted changes leave it
    report.blocks = to_json(of_tables(PUT_IN, SINCE))
    report.save(update_fields=["blocks"])

    ((anchor, name),) = to_prepare(case)["small"]
    assert name == "Area, Babies: 8"
    paper = Paper.objects.get(case=case)
    assert proven_of(paper, text_of(paper))["small_tables"] == 1
    prepared(case, people, left_out=[anchor], at=later)

    paper.refresh_from_db()
    assert proven_of(paper, text_of(paper))["small_tables"] == 0
    assert said(tables_of(text_of(paper).document)[1].rows[1]) == ["Tarnside", "c"]


@pytest.mark.django_db(databases=["default", "library"])
def test_that_a_table_counts_nobody_is_approved_and_holds_for_its_words_alone(client):
    scores = table([["Ellerby", "3"], ["Tarnside", "4"]], header=["Place", "Points"])
    children = table([["Ellerby", "2"], ["Tarnside", "3"]], header=["Place", "Boys"])
    case, people = a_signed_report(paper=of_tables(scores))
    decided(case, people)
    prepared(case, people)
    paper = Paper.objects.get(case=case)
    ((anchor, _),) = to_prepare(case)["small"]
    before = text_of(paper).content_hash

    prepared(case, people, no_people=[anchor])

    paper.refresh_from_db()
    assert proven_of(paper, text_of(paper))["small_tables"] == 0
    assert text_of(paper).content_hash != before
    assert to_prepare(case)["initial"]["no_people"] == [anchor]
    shown = page(client, people["icb"], case, "approve_publication")
    assert "Counts no people" in shown
    assert "Place, Points" in shown

    report = latest_report(case)
    report.blocks = to_json(of_tables(children))
    report.save(update_fields=["blocks"])
    assert text_of(paper).no_people == ()
    assert proven_of(paper, text_of(paper))["small_tables"] == 1


@pytest.mark.django_db(databases=["default", "library"])
def test_the_tables_of_a_response_have_a_page_that_answers_for_them(client):
    case, people, paper = a_response_with_a_table()
    assert answered_on(case, "response") == ["texts_beside", "texts_beside"]
    there = reverse("mark_text", args=[case.public_id, "response"])
    begins = page(client, people["coordinator"], case, "texts_beside")
    assert there in begins
    assert reverse("text_not_material", args=[case.public_id, "response"]) not in begins
    shown = page(client, people["coordinator"], case, "mark_text", "response")
    assert "Ask who is at home, 3, 4" in shown
    assert "Nothing is asked of this text" not in shown
    ((anchor, _),) = to_mark(case, "response")["tables"]

    with it_is(APRIL):
        said = {"head_rows": [anchor], "no_people": [anchor]}
        assert client.post(there, said).status_code == 302

    paper.refresh_from_db()
    facts = proven_of(paper, text_of(paper))
    assert (facts["small_tables"], facts["bold_headings"]) == (0, 0)
    assert [block.header for block in tables_of(text_of(paper).document)] != [()]
    assert to_mark(case, "response")["initial"]["no_people"] == [anchor]
    with it_is(APRIL):
        late = client.post(there, {"seen_version": 1})
    assert "changed" in late.text


@pytest.mark.django_db(databases=["default", "library"])
def test_where_there_is_nothing_to_say_of_tables_the_page_says_so(client):
    case, people = a_signed_report()
    by = {"by": people["coordinator"], "at": APRIL}
    write_response(case, text="We accept every finding.", **by)
    shown = page(client, people["coordinator"], case, "mark_text", "response")
    assert "Nothing is asked of this text" in shown


def a_response_with_a_table():
    case, people = a_signed_report()
    planned = table([["Ask who is at home", "3, 4"], ["Teach it", "2"]])
    by = {"by": people["coordinator"], "at": APRIL}
    written = write_docx(of_tables(planned))
    write_response(case, data=written, name="Response.docx", **by)
    with pytest.raises(Refused, match="not written here"):
        mark_text(case, kind="report", **by)
    return case, people, Paper.objects.get(case=case, kind="response")


def answered_on(case, kind):
    """The pages on which it is answered what a text has of tables."""
    _, items = gate_of(publication_of(case), at=APRIL)
    asked = {f"{kind}.readable", f"{kind}.small_numbers"}
    return [each.page for each in items if each.slug in asked and not each.passed]


def of_tables(*tables):
    report = a_report()
    return a_document(*report.blocks, *tables, title=report.title)


def tables_of(made):
    return [block for block in made.blocks if isinstance(block, Table)]


def said(row):
    return [cell.text for cell in row]


def document_cell(*blocks):
    return Cell(tuple(blocks))
