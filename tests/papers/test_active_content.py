"""F25: what would act by itself in a paper is told, and never done."""

import pytest

from heed.papers.active import (
    ACTS_ON_OPENING,
    FETCHES_A_PART,
    FETCHES_TEMPLATE,
    FETCHES_TEXT,
    HOLDS_CONTROLS,
    HOLDS_FILES,
    HOLDS_OBJECTS,
    HOLDS_SCRIPT,
    LAUNCHES,
    RUNS_A_PROGRAM,
    RUNS_A_SCRIPT,
    SENDS_A_FORM,
    asks_of,
)
from heed.papers.paper import read_paper
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, an_odt, para, run
from tests.papers.test_reading_others import a_pdf


def active_in(data: bytes, name: str) -> set[str]:
    return set(read_blocks(data, name).hidden.active)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (r" DDEAUTO c:\\windows\\cmd.exe", [RUNS_A_PROGRAM]),
        (" DDE Excel x", [RUNS_A_PROGRAM]),
        (' INCLUDETEXT "http://a.example/x.docx"', [FETCHES_TEXT]),
        (" LINK Excel.Sheet.8 x", [FETCHES_TEXT]),
        (' HYPERLINK "https://a.example"', []),
        (" FORMTEXT ", []),
        (" PAGE ", []),
    ],
)
def test_fields_of_word(field, said):
    assert list(asks_of(field)) == said


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("attachedTemplate", FETCHES_TEMPLATE),
        ("oleObject", FETCHES_A_PART),
        ("image", FETCHES_A_PART),
        ("frame", FETCHES_A_PART),
    ],
)
def test_a_word_file_that_fetches(kind, sentence):
    paper = a_docx("Seen.", relations=[(kind, "https://a.example/x")])

    assert active_in(paper, "form.docx") == {sentence}


def test_a_person_is_told_of_it_and_of_words_that_do_not_show():
    paper = a_docx(
        para("Name of child: Leo", run("hit", "<w:vanish/>")),
        relations=[("attachedTemplate", "https://a.example/x")],
    )
    flags = {
        each["name"]: each["why"]
        for each in read_paper(paper, "form.docx", "referral")["flags"]
    }

    assert flags["active_content"] == FETCHES_TEMPLATE
    assert "do not show" in flags["hidden_text_present"]


def test_a_link_is_no_fetching():
    paper = a_docx("Seen.", relations=[("hyperlink", "https://a.example/x")])

    assert active_in(paper, "form.docx") == set()


@pytest.mark.parametrize(
    "field",
    [
        "<w:p><w:r><w:instrText>DDEAUTO c:</w:instrText></w:r></w:p>",
        '<w:p><w:fldSimple w:instr="DDE c:"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_a_word_file_that_asks_a_program_to_run(field):
    assert active_in(a_docx(field), "form.docx") == {RUNS_A_PROGRAM}


def test_objects_and_controls_of_a_word_file():
    more = {"word/embeddings/oleObject1.bin": "x", "word/activeX/activeX1.xml": "<a/>"}

    assert active_in(a_docx("Seen.", more=more), "form.docx") == {
        HOLDS_OBJECTS,
        HOLDS_CONTROLS,
    }


def test_an_open_document_that_would_act():
    body = (
        '<text:p>Seen.<text:script-event-listeners xmlns:script="x">'
        "<script:event-listener/></text:script-event-listeners></text:p>"
        '<text:section><text:section-source xmlns:xlink="y" '
        'xlink:href="http://a.example/b.odt"/><office:dde-source/></text:section>'
    )
    assert active_in(an_odt(body), "form.odt") == {
        RUNS_A_SCRIPT,
        RUNS_A_PROGRAM,
        FETCHES_A_PART,
    }


def a_pdf_that(does: str) -> bytes:
    """A PDF with this in its catalogue; the places of its table no longer fit."""
    return a_pdf("Seen.").replace(b"/Type /Catalog", b"/Type /Catalog " + does.encode())


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (
            "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
            {ACTS_ON_OPENING, HOLDS_SCRIPT},
        ),
        ("/OpenAction << /S /Launch /F (cmd.exe) >>", {ACTS_ON_OPENING, LAUNCHES}),
        ("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", set()),
        ("/Names << /JavaScript << /Names [] >> >>", {HOLDS_SCRIPT}),
        ("/Names << /EmbeddedFiles << /Names [] >> >>", {HOLDS_FILES}),
        ("/AA << /WC << /S /SubmitForm >> >>", {SENDS_A_FORM}),
        (
            "/OpenAction << /S /GoTo /Next << /S /JavaScript >> >>",
            {ACTS_ON_OPENING, HOLDS_SCRIPT},
        ),
    ],
)
def test_a_pdf_that_would_act(does, said):
    assert active_in(a_pdf_that(does), "form.pdf") == said


def test_an_action_that_bites_its_own_tail_ends():
    more = "/Annots [<< /Subtype /Link /A 6 0 R >>]"
    paper = a_pdf("Seen.", more=more).replace(
        b"/Author (Jo Fell)", b"/S /JavaScript /Next 6 0 R"
    )
    assert active_in(paper, "form.pdf") == {HOLDS_SCRIPT}
