"""The agency summary on paper: made from the list of the rulebook, and read back."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from heed.papers.agency_form import (
    AskedOf,
    agency_form,
    open_agency_form,
)
from heed.papers.agency_form_read import typed_beside, typed_in_agency_form
from heed.papers.form_layout import fill_in
from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.glyphs import legible
from heed.papers.questions import Kind, key
from heed.papers.questions.agency import AGENCY_SUMMARY
from heed.papers.reading import read_blocks
from heed.papers.word_package import rezipped
from heed.papers.word_xml import named, serialised
from heed.rulebook.agency_summary import (
    CONTEXT,
    EVIDENCE,
    INVOLVEMENT,
    SUMMARY,
)
from tests.papers.factories_in import a_docx, grid

HOSPITALS = AskedOf(
    partnership="Quillshire Safeguarding Children Partnership",
    agency="Quillshire Hospitals",
    due="20 March 2026",
    telephone="01632 960100",
)
FORM = agency_form(HOSPITALS)
PRINTED = {
    key(section, question, number): question
    for section in AGENCY_SUMMARY
    for number in range(1, (section.printed if section.each else 1) + 1)
    for question in section.questions
}
WRITTEN = {name: q for name, q in PRINTED.items() if not q.choices}


def an_answer(name: str, question):
    if question.kind is Kind.ONE:
        return question.choices[0].slug
    if question.kind is Kind.SOME:
        return [choice.slug for choice in question.choices[:2]]
    return "3 March 2024" if question.kind is Kind.DATE else f"Words for {name}"


ANSWERS = {name: an_answer(name, question) for name, question in PRINTED.items()} | {
    "author.name": "Pia Lund",
    "author.email": "pia.lund@hospitals.example",
    "author.phone": "01632 960123",
    "checked.by": "Ivo Pell",
}
FILLED = fill_in(FORM, ANSWERS)


def typed(form: bytes, name: str = "form.docx"):
    return typed_in_agency_form(read_blocks(form, name).document)


def without_controls(form: bytes) -> bytes:
    """The same words, as a program saves them that knows no content controls."""
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    main = etree.fromstring(files["word/document.xml"])
    for control in list(main.iter(named("sdt"))):
        parent, place = control.getparent(), control.getparent().index(control)
        parent[place : place + 1] = list(control.find(named("sdtContent")))
    return rezipped({**files, "word/document.xml": serialised(main)})


# What it asks


def test_everything_asked_says_where_it_is_found_and_has_a_name_of_its_own():
    asked = [(part, each) for part in SUMMARY for each in part.asks]

    assert all(each.source for _, each in asked)
    names = [(part.slug, each.slug) for part, each in asked]
    assert len(names) == len(set(names))
    assert len({each.words for _, each in asked}) == len(asked)


@pytest.mark.parametrize("choices", [INVOLVEMENT, EVIDENCE, CONTEXT])
def test_no_choice_is_offered_twice(choices):
    assert len({slug for slug, _ in choices}) == len(choices)
    assert len({label for _, label in choices}) == len(choices)


def test_the_paper_asks_all_that_the_web_asks():
    words = "\n".join(
        "".join(paragraph.itertext())
        for paragraph in docx.Document(io.BytesIO(FORM)).element.iter(named("p"))
    )

    assert "Quillshire Hospitals" in words
    assert all(part.title in words for part in SUMMARY)
    assert all(each.words in words for part in SUMMARY for each in part.asks)


def test_its_tables_have_header_rows_and_its_parts_are_headings():
    opened = docx.Document(io.BytesIO(FORM))

    titles = [p.text for p in opened.paragraphs if p.style.name == "Heading 2"]
    assert titles == [f"{n}. {part.title}" for n, part in enumerate(SUMMARY, 1)]
    for table in opened.tables:
        assert table.rows[0]._tr.find(f".//{named('tblHeader')}") is not None
    assert agency_form(HOSPITALS) == FORM


# Filled in, and read back


def test_every_answer_comes_back_by_its_question():
    assert typed(FILLED) == ANSWERS


def test_an_empty_form_answers_nothing():
    assert typed(FORM) == {}
    assert typed(open_agency_form(HOSPITALS), "form.odt") == {}


def test_a_program_that_loses_the_controls_loses_no_answer():
    assert typed(without_controls(FILLED)) == ANSWERS


@settings(max_examples=4, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(WRITTEN)),
        st.text(min_size=1, max_size=60).filter(lambda t: legible(t).strip()),
        max_size=12,
    )
)
def test_any_words_that_somebody_types_come_back(said):
    back = typed(fill_in(FORM, said))

    assert back.keys() == said.keys()
    for name, words in said.items():
        assert back[name].split() == legible(words).split()


@pytest.mark.parametrize("form", [FORM, FILLED])
def test_what_was_typed_beside_the_places_for_answers_is_kept(form):
    opened = docx.Document(io.BytesIO(form))
    opened.add_paragraph("Ring me before you share this.")
    opened.tables[2].rows[1].cells[1].add_paragraph("But see our letter.")
    out = io.BytesIO()
    opened.save(out)
    document = read_blocks(out.getvalue(), "form.docx").document
    untouched = read_blocks(form, "form.docx").document

    beside = ["But see our letter.", "Ring me before you share this."]
    assert typed_beside(document, typed_in_agency_form(document)) == beside
    assert typed_beside(untouched, typed_in_agency_form(untouched)) == []


def test_two_ticks_where_one_is_asked_are_no_answer():
    both = fill_in(FORM, {"known.involvement": ["yes", "no"]})

    assert "known.involvement" not in typed(both)


def test_the_reader_of_any_agency_paper_reads_it_field_for_field():
    read = read_agency_summary(read_blocks(without_controls(FILLED), "form.docx"))

    assert read["agency"] == "Quillshire Hospitals"
    assert read["author"] == {
        "name": "Pia Lund",
        "role": "Words for author.role",
        "email": "pia.lund@hospitals.example",
        "phone": "01632 960123",
    }
    assert (read["qa"]["by"], read["qa"]["on"]["iso"]) == ("Ivo Pell", "2024-03-03")
    assert read["period"]["from"]["iso"] == read["period"]["to"]["iso"] == "2024-03-03"
    assert read["due"]["iso"] == "2026-03-20"
    assert read["involvement"] == "yes"
    assert read["summary"] == "Words for involved.summary"
    assert read["learning"] == "Words for practice.learning"
    assert read["immediate_actions"] == "Words for done.immediate_actions"
    assert read["other_agencies"] == ["Words for done.other_agencies"]
    assert read["opinion"] == ["Local review"]
    assert read["records_secured"] == "yes"
    assert [person["name"] for person in read["people_known"]] == [
        f"Words for person.{number}.name" for number in range(1, 9)
    ]
    unread = " ".join(each["answer"] for each in read["unread"])
    for name in ("known.systems", "involved.background", "practice.risk"):
        assert f"Words for {name}" in unread


@pytest.mark.parametrize("choice", [slug for slug, _ in INVOLVEMENT])
def test_that_only_an_adult_was_known_comes_back_as_that(choice):
    form = fill_in(FORM, {"known.involvement": choice})

    assert read_agency_summary(read_blocks(form, "f.docx"))["involvement"] == choice
    assert typed(form)["known.involvement"] == choice


def test_another_paper_is_not_taken_for_ours():
    paper = a_docx(grid(["Name", "Date of birth"], ["Lumi", "18/11/2025"]))

    assert typed(paper) == {}
