"""The referral form as OpenDocument, which reads back, and as PDF to be printed."""

import io
import re
import zipfile

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from heed.papers.form_odt import LIBREOFFICE, OASIS, open_form
from heed.papers.form_on_paper import printed_form
from heed.papers.forms import referral_from_answers
from heed.papers.forms.reading import read_referral
from heed.papers.questions import NOT_FOR, REFERRAL, asked, key
from heed.papers.read_odt import read_odt
from heed.papers.referral_form import NOT_A_PROTECTION_REFERRAL, SentTo

QUILLSHIRE = SentTo(
    partnership="Quillshire Safeguarding Children Partnership",
    mailbox="reviews@quillshire.example",
    front_door="01632 960101",
    words={"incident.what": "Tell it as you would tell a friend."},
)
FORM = open_form(QUILLSHIRE)
TEXT, TABLE = f"{{{OASIS}:text:1.0}}", f"{{{OASIS}:table:1.0}}"
WRITTEN = {
    key(section, question, 1): question
    for section, question in asked()
    if not question.choices
}
CHOSEN = {
    key(section, question, 1): question
    for section, question in asked()
    if question.choices
}


def content(form=FORM):
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        return etree.fromstring(package.read("content.xml"))


def loext(name):
    return f"{{{LIBREOFFICE}}}{name}"


def filled(answers, form=FORM):
    """The form with these answers, as LibreOffice writes and ticks them."""
    root = content(form)
    controls = {
        each.get(loext("tag")): each for each in root.iter(loext("content-control"))
    }
    for name, answer in answers.items():
        if name in WRITTEN:
            control = controls[name]
            del control.attrib[loext("showing-place-holder")]
            control.text, *lines = answer.split("\n")
            for line in lines:
                etree.SubElement(control, f"{TEXT}line-break").tail = line
        else:
            controls[f"{name}.{answer}"].set(loext("checked"), "true")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = etree.tostring(root) if name == "content.xml" else old.read(name)
            new.writestr(name, data)
    return out.getvalue()


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
answers = st.fixed_dictionaries(
    {}, optional={name: words for name in list(WRITTEN) if ".files" not in name}
)
choices = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from([choice.slug for choice in question.choices])
        for name, question in CHOSEN.items()
    },
)


@settings(max_examples=25, deadline=None)
@given(answers, choices)
def test_the_open_document_reads_back_as_it_was_filled_in(written, chosen):
    said = written | chosen

    read = read_referral(read_odt(filled(said)), channel="portal")
    typed = referral_from_answers(said, channel="portal")

    for name in ("children", "adults", "agencies", "referrer", "safeguarding_lead"):
        assert read[name] == typed[name], name
    assert read.get("circumstances") == typed.get("circumstances")
    assert read["criteria"] == typed["criteria"]


def test_the_open_document_has_headings_header_rows_a_title_and_a_language():
    root = content()
    levels = [h.get(f"{TEXT}outline-level") for h in root.iter(f"{TEXT}h")]

    assert levels[0] == "1"
    assert levels.count("2") == len(REFERRAL) + 1
    tables = list(root.iter(f"{TABLE}table"))
    assert tables
    assert all(len(t.find(f"{TABLE}table-header-rows")) == 1 for t in tables)
    with zipfile.ZipFile(io.BytesIO(FORM)) as package:
        assert package.namelist()[0] == "mimetype"
        meta = package.read("meta.xml").decode()
        styles = package.read("styles.xml").decode()
        for name in package.namelist():
            if name.endswith(".xml"):
                etree.fromstring(package.read(name))
    assert "<dc:title>Referral for a child" in meta
    assert "<dc:language>en-GB" in meta
    assert 'fo:language="en" fo:country="GB"' in styles
    used = set(re.findall(r'text:style-name="(\w+)"', etree.tostring(root).decode()))
    assert all(f'style:name="{each}"' in styles for each in used)


def test_both_say_first_that_they_are_no_way_to_get_help():
    said = " ".join("".join(content().itertext()).split())
    pages = pypdf.PdfReader(io.BytesIO(printed_form(QUILLSHIRE))).pages
    first = " ".join(pages[0].extract_text().split())

    for where in (said, first):
        assert NOT_A_PROTECTION_REFERRAL in where
        assert NOT_FOR.split(". ")[1] in where
        assert "01632 960101" in where
        assert QUILLSHIRE.mailbox in where


def test_the_printed_form_is_tagged_and_asks_every_question():
    made = pypdf.PdfReader(io.BytesIO(printed_form(QUILLSHIRE)))
    root = made.trailer["/Root"]
    said = re.sub(r"\s+", "", "".join(page.extract_text() for page in made.pages))

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert "Tellitasyouwouldtellafriend." in said
    for _, question in asked():
        assert re.sub(r"\s+", "", question.label) in said, question.label


@pytest.mark.parametrize("make", [open_form, printed_form])
def test_the_same_form_makes_the_same_bytes(make):
    assert make(QUILLSHIRE) == make(QUILLSHIRE)
