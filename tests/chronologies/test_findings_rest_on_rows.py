"""What is found names the rows on which it rests, and each row names what rests on it."""

from unittest.mock import Mock

import pytest
from django.urls import reverse

from heed.cases.steps import Refused
from heed.chronologies.actions import restrict_row
from heed.chronologies.models import KeyEpisode, Row, RowOfFinding
from heed.rapid_reviews.actions import write_episode
from heed.rapid_reviews.models import Episode
from heed.reviews import finding_pages
from heed.reviews.actions.findings import amend_finding, write_finding
from heed.reviews.models import Finding
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import ROWS, brought_in
from tests.chronologies.test_the_pages import browser_of, names_on, told
from tests.chronologies.test_what_is_marked_on_rows import an_episode, row_that_says
from tests.learning.factories import a_case_that_learns, a_recommendation
from tests.partnership.factories import an_organisation
from tests.rapid_reviews.factories import a_rapid_review
from tests.reviews.factories import a_review_at_work

pytestmark = pytest.mark.django_db(databases=["default", "library"])
WORDS = "Nobody looked behind the door."


def rows_brought_into(case, people, *, at):
    agency = an_organisation(case.partnership, "hospital", name="Quill", at=at)
    brought_in(case, agency, people, *ROWS, at=at)
    return row_that_says(case, "Home visit"), row_that_says(case, "Nobody answered")


def test_a_finding_of_the_reviewer_and_its_rows_name_each_other():
    case, people = a_review_at_work(at=NOON)
    visit, door = rows_brought_into(case, people, at=NOON)
    by = {"by": people["reviewer"], "at": NOON}
    finding = write_finding(case, words=WORDS, rows=door.cited, **by)
    reader = names_on(browser_of(people["police"]), case)
    page = told(reader, "review_findings", case.public_id)
    assert WORDS in page
    assert reverse("chronology_row", args=[door.public_id]) in page
    row = told(reader, "chronology_row", door.public_id)
    assert WORDS in row
    assert "Finding 1" in row
    assert "Under: a finding" in told(reader, "chronology", case.public_id)
    off = browser_of(people["police"])
    assert WORDS not in told(off, "review_findings", case.public_id)
    assert WORDS not in told(off, "chronology_row", door.public_id)

    amend_finding(finding, words=WORDS, rows=visit.cited, **by)
    assert WORDS not in told(reader, "chronology_row", door.public_id)
    with pytest.raises(Refused):
        amend_finding(finding, words="Mine", by=people["police"], at=NOON)
    amend_finding(finding, words=WORDS, rows=visit.cited, wrong=True, **by)
    assert WORDS not in told(reader, "chronology_row", visit.public_id)
    assert "Under: a finding" not in told(reader, "chronology", case.public_id)
    assert "None is written yet" in told(reader, "review_findings", case.public_id)
    assert Finding.objects.get().words == WORDS


def test_where_a_finding_stands_in_the_report_is_told_to_whom_the_finding_is(
    monkeypatch,
):
    case, people = a_review_at_work(at=NOON)
    _, door = rows_brought_into(case, people, at=NOON)
    heading = "Under “Elspeth’s room”, paragraph 2"
    monkeypatch.setattr(finding_pages, "latest_report", lambda _: Mock())
    monkeypatch.setattr(finding_pages, "places_of", lambda _: {"p2": heading})
    by = {"by": people["reviewer"], "at": NOON}
    write_finding(case, words=WORDS, rows=door.cited, anchor="p2", **by)
    write_finding(case, words=WORDS, anchor="p99", **by)
    off, on = browser_of(people["police"]), browser_of(people["police"])
    names_on(on, case)

    page = told(on, "review_findings", case.public_id)
    assert heading in page
    assert "A paragraph that is not in it any more" in page
    assert "Elspeth" not in told(off, "review_findings", case.public_id)
    restrict_row(door, restricted="safe_address", by=people["coordinator"], at=NOON)
    assert "Elspeth" not in told(on, "review_findings", case.public_id)


def test_a_finding_that_rests_on_a_hidden_row_is_told_to_nobody_else():
    case, people = a_review_at_work(at=NOON)
    visit, door = rows_brought_into(case, people, at=NOON)
    rows = f"{door.cited}, {visit.cited}"
    write_finding(case, words=WORDS, rows=rows, by=people["reviewer"], at=NOON)
    why = {"restricted": "safe_address", "by": people["coordinator"], "at": NOON}
    restrict_row(door, **why)
    reader = names_on(browser_of(people["police"]), case)
    page = told(reader, "review_findings", case.public_id)
    assert "It rests on rows that few may read" in page
    assert WORDS not in page
    assert WORDS not in told(reader, "chronology_row", visit.public_id)


def test_the_learning_of_a_rapid_review_and_its_rows_name_each_other():
    review, people = a_rapid_review()
    case = review.case
    visit, door = rows_brought_into(case, people, at=NOON)
    browser = names_on(browser_of(people["coordinator"]), case)
    part = (case.public_id, "learning")
    page = told(browser, "rows_of_part", *part, rows=f"{door.cited}, {visit.cited}")
    assert "It rests on rows of the chronology" in page
    row = told(browser, "chronology_row", door.public_id)
    assert "Rapid review: " in row
    assert reverse("meeting_screen", args=[case.public_id]) in row
    assert f'value="{visit.cited}, {door.cited}"' in told(
        browser, "rows_of_part", *part
    )
    both = f"{visit.cited}, {door.cited}"
    told(browser, "rows_of_part", *part, rows=visit.cited, were=both)
    standing = RowOfFinding.objects.filter(taken_out_at=None)
    assert [each.row_id for each in standing] == [visit.pk]
    twice = told(browser, "rows_of_part", *part, rows=door.cited, were="")
    assert "Somebody changed this meanwhile" in twice
    assert [each.row_id for each in standing.all()] == [visit.pk]
    refused = told(browser, "rows_of_part", *part, rows="900", were=visit.cited)
    assert "You cannot choose row 900" in refused
    strange = reverse("rows_of_part", args=[case.public_id, "facts"])
    assert browser.get(strange).status_code == 404


def test_a_finding_with_a_question_shows_its_rows_to_the_case_and_not_to_addressees():
    case, people = a_case_that_learns()
    _, door = rows_brought_into(case, people, at=NOON)
    found = a_recommendation(case, people, kind="finding")
    browser = names_on(browser_of(people["coordinator"]), case)
    told(browser, "rows_of_recommendation", found.public_id, rows=door.cited)
    address = reverse("chronology_row", args=[door.public_id])
    assert address in told(browser, "recommendation", found.public_id)
    assert found.text in told(browser, "chronology_row", door.public_id)
    lead = browser_of(people["lead"])
    theirs = told(lead, "recommendation", found.public_id)
    assert found.text in theirs
    assert address not in theirs
    assert "rest" not in theirs.partition("What they answer")[0].partition("<h1")[2]
    with it_is(NOON):
        path = reverse("rows_of_recommendation", args=[found.public_id])
        asked = [lead.get(path), lead.post(path, {"rows": "zz"})]
    assert [each.status_code for each in asked] == [404, 404]


def test_an_episode_of_the_paper_shows_the_rows_that_are_marked_for_it():
    review, people = a_rapid_review()
    case, by = review.case, {"by": people["coordinator"], "at": NOON}
    visit, door = rows_brought_into(case, people, at=NOON)
    hidden = Row.objects.get(case=case, restricted="sub_judice")
    an_episode(case, people, visit, door, hidden)
    said = {"happened": "May 2025", "what": "A call.", "place": 1}
    episode = write_episode(review, **said, **by)
    browser = names_on(browser_of(people["coordinator"]), case)
    before = told(browser, "meeting_screen", case.public_id)
    assert "1 key practice episode</a>" in before
    marked = KeyEpisode.objects.get()
    page = told(
        browser, "marked_of_episode", episode.public_id, marked=marked.public_id
    )
    assert reverse("chronology_row", args=[door.public_id]) in page
    assert f"Row {hidden.cited}</a>" not in page
    assert "1 more is restricted" in page
    assert "not told here yet" not in page
    assert Episode.objects.get().marked == marked
