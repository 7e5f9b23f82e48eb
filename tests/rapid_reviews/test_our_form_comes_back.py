"""An agency fills in our form, or sends a paper of its own: what was understood stands
beside what is written, and what was not is kept and asked."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.chronologies.models import Collation, Row
from heed.chronologies.queries import Sought, composite_of
from heed.documents.queries import documents_of
from heed.papers.agency_form import AskedOf, agency_form
from heed.papers.chronologies.kept import read_as_kept
from heed.papers.form_layout import fill_in
from heed.rapid_reviews.actions import log_answer
from heed.rapid_reviews.models import AgencyAnswer, AnswerDraft
from heed.rapid_reviews.queries import papers_of, papers_with_it
from heed.rapid_reviews.understanding import (
    NO_DAY,
    Understood,
    Unread,
    after,
    beside_each_other,
    row_read,
    understood_of,
)
from tests.cases.factories import NOON, it_is
from tests.papers.factories_in import a_docx, grid
from tests.partnership.factories import signed_in
from tests.rapid_reviews.answering import AtTheLink

FORM = agency_form(AskedOf(partnership="Q", agency="Hospitals", due="20 March 2026"))
FILLED = fill_in(
    FORM,
    {
        "author.name": "Pia Lund",
        "known.involvement": "adult_only",
        "person.1.name": "Kay Fernwood",
        "involved.summary": "Seen on the ward.",
        "around.context": ["workload", "training"],
    },
)
A_LETTER = {
    "agency": "Hospitals",
    "author": {"name": "Pia Lund", "role": None},
    "qa": {"by": "Ivo Pell", "on": {"verbatim": "10/3/26", "iso": "2026-03-10"}},
    "period": {"from": {"verbatim": "spring", "iso": None}, "to": None},
    "involvement": "adult_only",
    "involvement_box": "No",
    "people_known": [{"name": "Kay Fernwood", "dob": None, "relationship": "Mother"}],
    "summary": "Two visits.",
    "opinion": ["Local review", "No review"],
    "other_agencies": ["Police", "School"],
    "records_secured": "unknown",
    "unread": [{"label": "Team", "answer": "North"}],
    "flags": [
        {"name": "two_opinions_ticked", "where": "opinion", "why": "Two are ticked."},
        {"name": "qa_missing", "where": "qa", "why": "Nobody signed it off."},
    ],
}


# What a reading comes to


def test_a_form_of_their_own_is_understood_as_far_as_it_goes():
    found = understood_of(A_LETTER)

    assert not found.is_ours
    assert found.answers == {
        "author.name": "Pia Lund",
        "checked.by": "Ivo Pell",
        "checked.on": "10/3/26",
        "known.period_from": "spring",
        "involved.summary": "Two visits.",
        "known.involvement": "adult_only",
        "done.other_agencies": "Police\nSchool",
        "person.1.name": "Kay Fernwood",
        "person.1.relationship": "Mother",
    }
    assert found.unread == [
        Unread("Team", "North"),
        Unread("Agency view", "Local review; No review"),
    ]
    assert found.doubts == ["Two are ticked."]


def test_what_is_written_stands_beside_what_was_understood():
    rows = {
        row["question"]: (row["written"], row["understood"])
        for row in beside_each_other(A_LETTER, understood_of(A_LETTER))
    }

    assert rows["Date quality assured"] == ("10/3/26", "10 March 2026")
    assert rows["Date involvement began"] == ("spring", NO_DAY)
    known = rows["Was your agency involved with the child or family?"]
    assert known == ("No", "Adults only")
    assert rows["Person 1: Name"] == ("Kay Fernwood", "Kay Fernwood")


@pytest.mark.parametrize(
    ("said", "slug"),
    [("Local review", "local_review"), ("No review", "no_review"), ("Perhaps", None)],
)
def test_an_opinion_is_one_of_ours_or_is_asked(said, slug):
    found = understood_of({"opinion": [said]})

    assert found.answers.get("done.opinion") == slug
    assert bool(found.unread) is (slug is None)


def test_nothing_that_was_typed_is_overwritten_by_a_paper():
    typed = {"involved.summary": "Typed.", "person.1.name": "Lumi"}
    paper = {"involved.summary": "Paper.", "person.1.name": "Kay", "author.name": "P"}

    made, otherwise = after(typed, paper)

    assert made == typed | {"person.2.name": "Kay", "author.name": "P"}
    assert otherwise == [Unread("Summary of involvement", "Paper.")]


def test_a_paper_that_was_not_read_is_understood_as_nothing():
    assert understood_of(None) == Understood()


# At the link


def sent_in(here, data: bytes, name: str, purpose: str):
    file = SimpleUploadedFile(name, data)
    return here.post("papers/", purpose=purpose, file=file)


def read_by_the_unit(client, here, paper):
    """The page of an answer with names off and on, and the paper opened from it."""
    signed_in(client, here.people["coordinator"])
    page = f"/requests/{here.request.public_id}/"
    with it_is(here.at):
        off = client.get(page).content.decode()
        client.post(f"/cases/{here.request.case.public_id}/names/", {"names": "on"})
        shown = client.get(page).content.decode()
        return off, shown, client.get(f"/files/{paper.public_id}/")


@pytest.mark.django_db
def test_our_own_form_comes_back_is_confirmed_and_is_sent(client):
    here = AtTheLink(client)
    page = sent_in(here, FILLED, "summary.docx", "agency_summary").content.decode()
    assert "This is our form" in page
    assert "Seen on the ward." in page
    assert "Adults only" in page
    assert not AnswerDraft.objects.exists()

    [paper] = documents_of(here.request)
    here.at = NOON + timedelta(minutes=2)
    here.post(f"papers/{paper.public_id}/", take="over")
    assert AnswerDraft.objects.get().answers["around.context"] == [
        "workload",
        "training",
    ]
    here.post(f"papers/{paper.public_id}/", take="over, once more")
    here.post("full/check/", once="x")

    assert here.answer.kind == AgencyAnswer.Kind.FULL
    assert here.answer.facts["person.1.name"] == "Kay Fernwood"
    assert not {"person.2.name", "taken"} & here.answer.facts.keys()
    assert here.answer.knew_an_adult_alone
    off, shown, opened = read_by_the_unit(client, here, paper)
    assert "summary.docx" not in off
    assert "Workload; Training" in shown
    assert "Whether the records are secured" in shown
    assert "An adult, and not the child" in shown
    assert "summary.docx" in shown
    assert opened.content == FILLED


@pytest.mark.django_db
def test_what_was_not_understood_is_asked_and_kept(client):
    own = a_docx(
        grid(
            ["Name of agency", "Hospitals"],
            ["Report author", "Pia Lund"],
            ["Summary of involvement", "Two visits."],
            ["Team of the ward", "North"],
            ["Bed number", "12"],
        )
    )
    here = AtTheLink(client)
    page = sent_in(here, own, "ours.docx", "agency_summary").content.decode()
    assert "where does it belong?" in page

    [paper] = documents_of(here.request)
    address = f"papers/{paper.public_id}/"
    found = understood_of(paper.readings.get().content)
    asked = {f"piece_{n}": "kept" for n in range(len(found.unread))}
    unanswered = here.post(address, once="x").content.decode()
    assert "There is a problem" in unanswered
    assert not AnswerDraft.objects.exists()
    here.post(address, **asked | {"piece_0": "involved.background"})

    draft = AnswerDraft.objects.get().answers
    assert draft["involved.summary"] == "Two visits."
    assert draft["involved.background"] == found.unread[0].words
    assert draft["unread"] == [[p.label, p.words] for p in found.unread[1:]]


@pytest.mark.django_db
def test_a_chronology_alone_is_an_answer_and_its_rows_are_shown(client):
    table = grid(
        ["Date", "Event", "Source", "Child seen"],
        ["not recorded", "Letter", "File", ""],
        ["?23 Dec 2025", "Ambulance called", "Log", "No"],
        ["2/12/2025", "Visit by the midwife", "Record", "Yes"],
    )
    here = AtTheLink(client)
    page = sent_in(here, a_docx(table), "c.docx", "agency_chronology").content.decode()
    assert "3 rows were read" in page
    assert "2 December 2025" in page
    here.post("full/author/you/", name="Pia Lund")
    here.at = NOON + timedelta(minutes=2)

    here.post("full/check/", once="x")

    assert here.answer.kind == AgencyAnswer.Kind.CHRONOLOGY
    signed_in(client, here.people["coordinator"])
    with it_is(here.at):
        client.post(f"/cases/{here.review.case.public_id}/names/")
        page = f"/cases/{here.review.case.public_id}/chronology/"
        assert page in client.get(f"/requests/{here.request.public_id}/").text
        shown = client.get(page).text
    assert "?23 Dec 2025" in shown
    assert "Ambulance called" in shown
    rows = composite_of(here.review.case, Sought(), cleared=frozenset()).rows
    assert [row.words["event"] for row in rows] == [
        "Visit by the midwife",
        "Ambulance called",
        "Letter",
    ]
    seen = ["yes", "no", "not_recorded"]
    assert [row.child_seen for row in rows] == seen
    assert {row.agency for row in rows} == {"Quillshire Hospitals"}


@pytest.mark.django_db
def test_an_agency_looks_at_its_services_together_and_submits_them_as_one(client):
    here = AtTheLink(client)
    with it_is(NOON):
        assert client.get(f"{here.start}as-one/").status_code == 404
    for day, name in ((b"2/12/2025", "ward.csv"), (b"1/12/2025", "clinic.csv")):
        told = b"Date,Event,Source\n" + day + b",Seen in " + name.encode() + b",Log"
        sent_in(here, told, name, "agency_chronology")
    here.post("full/author/you/", name="Pia Lund")
    here.at = NOON + timedelta(minutes=2)
    here.post("full/check/", once="x")

    page = here.get("as-one/")
    assert page.index("Seen in clinic.csv") < page.index("Seen in ward.csv")
    assert "has not said that it put these together" in page
    here.post("as-one/")
    done = Collation.objects.get(case=here.review.case)
    assert (done.organisation, done.rows_in) == (here.request.organisation, 2)
    assert "Collated by the agency on" in here.get("as-one/")
    assert "Your chronology, all services together" in here.get("full/")


def test_that_a_child_was_not_seen_is_told_as_the_agency_typed_it():
    sheet = b"Date,Event,Child seen,Seen alone\n1/5/2025,Visit,"
    told = {
        typed: row_read(read_as_kept(sheet + typed, "c.csv")["entries"][0]).child_seen
        for typed in (b"No,No", b"N/A,", b"Yes,No", b"Yes,Yes", b",")
    }
    assert list(told.values()) == [
        *("No", "Does not apply", "Yes", "Yes, alone", "Not recorded"),
    ]


@pytest.mark.django_db
def test_a_paper_is_the_agencys_own_until_it_is_sent(client):
    here = AtTheLink(client)
    sent_in(here, b"Date,Event\n2/12/2025,Visit", "notes.csv", "agency_chronology")
    assert "notes.csv" in here.get("papers/")
    assert not Row.objects.filter(case=here.review.case).exists()
    [paper] = documents_of(here.request)
    said = {"came_by": "telephone", "author": "Pia Lund", "summary": "On its way."}
    who = {"by": here.people["coordinator"], "at": NOON}
    logged = log_answer(here.request, kind="summary", **said, **who)

    assert papers_of(logged) == []
    assert papers_with_it(here.request) == [paper]
    signed_in(client, here.people["coordinator"])
    with it_is(NOON):
        assert client.get(f"/files/{paper.public_id}/").status_code == 404


@pytest.mark.django_db
def test_a_paper_is_taken_out_again(client):
    here = AtTheLink(client)
    sent_in(here, b"What we found.", "notes.txt", "agency_paper")
    [paper] = documents_of(here.request)

    here.post(f"papers/{paper.public_id}/take-back/")

    assert "notes.txt" not in here.get("papers/")
    assert documents_of(here.request) == []


@pytest.mark.django_db
def test_a_paper_that_was_sent_stays_with_the_answer(client):
    here = AtTheLink(client)
    sent_in(here, b"What we found.", "notes.txt", "agency_paper")
    [paper] = documents_of(here.request)
    here.post("full/author/you/", name="Pia Lund")
    here.at = NOON + timedelta(minutes=2)
    here.post("full/check/", once="x")

    page = here.post(f"papers/{paper.public_id}/take-back/")

    assert page.status_code == 409
    assert "was sent with your answer" in page.content.decode()
    assert papers_of(here.answer) == documents_of(here.request) == [paper]


@pytest.mark.django_db
def test_all_forms_are_handed_out_with_the_name_of_the_agency(client):
    here = AtTheLink(client)

    with it_is(NOON):
        word = client.get(f"{here.start}papers/form.docx").content
        other = client.get(f"{here.start}papers/form.odt").content
        rows = client.get(f"{here.start}papers/chronology.docx").content

    assert word[:2] == other[:2] == b"PK"
    with zipfile.ZipFile(io.BytesIO(rows)) as paper:
        told = paper.read("word/document.xml").decode()
    assert f"Agency: {here.request.organisation.name}" in told
