"""A report as it is lodged: bold lines as headings, a PDF in place of a Word file."""

import pytest

from heed.papers.blocks import Heading, from_json
from heed.papers.paper import read_paper
from heed.papers.report import A_PDF
from tests.papers.factories_in import a_docx, para, run, styles
from tests.papers.test_reading_others import a_pdf

TEXT = "The child was seen at home. Nobody asked what that day was like."


def bold(text):
    return para(run(text, "<w:b/>"))


def report(*body, **more):
    return read_paper(a_docx(*body, **more), "report.docx", "report")


def headings(read):
    blocks = from_json(read["document"]).blocks
    return [(b.level, b.text) for b in blocks if isinstance(b, Heading)]


SECTIONS = ("1. Introduction", "2. What happened", "2.1 The first year", "3. Learning")
BODY = [piece for name in SECTIONS for piece in (bold(name), TEXT, TEXT)]


def test_lines_in_bold_are_headings_where_a_report_has_no_others_and_a_person_is_told():
    read = report(bold("Review of Whimbrel"), TEXT, *BODY)

    found = headings(read)
    assert found[0] == (1, "Review of Whimbrel")
    assert found[1:] == [
        (level, name) for level, name in zip((2, 2, 3, 2), SECTIONS, strict=True)
    ]
    (doubt,) = read["hidden"]["doubts"]
    assert "5 lines in bold were read as headings" in doubt
    assert read["document"]["title"] == "Review of Whimbrel"


def test_headings_of_its_own_are_the_headings_of_a_report():
    named = [piece for name in "AB" for piece in (para(name, style="H"), TEXT)]
    read = report(*named, *BODY, parts={"styles": styles(H="heading 1")})

    assert headings(read) == [(1, "A"), (1, "B")]
    assert read["hidden"]["doubts"] == []


@pytest.mark.parametrize(
    "body",
    [
        [bold("One thing"), TEXT, bold("Another"), TEXT],
        [bold("This was said in a loud voice."), TEXT] * 4,
        [bold("Everything here is in bold")] * 9,
        [para(run("Half", "<w:b/>"), run(" of a line")), TEXT] * 4,
    ],
)
def test_bold_that_means_something_else_stays_as_it_is(body):
    read = report(*body)
    assert headings(read) == []
    assert read["hidden"]["doubts"] == []


def test_a_pdf_in_place_of_a_word_file_is_said_plainly():
    read = read_paper(a_pdf("The child was seen."), "report.pdf", "report")
    assert read["hidden"]["doubts"] == [A_PDF]


def test_a_picture_that_no_page_can_show_is_said():
    drawn = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'r:id="rId1"/></v:shape></w:pict></w:r>'
    )
    read = report(
        TEXT,
        para(drawn),
        relations=[("image", "media/a.wmf")],
        more={"word/media/a.wmf": b"\x01\x00\x09\x00" + bytes(20)},
    )
    (doubt,) = read["hidden"]["doubts"]
    assert "no page can show" in doubt
